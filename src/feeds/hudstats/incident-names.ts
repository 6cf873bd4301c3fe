// What the names of basketball's incidents mean, as data. Source: HudStats LiveData, Incidents, NBA2K; the end of its list is not public.
import type { Period } from '../../game/period.ts';
import type { Rules } from '../../game/rules.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const BOUND = /^(start|end)-(?:([a-z]+)-(quarter|overtime)|(half-time))$/;
const LONGEST_OVERTIME = 99;

/** The period of a kind by its number from 1; null where there is none. */
function numbered(kind: string, nth: number): Period | null {
  if (kind === 'quarter') return QUARTERS[nth - 1] ?? null;
  return Number.isInteger(nth) && nth >= 1 && nth <= LONGEST_OVERTIME ? `OT${nth}` : null;
}

/** The start or end of a period that a name tells of; null for every other name. */
export function boundOf(name: string): { readonly is: 'start' | 'end'; readonly period: Period } | null {
  const found = BOUND.exec(name.toLowerCase());
  if (found === null) return null;
  const is = found[1] === 'start' ? 'start' : 'end';
  if (found[4] !== undefined) return { is, period: 'HT' };
  const period = numbered(found[3] ?? '', ORDINALS.indexOf(found[2] ?? '') + 1);
  return period === null ? null : { is, period };
}

/** The provider's period in ours; null for what is none of basketball's. Assumed: an ordinal may stand for its number. */
export function periodOf(type: string | undefined, value: string | undefined): Period | null {
  const kind = (type ?? '').toLowerCase();
  if (kind === 'half-time') return 'HT';
  if (kind !== 'quarter' && kind !== 'overtime') return null;
  const word = (value ?? '').toLowerCase();
  const ordinal = ORDINALS.indexOf(word) + 1;
  return numbered(kind, ordinal > 0 ? ordinal : Number(word === '' ? Number.NaN : word));
}

/** What a goal is worth, and its word in the play-by-play. */
export const GOALS: ReadonlyMap<string, string> = new Map([
  ['1-pointer', 'FREE_THROW_MAKE'],
  ['2-pointer', 'TWO_POINT_MAKE'],
  ['3-pointer', 'THREE_POINT_MAKE'],
]);

/** How an incident named `foul` counts: a team foul, an offensive one, or a violation and no foul at all. */
export type FoulKind = 'team' | 'offensive' | 'violation';

/** Assumed: the document lists these under `foul` without telling which are fouls. The `*-ball` ones name who gets the ball. */
const FOULS: ReadonlyMap<string, FoulKind> = new Map([
  ['reach-in', 'team'],
  ['shooting', 'team'],
  ['personal', 'team'],
  ['blocking', 'team'],
  ['loose-ball', 'team'],
  ['over-the-back', 'team'],
  ['charging', 'offensive'],
  ['illegal-screen', 'offensive'],
  ['off-3-sec', 'violation'],
  ['shot-clock', 'violation'],
  ['out-of-bounds', 'violation'],
]);
const BALL = /^[a-z0-9]+-ball$/;

/** Null for a type that no document prints. */
export const foulKindOf = (type: string): FoulKind | null =>
  FOULS.get(type.toLowerCase()) ?? (BALL.test(type.toLowerCase()) ? 'violation' : null);

/** Source: NBA Rule 12 B: an offensive foul is no team foul. Assumed: the WNBA's alike; elsewhere it is one. */
export const isTeamFoul = (kind: FoulKind, { name }: Rules): boolean =>
  kind === 'team' || (kind === 'offensive' && name !== 'nba' && name !== 'wnba');
