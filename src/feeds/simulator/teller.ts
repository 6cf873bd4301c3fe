// Tells a simulated game as it goes, in the provider's words: what happened with the step in which it did, what is true at its own beat.
import type { Source } from '../shottracker/sources.ts';
import { type Chronicle, makeChronicle } from './chronicle.ts';
import { EventTeller } from './event-teller.ts';
import { type GameOptions, simulate } from './simulate.ts';
import { textOf, type Utterance } from './utterance.ts';
import type { Data } from './words-events.ts';
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
  /** The provider's id of the game; one made of the seed by default. */
  readonly gameId?: string;
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
const idsOf = (gameId: string): GameIds => ({
  gameId,
  sessionId: `${gameId}-game`,
  facilityId: 'courtside-arena',
  courtId: 'main-court',
});

/** A game that is told from its first step on. */
export function makeTeller(options: TellerOptions): Teller {
  const { seed, rateHz = RATE_HZ, level = 'game_stats', jerseysAfterHalf, gameId = `sim-${seed}` } = options;
  const game = simulate(options);
  const { world } = game;
  const ids = idsOf(gameId);
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
