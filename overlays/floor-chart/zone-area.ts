// One zone as it lies on the real floor: a tint that lets the picture through, within a band of the feed's own colour.
import type { Sprite } from 'pixi.js';
import { type Court, type End, fromHoopFrame, nominalHoop, type Place } from '../../src/game/court.ts';
import { areaSeen } from '../../src/game/floor-clip.ts';
import type { Homography } from '../../src/game/homography.ts';
import { insetBy } from '../../src/game/inset.ts';
import type { ZoneShape } from '../../src/game/zone-shapes.ts';
import { sketchOf, trace } from '../../src/stage/sketch.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';

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
export function zoneArea(
  kit: StageKit,
  lie: Lie,
  { outline }: ZoneShape,
  colour: string | null,
  quiet: string,
): Sprite {
  const seen = (places: readonly Place[]) =>
    areaSeen(
      lie.matrix,
      places.map((place) => onCourt(lie, place)),
    );
  const outer = seen(insetBy(outline, BAND.from));
  const inner = seen(insetBy(outline, BAND.to));
  return sketchOf(kit, outer, (context) => {
    context.fillStyle = colour ?? quiet;
    context.beginPath();
    trace(context, inner);
    context.globalAlpha = TINT;
    if (colour !== null) context.fill();
    // The band: the zone without its inner part.
    trace(context, outer);
    context.globalAlpha = colour === null ? QUIET : 1;
    context.fill('evenodd');
  });
}
