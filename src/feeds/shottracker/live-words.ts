// The words of `location` and `clock`: what is true now. Source: Live Data V2, location and clock.
import { z } from 'zod';
import { flag, id, listOf, number, shortText, vitalNumber } from '../fields.ts';

/** A body without a whole place is dropped: it is never drawn at the origin. */
const placeSchema = z.object({
  t: number,
  type: shortText,
  pid: id,
  bid: id,
  tid: id,
  x: vitalNumber,
  y: vitalNumber,
  z: vitalNumber,
  speed: number,
  dist: number,
  vx: number,
  vy: number,
  vz: number,
});
export type PlaceWords = z.output<typeof placeSchema>;

export const locationSchema = z.object({
  gcms: number,
  scms: number,
  cr: flag,
  period: shortText,
  facilityId: id,
  courtId: id,
  sessionId: id,
  locations: listOf(placeSchema),
});
export type LocationWords = z.output<typeof locationSchema>;

/** The six figures stay text: how many digits are written tells how fine the clock is. */
export const clockSchema = z.object({
  gid: id,
  period: shortText,
  type: shortText,
  state: shortText,
  source: shortText,
  min: shortText,
  sec: shortText,
  subSec: shortText,
  shotSec: shortText,
  shotSubSec: shortText,
  controllerId: id,
});
export type ClockWords = z.output<typeof clockSchema>;
