// What the test card says, and where its moving parts stand at an instant.
import { describe, expect, test } from 'vitest';
import { testCard } from '../../../overlays/test-card/graphic.ts';
import { frameOf, sweepAt, tenthAt } from '../../../overlays/test-card/instants.ts';
import { aMoment, momentAt } from '../../kit/moments.ts';

const pick = (feeds: Parameters<typeof aMoment>[0] = {}) => testCard.pick(aMoment(feeds), {});

test('it is there before any game', () => {
  expect(testCard.pick(momentAt(0), {})).toEqual({ period: '', feed: [], isLive: true });
});

test('it says how every feed stands, and the statuses alone where names are too long', () => {
  const feeds = { main: { status: 'live', atMs: 0 }, backup: { status: 'lost', atMs: 0 } } as const;
  expect(pick({ game: { feeds } })).toEqual({
    period: '3RD',
    feed: ['MAIN: LIVE, BACKUP: LOST', 'LIVE, LOST'],
    isLive: false,
  });
});

describe('the frame of the second', () => {
  test.each([
    [0, 50, 0],
    [19.99, 50, 0],
    [20, 50, 1],
    [39.999_99, 50, 2],
    [999, 50, 49],
    [1_000, 60, 0],
    [17, 60, 1],
    [983.4, 60, 59],
  ])('at %s ms of %s Hz is %s', (atMs, rateHz, frame) => {
    expect(frameOf(atMs, rateHz)).toBe(frame);
  });
});

test('the sweep crosses in two seconds and the tenths light in turn', () => {
  expect([0, 500, 1_999, 2_000].map(sweepAt)).toEqual([0, 0.25, 0.9995, 0]);
  expect([0, 99, 100, 950, 1_000].map(tenthAt)).toEqual([0, 0, 1, 9, 0]);
});
