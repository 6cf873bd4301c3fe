// Whether one feed goes on where the other left off: it says the same, or has said it and gone on from there. Else there are two truths, and an operator chooses.
import { readClock } from '../../game/clock.ts';
import type { Anchor, Game } from '../../game/game.ts';
import type { Field } from '../../game/owners.ts';

/** What a feed said before this counts no more: so far may one be behind the other. Milliseconds. */
export const BEHIND_MS = 30_000;
/** Two readings of one clock this far apart are of one clock: figures of whole seconds, heard over two networks. Milliseconds. */
export const CLOCK_APART_MS = 2_500;
/** Values of one field that are remembered. */
const KEPT = 64;

type Value = { readonly value: string; readonly fromMs: number; untilMs: number };

/** What a feed has said of one field, as it changed. */
export class Past {
  #values: Value[] = [];

  take(value: string, atMs: number): void {
    const last = this.#values.at(-1);
    if (last) last.untilMs = atMs;
    if (last?.value === value) return;
    this.#values.push({ value, fromMs: atMs, untilMs: atMs });
    if (this.#values.length > KEPT) this.#values.shift();
  }

  get last(): string | null {
    return this.#values.at(-1)?.value ?? null;
  }

  /** When that was said first, of what is remembered; null for never. */
  firstMs(value: string): number | null {
    return this.#values.find((one) => one.value === value)?.fromMs ?? null;
  }

  /** Whether that stood at or after an instant. */
  stoodSince(value: string, sinceMs: number): boolean {
    return this.#values.some(
      (one, at) =>
        one.value === value && (this.#values[at + 1]?.fromMs ?? Number.POSITIVE_INFINITY) >= sinceMs,
    );
  }
}

/** The two teams of the game by one feed's own ids, the hosts first. */
export type SideIds = readonly [string | null, string | null];

/** A field as one text, by sides and not by ids; null where the feed does not say it, or where two feeds need not agree on it. */
export function valueOf(field: Field, { teams, period }: Game, sides: SideIds): string | null {
  if (field === 'period') return period;
  if (field !== 'score' && field !== 'fouls') return null;
  const known = sides.flatMap((id) => (id === null ? [] : (teams[id]?.[field] ?? [])));
  return known.length === sides.length ? known.join(':') : null;
}

/** How far apart two clocks are at an instant; null where one of them is not known. Milliseconds, the first less the second. */
export const clocksApartMs = (one: Anchor | null, other: Anchor | null, atMs: number): number | null =>
  one === null || other === null ? null : readClock(one, atMs) - readClock(other, atMs);
