// Moments for box scores: an ordinary half-time, and the widest that can be.
import type { PlayerInGame } from '../../src/game/game.ts';
import type { StatLine } from '../../src/game/stat-line.ts';
import type { Moment } from '../../src/time/moment.ts';
import { aMoment, aPlayer } from './moments.ts';

const HOME_NAMES = [
  ['Jayson', 'Tatum'],
  ['Kentavious', 'Caldwell-Pope'],
  ['Kristaps', 'Porziņģis'],
  ['Luka', 'Dončić'],
  ['Al', 'Ito'],
  ['Shai', 'Gilgeous-Alexander'],
  ['Marcus', 'Smith'],
  ['Ish', 'Smith'],
  ['Nikola', 'Jokić'],
  ['Sam', 'Lee'],
  ['Bo', 'Wu'],
  ['Dario', 'Šarić'],
  ['Omri', 'Ålund'],
] as const;

/** Counts of the nth best of a team, by rule: fewer the later he comes. */
function lineOf(rank: number): StatLine {
  const made = Math.max(0, 8 - rank);
  const threes = rank % 3;
  const free = (rank * 2) % 5;
  return {
    points: 2 * made + Math.min(threes, made) + free,
    rebounds: (rank * 5 + 2) % 9,
    assists: (rank * 3 + 4) % 8,
    steals: rank % 3,
    blocks: rank % 2,
    turnovers: (rank + 1) % 4,
    fieldGoalsMade: made,
    fieldGoalsAttempted: made + 3 + (rank % 5),
    threesMade: Math.min(threes, made),
    threesAttempted: threes + 2,
    freeThrowsMade: free,
    freeThrowsAttempted: free + (rank % 2),
    fouls: rank % 5,
    plusMinus: 14 - rank * 3,
  };
}

/** The first `count` players of a team whose ids begin with `prefix`; `turn` gives another team other names. */
export function aSquad(prefix: string, count: number, turn = 0): Record<string, PlayerInGame> {
  const players = Array.from({ length: count }, (_, rank) => {
    const [firstName, lastName] = HOME_NAMES[(rank + turn) % HOME_NAMES.length] ?? ['', ''];
    const number = String((rank * 17 + turn * 3) % 56);
    return aPlayer(`${prefix}${rank}`, { number, firstName, lastName, line: lineOf(rank) });
  });
  return Object.fromEntries(players.map((player) => [player.id, player]));
}

const COUNTED = [
  'rebounds',
  'assists',
  'steals',
  'blocks',
  'turnovers',
  'fieldGoalsMade',
  'fieldGoalsAttempted',
  'threesMade',
  'threesAttempted',
  'freeThrowsMade',
  'freeThrowsAttempted',
  'fouls',
  'points',
] as const;

/** What the players have together. */
export const summed = (players: Readonly<Record<string, PlayerInGame>>): StatLine =>
  Object.fromEntries(
    COUNTED.map((field) => [
      field,
      Object.values(players).reduce((sum, { line }) => sum + (line[field] ?? 0), 0),
    ]),
  );

/** Half-time of an ordinary game; `count` players of each team have played. */
export function halfTime(count = 10): Moment {
  const [home, away] = [aSquad('h', count), aSquad('a', Math.max(5, count - 1), 4)];
  const [homeLine, awayLine] = [summed(home), summed(away)];
  const halves = ({ points = 0 }: StatLine) => ({
    Q1: { points: Math.floor(points / 2) + 2 },
    Q2: { points: Math.ceil(points / 2) - 2 },
  });
  return aMoment({
    game: { period: 'HT' },
    home: { players: home, line: homeLine, score: homeLine.points ?? null, periodLines: halves(homeLine) },
    away: { players: away, line: awayLine, score: awayLine.points ?? null, periodLines: halves(awayLine) },
  });
}

const PERIODS = ['Q1', 'Q2', 'Q3', 'Q4', 'OT1', 'OT2', 'OT3', 'OT4'] as const;
const WIDEST_LINE: StatLine = {
  points: 100,
  rebounds: 55,
  assists: 30,
  steals: 10,
  blocks: 10,
  turnovers: 10,
  fieldGoalsMade: 36,
  fieldGoalsAttempted: 63,
  threesMade: 14,
  threesAttempted: 24,
  freeThrowsMade: 28,
  freeThrowsAttempted: 28,
  fouls: 6,
  plusMinus: -58,
};
const WIDEST_TOTALS: StatLine = {
  ...WIDEST_LINE,
  points: 199,
  rebounds: 102,
  assists: 48,
  fieldGoalsMade: 102,
  fieldGoalsAttempted: 188,
  fouls: 40,
};

/** Four overtimes, thirteen a team, 199 to 199, a white jersey and a black one, nobody's name short. */
export function widestBox(): Moment {
  const periodLines = Object.fromEntries(PERIODS.map((period) => [period, { points: 28 }]));
  const squad = (prefix: string, turn: number) => {
    const players = aSquad(prefix, 13, turn);
    const [first] = Object.values(players);
    return first ? { ...players, [first.id]: { ...first, number: '00', line: WIDEST_LINE } } : players;
  };
  const team = { score: 199, line: WIDEST_TOTALS, periodLines };
  return aMoment({
    game: { period: 'OT4' },
    home: {
      ...team,
      players: squad('h', 1),
      colour: '#ffffff',
      name: 'Oklahoma City Thunder',
      code: 'OKLA',
    },
    away: {
      ...team,
      players: squad('a', 5),
      colour: '#000000',
      name: 'Minnesota Timberwolves',
      code: 'MMMM',
    },
  });
}
