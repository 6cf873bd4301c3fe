// What one event adds to whose row of the box score: the only place where numbers come from.
import { type GameEvent, pointsOf } from './event.ts';

/** What is counted. The provider's own words; DIST in centimetres. */
export const COUNTED = [
  'FG',
  'FGA',
  'FG2',
  'FGA2',
  'FG3',
  'FGA3',
  'FT',
  'FTA',
  'PTS',
  'REB',
  'OFFENSIVE_REB',
  'DEFENSIVE_REB',
  'AST',
  'STL',
  'BLK',
  'TO',
  'LBTO',
  'DBTO',
  'FL',
  'FLDN',
  'PPTS',
  'SECOND_CHANCE_POINTS',
  'POINTS_OFF_TURNOVER',
  'DIST',
] as const;
export type Counted = (typeof COUNTED)[number];
export type Counts = Record<Counted, number>;

export const noCounts = (): Counts => ({
  FG: 0,
  FGA: 0,
  FG2: 0,
  FGA2: 0,
  FG3: 0,
  FGA3: 0,
  FT: 0,
  FTA: 0,
  PTS: 0,
  REB: 0,
  OFFENSIVE_REB: 0,
  DEFENSIVE_REB: 0,
  AST: 0,
  STL: 0,
  BLK: 0,
  TO: 0,
  LBTO: 0,
  DBTO: 0,
  FL: 0,
  FLDN: 0,
  PPTS: 0,
  SECOND_CHANCE_POINTS: 0,
  POINTS_OFF_TURNOVER: 0,
  DIST: 0,
});

type Added = Partial<Counts>;

type Scoring = Extract<GameEvent, { kind: 'shot' | 'free-throw' }>;

const pointsAdded = (event: Scoring): Added => {
  const points = pointsOf(event);
  if (points === 0) return {};
  return {
    PTS: points,
    ...(event.secondChance ? { SECOND_CHANCE_POINTS: points } : {}),
    ...(event.afterTurnover ? { POINTS_OFF_TURNOVER: points } : {}),
    ...(event.kind === 'shot' && event.inPaint && !event.three ? { PPTS: points } : {}),
  };
};

/** What an event adds for the player who did it, and for his team. Empty for what no row counts. */
export function addedBy(event: GameEvent): Added {
  switch (event.kind) {
    case 'shot': {
      const made = event.made ? 1 : 0;
      const by = event.three ? { FG3: made, FGA3: 1 } : { FG2: made, FGA2: 1 };
      return { FG: made, FGA: 1, ...by, ...pointsAdded(event) };
    }
    case 'free-throw':
      return { FT: event.made ? 1 : 0, FTA: 1, ...pointsAdded(event) };
    case 'assist':
      return { AST: 1 };
    case 'offensive-rebound':
      return { REB: 1, OFFENSIVE_REB: 1 };
    case 'defensive-rebound':
      return { REB: 1, DEFENSIVE_REB: 1 };
    case 'steal':
      return { STL: 1 };
    case 'block':
      return { BLK: 1 };
    case 'turnover':
      return event.live ? { TO: 1, LBTO: 1 } : { TO: 1, DBTO: 1 };
    case 'foul':
      return { FL: 1 };
    case 'foul-drawn':
      return { FLDN: 1 };
    case 'distance':
      return { DIST: Math.round(event.metres * 100) };
    case 'possession':
    case 'possession-end':
      return {};
    default: {
      const never: never = event;
      return never;
    }
  }
}
