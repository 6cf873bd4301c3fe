// Seeded chance repeats itself, and keeps to its weights.
import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../../src/feeds/simulator/random.ts';

describe('chance', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const draw = (seed: number) => {
      const chance = chanceOf(seed);
      return Array.from({ length: 8 }, () => chance.next());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('picks by weight, and never what weighs nothing', () => {
    const chance = chanceOf(3);
    const drawn = { often: 0, seldom: 0, never: 0 };
    const weights = { often: 3, seldom: 1, never: 0 };
    type Name = keyof typeof weights;
    for (let i = 0; i < 4_000; i += 1)
      drawn[chance.pick<Name>(['often', 'seldom', 'never'], (one) => weights[one])] += 1;
    expect(drawn.never).toBe(0);
    expect(drawn.often / drawn.seldom).toBeGreaterThan(2.6);
    expect(drawn.often / drawn.seldom).toBeLessThan(3.5);
  });

  it('keeps a normal draw within two and a half deviations', () => {
    const chance = chanceOf(5);
    const drawn = Array.from({ length: 5_000 }, () => chance.normal(100, 10));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(75);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(125);
    expect(drawn.reduce((sum, one) => sum + one, 0) / drawn.length).toBeCloseTo(100, 0);
  });
});
