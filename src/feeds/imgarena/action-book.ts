// All actions of a game, each in its last version, in the order in which they were first told: whatever the order in which versions come, the one with the highest number stands.
import type { Action } from './action.ts';

/** A game has about a thousand; more than this are refused. */
export const MAX_ACTIONS = 5_000;

/** An action and where it belongs among the others: the first number that any of its versions bore; of equals the earliest stamp, then the first to come. Stamps come second: the provider's clock may be off. */
type Kept = { action: Action; firstMs: number; firstSeq: number; readonly nth: number };

/** `from`: the first place that is another now. */
export type Taken =
  | { readonly is: 'taken'; readonly before: Action | null; readonly from: number }
  | { readonly is: 'older'; readonly from: number }
  | { readonly is: 'full' };

/** The same version with another stamp: the provider's clock was set meanwhile, and the stamp that it bore first is right, unless it was doubted. */
const isRestamped = (before: Action, after: Action): boolean =>
  !before.isStampDoubted &&
  before.stampMs !== after.stampMs &&
  JSON.stringify(before) ===
    JSON.stringify({ ...after, stampMs: before.stampMs, isStampDoubted: before.isStampDoubted });

const isBefore = (one: Kept, other: Kept): boolean =>
  (one.firstSeq - other.firstSeq || one.firstMs - other.firstMs || one.nth - other.nth) < 0;

export class ActionBook {
  readonly #kept = new Map<string, Kept>();
  readonly #order: Kept[] = [];
  readonly #actions: Action[] = [];

  /** Keeps a version. `older` when a later one is known; `full` when there is no room for one more action. */
  take(action: Action): Taken {
    const known = this.#kept.get(action.id);
    const firstMs = action.stampMs ?? 0;
    if (known === undefined) {
      const nth = this.#kept.size;
      if (nth >= MAX_ACTIONS) return { is: 'full' };
      const one = { action, firstMs, firstSeq: action.seq, nth };
      this.#kept.set(action.id, one);
      return { is: 'taken', before: null, from: this.#insert(one) };
    }
    const place = this.#placeOf(known);
    const isEarlier = firstMs < known.firstMs || action.seq < known.firstSeq;
    const before = known.action;
    // Assumed: a correction may bear the number of what it corrects; then the later to come stands.
    const isOlder = action.seq < before.seq || isRestamped(before, action);
    if (!isOlder) {
      known.action = action;
      this.#actions[place] = action;
    }
    const from = isEarlier ? this.#move(known, place, action) : isOlder ? this.#order.length : place;
    return isOlder ? { is: 'older', from } : { is: 'taken', before, from };
  }

  /** Every action, standing or not, in the order in which they were first told: the same list each time. */
  all(): readonly Action[] {
    return this.#actions;
  }

  /** How many stand before it. */
  #placeOf(one: Kept): number {
    let from = 0;
    let to = this.#order.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBefore(this.#order[middle] as Kept, one)) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #insert(one: Kept): number {
    const place = this.#placeOf(one);
    this.#order.splice(place, 0, one);
    this.#actions.splice(place, 0, one.action);
    return place;
  }

  #move(one: Kept, place: number, { stampMs, seq }: Action): number {
    this.#order.splice(place, 1);
    this.#actions.splice(place, 1);
    one.firstMs = Math.min(one.firstMs, stampMs ?? 0);
    one.firstSeq = Math.min(one.firstSeq, seq);
    return Math.min(place, this.#insert(one));
  }
}
