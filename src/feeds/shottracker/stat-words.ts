// The provider's words for what a box score counts. Source: Live Data V2, broadcastsummary and boxscorestatsv2.
import type { StatLine } from '../../game/stat-line.ts';
import { display, number } from '../fields.ts';

/** The fields of a row of statistics, of a team or of a player. */
export const statShape = {
  PTS: number,
  FG: number,
  FGA: number,
  FG_FRACTION: display,
  FG_PCT_DISPLAY: display,
  FG2: number,
  FGA2: number,
  FG2_FRACTION: display,
  FG2_PCT_DISPLAY: display,
  FG3: number,
  FGA3: number,
  FG3_FRACTION: display,
  FG3_PCT_DISPLAY: display,
  FT: number,
  FTA: number,
  FT_FRACTION: display,
  FT_PCT_DISPLAY: display,
  /** Deprecated by the provider. */
  TWO_POINT_PCT_DISPLAY: display,
  REB: number,
  OFFENSIVE_REB: number,
  DEFENSIVE_REB: number,
  AST: number,
  STL: number,
  BLK: number,
  TO: number,
  LBTO: number,
  DBTO: number,
  FL: number,
  FLDN: number,
  PPTS: number,
  SECOND_CHANCE_POINTS: number,
  POINTS_OFF_TURNOVER: number,
  /** Centimetres. */
  DIST: number,
  DIST_MILES: number,
  AST_TO_RATE: number,
  PLUS_MINUS: number,
} as const;

type StatWord = keyof typeof statShape;
export type StatRow = Readonly<Partial<Record<StatWord, number | string | undefined>>>;

const COUNTED: readonly (readonly [keyof StatLine, StatWord])[] = [
  ['points', 'PTS'],
  ['fieldGoalsMade', 'FG'],
  ['fieldGoalsAttempted', 'FGA'],
  ['twosMade', 'FG2'],
  ['twosAttempted', 'FGA2'],
  ['threesMade', 'FG3'],
  ['threesAttempted', 'FGA3'],
  ['freeThrowsMade', 'FT'],
  ['freeThrowsAttempted', 'FTA'],
  ['rebounds', 'REB'],
  ['offensiveRebounds', 'OFFENSIVE_REB'],
  ['defensiveRebounds', 'DEFENSIVE_REB'],
  ['assists', 'AST'],
  ['steals', 'STL'],
  ['blocks', 'BLK'],
  ['turnovers', 'TO'],
  ['liveBallTurnovers', 'LBTO'],
  ['deadBallTurnovers', 'DBTO'],
  ['fouls', 'FL'],
  ['foulsDrawn', 'FLDN'],
  ['paintPoints', 'PPTS'],
  ['secondChancePoints', 'SECOND_CHANCE_POINTS'],
  ['pointsOffTurnovers', 'POINTS_OFF_TURNOVER'],
  ['assistsPerTurnover', 'AST_TO_RATE'],
  ['plusMinus', 'PLUS_MINUS'],
];

/** Where a count is missing, its fraction may still say it. */
const FRACTIONS: readonly (readonly [keyof StatLine, keyof StatLine, StatWord])[] = [
  ['fieldGoalsMade', 'fieldGoalsAttempted', 'FG_FRACTION'],
  ['twosMade', 'twosAttempted', 'FG2_FRACTION'],
  ['threesMade', 'threesAttempted', 'FG3_FRACTION'],
  ['freeThrowsMade', 'freeThrowsAttempted', 'FT_FRACTION'],
];

const FRACTION = /^\s*(\d{1,4})\s*[/-]\s*(\d{1,4})\s*$/;

/** Made and attempted from `3/7` or `3-7`; null from anything else, also from more made than attempted. Assumed: no other form is used. */
export function fractionOf(text: string): { readonly made: number; readonly attempted: number } | null {
  const parts = FRACTION.exec(text);
  if (parts === null) return null;
  const [made, attempted] = [Number(parts[1]), Number(parts[2])];
  return made <= attempted ? { made, attempted } : null;
}

const CM_PER_M = 100;
const M_PER_MILE = 1609.344;

/** A row of statistics in our words; only what it says. */
export function lineOf(row: StatRow): StatLine {
  const line: StatLine = {};
  for (const [ours, theirs] of COUNTED) {
    const value = row[theirs];
    if (typeof value === 'number') line[ours] = value;
  }
  for (const [made, attempted, word] of FRACTIONS) {
    const text = row[word];
    const fraction = typeof text === 'string' ? fractionOf(text) : null;
    if (fraction === null) continue;
    line[made] ??= fraction.made;
    line[attempted] ??= fraction.attempted;
  }
  if (typeof row.DIST === 'number') line.distanceM = row.DIST / CM_PER_M;
  else if (typeof row.DIST_MILES === 'number') line.distanceM = row.DIST_MILES * M_PER_MILE;
  return line;
}

/** True when a row said nothing that we count. */
export const isEmpty = (line: StatLine): boolean => Object.keys(line).length === 0;
