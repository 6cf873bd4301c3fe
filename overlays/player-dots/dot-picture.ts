// What a dot looks like: one picture with jersey colour, ring and number in it; the flame on who is hot; and the rings about who stands out.
import type { Texture } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { measureTypeface, useTypeface } from '../../src/stage/typeface.ts';

type Context = CanvasRenderingContext2D;

/** Radius of a dot on the whole floor, in units, without its keyline; closer up it grows. */
export const DOT_RADIUS = 19;
const RING = 3;
const KEYLINE = 2;
/** How far it reaches with its keyline, as drawn. */
export const DOT_REACH = DOT_RADIUS + KEYLINE + 1;
const NUMBER_SIZE = 26;
/** The flame stands on the dot's upper right. */
export const FLAME = { x: 16, y: -16, radius: 10 } as const;
/** Inner radius and width of a ring about a dot: it leaves a gap of the floor's dark. */
const HALO = { radius: DOT_RADIUS + KEYLINE + 1, width: 3.5 } as const;

export type DotLook = {
  readonly jersey: JerseyLook;
  /** As worn; empty for none. */
  readonly number: string;
};

/** A disc about a place; its pictures lie about their middle. */
export function disc(context: Context, radius: number, colour: string, x = 0, y = 0): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** A flame in a box of two units about 0. */
function drawFlame(context: Context, colour: string, scale: number): void {
  context.save();
  context.scale(scale, scale);
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(0.08, -1);
  context.bezierCurveTo(0.16, -0.5, 0.78, -0.22, 0.7, 0.34);
  context.bezierCurveTo(0.64, 0.78, 0.34, 1, 0, 1);
  context.bezierCurveTo(-0.38, 1, -0.7, 0.76, -0.7, 0.3);
  context.bezierCurveTo(-0.7, -0.02, -0.52, -0.2, -0.4, -0.42);
  context.bezierCurveTo(-0.36, -0.2, -0.3, -0.1, -0.14, -0.02);
  context.bezierCurveTo(-0.2, -0.4, -0.14, -0.76, 0.08, -1);
  context.fill();
  context.restore();
}

/** The disc of a body. */
export function dotPicture(kit: StageKit, { jersey: { fill, ink, ring }, number }: DotLook): Texture {
  const { plate, text } = kit.theme.colour;
  const rim = ring ?? text;
  const half = DOT_REACH;
  return kit.picture({
    key: `dot ${fill} ${ink} ${rim} ${plate} ${number}`,
    width: 2 * half,
    height: 2 * half,
    draw: (context) => {
      context.translate(half, half);
      disc(context, DOT_RADIUS + KEYLINE, plate);
      disc(context, DOT_RADIUS, rim);
      disc(context, DOT_RADIUS - RING, fill);
      drawNumber(context, kit, number, ink);
    },
  });
}

/** The flame as it stands on a dot, on a dark ground of its own. */
export function badgePicture(kit: StageKit): Texture {
  const { plate, warm } = kit.theme.colour;
  const half = FLAME.radius + 1;
  return kit.picture({
    key: `badge ${plate} ${warm}`,
    width: 2 * half,
    height: 2 * half,
    draw: (context) => {
      context.translate(half, half);
      disc(context, FLAME.radius, plate);
      context.translate(0, -0.5);
      drawFlame(context, warm, FLAME.radius - 2.5);
    },
  });
}

function drawNumber(context: Context, kit: StageKit, number: string, ink: string): void {
  if (number === '') return;
  const face = { family: 'display', weight: 700, sizePx: NUMBER_SIZE, colour: ink } as const;
  const typeface = measureTypeface(context, face, kit.theme);
  useTypeface(context, typeface);
  const { width, actualBoundingBoxLeft, actualBoundingBoxRight } = context.measureText(number);
  // Three figures are rare, and must stay on the disc.
  const scale = Math.min(1, (2 * (DOT_RADIUS - RING) - 3) / width);
  context.scale(scale, scale);
  context.fillStyle = ink;
  // By its ink: a 1 beside a 7 stands in the middle.
  context.fillText(number, (actualBoundingBoxLeft - actualBoundingBoxRight) / 2, typeface.baseline);
  context.scale(1 / scale, 1 / scale);
}

/** The flame alone, for a line of text. */
export const flamePicture = (kit: StageKit): Texture =>
  kit.picture({
    key: `flame ${kit.theme.colour.warm}`,
    width: 20,
    height: 24,
    draw: (context) => {
      context.translate(10, 12);
      drawFlame(context, kit.theme.colour.warm, 10);
    },
  });

/** How far a ring about a dot of `DOT_RADIUS` reaches. */
export const HALO_REACH = HALO.radius + HALO.width + 2;

/** A ring about a dot. */
export function haloPicture(kit: StageKit, colour: string): Texture {
  const half = HALO_REACH;
  return kit.picture({
    key: `halo ${colour} ${kit.theme.colour.plate}`,
    width: 2 * half,
    height: 2 * half,
    draw: (context) => {
      context.translate(half, half);
      disc(context, half - 0.5, kit.theme.colour.plate);
      disc(context, HALO.radius + HALO.width, colour);
      disc(context, HALO.radius, kit.theme.colour.plate);
    },
  });
}
