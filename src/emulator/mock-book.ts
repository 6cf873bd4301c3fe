// The list of what was entered into a mock game, and how each entry, and each correction of one, is told in the provider's words.

import type { Source } from '../feeds/shottracker/sources.ts';
import type { GameEvent } from '../feeds/simulator/event.ts';
import type { EventTeller } from '../feeds/simulator/event-teller.ts';
import type { Utterance } from '../feeds/simulator/utterance.ts';
import { fieldFives, type World } from '../feeds/simulator/world.ts';
import { type Fault, fault } from '../game/fault.ts';
import type { Entry } from '../wire/mock-orders.ts';
import { eventOf, isOf, type Mark, markOf } from './mock-world.ts';

/** Entries that one game may have. */
export const MAX_ENTRIES = 2_000;

/** One entry as it stands, with the event that it was last told as. */
export type Entered = {
  readonly id: number;
  readonly entry: Entry;
  readonly mark: Mark;
  readonly event: GameEvent | null;
};
export type Said = { readonly source: Source; readonly text: string };
/** What an order made the provider say, or why it was refused. A refusal changes nothing. */
export type Outcome = { readonly said: readonly Said[] } | { readonly fault: Fault };

/** An order that is not obeyed. */
export const refused = (where: string, expected: string, found: string): Outcome => ({
  fault: fault('refused', where, expected, found),
});
/** Stamps of a mock game are instants already. */
export const asIs = (ms: number): number => ms;
/** An utterance as it goes over the wire. */
export const wordsOf = ({ source, text }: Utterance): Said => ({ source, text: text(asIs) });

export class MockBook {
  readonly #world: World;
  readonly #gameId: string;
  readonly #events: EventTeller;
  #entries: readonly Entered[] = [];
  #lastEntry = 0;

  constructor(world: World, gameId: string, events: EventTeller) {
    this.#world = world;
    this.#gameId = gameId;
    this.#events = events;
  }

  /** What was entered and stands, oldest first. */
  get entries(): readonly Entered[] {
    return this.#entries;
  }

  #marker(status: string, data: Readonly<Record<string, unknown>>): readonly Said[] {
    const t = Math.round(this.#world.nowMs);
    return this.#events.marker({ t, gameId: this.#gameId, status, data }, t).map(wordsOf);
  }

  /** Who is on the floor. Assumed: no document shows the marker of a line-up, only that there is one. */
  lineup(side: 'home' | 'away'): readonly Said[] {
    const { team, five } = this.#world[side];
    const players = five.map(({ player }) => String(player.id));
    return this.#marker('LINEUP', { teamId: String(team.id), players });
  }

