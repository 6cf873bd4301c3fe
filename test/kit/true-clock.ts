// A game clock whose truth is known, and the 2 Hz ticks that a scorer's table would send of it.
import type { ClockTick } from '../../src/time/clock-track.ts';

/** While it holds: from `fromMs` on the clock is at `remainingMs`, running or not. */
export type Stretch = { readonly fromMs: number; readonly remainingMs: number; readonly running: boolean };

/** A clock that starts at full and is started and stopped at random instants. */
export function trueClock(
  random: () => number,
  { fullMs, lengthMs }: { fullMs: number; lengthMs: number },
): readonly Stretch[] {
  const stretches: Stretch[] = [{ fromMs: 0, remainingMs: fullMs, running: false }];
  let atMs = 0;
  let remainingMs = fullMs;
  let running = false;
  while (atMs < lengthMs && remainingMs > 0) {
    const lastsMs = running ? 5_000 + random() * 45_000 : 2_000 + random() * 18_000;
    const spentMs = running ? Math.min(lastsMs, remainingMs) : lastsMs;
    atMs += spentMs;
    if (running) remainingMs -= spentMs;
    running = !running && remainingMs > 0;
    stretches.push({ fromMs: atMs, remainingMs, running });
  }
  return stretches;
}

/** The truth at an instant. */
export function readTruth(
  stretches: readonly Stretch[],
  atMs: number,
): { remainingMs: number; running: boolean } {
  let now = stretches[0] as Stretch;
  for (const stretch of stretches) {
    if (stretch.fromMs > atMs) break;
    now = stretch;
  }
  const remainingMs = now.running ? Math.max(0, now.remainingMs - (atMs - now.fromMs)) : now.remainingMs;
  return { remainingMs, running: now.running };
}

/** What the table says every `everyMs`, cut to `resolutionMs`, each heard up to `jitterMs` late. */
export function ticksOf(
  stretches: readonly Stretch[],
  {
    lengthMs,
    everyMs = 500,
    resolutionMs = 100,
    jitterMs = 0,
    phaseMs = 0,
    random = () => 0,
  }: {
    lengthMs: number;
    everyMs?: number;
    resolutionMs?: number;
    jitterMs?: number;
    phaseMs?: number;
    random?: () => number;
  },
): readonly ClockTick[] {
  const ticks: ClockTick[] = [];
  for (let saidMs = phaseMs; saidMs <= lengthMs; saidMs += everyMs) {
    const { remainingMs, running } = readTruth(stretches, saidMs);
    const cut = Math.floor(remainingMs / resolutionMs + 1e-9) * resolutionMs;
    ticks.push({ atMs: saidMs + random() * jitterMs, remainingMs: cut, running, resolutionMs, off: false });
  }
  return ticks;
}
