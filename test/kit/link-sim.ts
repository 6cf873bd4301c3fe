// A feed over an ordered link with jitter and stalls, in virtual time, and what a page would draw of it.
import { normal } from './random.ts';

export type PlaceAt = (atMs: number) => { readonly xMm: number; readonly yMm: number };

/** A runner's path: accelerations up to about 4 m/s2, speeds up to about 7 m/s, within the court. Sampled at 10 ms and joined in between. */
export function runnersPath(random: () => number, lengthMs: number): PlaceAt {
  const step = 10;
  const count = Math.ceil(lengthMs / step) + 2;
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  let [x, y, vx, vy, tx, ty] = [0, 0, 0, 0, 4_000, 9_000];
  for (let i = 0; i < count; i += 1) {
    if (Math.hypot(tx - x, ty - y) < 700 || random() < 0.002) {
      tx = (random() * 2 - 1) * 6_500;
      ty = (random() * 2 - 1) * 13_000;
    }
    const away = Math.hypot(tx - x, ty - y) || 1;
    const speed = Math.min(6.5, away / 450);
    const [wx, wy] = [((tx - x) / away) * speed - vx, ((ty - y) / away) * speed - vy];
    const pull = Math.hypot(wx, wy) || 1;
    const gain = Math.min(pull * 3, 4) / pull;
    vx += wx * gain * (step / 1000);
    vy += wy * gain * (step / 1000);
    x += vx * step;
    y += vy * step;
    xs[i] = x;
    ys[i] = y;
  }
  const join = (values: Float64Array, atMs: number): number => {
    const i = Math.max(1, Math.min(count - 3, Math.floor(atMs / step)));
    const u = atMs / step - i;
    const [a, b, c, d] = [values[i - 1], values[i], values[i + 1], values[i + 2]] as [
      number,
      number,
      number,
      number,
    ];
    return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
  };
  return (atMs) => ({ xMm: join(xs, atMs), yMm: join(ys, atMs) });
}

export type LinkProfile = {
  /** Deviation of the jitter, in milliseconds; the network itself takes `networkMs`. */
  readonly jitterMs: number;
  /** Share of samples before which the link stalls for 150 to 500 ms. */
  readonly stalls: number;
};

export const NETWORK_MS = 5;

/** When each of the samples at `stampsMs` arrives: in order, like TCP. */
export function arrivals(
  random: () => number,
  stampsMs: readonly number[],
  { jitterMs, stalls }: LinkProfile,
): readonly number[] {
  let lastMs = 0;
  let stalledUntilMs = 0;
  return stampsMs.map((stampMs) => {
    if (random() < stalls) stalledUntilMs = stampMs + 150 + random() * 350;
    const arrivesMs = stampMs + NETWORK_MS + Math.abs(normal(random, jitterMs));
    lastMs = Math.max(lastMs, arrivesMs, stalledUntilMs);
    return lastMs;
  });
}
