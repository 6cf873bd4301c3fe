// What the test card paints, read back from pixels.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { testCard } from '../../../overlays/test-card/graphic.ts';
import { BANDS } from '../../../overlays/test-card/layout.ts';
import { FRAME, HOUSE_THEME, THEMES } from '../../../src/stage/theme.ts';
import { aMoment } from '../../kit/moments.ts';
import { colourAt, drawnPixels } from '../../kit/pixels.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';

const { colour } = HOUSE_THEME;
const at = (atMs: number) => aMoment({ atMs: 1_700_000_000_000 + atMs });

let bench: Bench;
let card: Awaited<ReturnType<typeof benchScene>>;
beforeAll(async () => {
  bench = await makeBench();
});
afterAll(() => bench.dispose());
beforeEach(async () => {
  card = await benchScene(bench, testCard);
});
afterEach(() => card.dispose());

test('its lines stand on the edges of the frame and of both safe areas, to the pixel', () => {
  card.show(at(0));
  const image = bench.picture('#000000');
  const row = FRAME.height - 120;
  for (const [x, expected] of [
    [0, colour.alarm],
    [FRAME.width - 1, colour.alarm],
    [FRAME.actionSafe.x, colour.warm],
    [FRAME.width - FRAME.actionSafe.x - 1, colour.warm],
    [FRAME.graphicsSafe.x, colour.text],
    [FRAME.width - FRAME.graphicsSafe.x - 1, colour.text],
  ] as const)
    expect(colourAt(image, x, row), `x ${x}`).toBe(expected);
});

test('a wedge has the alpha that it says, on its ground and in the key itself', () => {
  card.show(at(0));
  const image = bench.picture();
  const { x, y, width, height } = BANDS.wedges;
  const across = (step: number) => Math.round(x + 88 + ((step + 0.5) * (width - 88)) / 11);
  const alpha = (column: number, row: number) => image.data[(row * FRAME.width + column) * 4 + 3] ?? 0;
  for (let step = 0; step <= 10; step += 1) {
    const black = Number.parseInt(colourAt(image, across(step), y + 60).slice(1, 3), 16);
    expect(Math.abs(black - step * 25.5), `${step * 10} % on black`).toBeLessThanOrEqual(1.5);
    expect(
      Math.abs(alpha(across(step), y + height - 8) - step * 25.5),
      `${step * 10} % in the key`,
    ).toBeLessThanOrEqual(1.5);
  }
});

test('what moves is where the instant says, whatever was painted before', () => {
  card.show(at(437));
  const straight = bench.picture();
  card.show(at(1_900));
  expect(difference(bench.picture(), straight, 0)).toBeGreaterThan(0);
  card.show(at(437));
  expect(difference(bench.picture(), straight, 0)).toBe(0);
});

test('the same instant again changes nothing, the next does', () => {
  card.show(at(0));
  expect(card.scene.tick?.(at(0))).toBe(false);
  expect(card.scene.tick?.(at(16))).toBe(true);
});

test('it comes from nothing within two frames, settles, and goes to nothing', () => {
  card.show(at(0));
  const rest = bench.picture();
  card.enter(at(0), 0);
  expect(drawnPixels(bench.picture())).toBe(0);
  card.enter(at(0), 2 / 60);
  expect(drawnPixels(bench.picture())).toBeGreaterThan(1_000);
  card.enter(at(0), 10);
  expect(difference(bench.picture(), rest, 0)).toBe(0);
  card.exit(10);
  expect(drawnPixels(bench.picture())).toBe(0);
});

/** How far apart the darkest and the lightest of a part of the picture are, 0 to 255, in green. */
function contrastOf({ data, width }: ImageData, from: readonly [number, number], size: number): number {
  let [darkest, lightest] = [255, 0];
  for (let y = from[1]; y < from[1] + size; y += 1)
    for (let x = from[0]; x < from[0] + size; x += 1) {
      const green = data[(y * width + x) * 4 + 1] ?? 0;
      darkest = Math.min(darkest, green);
      lightest = Math.max(lightest, green);
    }
  return lightest - darkest;
}

test.each(Object.values(THEMES))('in $name its fine patterns stand off their plate', async (theme) => {
  const other = await makeBench({ theme, renderer: 'canvas' });
  const themed = await benchScene(other, testCard);
  themed.show(at(0));
  const image = other.picture();
  const { x, y, width, height } = BANDS.sweep;
  for (const fromRight of [24 + 48, 24 + 112 + 48, 24 + 224 + 48]) {
    const middle = [x + width - fromRight - 4, y + height / 2 - 4] as const;
    expect(contrastOf(image, middle, 8), `${fromRight} from the right`).toBeGreaterThan(128);
  }
  themed.dispose();
  other.dispose();
});

test.each(['#000000', '#ffffff'])('its ruler is seen over %s', (ground) => {
  card.show(at(0));
  const corner = [FRAME.width / 2, FRAME.graphicsSafe.y + 4] as const;
  expect(contrastOf(bench.picture(ground), corner, 14)).toBeGreaterThan(200);
});

test('both renderers paint it alike', async () => {
  card.show(at(437));
  const webgl = bench.picture();
  const other = await makeBench({ renderer: 'canvas' });
  const twin = await benchScene(other, testCard);
  twin.show(at(437));
  const canvas = other.picture();
  twin.dispose();
  other.dispose();
  expect(difference(webgl, canvas, 40)).toBeLessThan(0.002);
});
