// The facts of a game in the order in which they were true, and the game after each: the newest with `atMs` at or before an instant is what holds.
import { fold } from '../game/fold.ts';
import { type Game, noGame } from '../game/game.ts';
import type { Fact } from '../game/message.ts';
import { countNear, countUntil } from './sorted.ts';

/** Kinds that name what they change, so that one older than the history may still be folded in; of the others the newer stands. */
const BY_ID: ReadonlySet<Fact['kind']> = new Set(['shot', 'play', 'roster', 'zones']);

/** What a fact takes in memory, roughly, in bytes: most are a player's line of figures. */
const FACT_BYTES = 1_000;

export class FactLog {
  readonly #maxFacts: number;
  /** The game before the first fact kept. */
  #base: Game = noGame;
  #baseMs = Number.NEGATIVE_INFINITY;
  #facts: Fact[] = [];
  /** `#games[i]` is the game after `#facts[i]`; filled when asked for. */
  #games: Game[] = [];
  #seen = new Set<number>();
  /** How many held when it was asked last. */
  #count = 0;

  constructor(maxBytes: number) {
    this.#maxFacts = Math.max(1, Math.floor(maxBytes / FACT_BYTES));
  }

  get size(): number {
    return this.#facts.length;
  }

  /** Takes a fact at its place in time. False when it was heard before, or is older than the history and has been overtaken. */
  push(fact: Fact): boolean {
    if (this.#seen.has(fact.seq)) return false;
    if (fact.atMs < this.#baseMs) return this.#intoBase(fact);
    this.#seen.add(fact.seq);
    const index = this.#placeOf(fact);
    if (index === this.#facts.length) this.#facts.push(fact);
    else this.#facts.splice(index, 0, fact);
    if (this.#games.length > index) this.#games.length = index;
    this.#bound();
    return true;
  }

  /** Cuts the oldest off, a tenth at a time. */
  #bound(): void {
    const surplus = this.#facts.length - this.#maxFacts;
    if (surplus > this.#maxFacts * 0.1) this.trim((this.#facts[surplus - 1] as Fact).atMs);
  }

  #intoBase(fact: Fact): boolean {
    if (!BY_ID.has(fact.kind) && fact.atMs < this.#base.atMs) return false;
    this.#base = fold(this.#base, fact);
    this.#games.length = 0;
    return true;
  }

  #placeOf(fact: Fact): number {
    let index = countUntil(this.#facts, fact.atMs);
    while (index > 0) {
      const before = this.#facts[index - 1] as Fact;
      if (before.atMs < fact.atMs || before.seq < fact.seq) break;
      index -= 1;
    }
    return index;
  }

  /** The game at an instant: the same object while nothing has changed. */
  at(instantMs: number): Game {
    this.#count = countNear(this.#facts, instantMs, this.#count);
    return this.#after(this.#count);
  }

  /** The game after so many facts. */
  #after(count: number): Game {
    for (let i = this.#games.length; i < count; i += 1)
      this.#games.push(fold(this.#games[i - 1] ?? this.#base, this.#facts[i] as Fact));
    return count === 0 ? this.#base : (this.#games[count - 1] as Game);
  }

  /** Folds everything before an instant into the base. */
  trim(beforeMs: number): void {
    const count = countUntil(this.#facts, beforeMs);
    if (count === 0) return;
    this.#base = this.#after(count);
    this.#baseMs = beforeMs;
    for (const fact of this.#facts.splice(0, count)) this.#seen.delete(fact.seq);
    this.#games.splice(0, count);
  }

  reset(base: Game): void {
    this.#base = base;
    this.#baseMs = Number.NEGATIVE_INFINITY;
    this.#facts = [];
    this.#games = [];
    this.#seen.clear();
  }

  /** The game just before `sinceMs`, and the facts from then on. */
  since(sinceMs: number): { readonly game: Game; readonly facts: readonly Fact[] } {
    let count = countUntil(this.#facts, sinceMs);
    while (count > 0 && (this.#facts[count - 1] as Fact).atMs === sinceMs) count -= 1;
    return { game: this.#after(count), facts: this.#facts.slice(count) };
  }
}
