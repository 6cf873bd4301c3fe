// A stretch of a tape, with what was known when it begins: played by itself it shows what the whole tape shows there.
import type { OpenTape } from './open.ts';
import type { Entry } from './tape.ts';

/**
 * What is carried of a topic from before a cut: what was heard within the last `lastMs`, and the last one in any case; and with `turn` also each entry after
 * which what that finds in the text is another, and the one that says so first; with `first` the very first one too; with `keeps` all that it says yes to, asked of
 * each in order.
 */
export type Carry = {
  readonly lastMs: number;
  readonly first?: boolean;
  readonly turn?: RegExp;
  readonly keeps?: () => (text: string) => boolean;
};

/** By topic; `null`: nothing. A topic that is not named is carried whole. */
export type Carries = ReadonlyMap<string, Carry | null>;

export type CutOptions = { readonly fromMs: number; readonly toMs: number; readonly carries: Carries };

type Nth = { readonly n: number; readonly entry: Entry };

/** What is held of one topic while it goes by. */
class Held {
  readonly #carry: Carry | undefined;
  readonly #kept: Nth[] = [];
  #recent: Nth[] = [];
  #found: string | undefined;
  readonly #keeps: (text: string) => boolean;

  constructor(carry: Carry | undefined) {
    this.#carry = carry;
    this.#keeps = carry?.keeps?.() ?? (() => false);
  }

  add(nth: Nth): void {
    const carry = this.#carry;
    if (carry === undefined) {
      this.#kept.push(nth);
      return;
    }
    const isKept = this.#keeps(nth.entry.text);
    if (isKept || (carry.first && this.#kept.length === 0)) this.#kept.push(nth);
    const found = carry.turn?.exec(nth.entry.text)?.[0];
    const last = this.#recent.at(-1);
    if (carry.turn && found !== this.#found) this.#kept.push(...(last ? [last, nth] : [nth]));
    this.#found = found;
    this.#recent.push(nth);
    const sinceMs = nth.entry.heardMs - carry.lastMs;
    // Cut by half at a time, not at every entry.
    const old = this.#recent.findIndex(({ entry }) => entry.heardMs >= sinceMs);
    if (old > this.#recent.length / 2) this.#recent = this.#recent.slice(old);
  }

  before(fromMs: number): readonly Nth[] {
    const sinceMs = fromMs - (this.#carry?.lastMs ?? 0);
    const recent = this.#recent.filter(
      (nth, index) => nth.entry.heardMs >= sinceMs || index === this.#recent.length - 1,
    );
    return [...this.#kept, ...recent.filter((nth) => !this.#kept.includes(nth))];
  }
}

/** The entries of the cut, those from before it first; all as they were, stamps too. */
export async function* cutEntries(
  tape: Pick<OpenTape, 'read'>,
  { fromMs, toMs, carries }: CutOptions,
): AsyncGenerator<Entry, void, void> {
  const held = new Map<string, Held>();
  let n = 0;
  let isIn = false;
  const known = (): readonly Entry[] =>
    [...held.values()]
      .flatMap((one) => one.before(fromMs))
      .sort((a, b) => a.n - b.n)
      .map(({ entry }) => entry);
  for await (const entry of tape.read({ toMs })) {
    if (entry.heardMs >= fromMs) {
      if (!isIn) yield* known();
      isIn = true;
      yield entry;
      continue;
    }
    // What comes late is told in its order: it belongs to the cut.
    if (isIn) yield entry;
    const carry = carries.get(entry.topic);
    if (isIn || carry === null) continue;
    const topic = held.get(entry.topic) ?? new Held(carry);
    held.set(entry.topic, topic);
    n += 1;
    topic.add({ n, entry });
  }
  if (!isIn) yield* known();
}
