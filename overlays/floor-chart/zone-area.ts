// One zone as it lies on the real floor: a tint that lets the picture through, within a band of the feed's own colour.
import { Graphics } from 'pixi.js';
import { type Court, type End, fromHoopFrame, nominalHoop, type Place } from '../../src/game/court.ts';
import { areaSeen } from '../../src/game/floor-clip.ts';
import type { Homography } from '../../src/game/homography.ts';
import { insetBy } from '../../src/game/inset.ts';
import type { ZoneShape } from '../../src/game/zone-shapes.ts';

/** Drawn in from a zone's edge, on the floor: half the gap between two zones, and the inner edge of its band. Millimetres. */
const BAND = { from: 30, to: 150 } as const;
/**
 * NOTE: a tint is mixed with the picture by who lays one over the other; in linear light, as OBS does, it comes out lighter than in a browser: on a maple floor
 * (200, 160, 112) by at most 41 of 255 in any channel, whatever the colour. The band and the label are opaque and carry the meaning.
 */
const TINT = 0.42;
const QUIET = 0.55;

export type Lie = { readonly court: Court; readonly end: End; readonly matrix: Homography };

/** Where a place of the hoop's frame lies in the court's. */
export const onCourt = ({ court, end }: Lie, { xMm, yMm }: Place): Place =>
  fromHoopFrame(xMm, yMm, nominalHoop(court, end));

/** Draws a zone; `colour` null for one that nobody has shot from: then only a faint band in `quiet`. */
export function zoneArea(lie: Lie, { outline }: ZoneShape, colour: string | null, quiet: string): Graphics {
  const seen = (places: readonly Place[]) =>
    areaSeen(
      lie.matrix,
      places.map((place) => onCourt(lie, place)),
    );
  const outer = insetBy(outline, BAND.from);
  const inner = insetBy(outline, BAND.to);
  const area = new Graphics();
  const [first, firstInner] = [outer[0], inner[0]];
  if (!first || !firstInner) return area;
  const tint = seen(inner);
  if (colour !== null && tint.length > 0) area.poly([...tint]).fill({ color: colour, alpha: TINT });
  // The band as one corner after another: out around, in, and back around.
  const band = seen([...outer, first, firstInner, ...inner.slice(1).reverse(), firstInner]);
  if (band.length > 0)
    area.poly([...band]).fill({ color: colour ?? quiet, alpha: colour === null ? QUIET : 1 });
  return area;
}
