// The panel with an empty floor on it, the whole of it, as one picture. Drawn quietly: the dots are the subject.
import type { Court } from '../../src/game/court.ts';
import { courtLines, runsOf } from '../../src/game/court-lines.ts';
import type { Theme } from '../../src/stage/theme.ts';
import { APRON_MM, type FloorPanel } from './camera.ts';

type Context = CanvasRenderingContext2D;

/** The panel of a floor: above that a head, as high as this in units. */
export type HeadedPanel = FloorPanel & { readonly head: number };

/** Painted lines are drawn so much wider than they are: at three metres from a screen a true one is lost. The outermost bound the game: wider still. */
const BOLDNESS = { line: 1.3, outline: 2 } as const;
/** The lanes and the centre circle are painted: so much of the lines' colour lies on them. */
const PAINT = 0.2;
/** Light falls on the floor from above its far side: so much of white there, none at the near one. */
const LIGHT = 0.07;

/** Paints it; the head looks the same wherever it is cropped along its length. */
export function paintPanel(
  context: Context,
  court: Court,
  panel: HeadedPanel,
  colour: Theme['colour'],
): void {
  const { width, height, head } = panel;
  context.fillStyle = colour.plate;
  context.fillRect(0, 0, width, height);
  context.fillStyle = colour.raised;
  context.fillRect(0, 0, width, head);
  context.fillStyle = colour.line;
  context.fillRect(0, head - 1, width, 1);
  const alongMm = court.lengthMm + 2 * APRON_MM.ends;
  const acrossMm = court.widthMm + 2 * APRON_MM.sides;
  context.translate(width / 2, head + (height - head) / 2);
  context.scale(width / alongMm, (height - head) / acrossMm);
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
