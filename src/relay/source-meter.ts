// How each source of a feed speaks: how often, since when it is silent, and how often it fell silent although it speaks regularly.
import type { SourceInfo } from '../wire/wire.ts';

/** Words are counted over so many whole seconds. */
export const RATE_S = 5;
/** A source that has spoken in each of so many seconds on end speaks regularly. */
export const REGULAR_S = 5;
/** Regular words that stay away so many times longer than usual, and no less than this, are a gap. */
export const GAP = { times: 5, leastMs: 1_000 } as const;
/** Sources that are told apart; what a feed says under more names is not metered. */
const MOST_SOURCES = 24;
const SECOND_MS = 1_000;

type Meter = {
  count: number;
  heardMs: number;
  /** Seconds on end in which it has spoken. */
  onEndS: number;
  gaps: number;
  longestGapMs: number;
  /** Words in each of the last seconds, by the second's number. */
  readonly seconds: Map<number, number>;
};

export interface SourceMeter {
  heard(source: string, heardMs: number): void;
  /** In the order in which they first spoke. */
  infos(nowMs: number): SourceInfo[];
}

/** Nothing was heard yet. */
export function makeSourceMeter(): SourceMeter {
  const meters = new Map<string, Meter>();

  const meterOf = (source: string, heardMs: number): Meter | undefined => {
    const known = meters.get(source);
    if (known || meters.size >= MOST_SOURCES) return known;
    const made: Meter = {
      count: 0,
      heardMs,
      onEndS: 0,
      gaps: 0,
      longestGapMs: 0,
      seconds: new Map(),
    };
    meters.set(source, made);
    return made;
  };

  return {
    heard(source, heardMs) {
      const meter = meterOf(source, heardMs);
      if (!meter) return;
      if (meter.count > 0) learn(meter, heardMs);
      meter.count += 1;
      meter.heardMs = heardMs;
      const second = Math.floor(heardMs / SECOND_MS);
      meter.seconds.set(second, (meter.seconds.get(second) ?? 0) + 1);
      for (const old of meter.seconds.keys()) if (old < second - RATE_S) meter.seconds.delete(old);
    },
    infos: (nowMs) =>
      [...meters].map(([name, { count, heardMs, gaps, longestGapMs, seconds }]) => ({
        name,
        count,
        heardMs: Math.round(heardMs),
        rateHz: rateHz(seconds, nowMs),
        gaps,
        longestGapMs: Math.round(longestGapMs),
      })),
  };
}

/** Takes one interval as a gap, where the source spoke regularly until then. */
function learn(meter: Meter, heardMs: number): void {
  const intervalMs = Math.max(0, heardMs - meter.heardMs);
  const usualMs = SECOND_MS / Math.max(1, rateHz(meter.seconds, meter.heardMs));
  if (meter.onEndS >= REGULAR_S && intervalMs >= Math.max(GAP.leastMs, GAP.times * usualMs)) {
    meter.gaps += 1;
    meter.longestGapMs = Math.max(meter.longestGapMs, intervalMs);
  }
  const seconds = Math.floor(heardMs / SECOND_MS) - Math.floor(meter.heardMs / SECOND_MS);
  if (seconds > 0) meter.onEndS = seconds === 1 ? meter.onEndS + 1 : 0;
}

/** Of the last whole seconds, to a tenth. */
function rateHz(seconds: ReadonlyMap<number, number>, nowMs: number): number {
  const now = Math.floor(nowMs / SECOND_MS);
  let words = 0;
  for (const [second, count] of seconds) if (second < now && second >= now - RATE_S) words += count;
  return Math.round((words / RATE_S) * 10) / 10;
}
