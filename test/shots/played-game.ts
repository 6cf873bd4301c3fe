// A game that was played once and is kept, in its third quarter: what every picture of the book shows, and the widest that it could be.
import { gameClockText, shotClockText } from '../../src/game/clock.ts';
import type { Game, PlayerInGame, Team } from '../../src/game/game.ts';
import type { Moment, Past } from '../../src/time/moment.ts';
import { taught } from '../kit/hall-moments.ts';
import { HALL_GANTRY } from './camera.ts';
import keptGame from './kept-game.gzip?url';
import { PICTURE_MS, timelineOf, unpacked } from './kept-game.ts';

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
  ...(moment.past ? { past: pastOfCopies(moment, moment.past) } : {}),
});

/** A timeline knows the past of its own bodies; their copies have the same. */
function pastOfCopies({ bodies, bodyCount, ball }: Moment, past: Past): Past {
  const own = new Map(bodies.slice(0, bodyCount).map((body) => [body.id, body]));
  if (ball) own.set(ball.id, ball);
  const { version, revision, firmMs } = past;
  return {
    version,
    revision,
    firmMs,
    at: (atMs) => past.at(atMs),
    trace: (body, trace) => past.trace(own.get(body.id) ?? body, trace),
  };
}

/** The kept game, and what led up to its picture. */
export async function playedGame(): Promise<Played> {
  const timeline = timelineOf(await unpacked(await fetch(keptGame)));
  const moment = still(timeline.at(PICTURE_MS));
  const runUp: Moment[] = [];
  for (let ms = PICTURE_MS - RUN_UP_MS; ms < PICTURE_MS; ms += LOOK_MS) runUp.push(still(timeline.at(ms)));
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
  const game = mapTeams({ ...moment.game, period: 'OT4', played: 'OT4' }, (team, index) => ({
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
