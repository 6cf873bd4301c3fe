// The picture of a ring that lies on the floor, as it would be painted there: jersey colour between light and dark edges, so that it stands off any floor.
import type { Texture } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';

/** Radius of the ring's outer edge on the floor. */
export const RING_MM = 560;
/** Radii in units of the picture; near the camera it is drawn about as large. */
const RADIUS = { edge: 48, rim: 45.5, fill: 41.5, inner: 30, hole: 27.5 } as const;
/** Millimetres of floor that a unit of the picture lies over. */
export const RING_MM_PER_UNIT = RING_MM / RADIUS.edge;

/** What is inside it stays seen: the feet. */
export function ringPicture(kit: StageKit, { fill, ring }: JerseyLook): Texture {
  const { plate, text } = kit.theme.colour;
  const rim = ring ?? text;
  const size = 2 * (RADIUS.edge + 1);
  return kit.picture({
    key: `floor ring ${fill} ${rim} ${plate}`,
    width: size,
    height: size,
    draw: (context) => {
      const band = (outer: number, inner: number, colour: string) => {
        context.fillStyle = colour;
        context.beginPath();
        context.arc(size / 2, size / 2, outer, 0, 2 * Math.PI);
        context.arc(size / 2, size / 2, inner, 0, 2 * Math.PI, true);
        context.fill();
      };
      band(RADIUS.edge, RADIUS.hole, plate);
      band(RADIUS.rim, RADIUS.fill, rim);
      band(RADIUS.fill, RADIUS.inner, fill);
    },
  });
}
