// All actions of a game, each in its last version: whatever the order in which versions come, the one with the highest number stands.
import type { Action } from './action.ts';

/** A game has about a thousand; more than this are refused. */
export const MAX_ACTIONS = 5_000;

/** An action and where it belongs among the others: the earliest stamp and number that any of its versions bore. */
type Kept = { action: Action; firstMs: number; firstSeq: number };

export type Taken = { readonly before: Action | null } | 'older' | 'full';

/** The same version with another stamp: the provider's clock was set meanwhile, and the stamp that it bore first is right, unless it was of the future. */
const isRestamped = (before: Action, after: Action): boolean =>
  !before.isAhead &&
  before.stampMs !== after.stampMs &&
  JSON.stringify(before) === JSON.stringify({ ...after, stampMs: before.stampMs, isAhead: false });

export class ActionBook {
  readonly #kept = new Map<string, Kept>();

  /** Keeps a version. `older` when a later one is known; `full` when there is no room for one more action. */
  take(action: Action): Taken {
    const known = this.#kept.get(action.id);
    const firstMs = action.stampMs ?? 0;
    if (known === undefined) {
      if (this.#kept.size >= MAX_ACTIONS) return 'full';
      this.#kept.set(action.id, { action, firstMs, firstSeq: action.seq });
      return { before: null };
    }
    known.firstMs = Math.min(known.firstMs, firstMs);
    known.firstSeq = Math.min(known.firstSeq, action.seq);
    const before = known.action;
    // Assumed: a correction may bear the number of what it corrects; then the later to come stands.
    if (action.seq < before.seq || isRestamped(before, action)) return 'older';
    known.action = action;
    return { before };
  }

  /** Every action, standing or not, in the order in which they happened. */
  all(): readonly Action[] {
    return [...this.#kept.values()]
      .sort((a, b) => a.firstMs - b.firstMs || a.firstSeq - b.firstSeq)
      .map(({ action }) => action);
  }
}
