// The score of two feeds: whose it is, when it falls to the other, and that it never jumps between two truths.
import { describe, expect, test } from 'vitest';
import { HOLD_MS } from '../../../src/feeds/pair/lane-state.ts';
import { GRACE_MS, STEP_MS } from '../../../src/feeds/pair/merger.ts';
import { twoFeeds } from '../../kit/two-feeds.ts';

/** Both are there and say 50:48. */
function begun() {
  const two = twoFeeds();
  for (const feed of [two.main, two.backup]) {
    feed.status(0, 'live');
    feed.teams(0);
    feed.period(0, 'Q3');
    feed.score(100, 50, 48);
  }
  return two;
}

describe('while both feeds are there', () => {
  test("main's score is on air, and the backup's is not", () => {
    const two = begun();
    two.backup.score(1_000, 52, 48);
    expect(two.score(1_000)).toBe('50:48');
    two.main.score(1_500, 53, 48);
    expect(two.score(1_500)).toBe('53:48');
    expect(two.scores()).not.toContain('52:48');
  });

  test('a field that main cannot say is taken from the backup', () => {
    const two = twoFeeds({ capabilities: { main: ['score'] } });
    for (const feed of [two.main, two.backup]) feed.status(0, 'live');
    two.main.clock(500, 300_000, true);
    two.backup.clock(500, 300_000, true, { shot: { remainingMs: 14_000, running: true, resolutionMs: 100 } });
    two.backup.clock(1_000, 299_500, true, {
      shot: { remainingMs: 13_500, running: true, resolutionMs: 100 },
    });
    two.pass(1_500);
    expect(two.merger.owner('shotClock')).toBe('backup');
    expect(two.merger.owner('clock')).toBe('main');
    expect(two.moment(1_500).shotClock?.text).toBe('13');
  });
});

describe('main falls silent', () => {
  test('the score goes on from the backup, within a second of it', () => {
    const two = begun();
    two.main.status(2_000, 'lost');
    two.backup.score(2_200, 52, 48);
    two.pass(2_000 + GRACE_MS + STEP_MS);
    expect(two.score(2_000 + GRACE_MS + STEP_MS)).toBe('52:48');
    two.backup.score(4_000, 52, 51);
    expect(two.score(4_000)).toBe('52:51');
  });

  test('for less than the grace is not silent', () => {
    const two = begun();
    two.main.status(2_000, 'lost');
    two.main.status(2_000 + GRACE_MS - 100, 'live');
    two.pass(10_000);
    expect(two.merger.owner('score')).toBe('main');
  });

  test('a backup that is behind is waited for: the score does not fall', () => {
    const two = begun();
    two.main.score(1_900, 55, 48);
    two.main.status(2_000, 'lost');
    two.pass(6_000);
    expect(two.score(6_000)).toBe('55:48');
    expect(two.merger.ask('score')).toEqual({ to: 'backup', sinceMs: expect.any(Number) as number });
    two.backup.score(7_000, 55, 48);
    two.pass(7_500);
    expect(two.merger.owner('score')).toBe('backup');
    expect(two.scores()).toEqual(['-:-', '50:48', '55:48']);
  });

  test('a backup that says another score is asked for, and taken when the operator says so', () => {
    const two = begun();
    two.main.score(1_000, 51, 48);
    two.backup.score(1_500, 50, 50);
    two.main.status(2_000, 'lost');
    two.pass(8_000);
    expect(two.score(8_000)).toBe('51:48');
    two.choose(8_100, { score: { feed: 'backup', falls: 'itself' } });
    expect(two.score(8_100)).toBe('50:50');
    expect(two.merger.ask('score')).toBeNull();
  });

  test('nothing falls by itself where the operator has said by hand', () => {
    const two = begun();
    two.choose(500, { score: { feed: 'main', falls: 'hand' } });
    two.main.status(2_000, 'lost');
    two.backup.score(2_500, 52, 48);
    two.pass(30_000);
    expect(two.score(30_000)).toBe('50:48');
    expect(two.game(30_000).owners.score).toMatchObject({
      feed: 'main',
      downMs: expect.any(Number) as number,
    });
  });

  test('nobody takes over where the backup is not there either', () => {
    const two = begun();
    two.backup.status(1_000, 'lost');
    two.main.status(2_000, 'lost');
    two.pass(20_000);
    expect(two.merger.owner('score')).toBe('main');
    expect(two.game(20_000).owners.score?.downMs).toBeDefined();
  });
});

describe('main comes back', () => {
  function fallen() {
    const two = begun();
    two.main.status(2_000, 'lost');
    two.pass(3_000);
    two.backup.score(4_000, 52, 48);
    return two;
  }

  test('and is given the score back once it has stood, and says the same', () => {
    const two = fallen();
    two.main.status(5_000, 'live');
    two.main.score(5_100, 52, 48);
    two.pass(5_000 + HOLD_MS - STEP_MS);
    expect(two.merger.owner('score')).toBe('backup');
    two.pass(5_000 + HOLD_MS + STEP_MS);
    expect(two.merger.owner('score')).toBe('main');
    expect(two.scores().at(-1)).toBe('52:48');
  });

  test('with an older score: it is not shown before it has caught up', () => {
    const two = fallen();
    two.main.status(5_000, 'live');
    two.main.score(5_100, 50, 48);
    two.pass(30_000);
    expect(two.score(30_000)).toBe('52:48');
    expect(two.merger.ask('score')?.to).toBe('main');
    two.main.score(31_000, 52, 48);
    two.pass(31_500);
    expect(two.merger.owner('score')).toBe('main');
  });

  test('twenty times in a minute: the score on air never flickers, and is changed hands of once or twice', () => {
    const two = begun();
    for (let nth = 0; nth < 20; nth += 1) {
      two.main.status(2_000 + nth * 3_000, 'lost');
      two.pass(3_400 + nth * 3_000);
      two.main.status(3_500 + nth * 3_000, 'live');
      two.main.score(3_600 + nth * 3_000, 50, 48);
      two.backup.score(3_700 + nth * 3_000, 50, 48);
    }
    two.pass(65_000);
    expect(new Set(two.scores().filter((one) => !one.includes('-')))).toEqual(new Set(['50:48']));
    const hands = two.said.flatMap((one) => (one.kind === 'owners' ? [one.fields.score?.feed] : []));
    const changes = hands.filter((feed, at) => at > 0 && feed !== hands[at - 1]);
    expect(changes.length).toBeLessThanOrEqual(2);
  });

  test('each more fall makes it stand twice as long', () => {
    const two = begun();
    const at = (ms: number): string => {
      two.pass(ms);
      return two.merger.owner('score');
    };
    two.main.status(2_000, 'lost');
    two.pass(3_000);
    two.main.status(3_000, 'live');
    expect(at(3_000 + HOLD_MS + STEP_MS)).toBe('main');
    two.main.status(20_000, 'lost');
    two.pass(21_000);
    two.main.status(21_000, 'live');
    expect(at(21_000 + HOLD_MS + STEP_MS)).toBe('backup');
    expect(at(21_000 + 2 * HOLD_MS + STEP_MS)).toBe('main');
  });
});
