import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { same } from '../../src/stage/same.ts';

describe('same', () => {
  it('holds for a copy of any plain data', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => same(value, structuredClone(value))));
  });

  it('says of any two what their text says', () => {
    // Through text and back: text knows no -0.
    const plain = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
    const text = (value: unknown): string =>
      JSON.stringify(value, (_key, part: unknown) =>
        part !== null && typeof part === 'object' && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
          : part,
      );
    fc.assert(fc.property(plain, plain, (a, b) => same(a, b) === (text(a) === text(b))));
  });

  it.each([
    [[], {}],
    [{}, []],
    [null, {}],
    [[1], [1, undefined]],
    [{ a: undefined }, {}],
    [{ a: undefined }, { b: undefined }],
    [0, false],
    ['1', 1],
  ])('tells %j from %j', (a, b) => {
    expect(same(a, b)).toBe(false);
  });

  it('takes what is no number for itself', () => {
    expect(same({ x: Number.NaN }, { x: Number.NaN })).toBe(true);
  });
});
