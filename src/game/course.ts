// How the game's time goes on against the relay's: as it does where a game is live; stopped, slower, faster or backwards where one is played again.
import { z } from 'zod';

/**
 * At the relay's `sinceMs` the game is at its instant `gameMs`, and goes on at `rate`: 1 as in life, 0 stands, negative backwards. Never past `untilMs`, on
 * the side to which it goes; null: without a bound. Both time lines are milliseconds since 1970, and one and the same while the course is live.
 */
export const courseSchema = z.object({
  rate: z.number(),
  gameMs: z.number(),
  sinceMs: z.number(),
  untilMs: z.number().nullable(),
});
export type Course = z.infer<typeof courseSchema>;

/** The game's time is the relay's. */
export const LIVE_COURSE: Course = { rate: 1, gameMs: 0, sinceMs: 0, untilMs: null };

/** The game's instant when the relay's clock says `nowMs`. */
export function gameAt({ rate, gameMs, sinceMs, untilMs }: Course, nowMs: number): number {
  const atMs = gameMs + rate * (nowMs - sinceMs);
  if (untilMs === null || rate === 0) return atMs;
  return rate > 0 ? Math.min(untilMs, atMs) : Math.max(untilMs, atMs);
}

/** True while both go alike: what is drawn is drawn as of a live game. */
export const isLiveCourse = ({ rate, gameMs, sinceMs }: Course): boolean => rate === 1 && gameMs === sinceMs;
