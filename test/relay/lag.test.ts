// When a page lags and when it is cut off, by the bounds that have names.
import { describe, expect, test } from 'vitest';
import {
  BACKLOG_BYTES,
  BACKLOG_CUT_BYTES,
  CUT_AFTER_MS,
  DEBT_CUT_BYTES,
  DEBT_FACTS,
  judge,
  LAG_AFTER_MS,
  LATE_PICTURE_MS,
  type Pulse,
  pictureLateMs,
} from '../../src/relay/lag.ts';
import { GRACE_MS, LEDGER_BATCHES, makeLedger } from '../../src/relay/ledger.ts';
import { PAINTED } from '../kit/page.ts';

const NOW = 1_700_000_000_000;
const FINE: Pulse = { beatMs: NOW, pictureLateMs: 0, debt: { facts: 0, bytes: 0 }, backlogBytes: 0 };

describe('a page', () => {
  test.each<[string, Partial<Pulse>, string]>([
    ['that has just beaten', {}, 'fine'],
    ['whose beat is due', { beatMs: NOW - LAG_AFTER_MS }, 'fine'],
    ['that has missed its beats', { beatMs: NOW - LAG_AFTER_MS - 1 }, 'lags'],
    ['that has long been silent', { beatMs: NOW - CUT_AFTER_MS }, 'lags'],
    ['that has been silent for too long', { beatMs: NOW - CUT_AFTER_MS - 1 }, 'cut'],
    ['that draws a little late', { pictureLateMs: LATE_PICTURE_MS }, 'fine'],
    ['that draws too late', { pictureLateMs: LATE_PICTURE_MS + 1 }, 'lags'],
    ['that owes some facts', { debt: { facts: DEBT_FACTS, bytes: 1 } }, 'fine'],
    ['that owes many facts', { debt: { facts: DEBT_FACTS + 1, bytes: 1 } }, 'lags'],
    ['that owes megabytes', { debt: { facts: 1, bytes: DEBT_CUT_BYTES + 1 } }, 'cut'],
    ['whose socket is full', { backlogBytes: BACKLOG_BYTES + 1 }, 'lags'],
    ['whose socket overflows', { backlogBytes: BACKLOG_CUT_BYTES + 1 }, 'cut'],
  ])('%s', (_what, pulse, verdict) => {
    expect(judge({ ...FINE, ...pulse }, NOW)).toBe(verdict);
  });
});

describe('a picture', () => {
  test.each([
    ['of now', { instantMs: NOW }, 0],
    ['two seconds old', { instantMs: NOW - 2000 }, 2000],
    ['two seconds old by a delay of two seconds', { instantMs: NOW - 2000, delayMs: 2000 }, 0],
    [
      'two seconds old, as far as the page can know our clock',
      { instantMs: NOW - 2000, offsetErrorMs: -500 },
      1500,
    ],
    ['of the future', { instantMs: NOW + 500 }, 0],
    ['that is hidden', { instantMs: NOW - 60_000, visible: false }, 0],
    ['that was never drawn', { instantMs: 0, revision: -1 }, 0],
  ])('%s is so late', (_what, painted, lateMs) => {
    expect(pictureLateMs({ ...PAINTED, ...painted }, { nowMs: NOW, rate: 1 })).toBe(lateMs);
  });

  test('of a desk is never late', () => {
    expect(pictureLateMs(null, { nowMs: NOW, rate: 1 })).toBe(0);
  });

  test('of a game that is played fast is late by our own time, and of one that goes backwards never', () => {
    const painted = { ...PAINTED, instantMs: NOW - 2_000 };
    expect(pictureLateMs(painted, { nowMs: NOW, rate: 50 })).toBe(40);
    expect(pictureLateMs({ ...painted, instantMs: NOW + 2_000 }, { nowMs: NOW, rate: -50 })).toBe(0);
  });
});

describe('a ledger', () => {
  const batch = (seq: number, atMs = NOW) => ({ seq, atMs, sentMs: NOW, count: 2, bytes: 100 });
  const laterMs = NOW + GRACE_MS;

  test('counts what came after the last fact that was painted', () => {
    const ledger = makeLedger();
    for (let seq = 2; seq <= 10; seq += 2) ledger.add(batch(seq));
    expect(ledger.debt(6, NOW, laterMs)).toEqual({ facts: 4, bytes: 200 });
    expect(ledger.debt(10, NOW, laterMs)).toEqual({ facts: 0, bytes: 0 });
  });

  test('forgives what was sent a moment ago, and what is not true yet at the instant that was drawn', () => {
    const ledger = makeLedger();
    ledger.add(batch(2, NOW - 5000));
    ledger.add(batch(4, NOW));
    expect(ledger.debt(0, NOW, laterMs - 1)).toEqual({ facts: 0, bytes: 0 });
    expect(ledger.debt(0, NOW - 4000, laterMs)).toEqual({ facts: 2, bytes: 100 });
  });

  test('remembers so many batches, and no more', () => {
    const ledger = makeLedger();
    for (let seq = 1; seq <= 3 * LEDGER_BATCHES; seq += 1) ledger.add(batch(seq));
    expect(ledger.debt(0, NOW, laterMs).facts).toBe(2 * LEDGER_BATCHES);
  });
});
