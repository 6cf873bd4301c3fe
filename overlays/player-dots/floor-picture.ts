// An empty floor, the whole of it, as one picture. Drawn quietly: the dots are the subject.
import type { Court } from '../../src/game/court.ts';
import { courtLines, runsOf } from '../../src/game/court-lines.ts';
import type { Theme } from '../../src/stage/theme.ts';
import type { FloorPanel } from './camera.ts';
import { APRON_MM } from './followed-window.ts';

type Context = CanvasRenderingContext2D;

/** Painted lines are drawn so much wider than they are: at three metres from a screen a true one is lost. The outermost bound the game: wider still. */
const BOLDNESS = { line: 1.3, outline: 2 } as const;
/** The lanes and the centre circle are painted: so much of the lines' colour lies on them. */
const PAINT = 0.2;
/** Light falls on the floor from above its far side: so much of white there, none at the near one. */
const LIGHT = 0.07;

/** `under`: so much of its height, from above, lies behind the head. */
export type FloorSize = FloorPanel & { readonly under: number };

/** Paints it, from its upper left corner. */
export function paintFloor(
  context: Context,
  court: Court,
  { width, height, under }: FloorSize,
  colour: Theme['colour'],
): void {
  context.fillStyle = colour.plate;
  context.fillRect(0, 0, width, height);
  const alongMm = court.lengthMm + 2 * APRON_MM.ends;
  const acrossMm = court.widthMm + 2 * APRON_MM.sides;
  context.translate(width / 2, under + (height - under) / 2);
  context.scale(width / alongMm, (height - under) / acrossMm);
  paintWood(context, court, colour);
  paintLanes(context, court, colour);
  paintLines(context, court, colour);
}

function paintWood(context: Context, { lengthMm, widthMm }: Court, { floor }: Theme['colour']): void {
  context.fillStyle = floor;
  context.fillRect(-lengthMm / 2, -widthMm / 2, lengthMm, widthMm);
  const light = context.createLinearGradient(0, -widthMm / 2, 0, widthMm / 2);
  light.addColorStop(0, `rgb(255 255 255 / ${LIGHT})`);
  light.addColorStop(1, 'rgb(255 255 255 / 0)');
  context.fillStyle = light;
  context.fillRect(-lengthMm / 2, -widthMm / 2, lengthMm, widthMm);
}

function paintLanes(context: Context, court: Court, { floorLine }: Theme['colour']): void {
  const { lengthMm, freeThrowFromEndMm, laneWidthMm, centreRadiusMm } = court;
  context.fillStyle = floorLine;
  context.globalAlpha = PAINT;
  context.fillRect(-lengthMm / 2, -laneWidthMm / 2, freeThrowFromEndMm, laneWidthMm);
  context.fillRect(lengthMm / 2 - freeThrowFromEndMm, -laneWidthMm / 2, freeThrowFromEndMm, laneWidthMm);
  context.beginPath();
  context.arc(0, 0, centreRadiusMm, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha = 1;
}

function paintLines(context: Context, court: Court, { floorLine }: Theme['colour']): void {
  context.strokeStyle = floorLine;
  context.lineJoin = 'round';
  for (const line of courtLines(court)) {
    // What hangs above the floor is drawn where it hangs.
    if (line.part === 'hoop' || line.part === 'backboard') continue;
    context.lineWidth = court.lineMm * (line.part === 'outline' ? BOLDNESS.outline : BOLDNESS.line);
    for (const run of runsOf(line)) {
      context.beginPath();
      for (const { xMm, yMm } of run) context.lineTo(yMm, xMm);
      context.stroke();
    }
  }
}
