// How exactly clocks are shown, and how well a page knows the relay's: in virtual time with seeds.
import { type ClockTick, ClockTrack } from '../../src/time/clock-track.ts';
import { Skew } from '../../src/time/skew.ts';
import { normal, seeded } from '../kit/random.ts';
import { readTruth, ticksOf, trueClock } from '../kit/true-clock.ts';
import { atMost, type Row } from './row.ts';

const TICK_MS = 1000 / 60;

const GAMES = 1_000;

/** Plays one game's clock and tells what a viewer saw at 60 Hz. */
function clockSeen(seed: number, delayMs: number) {
  const random = seeded(seed);
  const lengthMs = 60_000;
  const truth = trueClock(random, { fullMs: 720_000, lengthMs });
  const ticks = ticksOf(truth, { lengthMs, jitterMs: 5, phaseMs: random() * 500, random });
  const track = new ClockTrack();
  let next = 0;
  let shown = Number.POSITIVE_INFINITY;
  const seen = { rises: 0, skips: 0, beyondATenth: 0, worstMs: 0, largestRise: 0 };
  for (let nowMs = 1_500; nowMs < lengthMs; nowMs += TICK_MS) {
    for (; (ticks[next]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs; next += 1)
      track.push(ticks[next] as ClockTick);
    const { known, remainingMs } = track.read(nowMs - delayMs);
    if (!known) continue;
    const right = readTruth(truth, nowMs - delayMs);
    const tenths = Math.floor((remainingMs + 1e-3) / 100);
    if (tenths > shown) seen.rises += 1;
    if (Number.isFinite(shown)) seen.largestRise = Math.max(seen.largestRise, tenths - shown);
    if (right.running && Number.isFinite(shown) && shown - tenths > 1) seen.skips += 1;
    if (Math.abs(tenths - Math.floor((right.remainingMs + 1e-3) / 100)) > 1) seen.beyondATenth += 1;
    seen.worstMs = Math.max(seen.worstMs, Math.abs(remainingMs - right.remainingMs));
    shown = tenths;
  }
  return seen;
}

/** The clock behind and live: what a viewer of a thousand games would have seen. */
export function clockRows(): readonly Row[] {
  const delayed = Array.from({ length: GAMES }, (_, i) => clockSeen(i + 1, 600));
  const live = Array.from({ length: GAMES }, (_, i) => clockSeen(i + 1, 0));
  const sum = (pick: (seen: (typeof delayed)[number]) => number) =>
    delayed.reduce((total, seen) => total + pick(seen), 0);
  return [
    atMost(
      `clock 600 ms behind, ${GAMES} games: steps upward`,
      sum(({ rises }) => rises),
      0,
      '',
      0,
    ),
    atMost(
      'tenths skipped',
      sum(({ skips }) => skips),
      0,
      '',
      0,
    ),
    atMost(
      'frames off by more than a tenth',
      sum(({ beyondATenth }) => beyondATenth),
      0,
      '',
      0,
    ),
    atMost('worst error', Math.max(...delayed.map(({ worstMs }) => worstMs)), 110, ' ms', 0),
    atMost(
      'clock live: largest step upward at a stop',
      Math.max(...live.map(({ largestRise }) => largestRise)),
      5,
      ' tenths',
      0,
    ),
  ];
}

/** A page's knowledge of the relay's clock over ten minutes: echoes every half second, each way 2 ms and up to 5 ms of jitter (deviation), asked at 60 Hz. */
export function offsetRows(): readonly Row[] {
  const errors: number[] = [];
  let backwards = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = seeded(seed);
    const trueOffsetMs = (random() - 0.5) * 100_000;
    const skew = new Skew();
    const way = () => 2 + Math.abs(normal(random, 5));
    let nextMs = 0;
    let lastMs = Number.NEGATIVE_INFINITY;
    for (let hereMs = 0; hereMs < 600_000; hereMs += TICK_MS) {
      if (hereMs >= nextMs) {
        nextMs += 500;
        const there = way();
        const heardMs = hereMs + there + way();
        skew.add({
          sentMs: hereMs,
          receivedMs: hereMs + there + trueOffsetMs,
          answeredMs: hereMs + there + trueOffsetMs,
          heardMs,
        });
      }
      const relayMs = skew.at(hereMs);
      if (relayMs < lastMs) backwards += 1;
      lastMs = relayMs;
      if (hereMs > 30_000) errors.push(Math.abs(relayMs - hereMs - trueOffsetMs));
    }
  }
  errors.sort((a, b) => a - b);
  return [
    atMost(
      'relay-page offset, 5 ms jitter each way: error (p99)',
      errors[Math.floor(errors.length * 0.99)] ?? 0,
      1,
      ' ms',
    ),
    atMost('displayed time run back, times', backwards, 0, '', 0),
  ];
}
