// Real players' tracks where the research data is at hand (never part of this project), to measure joining places by.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FILE = resolve(import.meta.dirname, '../../../shared/data/tracking/det-atl-25hz.ndjson');
const MM_PER_FOOT = 304.8;
const STEP_MS = 40;

export type Place = { readonly atMs: number; readonly xMm: number; readonly yMm: number };

/** True when the data is there; tests that need it say that they are skipped otherwise. */
export const haveTracks = existsSync(FILE);

/** The players who are in every frame, each at 25 Hz. */
export function realTracks(): readonly (readonly Place[])[] {
  const byPlayer = new Map<number, Place[]>();
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  lines.forEach((line, i) => {
    const { rows } = JSON.parse(line) as { rows: [number, number, number, number, number][] };
    for (const [, player, x, y] of rows) {
      if (player < 0) continue;
      const places = byPlayer.get(player) ?? [];
      places.push({ atMs: i * STEP_MS, xMm: x * MM_PER_FOOT, yMm: y * MM_PER_FOOT });
      byPlayer.set(player, places);
    }
  });
  return [...byPlayer.values()].filter((places) => places.length === lines.length);
}
