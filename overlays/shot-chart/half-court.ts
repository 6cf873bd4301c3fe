// Where a place of the hoop's frame falls on the chart, hoop at the bottom; and the lines that lie over the zones.
import { Sprite } from 'pixi.js';
import { type Court, type CourtName, courtOf, nominalHoop, toHoopFrame } from '../../src/game/court.ts';
import { courtLines, runsOf } from '../../src/game/court-lines.ts';
import { type ZoneShape, zoneShapes } from '../../src/game/zone-shapes.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';

/** Width of the half court on the chart, in units. */
export const COURT_WIDTH = 656;

/** Widths of lines, in units: between zones, and along the three-point line. */
const GAP = 2;
const THREE_GAP = 4;

/** How far the lines' picture reaches beyond the court, so that its frame's edges are smooth. */
const BEYOND = 4;

/** One court at the chart's scale. Its origin is the upper left corner: the left end of the centre line. */
export class HalfCourt {
  readonly court: Court;
  readonly shapes: readonly ZoneShape[];
  /** Units a millimetre. */
  readonly scale: number;
  readonly height: number;

  constructor(name: CourtName) {
    this.court = courtOf(name);
    this.shapes = zoneShapes(name);
    this.scale = COURT_WIDTH / this.court.widthMm;
    this.height = Math.ceil((this.court.lengthMm / 2) * this.scale);
  }

  x(xMm: number): number {
    return COURT_WIDTH / 2 + xMm * this.scale;
  }
  y(yMm: number): number {
    return this.height - (yMm + this.court.hoopFromEndMm) * this.scale;
  }
  /** Whether a mark there stands on the chart: heaves from beyond mid-court do not. */
  has(xMm: number, yMm: number): boolean {
    const [x, y] = [this.x(xMm), this.y(yMm)];
    return x >= 0 && x <= COURT_WIDTH && y >= 0 && y <= this.height;
  }
}

/** Gaps between zones, and the court's own lines, as one picture over the zones: their edges are as smooth as it is. */
export function linesOver(kit: StageKit, half: HalfCourt): Sprite {
  const { plate } = kit.theme.colour;
  const sprite = new Sprite(
    kit.picture({
      key: `half court ${half.court.name} ${plate}`,
      width: COURT_WIDTH + 2 * BEYOND,
      height: half.height + 2 * BEYOND,
      draw: (context) => {
        context.strokeStyle = plate;
        context.lineJoin = 'round';
        context.translate(BEYOND, BEYOND);
        drawCourt(context, half);
        drawGaps(context, half);
        context.lineWidth = 2 * BEYOND;
        context.strokeRect(
          1 - BEYOND,
          1 - BEYOND,
          COURT_WIDTH + 2 * BEYOND - 2,
          half.height + 2 * BEYOND - 2,
        );
      },
    }),
  );
  sprite.anchor.set(0);
  sprite.position.set(-BEYOND);
  return sprite;
}

function drawCourt(context: CanvasRenderingContext2D, half: HalfCourt): void {
  const hoop = nominalHoop(half.court, 1);
  for (const line of courtLines(half.court)) {
    if (line.end !== 1 || line.part === 'three') continue;
    const bold = line.part === 'hoop' || line.part === 'backboard';
    context.globalAlpha = bold ? 1 : 0.28;
    context.lineWidth = bold ? 3 : 2;
    for (const run of runsOf(line)) {
      context.beginPath();
      for (const { xMm, yMm } of run) {
        const place = toHoopFrame(xMm, yMm, hoop);
        context.lineTo(half.x(place.xMm), half.y(place.yMm));
      }
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

function drawGaps(context: CanvasRenderingContext2D, half: HalfCourt): void {
  for (const { outline, place } of half.shapes) {
    context.lineWidth = place.startsWith('three') ? THREE_GAP : GAP;
    context.beginPath();
    for (const { xMm, yMm } of outline) context.lineTo(half.x(xMm), half.y(yMm));
    context.closePath();
    context.stroke();
  }
}
