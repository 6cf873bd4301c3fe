// What must be counted because the provider only tells it piece by piece: points and team fouls of the period that is played.
// A count is said only while it is known to be whole.
import { isPlayed, type Period } from '../../game/period.ts';
import type { Fact } from '../told.ts';
import { SIDES, type Side, type TeamIds } from './sides.ts';

type BySide<T> = Record<Side, T>;
const both = <T>(value: T): BySide<T> => ({ home: value, away: value });

const isFirst = (period: Period): boolean => period === 'Q1' || period === 'H1';

export type Tally = {
  /** The period that was named last; null before the first. */
  readonly period: Period | null;
  /** The last one that was played; a break in between does not end its counts. */
  readonly played: Period | null;
  /** A period is played or paused. `begins`: its very start was heard, so that its fouls are none so far. */
  enter(period: Period, begins: boolean): void;
  score(points: Readonly<BySide<number>>): void;
  /** A team foul. */
  foul(side: Side): void;
  /** Words were missed. True when a count is lost by it. */
  miss(): boolean;
  /** What is counted and known, of this period. */
  facts(ids: TeamIds): readonly Fact[];
};

export function makeTally(): Tally {
  let period: Period | null = null;
  let played: Period | null = null;
  let points: BySide<number | null> = both(null);
  /** Points when this period began. */
  let before: BySide<number | null> = both(null);
  /** Null while the count is not whole. */
  let fouls: BySide<number> | null = null;

  const beginPlay = (next: Period, begins: boolean): void => {
    if (next !== played) {
      before = isFirst(next) ? both(0) : begins ? { ...points } : both(null);
      fouls = null;
    }
    if (begins) fouls ??= both(0);
    played = next;
  };

  const periodPoints = (side: Side): number | null => {
    const [now, then] = [points[side], before[side]];
    return now === null || then === null || now < then ? null : now - then;
  };

  return {
    get period() {
      return period;
    },
    get played() {
      return played;
    },
    enter(next, begins) {
      period = next;
      if (isPlayed(next)) beginPlay(next, begins);
    },
    score({ home, away }) {
      points = { home, away };
    },
    foul(side) {
      if (fouls !== null) fouls = { ...fouls, [side]: fouls[side] + 1 };
    },
    miss() {
      const isLost = fouls !== null;
      fouls = null;
      return isLost;
    },
    facts(ids) {
      if (played === null) return [];
      const of = played;
      return SIDES.flatMap((side): Fact[] => {
        const scored = periodPoints(side);
        const team = {
          ...(scored === null ? {} : { points: scored }),
          ...(fouls === null ? {} : { fouls: fouls[side] }),
        };
        if (Object.keys(team).length === 0) return [];
        return [{ kind: 'stats', teamId: ids[side], period: of, from: 'event', team, players: [] }];
      });
    },
  };
}
