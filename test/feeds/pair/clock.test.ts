import { describe, expect, test } from 'vitest';
import { twoFeeds } from '../../kit/two-feeds.ts';

const BEATS = { clock: 1_500, positions: 1_500 };
const shot = (remainingMs: number, running = true) => ({
  shot: { remainingMs, running, resolutionMs: 100 },
});

/** Both clocks run from 5:00; the backup's is 400 ms behind. */
function running() {
  const two = twoFeeds({ beats: BEATS });
  for (const feed of [two.main, two.backup]) {
    feed.status(0, 'live');
    feed.teams(0);
    feed.period(0, 'Q3');
  }
  return {
    ...two,
    tick(fromMs: number, untilMs: number, who: 'main' | 'backup' | 'both'): void {
      for (let ms = fromMs; ms < untilMs; ms += 500) {
        if (who !== 'backup') two.main.clock(ms, 300_000 - ms, true);
        if (who !== 'main') two.backup.clock(ms, 300_400 - ms, true, shot(20_000 - ms));
      }
    },
  };
}

describe('the clock of two feeds', () => {
  test('goes on when its source falls silent though the feed is there, within a second of its beat', () => {
    const two = running();
    two.tick(0, 4_000, 'both');
    two.tick(4_000, 7_000, 'backup');
    expect(two.merger.owner('clock')).toBe('backup');
    expect(two.merger.owner('score')).toBe('main');
    expect(two.moment(6_900).clock?.running).toBe(true);
    expect(two.moment(6_900).clock?.remainingMs).toBeGreaterThan(293_000);
  });

  test('that stands is not silent: nothing is due', () => {
    const two = running();
    two.tick(0, 2_000, 'both');
    two.main.clock(2_000, 298_000, false);
    two.backup.clock(2_000, 298_000, false);
    two.pass(60_000);
    expect(two.merger.owner('clock')).toBe('main');
  });

  test('a backup whose clock is far off is asked for', () => {
    const two = running();
    two.tick(0, 4_000, 'main');
    two.backup.clock(3_900, 120_000, true);
    two.main.status(4_000, 'lost');
    for (let ms = 4_400; ms < 8_000; ms += 500) two.backup.clock(ms, 123_900 - ms, true);
    expect(two.merger.owner('clock')).toBe('main');
    expect(two.merger.ask('clock')?.to).toBe('backup');
  });

  test('the shot clock of the one and the game clock of the other are said in one word', () => {
    const two = twoFeeds({ capabilities: { main: ['clock'] } });
    for (const feed of [two.main, two.backup]) feed.status(0, 'live');
    two.main.clock(0, 300_000, true);
    two.backup.clock(500, 280_000, true, shot(14_000));
    two.pass(1_000);
    two.backup.clock(1_000, 279_500, true, shot(13_500));
    const { clock, shotClock } = two.moment(1_000);
    expect(clock?.remainingMs).toBeGreaterThan(298_900);
    expect(shotClock?.remainingMs).toBeLessThan(13_600);
  });

  test('never rises while it changes hands', () => {
    const two = running();
    two.tick(0, 4_000, 'both');
    two.tick(4_000, 12_000, 'backup');
    let last = Number.POSITIVE_INFINITY;
    for (let ms = 500; ms < 12_000; ms += 100) {
      const now = two.moment(ms).clock?.remainingMs ?? last;
      // Two feeds are as far apart as they are: no more than that.
      expect(now).toBeLessThanOrEqual(last + 500);
      last = now;
    }
  });
});

test('positions go on without a gap where the backup had them all along', () => {
  const two = running();
  const frame = (lane: 'main' | 'backup', ms: number): void =>
    two[lane].hear({
      kind: 'frame',
      atMs: 1_700_000_000_000 + ms,
      heardMs: 1_700_000_000_000 + ms,
      bodies: [{ id: '7', teamId: '10', atMs: 1_700_000_000_000 + ms, xMm: ms, yMm: 0, zMm: 0 }],
    });
  for (let ms = 0; ms < 6_000; ms += 100) {
    if (ms % 500 === 0) two.tick(ms, ms + 1, 'both');
    if (ms < 3_000) frame('main', ms);
    frame('backup', ms);
  }
  expect(two.merger.owner('positions')).toBe('backup');
  const frames = two.said.filter(({ kind }) => kind === 'frame').map(({ atMs }) => atMs - 1_700_000_000_000);
  expect(frames).toEqual([...new Set(frames)].sort((a, b) => a - b));
  const gaps = frames.map((at, nth) => at - (frames[nth - 1] ?? at));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(100);
});
