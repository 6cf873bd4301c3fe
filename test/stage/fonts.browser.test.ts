import { expect, it } from 'vitest';
import { fontOf, HOUSE_FONTS, loadFonts } from '../../src/stage/fonts.ts';

const widthOf = (font: string, text: string): number => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.font = font;
  return context.measureText(text).width;
};

it('a font that cannot be had is told, and the others are loaded', async () => {
  const [first] = HOUSE_FONTS;
  if (!first) throw new Error('no fonts');
  const missing = { ...first, family: 'No Such Face', url: '/no-such-file.woff2' };
  expect(await loadFonts(document, [missing, first])).toEqual([missing]);
  expect(document.fonts.check(fontOf(first.family, first.weight, 20))).toBe(true);
});

it('a file that the document has is not added again', async () => {
  expect(await loadFonts(document)).toEqual([]);
  const { size } = document.fonts;
  await loadFonts(document);
  expect(document.fonts.size).toBe(size);
});

it('each weight of the display face is its own, also in letters beyond ASCII', async () => {
  await loadFonts(document);
  const widths = [500, 600, 700, 800].map((weight) =>
    widthOf(fontOf('Barlow Condensed', weight, 100), 'ŠĐŁĘ'),
  );
  expect(new Set(widths).size).toBe(4);
});
