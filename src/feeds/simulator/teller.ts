// Tells a simulated game as it goes, in the provider's words: what happened with the step in which it did, what is true at its own beat.
import type { Source } from '../shottracker/sources.ts';
import { type Chronicle, makeChronicle } from './chronicle.ts';
import type { Amendment, GameEvent } from './event.ts';
import { type GameOptions, simulate } from './simulate.ts';
import {
  boxScoreWords,
  chartWords,
  correctionOf,
  type Data,
  lineupStatsWords,
  possessionStatsWords,
  possessionWords,
  type Telling,
} from './words-events.ts';
import { clockWords, type GameIds, type Jerseys, jerseyWords, locationWords } from './words-live.ts';
import { type SummaryLevel, summaryWords } from './words-summary.ts';
import { STEP_MS, type World } from './world.ts';

export type TellerOptions = GameOptions & {
  /** Positions a second of simulated time; 25 by default. */
  readonly rateHz?: number;
  /** `game_stats` by default: all of the game, none of its periods. */
  readonly level?: SummaryLevel;
  /** The clubs' own colours by default; `#rrggbb`. */
  readonly jerseys?: Jerseys;
  /** What both wear after half-time, if they change. */
  readonly jerseysAfterHalf?: Jerseys;
};

/** Instants as they are told: simulated time in, milliseconds since 1970 out. */
export type StampOf = (simMs: number) => number;

/** Something to be said. Its text is made when it is asked for; the same stamps give the same text. */
export type Utterance = {
  readonly source: Source;
  /** Simulated time at which it is said. */
  readonly simMs: number;
  text(stampOf: StampOf): string;
};

export type Teller = {
  readonly world: World;
  readonly chronicle: Chronicle;
  readonly ids: GameIds;
  readonly over: boolean;
  /** One step of the game, and what is said with it. `eventsOnly`: without positions, clocks and summaries, as for a part of the game that nobody watches. */
  step(eventsOnly?: boolean): readonly Utterance[];
};

const CLOCK_MS = 500;
const SUMMARY_MS = 2_000;
const RATE_HZ = 25;
/** Keys of stamps inside what is told. */
const STAMPS: ReadonlySet<string> = new Set(['t', 'startTimestamp', 'timestamp']);

/** JSON of a message, its stamps mapped. */
function textOf(source: Source, data: Data, seq: number | null, stampOf: StampOf): string {
  const head = { type: 'data', source, ...(seq === null ? {} : { seq }) };
  return JSON.stringify({ ...head, data }, (key, value: unknown) =>
    typeof value === 'number' && STAMPS.has(key) ? stampOf(value) : value,
  );
}

const idsOf = (seed: number): GameIds => ({
  gameId: `sim-${seed}`,
  sessionId: `sim-${seed}-game`,
  facilityId: 'courtside-arena',
  courtId: 'main-court',
});

/** Tells what was written down in a step. Each correction and each event moves the sequence on. */
class EventTeller {
  readonly #telling: Telling;
  readonly #chronicle: Chronicle;
  #possession: GameEvent[] = [];
  #seq = 0;

  constructor(telling: Telling, chronicle: Chronicle) {
    this.#telling = telling;
    this.#chronicle = chronicle;
  }

