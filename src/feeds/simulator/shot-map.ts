// Shots of a team or a player by zone, and where they were taken from.
import type { CourtName } from '../../game/court.ts';
import { toHoopFrame } from '../../game/court.ts';
import { ZONE_COUNT, zoneAt } from '../../game/zones.ts';
import type { ShotEvent } from './event.ts';

/** Made and attempted in one zone. */
export type ZoneCount = { made: number; attempted: number };
/** All shots, catch-and-shoot, off the dribble. */
export type MapName = 'all' | 'CAS' | 'OTD';

/** Where a shot was taken, as seen from the hoop, and how it flew: millimetres, degrees, metres a second. */
export type FlownShot = readonly [
  xMm: number,
  yMm: number,
  peakMm: number,
  entryDegrees: number,
  depthMm: number,
  metresASecond: number,
];

export type ShotMap = {
  readonly zones: Readonly<Record<MapName, readonly ZoneCount[]>>;
  readonly make: FlownShot[];
  readonly miss: FlownShot[];
};

const noZones = (): ZoneCount[] => Array.from({ length: ZONE_COUNT }, () => ({ made: 0, attempted: 0 }));

export const noShots = (): ShotMap => ({
  zones: { all: noZones(), CAS: noZones(), OTD: noZones() },
  make: [],
  miss: [],
});

/** A shot as seen from its hoop. */
export const seenFromHoop = ({ xMm, yMm, hoopYMm }: ShotEvent) =>
  toHoopFrame(xMm, yMm, { xMm: 0, yMm: hoopYMm });

/** The zone of a shot, as the scorer ruled it. */
export function zoneOf(shot: ShotEvent, court: CourtName): number {
  const { xMm, yMm } = seenFromHoop(shot);
  return zoneAt(xMm, yMm, { court, three: shot.three });
}

const HOOP_MM = 3_048;
/** Metres a second squared. */
const GRAVITY = 9.81;

/** How it flew: from the height of release, the time in the air and the way. */
export function flightOf(shot: ShotEvent): FlownShot {
  const { xMm, yMm } = seenFromHoop(shot);
  const seconds = shot.flightMs / 1000;
  const wayMm = Math.sqrt(xMm * xMm + yMm * yMm);
  const up = (HOOP_MM - shot.heightMm) / 1000 / seconds + (GRAVITY * seconds) / 2;
  const across = wayMm / 1000 / seconds;
  const down = GRAVITY * seconds - up;
  const peakMm = shot.heightMm + (up > 0 ? (up * up * 1000) / (2 * GRAVITY) : 0);
  const entry = (Math.atan2(down, across) * 180) / Math.PI;
  // How far behind the front of the ring it came down; short and long misses lie about a make.
  const depthMm = shot.made ? 270 : 120 + (shot.id % 7) * 45;
  return [
    xMm,
    yMm,
    Math.round(peakMm),
    Math.round(entry * 10) / 10,
    depthMm,
    Math.round(Math.sqrt(up * up + across * across) * 100) / 100,
  ];
}

/** Puts a shot on a map. */
export function addShot({ zones, make, miss }: ShotMap, shot: ShotEvent, court: CourtName): void {
  const index = zoneOf(shot, court) - 1;
  for (const name of ['all', 'CAS', 'OTD'] as const) {
    if (name !== 'all' && !shot.attributes.includes(name)) continue;
    const count = zones[name][index];
    if (count === undefined) continue;
    count.attempted += 1;
    if (shot.made) count.made += 1;
  }
  (shot.made ? make : miss).push(flightOf(shot));
}
