import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/game/rules.ts';
import { EventFinder, type Found } from '../../src/show/event-finder.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { messages } from '../kit/messages.ts';
import { seeded } from '../kit/random.ts';
import { ticksOf, trueClock } from '../kit/true-clock.ts';

const LENGTH_MS = 120_000;
const BEHIND_MS = 700;

function found(seed: number) {
  const random = seeded(seed);
  const truth = trueClock(random, { fullMs: 600_000, lengthMs: LENGTH_MS });
  const say = messages();
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  const finder = new EventFinder((atMs) => timeline.at(atMs));
  const events: Found[] = [];
  for (const { atMs, remainingMs, running } of ticksOf(truth, {
    lengthMs: LENGTH_MS,
    phaseMs: random() * 500,
  })) {
    timeline.push(say.clock(atMs, remainingMs, running));
    events.push(...finder.clockUntil(atMs - BEHIND_MS));
  }
  return { truth, events };
}

describe('what a picture shows sharply', () => {
  it('is found in the clock: every start and stop, to 160 ms (a table of tenths says no more)', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const { truth, events } = found(seed);
      const turns = truth.slice(1).filter(({ fromMs }) => fromMs > 3_000 && fromMs < LENGTH_MS - 3_000);
      const heard = events.filter(({ event }) => event !== 'whole-second');
      for (const { fromMs, running } of turns) {
        const event = running ? 'clock-starts' : 'clock-stops';
        const nearest = heard
          .filter((each) => each.event === event)
          .map(({ atMs }) => Math.abs(atMs - fromMs));
        expect({ seed, fromMs, near: Math.min(...nearest) <= 160 }).toEqual({ seed, fromMs, near: true });
      }
      expect(heard.length).toBeLessThanOrEqual(truth.length);
    }
  });

  it('is found at each whole second while the clock runs', () => {
    const { events } = found(3);
    const seconds = events.filter(({ event }) => event === 'whole-second').map(({ atMs }) => atMs);
    expect(seconds.length).toBeGreaterThan(20);
    for (let i = 1; i < seconds.length; i += 1) {
      const step = (seconds[i] ?? 0) - (seconds[i - 1] ?? 0);
      expect(step).toBeGreaterThan(850);
    }
  });

  it('is a basket that was made and stands', () => {
    const say = messages();
    const finder = new EventFinder(() => ({ clock: null }));
    expect(finder.basketIn(say.shot(5_000, 'a'))).toEqual({ event: 'made-basket', atMs: 5_000 });
    expect(finder.basketIn(say.shot(5_000, 'a', { made: false }))).toBeNull();
    expect(finder.basketIn(say.shot(5_000, 'a', { deleted: true }))).toBeNull();
    expect(finder.basketIn(say.score(5_000, 1, 2))).toBeNull();
  });
});
