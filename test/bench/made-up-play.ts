// A game that never ends, for pages that are measured side by side: ten who run at a player's pace, a ball, and a clock. Millimetres, milliseconds.

/** Where the runner of that number, 0 to 9, is at that time; 10 is the ball. */
export const placeOf = (runner: number, atMs: number): { readonly xMm: number; readonly yMm: number } => ({
  xMm: 6_000 * Math.cos(atMs / 2_500 + 2.1 * runner),
  yMm: 12_000 * Math.sin(atMs / 4_000 + 1.7 * runner),
});

/** What the two clocks show: whole seconds, counted down from nine minutes and from 24. */
export const clocksAt = (atMs: number): { readonly clockMs: number; readonly shotMs: number } => ({
  clockMs: 540_000 - (atMs % 300_000),
  shotMs: 24_000 - (atMs % 24_000),
});

export const RUNNERS = 10;
