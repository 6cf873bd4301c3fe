// The provider's positions laid on the court. Their units and frame are not public: corners that an operator gives, or the extent that was seen, say how.
import { z } from 'zod';
import { type Court, type CourtName, courtOf, type Place } from '../../game/court.ts';
import { FaultError, fault } from '../../game/fault.ts';

const place = z.object({ x: z.number().finite(), y: z.number().finite() });

/**
 * Where the provider sees three corners of the floor, seen from above: `origin` is left of the end that is drawn at the bottom (-x, -y), `across` is at the right of that
 * end (+x, -y), `along` is at the left of the far end (-x, +y). Any turn, mirroring and unit is told by three.
 */
export const cornersSchema = z.object({ origin: place, across: place, along: place });
export type Corners = z.infer<typeof cornersSchema>;

/** A provider's place in the court's frame, in millimetres. */
export type Mapping = (x: number, y: number) => Place;

/** The least part of the widths' product that the corners' area must be: less is a line. */
const FLAT = 1e-3;

/** Null for corners that lie on one line. */
export function mappingOf({ origin, across, along }: Corners, { widthMm, lengthMm }: Court): Mapping | null {
  const a = { x: across.x - origin.x, y: across.y - origin.y };
  const b = { x: along.x - origin.x, y: along.y - origin.y };
  const area = a.x * b.y - a.y * b.x;
  if (!(Math.abs(area) > FLAT * Math.hypot(a.x, a.y) * Math.hypot(b.x, b.y))) return null;
  return (x, y) => {
    const px = x - origin.x;
    const py = y - origin.y;
    const partAcross = (px * b.y - py * b.x) / area;
    const partAlong = (a.x * py - a.y * px) / area;
    return { xMm: (partAcross - 0.5) * widthMm, yMm: (partAlong - 0.5) * lengthMm };
  };
}

/**
 * Corners as an operator wrote them, in JSON.
 * @throws FaultError `bad-court` when they are none, or lie on one line.
 */
export function readCorners(text: string, where: string, court: CourtName): Corners {
  const expected =
    '{"origin":{"x":,"y":},"across":{"x":,"y":},"along":{"x":,"y":}} with corners not on one line';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FaultError(fault('bad-court', where, expected, 'no JSON'));
  }
  const { success, data } = cornersSchema.safeParse(value);
  if (!success || mappingOf(data, courtOf(court)) === null)
    throw new FaultError(fault('bad-court', where, expected, JSON.stringify(value).slice(0, 200)));
  return data;
}

/** Positions that must have been seen before their extent is taken for the court's. */
export const EXTENT_SAMPLES = 2_000;
/** How far the extent's longer side may be from the court's own proportion: a half-court attack alone is square. */
const PROPORTION = { least: 0.85, most: 1.15 };

export type Extent = {
  /** Takes one position. True when it lies outside of those before it. */
  see(x: number, y: number): boolean;
  /** The corners that the extent suggests; null until it is seen widely enough. */
  corners(): Corners | null;
};

/**
 * What positions were seen so far, as a rectangle. Assumed: it is the court's, its longer side is its length, and players stand out to the lines. Only a guess: the operator's
 * corners are better.
 */
export function makeExtent({ lengthMm, widthMm }: Court): Extent {
  let samples = 0;
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  return {
    see(x, y) {
      samples += 1;
      const widens = x < minX || x > maxX || y < minY || y > maxY;
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minY = Math.min(minY, y);
      maxY = Math.max(maxY, y);
      return widens;
    },
    corners() {
      const [wide, high] = [maxX - minX, maxY - minY];
      const proportion = Math.max(wide, high) / Math.min(wide, high) / (lengthMm / widthMm);
      const isCourt = proportion > PROPORTION.least && proportion < PROPORTION.most;
      if (samples < EXTENT_SAMPLES || !isCourt) return null;
      // Turned by a quarter where the length lies along x, never mirrored.
      return wide > high
        ? { origin: { x: minX, y: maxY }, across: { x: minX, y: minY }, along: { x: maxX, y: maxY } }
        : { origin: { x: minX, y: minY }, across: { x: maxX, y: minY }, along: { x: minX, y: maxY } };
    },
  };
}
