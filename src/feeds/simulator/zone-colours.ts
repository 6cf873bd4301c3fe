// The colour of a zone: blue where a team shoots worse than is usual from there, grey where it is usual, red where it is better.
import type { ZoneCount } from './shot-map.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** What usually falls from each of the 14 zones. Assumed: about a professional league's. */
const USUAL = [0.61, 0.43, 0.44, 0.43, 0.4, 0.41, 0.41, 0.41, 0.4, 0.385, 0.355, 0.35, 0.355, 0.385] as const;

/** From cold to hot, with the usual in the middle. Each reads under white or black figures. */
const SCALE: readonly [Rgb, ...Rgb[]] = [
  [29, 78, 150],
  [73, 121, 178],
  [128, 145, 166],
  [201, 113, 84],
  [196, 46, 42],
];
/** Nothing was shot from here. */
const QUIET: Rgb = [84, 94, 108];
/** So far from the usual is as hot or cold as it gets. */
const FULL = 0.16;
/** Shots that a zone is believed to have had as usual before any was taken: one make of one is no hot zone. */
const DOUBT = 5;

const mix = (a: number, b: number, part: number): number => Math.round(a + (b - a) * part);

/** The colour of a zone, 1 to 14, as 0 to 255 each. */
export function zoneColour(zone: number, { made, attempted }: ZoneCount): Rgb {
  if (attempted === 0) return QUIET;
  const usual = USUAL[zone - 1] ?? 0.4;
  const share = (made + DOUBT * usual) / (attempted + DOUBT);
  const heat = Math.max(-1, Math.min(1, (share - usual) / FULL));
  const at = ((heat + 1) / 2) * (SCALE.length - 1);
  const low = SCALE[Math.floor(at)] ?? SCALE[0];
  const high = SCALE[Math.ceil(at)] ?? low;
  const part = at - Math.floor(at);
  return [mix(low[0], high[0], part), mix(low[1], high[1], part), mix(low[2], high[2], part)];
}
