// A game entered by hand: state and orders, told in the provider's words, corrections included. Time is an argument; nothing here looks at a clock.

import type { Source } from '../feeds/shottracker/sources.ts';
import { type Chronicle, makeChronicle } from '../feeds/simulator/chronicle.ts';
import { EventTeller } from '../feeds/simulator/event-teller.ts';
import { beginPeriod, runTable, startClock, stopClock } from '../feeds/simulator/table.ts';
import { textOf } from '../feeds/simulator/utterance.ts';
import { clockWords, type GameIds, jerseyWords } from '../feeds/simulator/words-live.ts';
import { type SummaryLevel, summaryWords } from '../feeds/simulator/words-summary.ts';
import type { World } from '../feeds/simulator/world.ts';
import { overtimeNumber, type Period } from '../game/period.ts';
import type { PlayOrder, Start } from '../wire/mock-orders.ts';
import { asIs, type Entered, MockBook, type Outcome, refused, type Said, wordsOf } from './mock-book.ts';
import { mockWorld } from './mock-world.ts';

const CLOCK_MS = 500;
const SUMMARY_MS = 2_000;
const LEVEL: SummaryLevel = 'full';

export class MockGame {
  readonly ids: GameIds;
  readonly world: World;
  readonly chronicle: Chronicle;
  readonly #events: EventTeller;
  readonly #book: MockBook;
  #nowMs: number;
  #clockMs = Number.NEGATIVE_INFINITY;
  #summaryMs = Number.NEGATIVE_INFINITY;

  constructor(start: Start, gameId: string, nowMs: number) {
    this.ids = { gameId, sessionId: `${gameId}-game`, facilityId: 'courtside-arena', courtId: 'main-court' };
    this.world = mockWorld(start);
    this.chronicle = makeChronicle(this.world.court.name);
    this.#events = new EventTeller(
      { world: this.world, ids: this.ids, book: this.chronicle.book('game') },
      this.chronicle,
    );
    this.#book = new MockBook(this.world, gameId, this.#events);
    this.#nowMs = nowMs;
    this.world.nowMs = nowMs;
    beginPeriod(this.world.table, this.world.rules, this.world.rules.periods[0] ?? 'Q1');
  }

  /** What was entered and stands, oldest first. */
  get entries(): readonly Entered[] {
    return this.#book.entries;
  }

  get isOver(): boolean {
    return this.world.table.period === 'FINAL';
  }

  /** The first words: what both wear, who is on the floor. */
  begin(nowMs: number): readonly Said[] {
    const { home, away } = this.world;
    const jerseys = { home: home.team.colour, away: away.team.colour };
    const worn = this.#events.marker(jerseyWords(this.world, this.ids, jerseys, nowMs), nowMs);
    return [
      ...worn.map(wordsOf),
      ...this.#book.lineup('home'),
      ...this.#book.lineup('away'),
      ...this.beat(nowMs, true),
    ];
  }

  /** Lets the clocks run on to an instant, and says what is due by then; `always`: the clock and the summary at any rate. */
  beat(nowMs: number, always = false): readonly Said[] {
    this.#passTo(nowMs);
    const said: Said[] = [];
    if (always || nowMs - this.#clockMs >= CLOCK_MS) {
      this.#clockMs = nowMs;
      said.push(this.#live('clock', clockWords(this.world, this.ids)));
    }
    if (always || nowMs - this.#summaryMs >= SUMMARY_MS) {
      this.#summaryMs = nowMs;
      const { world, chronicle } = this;
      const summary = { world, chronicle, reference: this.ids.gameId, level: LEVEL, atMs: Math.round(nowMs) };
      said.push(this.#live('broadcastsummary', summaryWords(summary)));
    }
    return said;
  }

  /** Obeys an order, or refuses it. */
  obey(order: PlayOrder, nowMs: number): Outcome {
    if (this.isOver && order.do !== 'edit' && order.do !== 'delete')
      return refused('do', 'a correction, or another game', `${order.do}, of a game that is over`);
    this.#passTo(nowMs);
    const outcome = this.#obey(order, Math.round(nowMs));
    return 'fault' in outcome ? outcome : { said: [...outcome.said, ...this.beat(nowMs, true)] };
  }

  #obey(order: PlayOrder, nowMs: number): Outcome {
    switch (order.do) {
      case 'enter':
        if (order.entry.kind === 'timeout') stopClock(this.world.table);
        return this.#book.enter(order.entry, nowMs);
      case 'edit':
        return this.#book.edit(order.id, order.entry, nowMs);
      case 'delete':
        return this.#book.delete(order.id, nowMs);
      case 'clock':
        return this.#setClock(order);
      case 'period':
        return this.#nextPeriod();
      case 'end':
        this.world.table.period = 'FINAL';
        stopClock(this.world.table);
        return { said: [] };
      default: {
        const never: never = order;
        return never;
      }
    }
  }

  #passTo(nowMs: number): void {
    if (nowMs <= this.#nowMs) return;
    runTable(this.world.table, nowMs - this.#nowMs);
    this.#nowMs = nowMs;
    this.world.nowMs = nowMs;
  }

  #live(source: Source, data: Readonly<Record<string, unknown>>): Said {
    return { source, text: textOf(source, data, null, asIs) };
  }

  #setClock({ running, remainingMs, shotMs }: Extract<PlayOrder, { do: 'clock' }>): Outcome {
    const { table } = this.world;
    if (table.period === 'HT') return refused('do', 'a period that is played', 'half-time');
    if (remainingMs !== undefined) table.gameMs = remainingMs;
    if (shotMs !== undefined) {
      table.shotOn = shotMs !== null;
      table.shotMs = shotMs ?? 0;
    }
    if (running === true) startClock(table);
    if (running === false || table.gameMs === 0) stopClock(table);
    return { said: [] };
  }

  /** The next period; half-time stands between the halves; overtime when it is even. */
  #nextPeriod(): Outcome {
    const { table, rules } = this.world;
    const half = rules.periods[rules.periods.length / 2 - 1];
    if (table.period === half) {
      stopClock(table);
      Object.assign(table, { period: 'HT', gameMs: 0, shotOn: false });
      return { said: [] };
    }
    const at = rules.periods.indexOf(table.period === 'HT' ? (half ?? 'H1') : table.period);
    const next: Period = rules.periods[at + 1] ?? `OT${overtimeNumber(table.period) + 1}`;
    const { home, away } = this.chronicle.book('game').teams;
    if ((at < 0 || at + 1 >= rules.periods.length) && home.counts.PTS !== away.counts.PTS)
      return refused('do', 'an even game, or its end', `${home.counts.PTS} to ${away.counts.PTS}`);
    beginPeriod(table, rules, next);
    return { said: [] };
  }
}
