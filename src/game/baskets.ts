// Which baskets the play-by-play tells of, as they stand after its corrections; and the run that they make.
import type { Game, Play } from './game.ts';

export type Basket = {
  /** The play's. */
  readonly id: string;
  readonly teamId: string;
  readonly playerId: string | null;
  /** 1 is a free throw. */
  readonly points: 1 | 2 | 3;
  /** When it was made, also where it was corrected later. */
  readonly atMs: number;
  /** Told otherwise at first. */
  readonly corrected: boolean;
};

const KINDS = { FREE_THROW: 1, TWO_POINT: 2, THREE_POINT: 3 } as const;
type Kind = keyof typeof KINDS;
type Points = 0 | 1 | 2 | 3;

/** What the play-by-play says of a throw at the basket, in points. */
const SAID: Readonly<Partial<Record<string, Points>>> = {
  FREE_THROW_MAKE: KINDS.FREE_THROW,
  FREE_THROW_MISS: 0,
  TWO_POINT_MAKE: KINDS.TWO_POINT,
  TWO_POINT_MISS: 0,
  THREE_POINT_MAKE: KINDS.THREE_POINT,
  THREE_POINT_MISS: 0,
};

const KIND = '(FREE_THROW|TWO_POINT|THREE_POINT)';
const DELETED = new RegExp(`^DELETED_${KIND}_(?:MAKE|MISS)$`);
/** `UPDATED_TWO_POINT_MAKE_TO_MISS`, `UPDATED_TWO_POINT_MAKE_TO_THREE_POINT_MAKE`. */
const UPDATED = new RegExp(`^UPDATED_${KIND}_(?:MAKE|MISS)_TO_(?:${KIND}_)?(MAKE|MISS)$`);

/** What a correction makes of a throw, in points (0 for a miss, or one that was taken back); null where it corrects none. */
function corrected(classification: string): Points | null {
  if (!classification.startsWith('DELETED_') && !classification.startsWith('UPDATED_')) return null;
  if (DELETED.test(classification)) return 0;
  const updated = UPDATED.exec(classification);
  if (!updated) return null;
  return updated[3] === 'MAKE' ? KINDS[(updated[2] ?? updated[1]) as Kind] : 0;
}

/**
 * Visits the baskets among plays as they stand now, the newest first, until `visit` gives false. A corrected one stands where it was first told. Makes next
 * to nothing but the baskets that are visited: it is asked at every figure of a clock. Assumed: a correction bears the id of the play that it corrects.
 */
export function visitBaskets(plays: readonly Play[], visit: (basket: Basket) => boolean): void {
  let corrections: Map<string, Points> | null = null;
  for (let index = plays.length - 1; index >= 0; index -= 1) {
    const { id, classification, teamId, playerId, atMs } = plays[index] as Play;
    const said = SAID[classification];
    if (said === undefined) {
      const points = corrected(classification);
      if (points === null) continue;
      corrections ??= new Map<string, Points>();
      if (!corrections.has(id)) corrections.set(id, points);
      continue;
    }
    const now = corrections?.get(id);
    const points = now ?? said;
    if (points === 0 || teamId === undefined) continue;
    const basket = { id, teamId, playerId: playerId ?? null, points, atMs, corrected: now !== undefined };
    if (!visit(basket)) return;
  }
}

/** Points of one team while the other has none; `atMs` is the instant of the last of them. */
export type Run = { readonly teamId: string; readonly points: number; readonly atMs: number };

/**
 * The run that lasts, however short; null where there is none, or where it cannot be told for certain: its beginning lies before the plays that are known,
 * or the other's score has risen by a basket that no play told of.
 */
export function runOf(game: Pick<Game, 'plays' | 'teams' | 'homeId' | 'awayId'>): Run | null {
  const { plays, teams, homeId, awayId } = game;
  let last: Basket | null = null;
  let firstMs = 0;
  let points = 0;
  let isEnded = false;
  visitBaskets(plays, (basket) => {
    if (basket.teamId !== homeId && basket.teamId !== awayId) return true;
    last ??= basket;
    isEnded = basket.teamId !== last.teamId;
    if (isEnded) return false;
    points += basket.points;
    firstMs = basket.atMs;
    return true;
  });
  // Assigned in the visit, which the compiler does not follow.
  const newest = last as Basket | null;
  if (newest === null) return null;
  const other = teams[(newest.teamId === homeId ? awayId : homeId) ?? ''];
  const isWhole = isEnded || (other?.score === 0 && teams[newest.teamId]?.score === points);
  const rose = other?.scoreChange;
  const isMissed = rose && other.score !== null && rose.before < other.score && rose.atMs > firstMs;
  return isWhole && !isMissed ? { teamId: newest.teamId, points, atMs: newest.atMs } : null;
}
