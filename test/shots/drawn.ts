// One state of a graphic, drawn: its own pixels with their alpha, and where in the frame they lie.
import type { Graphic } from '../../src/stage/graphic.ts';
import { FRAME } from '../../src/stage/theme.ts';
import { type Bench, benchScene } from '../kit/scene-bench.ts';
import type { Played } from './played-game.ts';
import type { State } from './state.ts';

/** A part of the frame at 1080 lines; the pixels are four bytes each, row by row, with straight alpha. */
export type Drawn = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
};

/** What a picture is kept and compared over: lighter than plates, darker than text. */
export const GROUND = 0x80;

/** Poses a scene of the graphic on a bench and lets it be looked at. */
export async function posed<Found>(
  bench: Bench,
  graphic: Graphic,
  { state: { options = {}, pose }, played }: { readonly state: State; readonly played: Played },
  look: () => Found,
): Promise<Found> {
  const chosen = typeof options === 'function' ? options(played) : options;
  const scene = await benchScene(bench, graphic, chosen as Partial<unknown>);
  try {
    pose(scene, played);
    return look();
  } finally {
    scene.dispose();
  }
}

/** A state on a bench at 1080 lines, and what is drawn of it cut out. Nothing drawn is a picture of no size. */
export const drawState = (bench: Bench, graphic: Graphic, state: State, played: Played): Promise<Drawn> =>
  posed(bench, graphic, { state, played }, () => cutOut(bench.picture()));

/** The least part of a whole frame that holds all that is not wholly transparent. */
export function cutOut({ data, width, height }: ImageData): Drawn {
  const pixels = new Uint32Array(data.buffer);
  const isEmpty = (row: number): boolean => {
    for (let at = row * width; at < (row + 1) * width; at += 1) if (pixels[at] !== 0) return false;
    return true;
  };
  let [top, bottom] = [0, height];
  while (top < bottom && isEmpty(top)) top += 1;
  while (bottom > top && isEmpty(bottom - 1)) bottom -= 1;
  let [left, right] = [width, 0];
  for (let y = top; y < bottom; y += 1) {
    let from = y * width;
    while (from < y * width + left && pixels[from] === 0) from += 1;
    left = Math.min(left, from - y * width);
    let to = (y + 1) * width;
    while (to > y * width + right && pixels[to - 1] === 0) to -= 1;
    right = Math.max(right, to - y * width);
  }
  return part({ x: 0, y: 0, width, height, data }, left, top, Math.max(0, right - left), bottom - top);
}

function part({ data, width: stride }: Drawn, x: number, y: number, width: number, height: number): Drawn {
  const cut = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * stride + x) * 4;
    cut.set(data.subarray(from, from + width * 4), row * width * 4);
  }
  return { x, y, width, height, data: cut };
}

const NOTHING: Drawn = {
  x: 0,
  y: 0,
  width: 1,
  height: 1,
  data: Uint8ClampedArray.of(GROUND, GROUND, GROUND, 255),
};

/** Laid on the ground that all references are kept on, as a screen blends: no transparency is left. Of nothing, one pixel of the ground. */
export function onGround(drawn: Drawn): Drawn {
  if (drawn.width === 0 || drawn.height === 0) return NOTHING;
  const data = drawn.data.slice();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 255) continue;
    const alpha = (data[at + 3] ?? 0) / 255;
    for (let c = 0; c < 3; c += 1)
      data[at + c] = Math.round((data[at + c] ?? 0) * alpha + GROUND * (1 - alpha));
    data[at + 3] = 255;
  }
  return { ...drawn, data };
}

/** That region of the frame, with the ground where the picture does not reach. */
export function spread(drawn: Drawn, region: Omit<Drawn, 'data'>): Drawn {
  const { x, y, width, height } = region;
  if (drawn.x === x && drawn.y === y && drawn.width === width && drawn.height === height) return drawn;
  const data = new Uint8ClampedArray(width * height * 4);
  new Uint32Array(data.buffer).fill(new Uint32Array(NOTHING.data.buffer)[0] ?? 0);
  for (let row = 0; row < drawn.height; row += 1) {
    const line = drawn.data.subarray(row * drawn.width * 4, (row + 1) * drawn.width * 4);
    data.set(line, ((drawn.y - y + row) * width + drawn.x - x) * 4);
  }
  return { x, y, width, height, data };
}

/** The least region that holds both. */
export function around(a: Drawn, b: Drawn): Omit<Drawn, 'data'> {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.min(FRAME.width, Math.max(a.x + a.width, b.x + b.width)) - x,
    height: Math.min(FRAME.height, Math.max(a.y + a.height, b.y + b.height)) - y,
  };
}
