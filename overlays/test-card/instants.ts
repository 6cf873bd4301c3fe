// Where everything that moves on the test card stands at an instant. Pure.
const SECOND_MS = 1_000;
/** Keeps 40 ms, stored as 39.9999, from counting as the frame before. Milliseconds. */
export const EPSILON_MS = 1e-3;

/** The frame of its second that an instant falls in, from 0. */
export const frameOf = (atMs: number, rateHz: number): number =>
  Math.floor((((atMs + EPSILON_MS) % SECOND_MS) * rateHz) / SECOND_MS);

/** Once across its track. At 60 frames a second the bar moves by its own width each frame: a frame lost is a gap, one shown twice stands still. */
const PERIOD_MS = 2_000;

/** How far along its track the bar is at an instant, 0 to 1, below 1. */
export const sweepAt = (atMs: number): number => (atMs % PERIOD_MS) / PERIOD_MS;

/** Which tenth of its second an instant lies in, 0 to 9. */
export const tenthAt = (atMs: number): number => Math.floor((atMs % 1_000) / 100);
