// Whatever is done to HudStats' or IMG Arena's words in any phase of a game, five seconds later the feed has said what the one beside it said that nothing was done to; or that it does not know.
import { describe, expect, test } from 'vitest';
import { HARMS, type Harm, type Hearing, PROVIDERS, stood, through } from './others-wire.ts';
import { FOR_MS, ON_MS, WINDOW_MS, type Window, windowsOf } from './window.ts';

/** Each fault falls on each phase of each game by another seed; the first goes to overtime. `COURTSIDE_FAULTS=all` for more of them. */
const GAMES = (
  [
    { game: 71, seed: 2, overtime: true },
    { game: 12, seed: 1, overtime: false },
    { game: 3, seed: 3, overtime: false },
  ] as const
).slice(0, process.env.COURTSIDE_FAULTS === 'all' ? undefined : 1);

/** What these take away of HudStats' incidents nobody tells again: it numbers nothing, and a question is answered with the last incident alone. */
const TAKES: ReadonlySet<Harm> = new Set(['loss', 'truncate', 'wrong-types', 'freeze', 'cut']);

type State = Readonly<Record<string, unknown>>;
type TeamState = State & {
  readonly fouls: number | null;
  readonly periodLines: Readonly<Record<string, State>>;
};

const teamsOf = ({ teams }: State): Readonly<Record<string, TeamState>> =>
  teams as Readonly<Record<string, TeamState>>;

/** The counts of a period that are told piece by piece, and the plays: they may be missing, and are never others. */
function withoutPieces(state: State): unknown {
  const teams = Object.entries(teamsOf(state)).map(([id, { fouls: _fouls, ...team }]) => {
    const lines = Object.entries(team.periodLines).map(([period, line]) => {
      const { fouls: _of, points: _points, ...rest } = line;
      return [period, rest] as const;
    });
    return [id, { ...team, periodLines: Object.fromEntries(lines) }];
  });
  return { ...state, teams: Object.fromEntries(teams), plays: null };
}

function expectUnknownOrRight(state: State, twin: State): void {
  for (const [id, team] of Object.entries(teamsOf(state))) {
    const right = teamsOf(twin)[id];
    expect([null, right?.fouls]).toContain(team.fouls);
    for (const [period, { fouls, points }] of Object.entries(team.periodLines)) {
      expect([undefined, right?.periodLines[period]?.fouls]).toContain(fouls);
      expect([undefined, right?.periodLines[period]?.points]).toContain(points);
    }
  }
}

const TENTH_MS = 100;
/** The clock to a tenth: each word bears a stamp of its own, a millisecond or more apart, and more are said where the state was asked for. */
const toTenths = (state: State, right: State): State => {
  const [clock, its] = [state.clock, right.clock];
  const isNear = typeof clock === 'number' && typeof its === 'number' && Math.abs(clock - its) < TENTH_MS;
  return isNear ? { ...state, clock: its } : state;
};

/** A list of IMG Arena's that lost its last event is known to have when the next one comes. */
const isKnown = (fault: Harm | null, twin: Hearing, { fromMs }: Window): boolean => {
  const events = twin.to.heard
    .filter(({ source }) => source === 'actions')
    .map(({ heardMs }) => heardMs - fromMs);
  return (
    fault !== 'loss' ||
    twin.as === 'hudstats' ||
    (events.at(-1) ?? 0) > ON_MS + FOR_MS ||
    (events.at(-1) ?? 0) < ON_MS
  );
};

describe.each(GAMES)('in game $game, by seed $seed,', ({ game, seed, overtime }) => {
  const windows = windowsOf(game, { overtime });
  test.each(PROVIDERS.flatMap((as) => windows.map((window) => [as, window.name, window] as const)))(
    'of %s, %s: no fault leaves a wrong value behind five seconds after it',
    async (as, _, window) => {
      const [twin, ...others] = await through(as, window, [null, ...HARMS], seed);
      if (twin === undefined) throw new Error('nobody listened');
      expect(twin.to.codes()).toEqual([]);
      // Where nothing is wrong nothing is asked for again.
      expect(twin.to.statuses.filter(({ detail }) => /Asking again/.test(detail ?? ''))).toEqual([]);
      expect(twin.to.heard.length).toBeGreaterThan(10);
      const untilMs = window.fromMs + WINDOW_MS;
      const right = stood(twin, untilMs);
      for (const one of others) {
        if (!isKnown(one.fault, twin, window)) continue;
        const { fault } = one;
        const state = toTenths(stood(one, untilMs), right);
        if (as === 'hudstats' && fault !== null && TAKES.has(fault)) {
          expectUnknownOrRight(state, right);
          expect({ fault, state: withoutPieces(state) }).toEqual({ fault, state: withoutPieces(right) });
        } else expect({ fault, state }).toEqual({ fault, state: right });
      }
    },
    60_000,
  );
});
