// How the game stands: period, clock, score, fouls of the period and possession, from the actions as they stand and the newest summary.
import type { Period } from '../../game/period.ts';
import type { Rules } from '../../game/rules.ts';
import type { Fact, FactOf } from '../told.ts';
import { type Action, lastStanding } from './action.ts';
import { isThrow, pointsOf } from './kind.ts';
import type { Sides } from './people.ts';
import { afterPeriod, playedPeriod } from './periods.ts';
import type { SummaryWords } from './words.ts';

/** Where the game is: the last of start and end that stands, else what the summary counts. A clock that starts is a start of its period. */
export function periodOf(
  actions: readonly Action[],
  summary: SummaryWords | null,
  rules: Rules,
): Period | null {
  if (summary?.finished === true) return 'FINAL';
  const phase = lastStanding(actions, ({ kind }) => /^(?:match|period)-|^clock-start$/.test(kind));
  const counted = playedPeriod(rules, summary?.currentPeriod);
  switch (phase?.kind) {
    case 'match-end':
      // The summary has the last word on whether it is over.
      return summary?.finished === false ? 'END' : 'FINAL';
    case 'period-start':
    case 'clock-start':
      return playedPeriod(rules, phase.period) ?? counted;
    case 'period-end':
      return afterPeriod(rules, phase.period);
    default:
      return counted;
  }
}

/** A reading of the clock that stands, and the provider's stamp of it. */
export type ClockTold = {
  readonly remainingMs: number;
  readonly resolutionMs: number;
  readonly running: boolean;
  readonly stampMs: number | null;
};

/**
 * The clock as its own actions say it; null before the first. Assumed: the summary's clock is not kept up (the documents' example reads 00:00 at
 * 08:02), and the stamp of such an action is the instant of its reading.
 */
export function clockOf(actions: readonly Action[]): ClockTold | null {
  let running = false;
  let told: ClockTold | null = null;
  for (const { kind, stands, clock, stampMs } of actions) {
    if (!stands) continue;
    if (kind === 'clock-start') running = true;
    else if (kind === 'clock-stop' || kind === 'period-start' || kind === 'period-end') running = false;
    else if (kind !== 'clock-adjust') continue;
    if (clock !== null) told = { ...clock, running, stampMs };
    else if (told !== null && told.running !== running) told = stopped(told, running, stampMs);
  }
  return told;
}

/** A start or a stop without a reading: what the clock said before, run on to the stamp where there is one. */
function stopped(told: ClockTold, running: boolean, stampMs: number | null): ClockTold {
  const goneMs = told.running && told.stampMs !== null && stampMs !== null ? stampMs - told.stampMs : 0;
  return { ...told, running, stampMs, remainingMs: Math.max(0, told.remainingMs - Math.max(0, goneMs)) };
}

/** What the throws of a team that stand come to. */
export const thrownOf = (actions: readonly Action[], teamId: string): number =>
  actions.reduce(
    (sum, { stands, kind, team }) => (stands && team?.id === teamId ? sum + pointsOf(kind) : sum),
    0,
  );

/** The score: the summary's, where it ever spoke; else counted from the throws that stand. Never a number nobody gave. */
export function scoreOf(
  actions: readonly Action[],
  summary: SummaryWords | null,
  { homeId, awayId }: Sides,
): FactOf<'score'> | null {
  const isPoints = (points: number | undefined): points is number =>
    points !== undefined && Number.isInteger(points) && points >= 0;
  if (summary !== null) {
    const told = [
      { teamId: homeId, points: summary.homeTeamScore },
      { teamId: awayId, points: summary.awayTeamScore },
    ].flatMap(({ teamId, points }) => (teamId !== null && isPoints(points) ? [{ teamId, points }] : []));
    if (told.length > 0) return { kind: 'score', from: 'summary', scores: told };
  }
  const throws = actions.filter(({ kind }) => isThrow(kind));
  if (throws.length === 0) return null;
  const scores = [homeId, awayId].flatMap((teamId) => {
    return teamId === null ? [] : [{ teamId, points: thrownOf(throws, teamId) }];
  });
  return scores.length === 0 ? null : { kind: 'score', from: 'event', scores };
}

/** Assumed: a foul in attack counts for the team but under the rules of the NBA and the WNBA; one of the bench or the coach for none. */
const countsForTeam = (subType: string, { name }: Rules): boolean =>
  !/coach|bench/i.test(subType) && !((name === 'nba' || name === 'wnba') && /offensive|charg/i.test(subType));

/** Fouls of every period so far, counted. Nothing before the first foul was ever told: this game may have none collected. */
export function foulsOf(
  actions: readonly Action[],
  { homeId, awayId }: Sides,
  rules: Rules,
): readonly Fact[] {
  const fouls = actions.filter(({ kind }) => kind === 'foul');
  if (fouls.length === 0) return [];
  const counts = new Set(
    actions.flatMap(({ period, kind, stands }) => (stands || kind === 'foul' ? (period ?? []) : [])),
  );
  return [...counts]
    .sort((a, b) => a - b)
    .flatMap((count) => {
      const period = playedPeriod(rules, count);
      if (period === null) return [];
      return [homeId, awayId].flatMap((teamId): readonly Fact[] => {
        if (teamId === null) return [];
        const ours = fouls.filter(
          (one) =>
            one.stands &&
            one.period === count &&
            one.team?.id === teamId &&
            countsForTeam(one.subType, rules),
        );
        return [
          { kind: 'stats', from: 'summary', teamId, period, team: { fouls: ours.length }, players: [] },
        ];
      });
    });
}

/** Who has the ball: the summary's word, else the last that was said to have gained it. */
export function possessionOf(
  actions: readonly Action[],
  summary: SummaryWords | null,
  { homeId, awayId }: Sides,
): FactOf<'possession'> | null {
  const isHome = summary?.isHomeTeamInPossesion;
  const gained = lastStanding(actions, ({ kind }) => kind === 'possession')?.team?.id ?? null;
  const teamId = isHome === undefined ? gained : isHome ? homeId : awayId;
  return teamId === null ? null : { kind: 'possession', teamId };
}
