// Cameras in a hall for tests: what each truly sees, as points and as a place in its picture.
import fc from 'fast-check';
import { type CourtName, courtOf } from '../../src/game/court.ts';
import { courtCrossings } from '../../src/game/court-crossings.ts';
import { type FloorPoint, PICTURE } from '../../src/game/floor-camera.ts';
import { makeCamera, type Seen } from '../shots/camera.ts';

export type Gantry = Parameters<typeof makeCamera>[0];

const M = 1_000;

/** Three that a venue has: the main camera, a low one behind a corner, one far up over the other half. */
export const GANTRIES: Readonly<Record<'main' | 'corner' | 'roof', Gantry>> = {
  main: { from: { x: 27, y: 1.5, z: 10.5 }, at: { x: -1.2, y: 6, z: 0.6 }, focal: 2_350 },
  corner: { from: { x: 15, y: 21, z: 5 }, at: { x: -1, y: 6, z: 0 }, focal: 1_500 },
  roof: { from: { x: 20, y: -4, z: 22 }, at: { x: 0, y: -2.5, z: 0 }, focal: 1_700 },
};

/** Where that camera sees a place of the floor, in millimetres; `scale` is units a metre across its view, negative behind it. */
export function seenBy(gantry: Gantry): (xMm: number, yMm: number) => Seen {
  const camera = makeCamera(gantry);
  return (xMm, yMm) => camera({ x: xMm / M, y: yMm / M, z: 0 });
}

/** Every crossing that a camera has in its picture. */
export function pointsOf(gantry: Gantry, court: CourtName = 'nba'): FloorPoint[] {
  const seen = seenBy(gantry);
  return courtCrossings(courtOf(court)).flatMap(({ id, xMm, yMm }) => {
    const { x, y, scale } = seen(xMm, yMm);
    const isIn = scale > 0 && x >= 0 && x <= PICTURE.width && y >= 0 && y <= PICTURE.height;
    return isIn ? [{ at: id, x, y }] : [];
  });
}

const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Any camera that a hall may have, outside the lines and above head height, looking at a place on the floor. */
export const anyGantry: fc.Arbitrary<Gantry> = fc
  .record({
    turn: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
    away: metres(17, 45),
    z: metres(3, 25),
    atX: metres(-4, 4),
    atY: metres(-9, 9),
    focal: metres(900, 4_000),
  })
  .map(({ turn, away, z, atX, atY, focal }) => ({
    from: { x: away * Math.cos(turn), y: away * Math.sin(turn), z },
    at: { x: atX, y: atY, z: 0 },
    focal,
  }));
