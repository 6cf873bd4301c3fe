import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEMORY_MS, makeOffset, STEP_HOLD_MS, stampMs } from '../../src/feeds/offset.ts';
import { seeded } from '../kit/random.ts';

const HEARD = 1_700_000_000_000;

/** Feeds `count` stamps at 25 Hz of a clock that is `aheadMs` ahead of ours, each late by what `late` says. */
function feed(
  offset: ReturnType<typeof makeOffset>,
  fromMs: number,
  count: number,
  aheadMs: number,
  late: () => number,
): number {
  let errorMs = 0;
  let heardMs = fromMs;
  for (let i = 0; i < count; i += 1) {
    const trueMs = fromMs + i * 40;
    heardMs = Math.max(heardMs, trueMs + late());
    errorMs = offset.hear(trueMs + aheadMs, heardMs) - trueMs;
  }
  return errorMs;
}

describe('a provider clock on ours', () => {
  it.each([0, 3_600_000, -3_600_000, 120, -1_700_000_000_000])(
    'a clock that is %d ms ahead is laid on ours to the least delay',
    (aheadMs) => {
      const random = seeded(7);
      expect(feed(makeOffset(), HEARD, 500, aheadMs, () => 20 + random() * 80)).toBeCloseTo(20, -1);
    },
  );

  it('never gives an instant later than the hearing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1e12, max: 1e13 }), fc.integer({ min: 0, max: 10_000 })), {
          maxLength: 60,
        }),
        (stamps) => {
          const offset = makeOffset();
          let heardMs = HEARD;
          return stamps.every(([stamp, afterMs]) => {
            heardMs += afterMs;
            return offset.hear(stamp, heardMs) <= heardMs;
          });
        },
      ),
      { seed: 11 },
    );
  });

  it('a message that was held up is put where it was true', () => {
    const offset = makeOffset();
    feed(offset, HEARD, 50, 0, () => 20);
    const trueMs = HEARD + 50 * 40;
    expect(offset.hear(trueMs, trueMs + 1_000)).toBe(trueMs + 20);
  });

  it('a burst after a stall of ten seconds moves nothing', () => {
    const offset = makeOffset();
    feed(offset, HEARD, 50, 0, () => 20);
    const heardMs = HEARD + 12_000;
    for (let trueMs = HEARD + 2_000; trueMs < heardMs; trueMs += 40) offset.hear(trueMs, heardMs);
    expect(offset.offsetMs).toBe(20);
  });

  it('one wild stamp moves nothing', () => {
    const offset = makeOffset();
    feed(offset, HEARD, 50, 0, () => 20);
    offset.hear(HEARD + 365 * 86_400_000, HEARD + 2_000);
    offset.hear(0, HEARD + 2_010);
    expect(offset.offsetMs).toBe(20);
  });

  it.each([-3_600_000, 3_600_000, -5_000, 5_000])(
    'a clock set by %d ms is followed once it has held',
    (stepMs) => {
      const offset = makeOffset();
      feed(offset, HEARD, 50, 0, () => 20);
      const errorMs = feed(offset, HEARD + 2_000, STEP_HOLD_MS / 40 + 10, stepMs, () => 25);
      expect(errorMs).toBe(25);
    },
  );

  it('a clock that drifts by 100 ppm is followed', () => {
    const offset = makeOffset();
    let errorMs = 0;
    for (let ms = 0; ms < 3_600_000; ms += 500)
      errorMs = offset.hear(HEARD + ms * 0.9999, HEARD + ms + 20) - (HEARD + ms);
    expect(Math.abs(errorMs)).toBeLessThan(20 + MEMORY_MS * 1e-4 + 1);
  });

  it('maps no stamp before a live one was heard', () => {
    expect(makeOffset().map(HEARD)).toBeNull();
  });
});

it.each([
  [1_700_000_000, 1_700_000_000_000],
  [1_700_000_000_123, 1_700_000_000_123],
  [1_700_000_000_123_456, 1_700_000_000_123.456],
  [1_700_000_000_123_456_000, 1_700_000_000_123.456],
  [163_475_794_089, 163_475_794_089],
  [5_000, 5_000],
])('the stamp %d is %d ms', (stamp, ms) => {
  expect(stampMs(stamp)).toBeCloseTo(ms, 1);
});
