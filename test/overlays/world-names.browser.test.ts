// Names in other scripts are written whole at every size; those in Chinese, Japanese and Korean in their own letters, where the machine has a face that holds them.
import { Container } from 'pixi.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fontOf } from '../../src/stage/fonts.ts';
import { THEMES } from '../../src/stage/theme.ts';
import { inkIn } from '../kit/ink.ts';
import { type Bench, makeBench } from '../kit/scene-bench.ts';

const CJK_NAMES = ['八村 塁', '易 建联', '이 승준', 'ルカ ドンチッチ'] as const;
/** Letters join and run from the right. */
const RIGHT_TO_LEFT_NAMES = ['محمد عبد الرحمن', 'עמרי כספי'] as const;
const SIZES = [
  ['720p', 2 / 3],
  ['1080p', 1],
  ['2160p', 2],
] as const;
const FACE = { family: 'display', weight: 700, sizePx: 48, colour: '#ffffff' } as const;

const SAMPLE = 48;
/** One letter, as the system draws it for us. */
function pictureOf(letter: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SAMPLE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.font = fontOf('Barlow Condensed', 700, SAMPLE * 0.7);
  context.fillText(letter, 4, SAMPLE * 0.8);
  return canvas.toDataURL();
}

/** Without a face all of them are the same empty box. On Debian: `apt-get install fonts-noto-cjk`. */
const HAS_CJK = pictureOf('八') !== pictureOf('村') && pictureOf('이') !== pictureOf('승');

describe.each(Object.values(THEMES))('in $name', (theme) => {
  describe.each(SIZES)('at %s', (_, pixelsPerUnit) => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await makeBench({ theme, renderer: 'canvas', pixelsPerUnit });
    });
    afterAll(() => bench.dispose());

    /** Its ink, in units, and whether it reaches the edge of its picture. */
    function written(text: string) {
      const label = bench.kit.label({ face: FACE, maxWidth: 600, align: 'left', text });
      const at = new Container({ x: 100, y: 100, children: [label.view] });
      bench.stage.addChild(at);
      const ink = inkIn(label.view, pixelsPerUnit);
      const { width } = label;
      at.destroy({ children: true });
      if (!ink) throw new Error(`nothing is written of ${text}`);
      return { ...ink, width };
    }

    test.each(RIGHT_TO_LEFT_NAMES)('%s is whole, and as wide as it says', (name) => {
      const { box, isCut, width } = written(name);
      expect(isCut).toBe(false);
      expect(box.left).toBeGreaterThan(100 - 6);
      expect(box.right).toBeLessThan(100 + width + 6);
      expect(box.right - box.left).toBeGreaterThan(width / 2);
    });

    test.skipIf(!HAS_CJK).each(CJK_NAMES)(
      '%s is whole, in its own letters (where the machine has a face for them)',
      (name) => {
        const { box, isCut, width } = written(name);
        expect(isCut).toBe(false);
        expect(box.right).toBeLessThan(100 + width + 6);
        expect(box.bottom - box.top).toBeGreaterThan(FACE.sizePx * 0.5);
      },
    );
  });
});
