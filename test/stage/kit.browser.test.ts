import type { Sprite } from 'pixi.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Figures, TextFace } from '../../src/stage/stage-kit.ts';
import { type Bench, difference, makeBench } from '../kit/scene-bench.ts';

const FACE: TextFace = { family: 'display', weight: 700, sizePx: 64, colour: '#f5f7fa' };
const REGION = { x: 900, y: 480, width: 240, height: 120 };

const sprites = ({ view }: Figures): Sprite[] => (view.children[0]?.children ?? []) as Sprite[];

/** Where each visible figure lies. */
const places = (figures: Figures): number[] =>
  sprites(figures)
    .filter(({ visible }) => visible)
    .map(({ x }) => x);

/** Middle of the ink of a picture, and its extent, in pixels. */
function ink({ data, width }: ImageData) {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let index = 3; index < data.length; index += 4) {
    if ((data[index] ?? 0) < 96) continue;
    const x = ((index - 3) / 4) % width;
    const y = Math.floor((index - 3) / 4 / width);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom, x: (left + right + 1) / 2, y: (top + bottom + 1) / 2 };
}

describe.each(['webgl', 'canvas'] as const)('figures drawn by %s', (renderer) => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await makeBench({ renderer });
  });
  afterEach(() => bench.dispose());

  const placed = (maxLength: number, align: 'left' | 'centre' | 'right' = 'centre'): Figures => {
    const figures = bench.kit.figures({ face: FACE, maxLength, align });
    figures.view.position.set(1020, 540);
    bench.stage.addChild(figures.view);
    return figures;
  };

  it('are drawn by the renderer that was asked for', () => {
    expect(bench.renderer.name).toBe(renderer);
  });

  it('do not move when a digit changes', () => {
    const clock = placed(5);
    clock.set('1:11');
    const before = places(clock);
    for (const text of ['1:10', '8:08', '0:00', '4:44']) {
      clock.set(text);
      expect(places(clock)).toEqual(before);
    }
  });

  it('are redrawn when their text changes', () => {
    const clock = placed(5);
    clock.set('1:11');
    const before = bench.picture(null, REGION);
    clock.set('8:88');
    expect(difference(before, bench.picture(null, REGION))).toBeGreaterThan(0.01);
  });

  it('lie in the middle of their cells', () => {
    const digit = placed(1);
    for (const text of '0123456789') {
      digit.set(text);
      expect(Math.abs(ink(bench.picture(null, REGION)).x - 120), text).toBeLessThanOrEqual(1);
    }
  });

  it('have their middle at the line they are put on, the colon too', () => {
    const digit = placed(1);
    for (const text of ['7', '1', ':', '-']) {
      digit.set(text);
      expect(Math.abs(ink(bench.picture(null, REGION)).y - 60), text).toBeLessThanOrEqual(1);
    }
  });

  it('stay within the width they promise at every text of that length', () => {
    const score = placed(3, 'left');
    score.set('888');
    const { left, right } = ink(bench.picture(null, REGION));
    expect(left).toBeGreaterThanOrEqual(120);
    expect(right).toBeLessThanOrEqual(120 + score.width);
  });

  it('are made smaller rather than cut when the text is longer than promised', () => {
    const score = placed(2, 'left');
    score.set('188');
    const { left, right } = ink(bench.picture(null, REGION));
    expect(right - left).toBeLessThanOrEqual(score.width);
    expect(places(score)).toHaveLength(3);
  });

  it('make no texture once the first text is set', () => {
    const clock = placed(5);
    const textures = () => new Set(sprites(clock).map(({ texture }) => texture.source.uid));
    clock.set('10:00');
    const known = textures();
    clock.set('59.9');
    clock.set('8:47');
    expect([...textures()].every((uid) => known.has(uid))).toBe(true);
  });

  it('take the colour they are given', () => {
    const digit = placed(1);
    digit.set('8');
    digit.setColour('#e5352b');
    const { data } = bench.picture(null, REGION);
    const solid = data.findIndex((alpha, index) => index % 4 === 3 && alpha === 255) - 3;
    expect(Array.from(data.slice(solid, solid + 3))).toEqual([0xe5, 0x35, 0x2b]);
  });
});

describe('labels', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await makeBench();
  });
  afterEach(() => bench.dispose());

  it('are as wide as they say and no wider than they may be', () => {
    const label = bench.kit.label({ face: FACE, maxWidth: 200, align: 'left' });
    label.set('KENTAVIOUS CALDWELL-POPE');
    label.view.position.set(900, 540);
    bench.stage.addChild(label.view);
    const { left, right } = ink(bench.picture(null, { x: 800, y: 480, width: 600, height: 120 }));
    expect(label.width).toBeLessThanOrEqual(200);
    expect(right - left).toBeLessThanOrEqual(200);
    expect(right - left).toBeGreaterThan(150);
  });

  it('draw letters beyond ASCII in the house face', () => {
    const label = bench.kit.label({ face: FACE, maxWidth: 800, align: 'left' });
    label.set('DONČIĆ');
    const accented = label.width;
    label.set('DONCIC');
    expect(Math.abs(label.width - accented)).toBeLessThanOrEqual(2);
  });

  it('have the middle of their capitals at the line they are put on', () => {
    const label = bench.kit.label({ face: FACE, maxWidth: 800, align: 'centre', text: 'HTE' });
    label.view.position.set(1020, 540);
    bench.stage.addChild(label.view);
    const middle = ink(bench.picture(null, REGION));
    expect(Math.abs(middle.y - 60)).toBeLessThanOrEqual(1);
    expect(Math.abs(middle.x - 120)).toBeLessThanOrEqual(2);
  });

  it('release their texture with their view', () => {
    const label = bench.kit.label({ face: FACE, maxWidth: 800, align: 'centre', text: 'GONE' });
    const sprite = label.view.children[0] as Sprite;
    const { source } = sprite.texture;
    label.view.destroy({ children: true });
    expect(source.destroyed).toBe(true);
  });
});

describe('both renderers', () => {
  it('draw figures, labels and pictures alike', async () => {
    const shots: ImageData[] = [];
    for (const renderer of ['webgl', 'canvas'] as const) {
      const bench = await makeBench({ renderer });
      const { kit, stage } = bench;
      const clock = kit.figures({ face: FACE, maxLength: 5, align: 'centre' });
      clock.set('10:08');
      clock.view.position.set(1020, 510);
      const label = kit.label({
        face: { ...FACE, sizePx: 40 },
        maxWidth: 240,
        align: 'centre',
        text: 'ŽALGIRIS',
      });
      label.view.position.set(1020, 566);
      stage.addChild(clock.view, label.view);
      shots.push(bench.picture('#0e131b', REGION));
      bench.dispose();
    }
    const [webgl, canvas] = shots as [ImageData, ImageData];
    expect(difference(webgl, canvas, 40)).toBeLessThan(0.002);
  });
});
