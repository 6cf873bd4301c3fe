// Which dot lies over which: who has the ball over all, then who stands out, then the nearer over the further. Places are true: nobody is moved aside.
import type { Dot } from './dot.ts';

/** Beyond any width of a court, in millimetres. */
const OVER = { selected: 100_000, handler: 200_000 } as const;

/** Keeps dots in their order. */
export class DotOrder {
  readonly #order: Dot[] = [];

  /** Takes on these dots. */
  set(dots: readonly Dot[]): void {
    this.#order.length = 0;
    this.#order.push(...dots);
    for (const [index, dot] of dots.entries()) dot.index = index;
  }

  /** Puts them in order. True when any changed its place. Allocates nothing. */
  sort(handlerId: string | null): boolean {
    const order = this.#order;
    let changed = false;
    for (let i = 1; i < order.length; i += 1) {
      const dot = order[i] as Dot;
      let j = i;
      while (j > 0 && isOver(order[j - 1] as Dot, dot, handlerId)) {
        order[j] = order[j - 1] as Dot;
        j -= 1;
      }
      order[j] = dot;
    }
    for (let i = 0; i < order.length; i += 1) {
      const { disc, flame } = order[i] as Dot;
      if (disc.depth === i) continue;
      disc.depth = i;
      flame.depth = i + 0.5;
      changed = true;
    }
    return changed;
  }
}

/** Whether one lies over another. */
function isOver(one: Dot, other: Dot, handlerId: string | null): boolean {
  const over = depthOf(one, handlerId) - depthOf(other, handlerId);
  return over === 0 ? one.index > other.index : over > 0;
}

const depthOf = (dot: Dot, handlerId: string | null): number =>
  dot.nearMm + (dot.id === handlerId ? OVER.handler : dot.selected ? OVER.selected : 0);
