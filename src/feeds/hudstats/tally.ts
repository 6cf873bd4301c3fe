// What must be counted because the provider only tells it piece by piece: points and team fouls of the period that is played.
// A count is said only while it is known to be whole.
import { isPlayed, type Period } from '../../game/period.ts';
import type { Fact, FactOf } from '../told.ts';
import { SIDES, type Side, type TeamIds } from './sides.ts';

type BySide<T> = Record<Side, T>;
const both = <T>(value: T): BySide<T> => ({ home: value, away: value });

const isFirst = (period: Period): boolean => period === 'Q1' || period === 'H1';

type Count = NonNullable<FactOf<'stats'>['unknown']>[number];

export type Tally = {
  /** The period that was named last; null before the first. */
  readonly period: Period | null;
  /** The last one that was played; a break in between does not end its counts. */
  readonly played: Period | null;
  /** A period is played or paused. `begins`: its very start was heard, so that its fouls are none so far. */
  enter(period: Period, begins: boolean, heardMs: number): void;
  score(points: Readonly<BySide<number>>): void;
  /** A team foul. */
  foul(side: Side): void;
  /** Words may have been missed since an instant: fouls are not counted any more. Gives the counts that are lost by it. */
  miss(sinceMs: number): readonly Count[];
  /** The score was not as it was told, since an instant: points are not counted from a start in that time. Gives the counts that are lost by it. */
  doubtScore(sinceMs: number): readonly Count[];
  /** What is counted and known, of this period. */
  facts(ids: TeamIds): readonly Fact[];
  /** That these counts of this period are known no more. */
  unknown(ids: TeamIds, counts: readonly Count[]): readonly Fact[];
};

export function makeTally(): Tally {
  let period: Period | null = null;
  let played: Period | null = null;
  let begunMs = Number.NEGATIVE_INFINITY;
  let points: BySide<number | null> = both(null);
  /** Points when this period began. */
  let before: BySide<number | null> = both(null);
  /** Null while the count is not whole. */
  let fouls: BySide<number> | null = null;

  const beginPlay = (next: Period, begins: boolean, heardMs: number): void => {
    if (next !== played) {
      before = isFirst(next) ? both(0) : begins ? { ...points } : both(null);
      begunMs = heardMs;
      fouls = null;
    }
    if (begins) fouls ??= both(0);
    played = next;
  };

  const periodPoints = (side: Side): number | null => {
    const [now, then] = [points[side], before[side]];
    return now === null || then === null || now < then ? null : now - then;
  };

  const doubtScore = (sinceMs: number): readonly Count[] => {
    if (played === null || isFirst(played) || begunMs <= sinceMs || before.home === null) return [];
    before = both(null);
    return ['points'];
  };

  return {
    get period() {
      return period;
    },
    get played() {
      return played;
    },
    enter(next, begins, heardMs) {
      period = next;
      if (isPlayed(next)) beginPlay(next, begins, heardMs);
    },
    score({ home, away }) {
      points = { home, away };
    },
    foul(side) {
      if (fouls !== null) fouls = { ...fouls, [side]: fouls[side] + 1 };
    },
    doubtScore,
    miss(sinceMs) {
      const lost: readonly Count[] = fouls === null ? [] : ['fouls'];
      fouls = null;
      return [...lost, ...doubtScore(sinceMs)];
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
    unknown(ids, counts) {
      if (played === null || counts.length === 0) return [];
      const about = {
        kind: 'stats',
        period: played,
        from: 'event',
        players: [],
        unknown: [...counts],
      } as const;
      return SIDES.map((side) => ({ ...about, players: [], unknown: [...counts], teamId: ids[side] }));
    },
  };
}
