// The tape's time line laid on ours: every instant that a message holds moves, its figures do not.
import type { Said } from '../../game/message.ts';

/** From an instant of the tape to ours, both in milliseconds since 1970. */
export type Shift = (tapeMs: number) => number;

/** A Shift for a tape whose `tapeMs` is our `ourMs`, played `speed` times as fast. */
export const makeShift =
  (tapeMs: number, ourMs: number, speed: number): Shift =>
  (atMs) =>
    ourMs + (atMs - tapeMs) / speed;

/** The message as if it were said now. Clocks keep their figures: at another speed they run at their own pace between two messages. */
export function shifted(said: Said, shift: Shift): Said {
  const moved: Said = { ...said, atMs: shift(said.atMs), heardMs: shift(said.heardMs) };
  if (moved.kind === 'frame') {
    const bodies = moved.bodies.map((body) => ({ ...body, atMs: shift(body.atMs) }));
    const { ball } = moved;
    return ball ? { ...moved, bodies, ball: { ...ball, atMs: shift(ball.atMs) } } : { ...moved, bodies };
  }
  if (moved.kind === 'possession' && moved.startedAtMs !== undefined)
    return { ...moved, startedAtMs: shift(moved.startedAtMs) };
  return moved;
}