  /** What is wrong with an entry; null when nothing is. */
  #wrong(entry: Entry): Outcome | null {
    if (entry.kind === 'timeout') return null;
    const ids = entry.kind === 'substitution' ? [entry.outId, entry.inId] : [entry.playerId];
    const stranger = ids.find((one) => !isOf(this.#world, entry.side, one));
    if (stranger !== undefined) return refused('entry', `a player of ${entry.side}`, String(stranger));
    if (entry.kind !== 'substitution') return null;
    const onFloor = new Set(this.#world.floor[entry.side]);
    if (onFloor.has(entry.outId) && !onFloor.has(entry.inId)) return null;
    return refused(
      'entry',
      'one who is on the floor out, one who is not in',
      `${entry.outId} for ${entry.inId}`,
    );
  }

  /** Says that an entry happened. */
  #tell(entry: Entry, mark: Mark, nowMs: number): { said: readonly Said[]; event: GameEvent | null } {
    if (entry.kind === 'timeout') {
      const teamId = String(this.#world[entry.side].team.id);
      // Assumed: a marker; the live data has no other word for a timeout.
      return { said: this.#marker('TIMEOUT', { teamId }), event: null };
    }
    if (entry.kind === 'substitution')
      return { said: this.#swap(entry.side, entry.outId, entry.inId), event: null };
    this.#world.lastId += 1;
    const event = eventOf({ world: this.#world, entry, id: this.#world.lastId, atMs: nowMs, mark });
    return { said: this.#events.take(event).map(wordsOf), event };
  }

  #swap(side: 'home' | 'away', outId: number, inId: number): readonly Said[] {
    const team = this.#world[side];
    const comes = team.squad.find(({ player }) => player.id === inId);
    if (comes !== undefined)
      team.five = team.five.map((athlete) => (athlete.player.id === outId ? comes : athlete));
    fieldFives(this.#world);
    return this.lineup(side);
  }

  /** Says that an entry never happened. */
  #takeBack({ entry, event }: Entered, nowMs: number): readonly Said[] {
    if (event !== null)
      return this.#events.take({ kind: 'amendment', atMs: nowMs, before: event, after: null }).map(wordsOf);
    if (entry.kind === 'substitution') return this.#swap(entry.side, entry.inId, entry.outId);
    return this.#marker('DELETED_TIMEOUT', { teamId: String(this.#world[entry.side].team.id) });
  }

  /** Something happened now. */
  enter(entry: Entry, nowMs: number): Outcome {
    const wrong = this.#wrong(entry);
    if (wrong !== null) return wrong;
    if (this.#entries.length >= MAX_ENTRIES)
      return refused('entry', `at most ${MAX_ENTRIES} entries`, 'one more');
    const mark = markOf(this.#world);
    const { said, event } = this.#tell(entry, mark, nowMs);
    this.#lastEntry += 1;
    this.#entries = [...this.#entries, { id: this.#lastEntry, entry, mark, event }];
    return { said };
  }

  #find(id: number): Entered | null {
    return this.#entries.find((one) => one.id === id) ?? null;
  }

  /** A substitution can be taken back while who came in is still there, and who went out is not. */
  #stands({ entry }: Entered): Outcome | null {
    if (entry.kind !== 'substitution') return null;
    const onFloor = new Set(this.#world.floor[entry.side]);
    if (onFloor.has(entry.inId) && !onFloor.has(entry.outId)) return null;
    return refused('id', 'a substitution that no later one has changed', `${entry.outId} for ${entry.inId}`);
  }

  /** An entry never happened. */
  delete(id: number, nowMs: number): Outcome {
    const known = this.#find(id);
    if (known === null) return refused('id', 'an entry of this game', String(id));
    const stands = this.#stands(known);
    if (stands !== null) return stands;
    this.#entries = this.#entries.filter((one) => one !== known);
    return { said: this.#takeBack(known, nowMs) };
  }

  /**
   * A shot of the same player is told as UPDATED, under its own id. Assumed: another player, and anything that is no shot, is told as
   * DELETED and then anew, for no document shows a word for it.
   */
  edit(id: number, entry: Entry, nowMs: number): Outcome {
    const known = this.#find(id);
    if (known === null) return refused('id', 'an entry of this game', String(id));
    if (
      entry.kind !== known.entry.kind &&
      (entry.kind === 'substitution' || known.entry.kind === 'substitution')
    )
      return refused('entry.kind', known.entry.kind, entry.kind);
    const wrong = this.#stands(known) ?? (entry.kind === 'substitution' ? null : this.#wrong(entry));
    if (wrong !== null) return wrong;
    const { said, event } = this.#amend(known, entry, nowMs);
    if (said === null) return refused('entry', 'one who is on the floor out, one who is not in', 'another');
    this.#entries = this.#entries.map((one) => (one === known ? { ...known, entry, event } : one));
    return { said };
  }

  #amend(known: Entered, entry: Entry, nowMs: number) {
    const { event: before, mark } = known;
    if (before?.kind === 'shot' && entry.kind === 'shot')
      if (before.side === entry.side && before.player === entry.playerId) {
        const options = { world: this.#world, entry, id: before.id, atMs: before.atMs, mark };
        const after = eventOf(options);
        const said = this.#events.take({ kind: 'amendment', atMs: nowMs, before, after });
        return { said: said.map(wordsOf), event: after };
      }
    const back = this.#takeBack(known, nowMs);
    if (entry.kind === 'substitution' && this.#wrong(entry) !== null) {
      if (known.entry.kind === 'substitution') this.#swap(entry.side, known.entry.outId, known.entry.inId);
      return { said: null, event: null };
    }
    const { said, event } = this.#tell(entry, mark, nowMs);
    return { said: [...back, ...said], event };
  }
}
