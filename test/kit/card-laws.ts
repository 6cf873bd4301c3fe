// What every stat card owes the director, as tests: put them in a describe of the card's own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roomBesideBug } from '../../src/stage/bug-measures.ts';
import type { Graphic } from '../../src/stage/graphic.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import type { Moment } from '../../src/time/moment.ts';
import { drawnPixels } from './pixels.ts';
import { type Bench, benchScene, difference, makeBench, type Region } from './scene-bench.ts';

/** Seconds. A part takes 420 ms; the last of many may still follow. */
const IN = { least: 0.42, most: 0.9 };
const OUT = { least: 0.24, most: 0.32 };

export type CardCase<Options> = {
  readonly name: string;
  readonly moment: Moment;
  readonly options?: Partial<Options>;
};

const ROOM = roomBesideBug(HOUSE_THEME);
/** Where a card may lie: inside the safe area, clear of the scorebug and its tab. */
const ALLOWED: Region = {
  x: ROOM.left,
  y: ROOM.top,
  width: ROOM.right - ROOM.left,
  height: ROOM.bottom - ROOM.top,
};

function drawnOutside(image: ImageData, { x, y, width, height }: Region): number {
  let outside = 0;
  for (let row = 0; row < image.height; row += 1)
    for (let column = 0; column < image.width; column += 1) {
      if (column >= x && column < x + width && row >= y && row < y + height) continue;
      if (image.data[(row * image.width + column) * 4 + 3] !== 0) outside += 1;
    }
  return outside;
}

/** Says the laws for a card in each of its cases; `[0]` is the ordinary one, which moves. */
export function cardLaws<Options, View>(
  graphic: Graphic<Options, View>,
  cases: readonly [CardCase<Options>, ...CardCase<Options>[]],
): void {
  const [{ moment, options: wished = {} }] = cases;

  describe.each(['webgl', 'canvas'] as const)('in %s', (renderer) => {
    let bench: Bench;
    let card: Awaited<ReturnType<typeof benchScene<Options, View>>>;
    beforeAll(async () => {
      bench = await makeBench({ renderer });
      card = await benchScene(bench, graphic, wished);
    });
    afterAll(() => {
      card.dispose();
      bench.dispose();
    });
    const settled = (): ImageData => {
      card.show(moment);
      return bench.picture();
    };

    test('it is not seen at its first instant, and is within two frames', () => {
      card.enter(moment, 0);
      expect(drawnPixels(bench.picture())).toBe(0);
      card.enter(moment, 2 / 60);
      expect(drawnPixels(bench.picture())).toBeGreaterThan(1_000);
    });

    test('at a quarter of a second it is on its way', () => {
      const rest = settled();
      card.enter(moment, 0.25);
      const drawn = drawnPixels(bench.picture());
      expect(drawn).toBeGreaterThan(drawnPixels(rest) / 2);
      expect(difference(bench.picture(), rest)).toBeGreaterThan(0);
    });

    test('its way in ends as the settled picture', () => {
      const rest = settled();
      const entering = card.enter(moment, 10);
      expect(difference(bench.picture(), rest, 0)).toBe(0);
      expect(entering?.duration()).toBeGreaterThanOrEqual(IN.least);
      expect(entering?.duration()).toBeLessThanOrEqual(IN.most);
    });

    test('an instant of its way in is the same, whatever was asked for before', () => {
      card.enter(moment, 0.2);
      const straight = bench.picture();
      const entering = card.enter(moment, 0.6);
      entering?.time(0.02, true).time(0.2, true);
      expect(difference(bench.picture(), straight, 0)).toBe(0);
    });

    test('its way out ends in nothing, also when it had not yet come in', () => {
      card.show(moment);
      const leaving = card.exit(10);
      expect(drawnPixels(bench.picture())).toBe(0);
      expect(leaving?.duration()).toBeGreaterThanOrEqual(OUT.least);
      expect(leaving?.duration()).toBeLessThanOrEqual(OUT.most);
      const entering = card.enter(moment, 0.1);
      card.exit(10);
      entering?.time(0.2, true);
      expect(drawnPixels(bench.picture())).toBe(0);
    });

    test('the same again needs no motion', () => {
      card.show(moment);
      expect(card.update(moment)).toBeNull();
    });

    test.each(cases)('$name: all of it lies in the safe area, above the scorebug', async (one) => {
      const other = await benchScene(bench, graphic, one.options ?? {});
      card.scene.view.visible = false;
      other.show(one.moment);
      const picture = bench.picture();
      other.dispose();
      card.scene.view.visible = true;
      expect(drawnPixels(picture)).toBeGreaterThan(10_000);
      expect(drawnOutside(picture, ALLOWED)).toBe(0);
    });
  });

  test.each(cases)('$name: both renderers paint it alike', async (one) => {
    const pictures: ImageData[] = [];
    for (const renderer of ['webgl', 'canvas'] as const) {
      const bench = await makeBench({ renderer });
      const card = await benchScene(bench, graphic, one.options ?? {});
      card.show(one.moment);
      pictures.push(bench.picture());
      card.enter(one.moment, 0.25);
      pictures.push(bench.picture());
      card.dispose();
      bench.dispose();
    }
    const [rest, moving, otherRest, otherMoving] = pictures as [ImageData, ImageData, ImageData, ImageData];
    expect(difference(rest, otherRest, 40)).toBeLessThan(0.002);
    expect(difference(moving, otherMoving, 40)).toBeLessThan(0.004);
  });
}
