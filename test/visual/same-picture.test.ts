// The comparison of pictures is itself compared: what a viewer would see fails, what another browser's smoothing does passes.
import { describe, expect, it } from 'vitest';
import { normal, seeded } from '../kit/random.ts';
import { mismatchOf } from './same-picture.ts';

const WIDTH = 160;
const HEIGHT = 64;
type Colour = readonly [number, number, number];
const PLATE: Colour = [14, 19, 27];
const TEXT: Colour = [245, 247, 250];
const QUIET: Colour = [169, 180, 194];

type Stem = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
/** A word of letters' stems, three units wide and 18 high, as a label of 24 units has. */
const WORD: readonly Stem[] = Array.from({ length: 9 }, (_, i) => ({
  x: 30.4 + i * 9.3,
  y: 20,
  width: 3,
  height: 18,
}));

/** How much of a pixel a stem covers, 0 to 1. */
const covered = (x: number, y: number, stem: Stem): number =>
  Math.max(0, Math.min(x + 1, stem.x + stem.width) - Math.max(x, stem.x)) *
  Math.max(0, Math.min(y + 1, stem.y + stem.height) - Math.max(y, stem.y));

type Look = {
  readonly dx?: number;
  readonly dy?: number;
  readonly ink?: Colour;
  readonly plate?: Colour;
  /** Changes how much of an edge pixel is covered, and so its colour. */
  readonly smoothing?: (cover: number) => number;
};

function picture({ dx = 0, dy = 0, ink = TEXT, plate = PLATE, smoothing = (cover) => cover }: Look = {}) {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255);
  const word = WORD.map((stem) => ({ ...stem, x: stem.x + dx, y: stem.y + dy }));
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const cover = Math.min(1, Math.max(...word.map((stem) => covered(x, y, stem))));
      const share = cover > 0 && cover < 1 ? smoothing(cover) : cover;
      for (let c = 0; c < 3; c += 1)
        data[(y * WIDTH + x) * 4 + c] = (ink[c] ?? 0) * share + (plate[c] ?? 0) * (1 - share);
    }
  return { width: WIDTH, height: HEIGHT, data };
}

const differs = (look: Look): boolean => mismatchOf(picture(look), picture()) !== null;

describe('to a viewer it is another picture', () => {
  it.each<[string, Look]>([
    ['a label one unit to the right', { dx: 1 }],
    ['a label one unit up', { dy: -1 }],
    ['a quiet label one unit to the left', { dx: -1, ink: QUIET }],
    ['a word in the quiet colour', { ink: QUIET }],
    ['a word in amber', { ink: [255, 176, 32] }],
    ['a plate that is raised', { plate: [24, 32, 44] }],
    ['a plate six levels bluer', { plate: [14, 19, 33] }],
    ['no word', { ink: PLATE }],
  ])('%s', (_, look) => {
    const { dx, dy, ...colours } = look;
    expect(mismatchOf(picture(look), picture(dx || dy ? colours : {}))).not.toBeNull();
  });

  it('one mark of 8 by 8 units in another colour', () => {
    const marked = picture();
    for (let y = 4; y < 12; y += 1)
      for (let x = 4; x < 12; x += 1) marked.data.set([229, 53, 43], (y * WIDTH + x) * 4);
    expect(mismatchOf(marked, picture())).toMatchObject({ x: 0, y: 0, tiles: 1, offPixels: 64 });
  });
});

describe('to a viewer it is the same picture', () => {
  it('that is the same', () => {
    expect(mismatchOf(picture(), picture())).toBeNull();
  });

  it.each([1, 2, 3, 4, 5])('with noise on each edge (seed %i)', (seed) => {
    const random = seeded(seed);
    expect(differs({ smoothing: (cover) => Math.min(1, Math.max(0, cover + normal(random, 0.06))) })).toBe(
      false,
    );
  });

  it('with edges a tenth heavier, or lighter', () => {
    expect(differs({ smoothing: (cover) => Math.min(1, cover + 0.1) })).toBe(false);
    expect(differs({ smoothing: (cover) => Math.max(0, cover - 0.1) })).toBe(false);
  });

  it('with every colour three levels off', () => {
    const [r, g, b] = PLATE;
    expect(differs({ plate: [r + 3, g + 3, b + 3] })).toBe(false);
  });
});

it('refuses pictures of different sizes', () => {
  expect(() => mismatchOf(picture(), { ...picture(), width: 80, height: 128 })).toThrow('different sizes');
});
