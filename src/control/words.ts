// How the operator's page writes ages, sizes and addresses.
import type { GraphicInfo } from '../wire/wire.ts';

const SECOND_MS = 1000;
const MINUTE_S = 60;
const HOUR_S = 3600;

/** An age in whole seconds, minutes and hours: `4 s`, `2 min 05 s`, `1 h 12 min`. Never below 0. */
export function ageText(ageMs: number): string {
  const seconds = Math.max(0, Math.floor(ageMs / SECOND_MS));
  if (seconds < MINUTE_S) return `${seconds} s`;
  if (seconds < HOUR_S)
    return `${Math.floor(seconds / MINUTE_S)} min ${String(seconds % MINUTE_S).padStart(2, '0')} s`;
  return `${Math.floor(seconds / HOUR_S)} h ${String(Math.floor((seconds % HOUR_S) / MINUTE_S)).padStart(2, '0')} min`;
}

const KB = 1000;
const MB = 1_000_000;

/** A size in decimal units: `812 B`, `43 kB`, `12.3 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  return bytes < MB ? `${Math.round(bytes / KB)} kB` : `${(bytes / MB).toFixed(1)} MB`;
}

/** An address that OBS or vMix can load. */
export type Address = { readonly label: string; readonly url: string };

/** Program, preview, then each graphic by itself, on the relay that served this page. */
export function addressesOf(origin: string, graphics: readonly GraphicInfo[]): readonly Address[] {
  return [
    { label: 'Program', url: `${origin}/out?name=program` },
    { label: 'Preview', url: `${origin}/out?name=preview&bus=preview` },
    ...graphics.map(({ id, name }) => {
      const named = encodeURIComponent(id);
      return { label: name, url: `${origin}/out?name=${named}&graphics=${named}` };
    }),
  ];
}
