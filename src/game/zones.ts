// The 14-zone map: which zone a shot was taken from. Places are in the hoop's frame (court.ts, toHoopFrame), in millimetres.
import { type CourtName, courtOf, threeBreakMm } from './court.ts';
import { CUTS_DEG, RINGS_MM, ZONE_TABLE, type ZonePlace } from './zone-table.ts';

/** Zones are numbered from 1 to this. */
export const ZONE_COUNT = 14;

const DEGREES = 180 / Math.PI;

/** Degrees about the hoop from its right, counter-clockwise, in [-90, 270): what lies behind the board keeps its side. */
function bearing(xMm: number, yMm: number): number {
  const degrees = Math.atan2(yMm, xMm) * DEGREES;
  return degrees < -90 ? degrees + 360 : degrees;
}

/** Whether a shot from there counts three. The line is measured to its outer edge: on that edge nobody touches it any more. */
export function isThree(xMm: number, yMm: number, court: CourtName): boolean {
  const measures = courtOf(court);
  return yMm <= threeBreakMm(measures)
    ? Math.abs(xMm) >= measures.threeCornerMm
    : Math.hypot(xMm, yMm) >= measures.threeArcMm;
}

function shortPlace(degrees: number): ZonePlace {
  const [right, left] = CUTS_DEG.short;
  if (degrees < right) return 'short-right';
  return degrees <= left ? 'short-centre' : 'short-left';
}

function longPlace(degrees: number): ZonePlace {
  const [baseline, right, left, leftBaseline] = CUTS_DEG.long;
  if (degrees < baseline) return 'long-right-baseline';
  if (degrees < right) return 'long-right';
  if (degrees <= left) return 'long-centre';
  return degrees <= leftBaseline ? 'long-left' : 'long-left-baseline';
}

function threePlace(xMm: number, yMm: number, breakMm: number): ZonePlace {
  if (yMm <= breakMm) return xMm < 0 ? 'three-left-corner' : 'three-right-corner';
  const [right, left] = CUTS_DEG.three;
  const degrees = bearing(xMm, yMm);
  if (degrees < right) return 'three-right';
  return degrees <= left ? 'three-top' : 'three-left';
}

export type ZoneOptions = {
  readonly court: CourtName;
  /** What the scorer ruled; absent: told by the place. It outranks the place, also beyond the line. */
  readonly three?: boolean | undefined;
};

/** The place on the map of a shot from there. Every place has one, also off the court and beyond mid-court. */
export function zonePlaceAt(xMm: number, yMm: number, { court, three }: ZoneOptions): ZonePlace {
  if (three ?? isThree(xMm, yMm, court)) return threePlace(xMm, yMm, threeBreakMm(courtOf(court)));
  const distanceMm = Math.hypot(xMm, yMm);
  if (distanceMm < RINGS_MM.rim) return 'rim';
  const degrees = bearing(xMm, yMm);
  return distanceMm < RINGS_MM.short ? shortPlace(degrees) : longPlace(degrees);
}

/** The zone's number, 1 to 14, of a shot from there. Where a message says a zone, trust the message. */
export const zoneAt = (xMm: number, yMm: number, options: ZoneOptions): number =>
  ZONE_TABLE.indexOf(zonePlaceAt(xMm, yMm, options)) + 1;

/** What is at that number of the map; null below 1 and above 14. */
export const zonePlace = (zone: number): ZonePlace | null => ZONE_TABLE[zone - 1] ?? null;
