import { describe, expect, it } from 'vitest';
import { fitText, SMALLEST } from '../../src/stage/fit.ts';

/** Ten units a character. */
const widthOf = (text: string): number => Array.from(text).length * 10;
const NAMES = ['KENTAVIOUS CALDWELL-POPE', 'K. CALDWELL-POPE', 'CALDWELL-POPE'];

describe('fitText', () => {
  it.each([
    [240, 'KENTAVIOUS CALDWELL-POPE', 1],
    [239, 'K. CALDWELL-POPE', 1],
    [159, 'CALDWELL-POPE', 1],
    [120, 'CALDWELL-POPE', 120 / 130],
  ])('at %d units shows %s at scale %d', (width, text, scale) => {
    expect(fitText(NAMES, width, widthOf)).toEqual({ text, scale });
  });

  it('cuts the shortest form when even 85 % of it is too wide, and never below 85 %', () => {
    const { text, scale } = fitText(NAMES, 85, widthOf);
    expect(text).toBe('CALDWELL-…');
    expect(scale).toBe(SMALLEST);
    expect(widthOf(text) * scale).toBeLessThanOrEqual(85);
  });

  it('never cuts a character in half', () => {
    expect(fitText(['😀😀😀'], 17, widthOf).text).toBe('😀…');
  });

  it('shows nothing where there is nothing to show', () => {
    expect(fitText([], 100, widthOf)).toEqual({ text: '', scale: 1 });
  });
});
