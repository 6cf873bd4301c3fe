// Which dot lies over which: who has the ball over all, then who stands out, then the nearer over the further. Places are true: nobody is moved aside.
import type { Dot } from './dot.ts';

/** Two change places only when one is nearer by more than this, in units: side by side they would flicker. */
const NEARER_BY = 6;
/** Beyond any height of a panel. */
const OVER = { selected: 10_000, handler: 20_000 } as const;

/** Keeps dots in their order. */
export class DotOrder {
  readonly #order: Dot[] = [];

  /** Takes on these dots. */
  set(dots: readonly Dot[]): void {
    this.#order.length = 0;
    this.#order.push(...dots);
  }

  /** Puts them in order. True when any changed its place. Allocates nothing. */
  sort(handlerId: string | null): boolean {
    const order = this.#order;
    let changed = false;
    for (let i = 1; i < order.length; i += 1) {
      const dot = order[i] as Dot;
      const depth = depthOf(dot, handlerId);
      let j = i;
      while (j > 0 && depthOf(order[j - 1] as Dot, handlerId) > depth + NEARER_BY) {
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

/** Who is not seen keeps his place: nothing is gained by moving him. */
const depthOf = (dot: Dot, handlerId: string | null): number =>
  dot.y + (dot.alpha === 0 ? 0 : dot.id === handlerId ? OVER.handler : dot.selected ? OVER.selected : 0);
