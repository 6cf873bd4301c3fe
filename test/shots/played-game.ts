// A simulated game at a fixed seed, some minutes in: what every picture of the book shows, and the widest that it could be.
import { makeSimulator } from '../../src/feeds/simulator/simulator.ts';
import { gameClockText, shotClockText } from '../../src/game/clock.ts';
import type { Game, PlayerInGame, Team } from '../../src/game/game.ts';
import type { Said } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import type { Moment } from '../../src/time/moment.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { taught } from '../kit/hall-moments.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { HALL_GANTRY } from './camera.ts';

const RULES = 'nba';
const SEED = 7;
/** How long the game is watched, and where the picture is taken; in milliseconds. */
const WATCHED_MS = 14_000;
const STEP_MS = 40;

/** What led up to a picture, so that what moves has its trail: how long, and how often it is looked at; in milliseconds. */
const RUN_UP_MS = 1_500;
const LOOK_MS = 25;

export type Played = {
  /** The instant of every picture. */
  readonly moment: Moment;
  /** A little later: the hosts have scored. */
  readonly later: Moment;
  /** What led up to it, oldest first; it is the last. */
  readonly runUp: readonly Moment[];
};

/** The hall's camera, as an operator would have taught it. */
const cameras = { Hall: taught(HALL_GANTRY) };

/** A moment that stays as it is: a timeline's own are reused. It is seen in the hall. */
const still = (moment: Moment): Moment => ({
  ...moment,
  cameras,
  bodies: moment.bodies.slice(0, moment.bodyCount).map((body) => ({ ...body })),
  ball: moment.ball && { ...moment.ball },
});

/** Plays until there is something to see of everything. */
export async function playedGame(): Promise<Played> {
  const time = makeManualTime();
  const startMs = time.now();
  const timeline = makeTimeline({ rules: rulesOf(RULES) });
  let seq = 0;
  const message = (said: Said): void => timeline.push({ ...said, seq: (seq += 1) });
  const feed = makeSimulator({ time, rules: RULES, seed: SEED, startAt: 'midgame' });
  feed.start({ words: () => {}, message, status: () => {}, fault: () => {} });
  for (let ms = 0; ms < WATCHED_MS; ms += STEP_MS) time.advance(STEP_MS);
  await feed.stop();
  const atMs = startMs + WATCHED_MS - 1_000;
  const moment = still(timeline.at(atMs));
  const runUp: Moment[] = [];
  for (let ms = atMs - RUN_UP_MS; ms < atMs; ms += LOOK_MS) runUp.push(still(timeline.at(ms)));
  return { moment, later: withBasket(moment), runUp: [...runUp, moment] };
}

/** The game with each of its teams changed; the hosts come first. */
export const mapTeams = (game: Game, change: (team: Team, index: number) => Team): Game => ({
  ...game,
  teams: Object.fromEntries(Object.entries(game.teams).map(([id, team], index) => [id, change(team, index)])),
});

function withBasket(moment: Moment): Moment {
  const game = mapTeams(moment.game, (team) => {
    if (team.id !== moment.game.homeId || team.score === null) return team;
    const scoreChange = { before: team.score, atMs: moment.atMs };
    return { ...team, score: team.score + 3, scoreChange, line: { ...team.line, points: team.score + 3 } };
  });
  return { ...moment, version: moment.version + 1, game };
}

const LONG_NAMES = [
  ['Kentavious', 'Caldwell-Pope'],
  ['Shai', 'Gilgeous-Alexander'],
  ['Giannis', 'Antetokounmpo'],
  ['Bogdan', 'Bogdanović'],
  ['Kristaps', 'Porziņģis'],
] as const;
const LONG_TEAMS = [
  { name: 'Oklahoma City Thunder', code: 'OKLA' },
  { name: 'Minnesota Timberwolves', code: 'MMMM' },
] as const;

const widePlayer = (player: PlayerInGame, index: number): PlayerInGame => {
  const [firstName, lastName] = LONG_NAMES[index % LONG_NAMES.length] ?? LONG_NAMES[0];
  const line = index === 0 ? { ...player.line, points: 100, rebounds: 55, plusMinus: -58 } : player.line;
  return { ...player, firstName, lastName, number: '00', line };
};

/** The same instant with the widest names and figures there are, in the fourth overtime, white on white. */
export function widest(moment: Moment): Moment {
  const game = mapTeams({ ...moment.game, period: 'OT4' }, (team, index) => ({
    ...team,
    ...LONG_TEAMS[index % 2],
    colour: index === 0 ? '#ffffff' : '#f2f2ee',
    score: 199,
    scoreChange: null,
    fouls: 12,
    timeouts: 7,
    players: Object.fromEntries(
      Object.entries(team.players).map(([id, player], n) => [id, widePlayer(player, n)]),
    ),
  }));
  const reading = (remainingMs: number, text: string) => ({ remainingMs, running: true, text });
  return {
    ...moment,
    version: moment.version + 2,
    game,
    clock: reading(600_000, gameClockText(moment.rules, 600_000)),
    shotClock: reading(4_800, shotClockText(moment.rules, 4_800)),
  };
}
