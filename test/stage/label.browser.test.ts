// Labels while a game goes on: other words and other colours on the same texture.
import { type Sprite, uid } from 'pixi.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Label, TextFace } from '../../src/stage/stage-kit.ts';
import { type Bench, difference, makeBench } from '../kit/scene-bench.ts';

const FACE: TextFace = { family: 'display', weight: 700, sizePx: 64, colour: '#f5f7fa' };
const REGION = { x: 900, y: 480, width: 240, height: 120 };

describe.each(['webgl', 'canvas'] as const)('labels drawn by %s', (renderer) => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await makeBench({ renderer });
  });
  afterEach(() => bench.dispose());

  const placed = (text = ''): Label => {
    const label = bench.kit.label({ face: FACE, maxWidth: 200, align: 'centre', text });
    label.view.position.set(1020, 540);
    bench.stage.addChild(label.view);
    return label;
  };
  const numbers = (): number[] => ['texture', 'textureSource', 'renderable'].map((kind) => uid(kind));

  it('that begin empty make nothing when they speak, or change their colour', () => {
    const label = placed();
    bench.picture(null, REGION);
    const before = numbers();
    label.set('FOULS 4');
    bench.picture(null, REGION);
    label.set('BONUS');
    label.setColour('#ffb020');
    bench.picture(null, REGION);
    label.set('');
    label.set('FOULS 5');
    bench.picture(null, REGION);
    // Each asking takes a number.
    expect(numbers()).toEqual(before.map((number) => number + 1));
  });

  it('that are given longer words than at first show them whole', () => {
    const label = placed('IN');
    label.set('NETS');
    const long = bench.picture(null, REGION);
    label.view.removeFromParent();
    placed('NETS');
    // Soft edges read back a little otherwise, in 0.0005 of all pixels at most; a word that is cut or missing differs in 0.11.
    expect(difference(long, bench.picture(null, REGION))).toBeLessThan(0.001);
  });

  it('are drawn anew in their new words and colour, and nothing stays of the old', () => {
    const label = placed('WIDEST');
    bench.picture(null, REGION);
    label.set('I');
    label.setColour('#ff0000');
    const changed = bench.picture(null, REGION);
    label.view.removeFromParent();
    const fresh = bench.kit.label({
      face: { ...FACE, colour: '#ff0000' },
      maxWidth: 200,
      align: 'centre',
      text: 'I',
    });
    fresh.view.position.set(1020, 540);
    bench.stage.addChild(fresh.view);
    expect(difference(changed, bench.picture(null, REGION))).toBe(0);
    fresh.set('');
    const empty = bench.picture(null, REGION);
    expect(empty.data.every((channel) => channel === 0)).toBe(true);
  });

  it('bring a plate that is as wide as they say, and lies under all of their ink', () => {
    const plate = { colour: '#ff0000', height: 24, padding: 6 };
    const face = { ...FACE, sizePx: 20 };
    for (const text of ['EL-SAYED', 'محمد الغامدي', 'NGUYỄN']) {
      const option = { face, maxWidth: 200, align: 'centre' as const, text };
      const bare = bench.kit.label(option);
      const label = bench.kit.label({ ...option, plate });
      expect(label.width).toBe(bare.width + 2 * plate.padding);
      label.view.position.set(1020, 540);
      bench.stage.addChild(label.view);
      const lying = bench.picture();
      const [left, right] = [1020 - Math.floor(label.width / 2), 1020 + Math.floor(label.width / 2) - 1];
      const alphaAt = (x: number, y: number): number => lying.data[(y * lying.width + x) * 4 + 3] ?? 0;
      // Upper and lower edge along the first column that is all plate.
      const column = Array.from({ length: 80 }, (_, y) => alphaAt(left + 2, 500 + y) === 255);
      const [top, bottom] = [column.indexOf(true) + 500, column.lastIndexOf(true) + 500];
      expect(bottom - top + 1).toBeGreaterThanOrEqual(plate.height);
      for (let x = left - 8; x <= right + 8; x += 1)
        for (let y = 500; y < 580; y += 1) {
          const isInside = x > left && x < right && y >= top && y <= bottom;
          if (isInside) expect(alphaAt(x, y), `${text}: ${x}, ${y}`).toBe(255);
          else if (y < top - 1 || y > bottom + 1) expect(alphaAt(x, y), `${text}: ${x}, ${y}`).toBe(0);
        }
      label.view.destroy({ children: true });
      bare.view.destroy({ children: true });
    }
  });

  it('let go of their texture with their view', () => {
    const label = placed('GONE');
    const { texture } = label.view.children[0] as Sprite;
    label.view.destroy({ children: true });
    expect(texture.destroyed).toBe(true);
  });
});
