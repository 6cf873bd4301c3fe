import { expect, it } from 'vitest';
import { FAMILY_NAMES, FAMILY_WEIGHTS } from '../../src/stage/font-families.ts';
import { fontFiles, fontOf, loadFonts } from '../../src/stage/fonts.ts';

const ALL = fontFiles(FAMILY_NAMES);

const widthOf = (font: string, text: string): number => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.font = font;
  return context.measureText(text).width;
};

it('a font that cannot be had is told, and the others are loaded', async () => {
  const [first] = ALL;
  if (!first) throw new Error('no fonts');
  const missing = { ...first, family: 'No Such Face', url: '/no-such-file.woff2' };
  expect(await loadFonts(document, [missing, first])).toEqual([missing]);
  expect(document.fonts.check(fontOf(first.family, first.weight, 20))).toBe(true);
});

it('a file that the document has is not added again', async () => {
  expect(await loadFonts(document, ALL)).toEqual([]);
  const { size } = document.fonts;
  await loadFonts(document, ALL);
  expect(document.fonts.size).toBe(size);
});

it.each(FAMILY_NAMES)('each weight of %s is its own, also in letters beyond ASCII', async (family) => {
  await loadFonts(document, ALL);
  const widths = FAMILY_WEIGHTS[family].map((weight) => widthOf(fontOf(family, weight, 100), 'ŠĐŁĘ'));
  expect(new Set(widths).size).toBe(FAMILY_WEIGHTS[family].length);
});
