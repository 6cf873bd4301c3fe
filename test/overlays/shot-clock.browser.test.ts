import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shotClock } from '../../overlays/shot-clock/graphic.ts';
import { BAR, BOXES, cornerOf } from '../../overlays/shot-clock/layout.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { aMoment } from '../kit/moments.ts';
import { colourAt, coloursIn, drawnPixels } from '../kit/pixels.ts';
import { type Bench, benchScene, difference, makeBench, type Region } from '../kit/scene-bench.ts';

const { colour } = HOUSE_THEME;
const BOX = BOXES.regular;
const AREA: Region = { ...cornerOf(HOUSE_THEME, 'bottom-right', BOX), width: BOX.width, height: BOX.height };
const at = (shotClockMs: number | null) => aMoment({ shotClockMs });

let bench: Bench;
let clock: Awaited<ReturnType<typeof benchScene>>;
beforeAll(async () => {
  bench = await makeBench();
});
afterAll(() => bench.dispose());
beforeEach(async () => {
  clock = await benchScene(bench, shotClock);
});
afterEach(() => clock.dispose());

const picture = (): ImageData => bench.picture(null, AREA);
const settled = (ms: number | null): ImageData => {
  clock.show(at(ms));
  return picture();
};

it('is not there while the shot clock is off', () => {
  expect(drawnPixels(settled(null))).toBe(0);
  expect(clock.enter(at(null), 1)?.duration()).toBe(0);
  expect(drawnPixels(picture())).toBe(0);
});

it('comes by itself when the shot clock comes on, and goes when it goes off', () => {
  clock.show(at(null));
  clock.update(at(24_000), 10);
  const on = picture();
  clock.update(at(null), 10);
  expect(drawnPixels(picture())).toBe(0);
  expect(difference(on, settled(24_000), 0)).toBe(0);
});

it('enters from nothing to the settled picture', () => {
  const rest = settled(17_000);
  clock.enter(at(17_000), 0);
  expect(drawnPixels(picture())).toBe(0);
  clock.enter(at(17_000), 0.25);
  const some = drawnPixels(picture());
  expect(some).toBeGreaterThan(0);
  clock.enter(at(17_000), 10);
  expect(difference(picture(), rest, 0)).toBe(0);
});

it('leaves nothing behind', () => {
  clock.show(at(17_000));
  clock.exit(10);
  expect(drawnPixels(picture())).toBe(0);
});

it('has nothing to take out when the venue has put it out already', () => {
  clock.show(at(null));
  expect(clock.exit(0)?.duration()).toBe(0);
});

it('ticks without motion, and turns red below five seconds', () => {
  clock.show(at(5_000));
  expect(colourAt(picture(), 20, 20)).toBe(colour.plate);
  expect(clock.update(at(4_900))).toBeNull();
  expect(colourAt(picture(), 20, 20)).toBe(colour.alarm);
});

describe('at zero', () => {
  const edge = () => colourAt(picture(), 2, BOX.height / 2);

  it('a frame lights, and is gone when the motion ends', () => {
    clock.show(at(100));
    const motion = clock.update(at(0), 0);
    expect(edge()).toBe(colour.text);
    motion?.progress(1, true);
    expect(edge()).toBe(colour.alarm);
  });

  it('it lights once, however long the clock stands there', () => {
    clock.show(at(100));
    clock.update(at(0), 10);
    expect(clock.update(at(0))).toBeNull();
    expect(edge()).toBe(colour.alarm);
  });

  it('it is not lit for a page that comes late', () => {
    clock.show(at(0));
    expect(edge()).toBe(colour.alarm);
  });
});

it.each(['24', '0.0', '4.8'])('%s stays clear of the edges of the plate', (text) => {
  const image = settled(Number(text) * 1000);
  const { width, height } = BOX;
  const plate = text === '24' ? colour.plate : colour.alarm;
  for (const x of [0, width - 12])
    expect([...coloursIn(image, { x, y: BAR, width: 12, height: height - BAR })]).toEqual([plate]);
  expect([...coloursIn(image, { x: 0, y: height - 12, width, height: 12 })]).toEqual([plate]);
});

it('is drawn alike by both renderers', async () => {
  const canvas = await makeBench({ renderer: 'canvas' });
  const other = await benchScene(canvas, shotClock);
  for (const ms of [24_000, 4_900]) {
    other.show(at(ms));
    expect(difference(settled(ms), canvas.picture(null, AREA), 40)).toBeLessThan(0.003);
  }
  canvas.dispose();
});
