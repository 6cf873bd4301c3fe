// Cameras in a hall for tests: what each truly sees, as points and as a place in its picture.
import { type CourtName, courtOf } from '../../src/game/court.ts';
import { courtCrossings } from '../../src/game/court-crossings.ts';
import { type FloorPoint, PICTURE } from '../../src/game/floor-camera.ts';
import { type Gantry, HALL_GANTRY, makeCamera, type Seen } from '../shots/camera.ts';

const M = 1_000;

/** Three that a venue has: the main camera, a low one behind a corner, one far up over the other half. */
export const GANTRIES: Readonly<Record<'main' | 'corner' | 'roof', Gantry>> = {
  main: HALL_GANTRY,
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
