// What a translation gives: facts in our words that still bear the provider's own stamps, and what was wrong.
import type { Fault } from '../game/fault.ts';
import type { Said } from '../game/message.ts';

type Unstamped<S> = S extends Said ? Omit<S, 'atMs' | 'heardMs'> : never;
/** What no provider knows: which of two feeds is heard. */
type Ours = 'owners';
/** A Message before it has an instant. Stamps inside it (of bodies, of a possession's start) are the provider's, in milliseconds. */
export type Fact = Unstamped<Exclude<Said, { kind: Ours }>>;
export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** A fact and when the provider says it was true, in its own milliseconds; absent where it does not say. */
export type Told = {
  readonly fact: Fact;
  readonly saidMs?: number;
  /** True of totals that may count a part of the game only: they give way to totals of the whole. */
  readonly narrow?: true;
};

export type Translation = {
  readonly told: readonly Told[];
  readonly faults: readonly Fault[];
};

/** A fact with its stamp, if any. */
export const tell = (fact: Fact, saidMs: number | undefined): Told =>
  saidMs === undefined ? { fact } : { fact, saidMs };

/** Nothing said, nothing wrong. */
export const NOTHING: Translation = { told: [], faults: [] };

/** Only what is there: `{ period: undefined }` becomes `{}`. */
export function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const there: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) there[key] = value;
  return there as { [K in keyof T]: Exclude<T[K], undefined> };
}
