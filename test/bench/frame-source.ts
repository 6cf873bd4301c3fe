// Ten players and a ball that run in circles: the traffic of a tracking feed, made from an instant alone.
import type { Frame } from '../../src/game/message.ts';

/** What a feed would say at `atMs`. */
export function frameAt(atMs: number): Omit<Frame, 'seq'> {
  const body = (id: number) => ({
    id: String(203_000 + id),
    teamId: id < 5 ? '1610612737' : '1610612765',
    atMs,
    xMm: 5_000 * Math.sin(atMs / 2_000 + id),
    yMm: 11_000 * Math.cos(atMs / 3_000 + id),
    zMm: 0,
  });
  return {
    kind: 'frame',
    atMs,
    heardMs: atMs,
    bodies: Array.from({ length: 10 }, (_, id) => body(id)),
    ball: {
      id: 'ball',
      atMs,
      xMm: 900 * Math.sin(atMs / 700),
      yMm: 9_000 * Math.cos(atMs / 900),
      zMm: 1_800,
    },
    clock: { gameMs: 420_000, shotMs: 14_000, running: true, period: 'Q2' },
  };
}
