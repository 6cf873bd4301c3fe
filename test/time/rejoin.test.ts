import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/game/rules.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { body, messages } from '../kit/messages.ts';

/** A runner at 5 m/s who turns at 1,000 while the feed stalls for `stallMs`; drawn at 60 Hz, 100 ms behind. Each drawn place and how far it was from the truth. */
function drawn(stallMs: number) {
  const say = messages();
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  const truth = (atMs: number) => (atMs < 1_000 ? atMs * 5 : 5_000 - (atMs - 1_000) * 5);
  const arrivals = Array.from({ length: 75 }, (_, i) => ({
    atMs: i * 40,
    heardMs: i * 40 >= 960 && i * 40 < 960 + stallMs ? 960 + stallMs : i * 40,
  }));
  const out: { atMs: number; xMm: number; missMm: number }[] = [];
  let next = 0;
  for (let nowMs = 500; nowMs < 2_900; nowMs += 1000 / 60) {
    for (; next < arrivals.length && (arrivals[next]?.heardMs ?? 0) <= nowMs; next += 1) {
      const { atMs } = arrivals[next] as { atMs: number };
      timeline.push(say.frame(atMs, [body('p', atMs, truth(atMs), 0)]));
    }
    const at = nowMs - 100;
    const xMm = timeline.at(at).bodies[0]?.xMm ?? Number.NaN;
    out.push({ atMs: at, xMm, missMm: Math.abs(xMm - truth(at)) });
  }
  return out;
}

describe('a body whose samples come late', () => {
  it.each([0, 150, 300, 450])(
    'after %i ms of silence is never drawn moving more than 20 cm a tick',
    (stallMs) => {
      const places = drawn(stallMs);
      const steps = places.slice(1).map(({ xMm }, i) => Math.abs(xMm - (places[i]?.xMm ?? 0)));
      expect(Math.max(...steps)).toBeLessThanOrEqual(200);
    },
  );

  it('is back where it is 300 ms after its samples came', () => {
    const late = drawn(300).filter(({ atMs }) => atMs > 960 + 300 + 300 - 100);
    expect(Math.max(...late.map(({ missMm }) => missMm))).toBeLessThan(15);
  });

  it('is drawn where it is, exactly, when no sample was late', () => {
    expect(
      Math.max(
        ...drawn(0)
          .filter(({ atMs }) => atMs < 900)
          .map(({ missMm }) => missMm),
      ),
    ).toBeLessThan(1e-6);
  });

  it('is at once where it is after a jump in time', () => {
    const say = messages();
    const timeline = makeTimeline({ rules: rulesOf('nba') });
    for (let i = 0; i < 100; i += 1) timeline.push(say.frame(i * 40, [body('p', i * 40, i * 200, 0)]));
    timeline.at(4_300);
    expect(timeline.at(2_000).bodies[0]?.xMm).toBeCloseTo(10_000, 6);
  });
});
