import { expect, test } from 'vitest';
import { LAG_LOOK_MS, makeLoopLag } from '../../src/relay/loop-lag.ts';
import { makeSourceMeter } from '../../src/relay/source-meter.ts';
import { makeManualTime } from '../kit/manual-time.ts';

const NOON = 1_700_000_000_000;

/** Words of one source every `everyMs`, so many times from `fromMs` on. */
const speak = (meter: ReturnType<typeof makeSourceMeter>, fromMs: number, everyMs: number, times: number) => {
  for (let n = 0; n < times; n += 1) meter.heard('location', fromMs + n * everyMs);
  return fromMs + times * everyMs;
};

test('a rate is of the last five whole seconds, and falls to none in silence', () => {
  const meter = makeSourceMeter();
  const endMs = speak(meter, NOON, 40, 250);
  expect(meter.infos(endMs)[0]).toMatchObject({ name: 'location', count: 250, rateHz: 25, gaps: 0 });
  expect(meter.infos(endMs + 6_000)[0]?.rateHz).toBe(0);
});

test('a source that speaks regularly and falls silent has a gap, as long as it lasted', () => {
  const meter = makeSourceMeter();
  const endMs = speak(meter, NOON, 40, 250);
  speak(meter, endMs + 3_000, 40, 50);
  expect(meter.infos(endMs)[0]).toMatchObject({ gaps: 1, longestGapMs: 3_040 });
});

test('a source that speaks now and then has no gaps, however long it is silent', () => {
  const meter = makeSourceMeter();
  // In bursts, as a box score comes.
  for (const atMs of [0, 1, 2, 9_000, 9_001, 12_000, 90_000, 90_002, 91_000])
    meter.heard('stats', NOON + atMs);
  expect(meter.infos(NOON)[0]).toMatchObject({ gaps: 0, longestGapMs: 0 });
});

test('the loop is as late as its timer comes, and forgets it after ten seconds', () => {
  const time = makeManualTime();
  let lateMs = 70;
  const lag = makeLoopLag({
    now: () => time.now(),
    after: (ms, action) => time.after(ms + lateMs, action),
  });
  lag.start();
  time.advance(4 * LAG_LOOK_MS);
  expect(lag.worstMs()).toBe(70);
  lateMs = 0;
  time.advance(12_000);
  expect(lag.worstMs()).toBe(0);
  lag.stop();
});
