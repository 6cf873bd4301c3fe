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

type Bounds = {
  /** So many pixels of a graphic may lie further: where the round corner of one shape lies on another's, both edges are seen. */
  readonly fringed: number;
  /** Of what is drawn, so much may be partly transparent edge. */
  readonly edges: number;
  /** Of what is drawn, so much may be areas that let the picture through: in linear light these come out otherwise than in the browser. */
  readonly areas: number;
};
/** A long edge that lies between two pixels is of one alpha too: no more than a trace of that. */
const ORDINARY: Bounds = { fringed: 24, edges: 0.02, areas: 0.001 };
/** What has bounds of its own, and why. */
const OWN: Readonly<Record<string, Bounds>> = {
  // Rings in perspective are mostly edge.
  'floor-dots': { ...ORDINARY, edges: 0.04 },
  // A zone's tint lets the floor through: it is painted on it. Its bands and words are opaque.
  'floor-chart': { ...ORDINARY, edges: 0.04, areas: 0.5 },
  // Its wedges are transparent on purpose, to be compared by eye; more round corners lie on other shapes than elsewhere.
  'test-card': { ...ORDINARY, fringed: 48, areas: 0.02 },
};

const toLinear = (level: number): number => (level / 255) ** 2.2;
const BLENDS = {
  sRGB: (colour: number, ground: number, alpha: number) => colour * alpha + ground * (1 - alpha),
  'linear light': (colour: number, ground: number, alpha: number) =>
    255 * (toLinear(colour) * alpha + toLinear(ground) * (1 - alpha)) ** (1 / 2.2),
} as const;

type Blend = (typeof BLENDS)[keyof typeof BLENDS];

/** What a pixel is: not drawn, of a smoothed edge, of a plate or an area that is of one alpha all around. */
const NOTHING = 0;
const EDGE = 1;
const WHOLE = 2;

function kindsOf({ data, width, height }: Drawn): Uint8Array {
  const alpha = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[(y * width + x) * 4 + 3] ?? 0);
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const own = alpha(x, y);
    if (own === 0) return NOTHING;
    if (own === 255) return WHOLE;
    const around = [alpha(x - 1, y), alpha(x + 1, y), alpha(x, y - 1), alpha(x, y + 1)];
    return around.filter((other) => Math.abs(other - own) <= 1).length >= 3 ? WHOLE : EDGE;
  });
}

/** So far from an edge, in pixels, what it is an edge of is looked for: a rounded corner has its ring around the bend. */
const NEAR = 4;

/** A channel of a pixel as it is seen over a ground. */
type See = (at: number, channel: number) => number;

/** The least and the most of a channel among the whole pixels near one; null where there are none. */
function besides(
  { width, height }: Drawn,
  kinds: Uint8Array,
  at: number,
  see: (at: number) => number,
): [number, number] | null {
  const [x, y] = [at % width, Math.floor(at / width)];
  let [least, most] = [256, -1];
  for (let row = Math.max(0, y - NEAR); row <= Math.min(height - 1, y + NEAR); row += 1)
    for (let column = Math.max(0, x - NEAR); column <= Math.min(width - 1, x + NEAR); column += 1) {
      const one = row * width + column;
      if (kinds[one] !== WHOLE) continue;
      least = Math.min(least, see(one));
      most = Math.max(most, see(one));
    }
  return most < 0 ? null : [least, most];
}

/** Pixels of edges that lie further beyond their ground and what is beside them than `FRINGE`. */
function fringeOf(drawn: Drawn, kinds: Uint8Array, ground: number, blend: Blend): number {
  const { data } = drawn;
  const see: See = (at, channel) => blend(data[at * 4 + channel] ?? 0, ground, (data[at * 4 + 3] ?? 0) / 255);
  let fringed = 0;
  for (const [at, kind] of kinds.entries()) {
    if (kind !== EDGE) continue;
    const isBeyond = [0, 1, 2].some((channel) => {
      const beside = besides(drawn, kinds, at, (one) => see(one, channel));
      if (beside === null) return false;
      const seen = see(at, channel);
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
    const most = OWN[graphic.id] ?? ORDINARY;
    const kinds = kindsOf(drawn);
    for (const [name, ground] of Object.entries(GROUNDS))
      for (const [how, blend] of Object.entries(BLENDS))
        expect(fringeOf(drawn, kinds, ground, blend), `over ${name} in ${how}`).toBeLessThanOrEqual(
          most.fringed,
        );
    const share = (isIt: (kind: number, alpha: number) => boolean): number =>
      kinds.filter((kind, at) => isIt(kind, drawn.data[at * 4 + 3] ?? 0)).length / pixels;
    expect(share((kind) => kind === EDGE)).toBeLessThanOrEqual(most.edges);
    expect(share((kind, alpha) => kind === WHOLE && alpha < 255)).toBeLessThanOrEqual(most.areas);
  });
});

test('a dark fringe is found', () => {
  const white = [255, 255, 255, 255] as const;
  const data = Uint8ClampedArray.from([...white, ...white, 0, 0, 0, 128, 0, 0, 0, 0]);
  const drawn = { x: 0, y: 0, width: 4, height: 1, data };
  expect(fringeOf(drawn, kindsOf(drawn), GROUNDS.white, BLENDS.sRGB)).toBe(1);
  const clean = { ...drawn, data: data.map((level, at) => (at > 7 && at < 11 ? 255 : level)) };
  expect(fringeOf(clean, kindsOf(clean), GROUNDS.white, BLENDS.sRGB)).toBe(0);
});
