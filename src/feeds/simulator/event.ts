// What happened, as the scorer writes it down. Every number that the simulator says is counted from these, and only from these.
import type { Period } from '../../game/period.ts';

export type SideName = 'home' | 'away';
/** Ids of five who are on the floor together, rising. */
export type Five = readonly number[];
/** Who was on the floor; one object for as long as nobody is changed. */
export type Floor = Readonly<Record<SideName, Five>>;

/** How an attack came about and what it did. Assumed: PT and BR are touches of the paint and ball reversals, none or some. */
export type AttackType = 'TRANSITION' | 'PT0_BR0' | 'PT0_BR1' | 'PT1_BR0' | 'PT1_BR1';

type Base = {
  readonly id: number;
  /** Milliseconds of simulated time. */
  readonly atMs: number;
  readonly period: Period;
  /** Left in the period. */
  readonly gameMs: number;
  readonly side: SideName;
  readonly floor: Floor;
  /** The possession in which it happened; 0 outside any. */
  readonly possession: number;
  /** Where in the court's frame, in millimetres. */
  readonly xMm: number;
  readonly yMm: number;
  /** The hoop that the attack goes for. */
  readonly hoopYMm: number;
};

/** What a score counts for besides its points. */
type Origin = { readonly afterTurnover: boolean; readonly secondChance: boolean };

export type ShotEvent = Base &
  Origin & {
    readonly kind: 'shot';
    readonly player: number;
    readonly made: boolean;
    readonly three: boolean;
    readonly inPaint: boolean;
    readonly attributes: readonly string[];
    readonly defenders: readonly number[];
    readonly heightMm: number;
    /** Milliseconds that the ball was in the air. */
    readonly flightMs: number;
  };

export type FreeThrowEvent = Base &
  Origin & { readonly kind: 'free-throw'; readonly player: number; readonly made: boolean };

/** What one player did, told by its kind alone. */
export type DeedEvent = Base & {
  readonly kind:
    | 'assist'
    | 'offensive-rebound'
    | 'defensive-rebound'
    | 'steal'
    | 'block'
    | 'foul'
    | 'foul-drawn';
  readonly player: number;
};
export type TurnoverEvent = Base & {
  readonly kind: 'turnover';
  readonly player: number;
  readonly live: boolean;
};
export type DistanceEvent = Base & {
  readonly kind: 'distance';
  readonly player: number;
  readonly metres: number;
};
export type PossessionStart = Base & { readonly kind: 'possession' };
export type PossessionEnd = Base & { readonly kind: 'possession-end'; readonly type: AttackType };

export type GameEvent =
  | ShotEvent
  | FreeThrowEvent
  | DeedEvent
  | TurnoverEvent
  | DistanceEvent
  | PossessionStart
  | PossessionEnd;

/** The scorer takes something back: the event of that id becomes another one, or never was. */
export type Amendment = {
  readonly kind: 'amendment';
  readonly atMs: number;
  readonly before: GameEvent;
  readonly after: GameEvent | null;
};

/** The other side. */
export const otherSide = (side: SideName): SideName => (side === 'home' ? 'away' : 'home');

/** Points of an event: 0 for a miss and for what is no shot. */
export function pointsOf(event: GameEvent): number {
  if (event.kind === 'shot') return event.made ? (event.three ? 3 : 2) : 0;
  return event.kind === 'free-throw' && event.made ? 1 : 0;
}
