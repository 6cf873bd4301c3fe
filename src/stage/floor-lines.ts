// A court's painted lines as a camera sees them, drawn over its picture: to judge by eye whether the floor was taught well.
import { Graphics } from 'pixi.js';
import { type CourtName, courtOf } from '../game/court.ts';
import { courtLines, runsOf } from '../game/court-lines.ts';
import { lineSeen } from '../game/floor-clip.ts';
import type { Homography } from '../game/homography.ts';

const WIDTH = { under: 5, over: 2.5 } as const;

/** The lines, over a dark edge that parts them from any floor. Hoop and board are not on the floor. */
export function floorLines(court: CourtName, matrix: Homography, colour: string, edge: string): Graphics {
  const lines = new Graphics();
  const runs = courtLines(courtOf(court))
    .filter(({ part }) => part !== 'backboard' && part !== 'hoop')
    .flatMap(runsOf)
    .flatMap((run) => lineSeen(matrix, run));
  for (const stroke of [
    { width: WIDTH.under, color: edge },
    { width: WIDTH.over, color: colour },
  ]) {
    for (const run of runs)
      for (const [i, { x, y }] of run.entries()) {
        if (i === 0) lines.moveTo(x, y);
        else lines.lineTo(x, y);
      }
    lines.stroke({ ...stroke, join: 'round', cap: 'round' });
  }
  return lines;
}
