// What a Motion writes, and when.
import { expect, test } from 'vitest';
import { motion, seek } from '../../src/stage/motion.ts';

test('a Motion that nobody has moved writes nothing when another moves', () => {
  let gone = false;
  const target = {
    value: 0,
    get place() {
      return this.value;
    },
    set place(to: number) {
      if (gone) throw new Error('its scene is gone');
      this.value = to;
    },
  };
  motion().fromTo(target, { place: 0 }, { place: 1, duration: 1 }, 0);
  gone = true;
  const other = { place: 0 };
  const moving = motion().fromTo(other, { place: 0 }, { place: 1, duration: 1, ease: 'none' }, 0);
  expect(() => seek(moving, 0.5)).not.toThrow();
  expect(other.place).toBeCloseTo(0.5, 6);
});
