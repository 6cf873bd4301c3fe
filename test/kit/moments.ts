// Builders of Moments for scenes' tests: say only what the test is about; the rest is an ordinary minute of an ordinary game.
import { gameClockText, shotClockText } from '../../src/game/clock.ts';
import { type Game, noGame, type PlayerInGame, type Team } from '../../src/game/game.ts';
import { type RuleSetName, rulesOf } from '../../src/game/rules.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';
import { AWAY_ID, HOME_ID } from './messages.ts';

const NOW_MS = 1_700_000_000_000;

/** A player of a game: `aPlayer('7', { number: '23' })`. */
export const aPlayer = (id: string, more: Partial<PlayerInGame> = {}): PlayerInGame => ({
  id,
  number: id,
  firstName: 'First',
  lastName: `Last${id}`,
  position: 'G',
  line: {},
  zones: {},
  ...more,
});

/** A team of a game, with nothing said of it but its names, colour and score. */
export const aTeam = (id: string, more: Partial<Team> = {}): Team => ({
  id,
  code: id === HOME_ID ? 'BOS' : 'LAL',
  name: id === HOME_ID ? 'Boston' : 'Los Angeles',
  colour: id === HOME_ID ? '#007a33' : '#552583',
  score: id === HOME_ID ? 88 : 91,
  scoreChange: null,
  fouls: null,
  foulsChange: null,
  timeouts: null,
  players: {},
  onFloor: [],
  line: {},
  periodLines: {},
  zones: {},
  periodZones: {},
  efficiency: [],
  lineups: [],
  ...more,
});

/** A body on the floor, settled: `aBody('7', HOME_ID, 1000, -2000)`. */
export const aBody = (
  id: string,
  teamId: string | null,
  xMm: number,
  yMm: number,
  more: Partial<SampledBody> = {},
): SampledBody => ({ id, teamId, xMm, yMm, zMm: 0, speedMps: 0, ageMs: 0, presence: 1, ...more });

export type MomentWish = {
  readonly atMs?: number;
  readonly version?: number;
  readonly rules?: RuleSetName;
  readonly home?: Partial<Team>;
  readonly away?: Partial<Team>;
  /** Over everything else of the game. */
  readonly game?: Partial<Game>;
  /** Null: never said. */
  readonly clockMs?: number | null;
  readonly running?: boolean;
  /** Null: off. */
  readonly shotClockMs?: number | null;
  readonly bodies?: readonly SampledBody[];
  readonly ball?: SampledBody | null;
  /** What the operator has taught, by name. */
  readonly cameras?: Moment['cameras'];
};

/** A Moment of the third period, 88 to 91, unless something else is wished for. */
export function aMoment(wish: MomentWish = {}): Moment {
  const { atMs = NOW_MS, version = 1, running = true, clockMs = 427_000, shotClockMs = 17_000 } = wish;
  const rules = rulesOf(wish.rules ?? 'nba');
  const game: Game = {
    ...noGame,
    atMs,
    period: 'Q3',
    homeId: HOME_ID,
    awayId: AWAY_ID,
    teams: { [HOME_ID]: aTeam(HOME_ID, wish.home), [AWAY_ID]: aTeam(AWAY_ID, wish.away) },
    ...wish.game,
  };
  const reading = (remainingMs: number | null, text: (ms: number) => string) =>
    remainingMs === null ? null : { remainingMs, running, text: text(remainingMs) };
  return {
    atMs,
    version,
    game,
    rules,
    clock: reading(clockMs, (ms) => gameClockText(rules, ms)),
    shotClock: reading(shotClockMs, (ms) => shotClockText(rules, ms)),
    bodies: wish.bodies ?? [],
    bodyCount: wish.bodies?.length ?? 0,
    ball: wish.ball ?? null,
    cameras: wish.cameras ?? {},
  };
}

/** A Moment of nothing yet; say what the test is about. */
export const momentAt = (atMs: number, more: Partial<Moment> = {}): Moment => ({
  atMs,
  version: 1,
  game: noGame,
  rules: rulesOf('nba'),
  clock: null,
  shotClock: null,
  bodies: [],
  bodyCount: 0,
  ball: null,
  cameras: {},
  ...more,
});

/** A game in which only the instant of its newest fact is said: enough to tell one from another. */
export const gameAt = (atMs: number): Game => ({ ...noGame, atMs });
