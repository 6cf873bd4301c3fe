// Every graphic's edges over black, white and grey, blended as the browser does and in linear light as OBS does: nothing is brighter or darker there than the ground or the graphic.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { type Bench, makeBench } from '../kit/scene-bench.ts';
import { type Drawn, drawState } from '../shots/drawn.ts';
import { type Played, playedGame } from '../shots/played-game.ts';
import { SETTLED } from '../shots/state.ts';
import { themes } from '../shots/themes.ts';

const GROUNDS = { black: 0, white: 255, grey: 128 } as const;
/** Levels of 255 by which an edge may lie beyond the ground and what is beside it. */
const FRINGE = 20;
/** So many pixels of a graphic may lie further: where the round corner of one shape lies on another's, both edges are seen. */
const AT_CORNERS = 24;
/** Of what is drawn, so much may be partly transparent: edges, no plates. In linear light only this comes out otherwise than in the browser. */
const MOST_TRANSPARENT = 0.02;
/** Lie on the picture itself, or show transparency on purpose. */
const TRANSLUCENT: ReadonlySet<string> = new Set(['floor-chart', 'floor-dots', 'test-card']);

const toLinear = (level: number): number => (level / 255) ** 2.2;
const BLENDS = {
  sRGB: (colour: number, ground: number, alpha: number) => colour * alpha + ground * (1 - alpha),
  'linear light': (colour: number, ground: number, alpha: number) =>
    255 * (toLinear(colour) * alpha + toLinear(ground) * (1 - alpha)) ** (1 / 2.2),
} as const;

const partly = ({ data }: Drawn): number[] => {
  const found: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    if (alpha > 0 && alpha < 255) found.push(at);
  }
  return found;
};

/** So far from an edge, in pixels, what it is an edge of is looked for: a rounded corner has its ring around the bend. */
const NEAR = 4;

/** The least and the most of a channel among the opaque pixels near one; null where there are none. */
function besides({ data, width, height }: Drawn, at: number, channel: number): [number, number] | null {
  const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
  let [least, most] = [256, -1];
  for (let row = Math.max(0, y - NEAR); row <= Math.min(height - 1, y + NEAR); row += 1)
    for (let column = Math.max(0, x - NEAR); column <= Math.min(width - 1, x + NEAR); column += 1) {
      const one = (row * width + column) * 4;
      if (data[one + 3] !== 255) continue;
      least = Math.min(least, data[one + channel] ?? 0);
      most = Math.max(most, data[one + channel] ?? 0);
    }
  return most < 0 ? null : [least, most];
}

/** Pixels that lie further beyond their ground and what is beside them than `FRINGE`. */
function fringeOf(drawn: Drawn, ground: number, blend: (typeof BLENDS)[keyof typeof BLENDS]): number {
  let fringed = 0;
  for (const at of partly(drawn)) {
    const alpha = (drawn.data[at + 3] ?? 0) / 255;
    const isBeyond = [0, 1, 2].some((channel) => {
      const beside = besides(drawn, at, channel);
      if (beside === null) return false;
      const seen = blend(drawn.data[at + channel] ?? 0, ground, alpha);
      return Math.min(ground, beside[0]) - seen > FRINGE || seen - Math.max(ground, beside[1]) > FRINGE;
    });
    if (isBeyond) fringed += 1;
  }
  return fringed;
}

let played: Played;
beforeAll(async () => {
  played = await playedGame();
});

describe.each([...themes])('%s', (_, theme) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await makeBench({ renderer: 'canvas', theme });
  });
  afterAll(() => bench.dispose());

  test.each([...graphics.values()])('$id has clean edges on every ground', async (graphic) => {
    const drawn = await drawState(bench, graphic, SETTLED, played);
    const pixels = drawn.data.length / 4;
    expect(pixels).toBeGreaterThan(1_000);
    if (TRANSLUCENT.has(graphic.id)) return;
    for (const [name, ground] of Object.entries(GROUNDS))
      for (const [how, blend] of Object.entries(BLENDS))
        expect(fringeOf(drawn, ground, blend), `over ${name} in ${how}`).toBeLessThanOrEqual(AT_CORNERS);
    expect(partly(drawn).length / pixels).toBeLessThanOrEqual(MOST_TRANSPARENT);
  });
});

test('a dark fringe is found', () => {
  const white = [255, 255, 255, 255] as const;
  const data = Uint8ClampedArray.from([...white, ...white, 0, 0, 0, 128, 0, 0, 0, 0]);
  const drawn = { x: 0, y: 0, width: 4, height: 1, data };
  expect(fringeOf(drawn, GROUNDS.white, BLENDS.sRGB)).toBe(1);
  expect(
    fringeOf(
      { ...drawn, data: data.map((level, at) => (at > 7 && at < 11 ? 255 : level)) },
      255,
      BLENDS.sRGB,
    ),
  ).toBe(0);
});