  #say(source: Source, data: Data | null, simMs: number): Utterance[] {
    if (data === null) return [];
    this.#seq += 1;
    const seq = this.#seq;
    return [{ source, simMs, text: (stampOf) => textOf(source, data, seq, stampOf) }];
  }

  marker(data: Data, simMs: number): Utterance[] {
    return this.#say('marker', data, simMs);
  }

  #now(): Telling {
    return { ...this.#telling, book: this.#chronicle.book('game') };
  }

  #correction(amendment: Amendment): Utterance[] {
    const { before, after, atMs } = amendment;
    const telling = this.#now();
    const classification = correctionOf(amendment);
    const lines = boxScoreWords(telling, after ?? before, { classification, atMs });
    const said = lines.flatMap((data) => this.#say('boxscorestatsv2', data, atMs));
    const shot = after ?? before;
    if (shot.kind !== 'shot') return said;
    return [
      ...said,
      ...this.#say('chart', chartWords(telling, shot, after === null ? 'DELETED' : 'UPDATED'), atMs),
    ];
  }

  #possessions(event: GameEvent): Utterance[] {
    if (event.kind === 'distance' || event.possession === 0 || event.kind === 'foul-drawn') return [];
    if (event.kind === 'possession') this.#possession = [event];
    else this.#possession = [...this.#possession, event];
    return this.#say('possessions', possessionWords(this.#telling, this.#possession), event.atMs);
  }

  #afterPossession({ side, floor, atMs }: GameEvent): Utterance[] {
    const telling = this.#now();
    return [
      ...this.#say('possessionstats', possessionStatsWords(telling, side, atMs), atMs),
      ...(['home', 'away'] as const).flatMap((one) =>
        this.#say('lineupstats', lineupStatsWords(telling, one, floor[one]), atMs),
      ),
    ];
  }

  take(entry: GameEvent | Amendment): Utterance[] {
    this.#chronicle.take(entry);
    if (entry.kind === 'amendment') return this.#correction(entry);
    const telling = this.#now();
    return [
      ...boxScoreWords(telling, entry).flatMap((data) => this.#say('boxscorestatsv2', data, entry.atMs)),
      ...(entry.kind === 'shot'
        ? this.#say('chart', chartWords(telling, entry, 'RECORDED'), entry.atMs)
        : []),
      ...this.#possessions(entry),
      ...(entry.kind === 'possession-end' ? this.#afterPossession(entry) : []),
    ];
  }
}

/** A game that is told from its first step on. */
export function makeTeller(options: TellerOptions): Teller {
  const { seed, rateHz = RATE_HZ, level = 'game_stats', jerseysAfterHalf } = options;
  const game = simulate(options);
  const { world } = game;
  const ids = idsOf(seed);
  const chronicle = makeChronicle(world.court.name);
  const events = new EventTeller({ world, ids, book: chronicle.book('game') }, chronicle);
  const jerseys = options.jerseys ?? { home: world.home.team.colour, away: world.away.team.colour };
  let worn: Jerseys | null = null;
  let ballBefore = { x: 0, y: 0, z: 0 };
  let summaryMs = 0;
  let periodTold = '';

  const due = (everyMs: number): boolean =>
    Math.floor(world.nowMs / everyMs) > Math.floor((world.nowMs - STEP_MS) / everyMs);

  const say = (source: Source, data: Data, simMs: number): Utterance => ({
    source,
    simMs,
    text: (stampOf) => textOf(source, data, null, stampOf),
  });

  const dress = (): Utterance[] => {
    const half = world.table.period === 'HT' && jerseysAfterHalf !== undefined;
    const wear = half ? jerseysAfterHalf : (worn ?? jerseys);
    if (wear === worn) return [];
    worn = wear;
    return events.marker(jerseyWords(world, ids, wear, world.nowMs), world.nowMs);
  };

  const summary = (): Utterance => {
    summaryMs = world.nowMs;
    periodTold = world.table.period;
    const simMs = world.nowMs;
    // Its text must be what is true now, also when it is asked for later.
    const data = summaryWords({ world, chronicle, reference: ids.gameId, level, atMs: 0 });
    const made = JSON.stringify({
      type: 'data',
      source: 'broadcastsummary',
      data: { ...data, at: 0, at_formatted: '' },
    });
    return {
      source: 'broadcastsummary',
      simMs,
      text(stampOf) {
        const at = stampOf(simMs);
        return made.replace(
          '"at":0,"at_formatted":""',
          `"at":${at},"at_formatted":"${new Date(at).toISOString()}"`,
        );
      },
    };
  };

  const frames = (): Utterance[] => {
    const first = Math.floor(((world.nowMs - STEP_MS) * rateHz) / 1000) + 1;
    const said: Utterance[] = [];
    for (let k = first; k * 1000 <= world.nowMs * rateHz; k += 1) {
      const t = (k * 1000) / rateHz;
      said.push(
        say(
          'location',
          locationWords({ world, ids, t, backMs: world.nowMs - t, ballBefore, stepMs: STEP_MS }),
          t,
        ),
      );
    }
    return said;
  };

  return {
    world,
    chronicle,
    ids,
    get over() {
      return game.over;
    },
    step(eventsOnly = false) {
      if (game.over) return [];
      const { x, y, z } = world.ball;
      ballBefore = { x, y, z };
      const written = game.step();
      const said = [...dress(), ...written.flatMap((entry) => events.take(entry))];
      if (eventsOnly) return said;
      const news = said.length > 0 || periodTold !== world.table.period;
      if (news || world.nowMs - summaryMs >= SUMMARY_MS) said.push(summary());
      if (due(CLOCK_MS)) said.push(say('clock', clockWords(world, ids), world.nowMs));
      said.push(...frames());
      return said;
    },
  };
}
