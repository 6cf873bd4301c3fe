// A court's painted lines as a camera sees them, drawn over its picture: to judge by eye whether the floor was taught well.
import type { Sprite } from 'pixi.js';
import { type CourtName, courtOf } from '../game/court.ts';
import { courtLines, runsOf } from '../game/court-lines.ts';
import { lineSeen } from '../game/floor-clip.ts';
import type { Homography } from '../game/homography.ts';
import { sketchOf } from './sketch.ts';
import type { StageKit } from './stage-kit.ts';

const WIDTH = { under: 5, over: 2.5 } as const;

/** The lines, over a dark edge that parts them from any floor. Hoop and board are not on the floor. Destroy it with its texture and source. */
export function floorLines(
  kit: Pick<StageKit, 'sketch'>,
  { court, matrix }: { readonly court: CourtName; readonly matrix: Homography },
  colour: string,
  edge: string,
): Sprite {
  const runs = courtLines(courtOf(court))
    .filter(({ part }) => part !== 'backboard' && part !== 'hoop')
    .flatMap(runsOf)
    .flatMap((run) => lineSeen(matrix, run));
  return sketchOf(kit, runs.flat(), (context) => {
    context.lineJoin = 'round';
    context.lineCap = 'round';
    for (const { width, of } of [
      { width: WIDTH.under, of: edge },
      { width: WIDTH.over, of: colour },
    ]) {
      context.beginPath();
      for (const run of runs)
        for (const [i, { x, y }] of run.entries()) {
          if (i === 0) context.moveTo(x, y);
          else context.lineTo(x, y);
        }
      context.lineWidth = width;
      context.strokeStyle = of;
      context.stroke();
    }
  });
}
