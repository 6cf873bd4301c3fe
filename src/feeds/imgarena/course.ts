// How the game stands: period, score and possession, from the actions as they stand and the newest summary.
import type { Period } from '../../game/period.ts';
import type { Rules } from '../../game/rules.ts';
import type { FactOf } from '../told.ts';
import { afterPeriod, playedPeriod } from './periods.ts';
import type { StandingGame } from './standing-game.ts';
import type { SummaryWords } from './words.ts';

/** Where the game is: the last of start and end that stands, else what the summary counts. A clock that starts is a start of its period. */
export function periodOf({ phase }: StandingGame, summary: SummaryWords | null, rules: Rules): Period | null {
  if (summary?.finished === true) return 'FINAL';
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

/** What the throws of a team that stand come to. */
export const thrownOf = ({ thrown }: StandingGame, teamId: string): number => thrown?.get(teamId) ?? 0;

/** The score: the summary's, where it ever spoke; else counted from the throws that stand. Never a number nobody gave. */
export function scoreOf(game: StandingGame, summary: SummaryWords | null): FactOf<'score'> | null {
  const { homeId, awayId } = game.sides;
  const isPoints = (points: number | undefined): points is number =>
    points !== undefined && Number.isInteger(points) && points >= 0;
  if (summary !== null) {
    const told = [
      { teamId: homeId, points: summary.homeTeamScore },
      { teamId: awayId, points: summary.awayTeamScore },
    ].flatMap(({ teamId, points }) => (teamId !== null && isPoints(points) ? [{ teamId, points }] : []));
    if (told.length > 0) return { kind: 'score', from: 'summary', scores: told };
  }
  if (game.thrown === null) return null;
  const scores = [homeId, awayId].flatMap((teamId) => {
    return teamId === null ? [] : [{ teamId, points: thrownOf(game, teamId) }];
  });
  return scores.length === 0 ? null : { kind: 'score', from: 'event', scores };
}

/** Who has the ball: the summary's word, else the last that was said to have gained it. */
export function possessionOf(
  { sides: { homeId, awayId }, possessionId }: StandingGame,
  summary: SummaryWords | null,
): FactOf<'possession'> | null {
  const isHome = summary?.isHomeTeamInPossesion;
  const teamId = isHome === undefined ? possessionId : isHome ? homeId : awayId;
  return teamId === null ? null : { kind: 'possession', teamId };
}
