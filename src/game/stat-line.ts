// One row of a box score: what is counted for a player or a team. A value that the feed did not say is absent, never zero.
import { z } from 'zod';

const count = z.number().optional();

/** Counts; `distanceM` in metres; `minutes` in minutes; the last ones may be negative or fractional. */
export const statLineSchema = z.object({
  points: count,
  fieldGoalsMade: count,
  fieldGoalsAttempted: count,
  twosMade: count,
  twosAttempted: count,
  threesMade: count,
  threesAttempted: count,
  freeThrowsMade: count,
  freeThrowsAttempted: count,
  rebounds: count,
  offensiveRebounds: count,
  defensiveRebounds: count,
  assists: count,
  steals: count,
  blocks: count,
  turnovers: count,
  liveBallTurnovers: count,
  deadBallTurnovers: count,
  fouls: count,
  foulsDrawn: count,
  paintPoints: count,
  secondChancePoints: count,
  pointsOffTurnovers: count,
  distanceM: count,
  assistsPerTurnover: count,
  plusMinus: count,
});
export type StatLine = z.infer<typeof statLineSchema>;

/** How well a team does by kind of possession. `type` is the provider's own (OVERALL, TRANSITION, PT0_BR0, ...). Percentages 0 to 100. */
export const efficiencySchema = z.object({
  type: z.string(),
  possessions: count,
  possessionPercent: count,
  points: count,
  pointsPerPossession: count,
  fieldGoalsMade: count,
  fieldGoalPercent: count,
  fieldGoalFraction: z.string().optional(),
  /** The provider's mark of which team's field goals are higher. Assumed: -1, 0 or 1. */
  fieldGoalArrow: count,
  twosMade: count,
  twosAttempted: count,
  twoPercent: count,
  threesMade: count,
  threesAttempted: count,
  threePercent: count,
  turnovers: count,
  turnoverPercent: count,
  effectiveFieldGoalPercent: count,
});
export type Efficiency = z.infer<typeof efficiencySchema>;

/** Five players who were on the floor together, and what happened meanwhile. */
export const lineupLineSchema = z.object({
  playerIds: z.array(z.string()),
  plusMinus: count,
  pointsScored: count,
  pointsAllowed: count,
  pointsPerPossession: count,
  opponentPointsPerPossession: count,
  turnovers: count,
  fieldGoalRate: count,
  reboundRate: count,
});
export type LineupLine = z.infer<typeof lineupLineSchema>;
