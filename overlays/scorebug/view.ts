// What the scorebug shows: plain data, compared by value.
import type { Bonus } from '../../src/game/bonus.ts';
import type { JerseySaid } from '../../src/game/jersey.ts';

/** `theme`: where the theme puts it. */
export const POSITIONS = ['theme', 'bottom-centre', 'lower-left', 'top-left'] as const;
export type Position = (typeof POSITIONS)[number];

/** One team's block. What is null is not known, or not wanted: it is not drawn. */
export type TeamView = {
  /** In capitals; empty where there is none: the name then stands in. */
  readonly code: string;
  readonly name: string;
  /** Address of the logo; null where there is none. */
  readonly mark: string | null;
  /** As it is said; the scene's guard sees to the rest. */
  readonly jersey: JerseySaid;
  readonly score: number | null;
  /** True just after the score rose: the change is then celebrated. */
  readonly justScored: boolean;
  readonly fouls: number | null;
  readonly bonus: Bonus | null;
  /** Left, one tick each. */
  readonly timeouts: number | null;
  readonly arrow: boolean;
};

export type ShotView = { readonly text: string; readonly alarm: boolean };

export type Side = 'away' | 'home';

/** What slides out of the strip for a while. */
export type TabView = {
  /** Another one is another tab; the same one with other words changes where it is. */
  readonly key: string;
  /** Whose block it comes out of; null: the clock's. */
  readonly side: Side | null;
  /** `#23`, or empty. */
  readonly number: string;
  /** Longest form first; none where there are none. */
  readonly words: readonly string[];
  /** `14 PTS`, or empty. */
  readonly figure: string;
  /** The words are in the warm colour. */
  readonly warm: boolean;
};

export type ScorebugView = {
  readonly position: Position;
  readonly away: TeamView;
  readonly home: TeamView;
  /** Whether there is anything for the line of fouls and timeouts to say, of either team. */
  readonly hasDetails: boolean;
  readonly period: string;
  /** Null while no clock is known, and when it no longer matters. */
  readonly clock: string | null;
  /** Whether there is a place for the shot clock. */
  readonly hasShot: boolean;
  /** Null while it is off. */
  readonly shot: ShotView | null;
  readonly tab: TabView | null;
  /** What is shown in the quiet colour, because no feed speaks. */
  readonly dim: {
    readonly clock: boolean;
    readonly shot: boolean;
    readonly score: boolean;
    readonly fouls: boolean;
  };
};
