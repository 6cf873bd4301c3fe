// What stands for a value and goes there when that changes on air: bars, and marks across them.
import { glide, type Motion, motion } from './motion.ts';
import type { ThemeMotion } from './theme.ts';

/** `level`: as a part of the longest, 0 to 1. */
export interface Level {
  level: number;
}

/** Where a level is wanted. `isNew`: what it stood for before was something else; it has nothing to go there from. */
export type Wanted = { readonly of: Level; readonly level: number; readonly isNew: boolean };

/** The levels of one scene, and where each was last sent. */
export class Levels {
  readonly #pace: ThemeMotion;
  readonly #sent = new Map<Level, number>();

  constructor(pace: ThemeMotion) {
    this.#pace = pace;
  }

  /** At once. */
  place(wanted: readonly Wanted[]): void {
    for (const { of, level } of wanted) {
      of.level = level;
      this.#sent.set(of, level);
    }
  }

  /** The motion of those that are to go elsewhere than they were sent before; null where none are. */
  send(wanted: readonly Wanted[]): Motion | null {
    const others = wanted.filter(({ of, level, isNew }) => isNew || this.#sent.get(of) !== level);
    if (others.length === 0) return null;
    const going = motion();
    const how = { duration: this.#pace.in, ease: this.#pace.easeIn };
    for (const { of, level, isNew } of others) {
      if (isNew) of.level = level;
      this.#sent.set(of, level);
      glide(going, of, { level }, how);
    }
    return going;
  }
}
