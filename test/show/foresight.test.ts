import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { comingEvents } from '../../src/show/foresight.ts';
import { instantOf, type Playhead, playedAtMs } from '../../src/show/playhead.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { AWAY_ID, HOME_ID, messages } from '../kit/messages.ts';

const FROM_MS = 100_000;
const UNTIL_MS = 110_000;
const play = (seq: number, atMs: number, id: string, classification: string, more = {}): Fact => ({
  kind: 'play',
  seq,
  atMs,
  heardMs: atMs,
  id,
  classification,
  teamId: HOME_ID,
  ...more,
});

function coming(facts: readonly Fact[], fromMs = FROM_MS) {
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  for (const fact of facts) timeline.push(fact);
  return comingEvents(timeline, fromMs, UNTIL_MS);
}
const told = (facts: readonly Fact[], fromMs?: number) =>
  coming(facts, fromMs).map(({ id, atMs }) => [id, atMs]);

describe('what is about to be seen', () => {
  test('is what lies between the instant in the picture and now, the soonest first', () => {
    const say = messages();
    const facts = [
      say.shot(FROM_MS, 'seen now'),
      say.shot(FROM_MS + 3_200, 'a', { three: true, playerId: '7' }),
      say.shot(FROM_MS + 1_000, 'b'),
      say.shot(UNTIL_MS + 1, 'after'),
    ];
    expect(told(facts)).toEqual([
      ['basket b', FROM_MS + 1_000],
      ['basket a', FROM_MS + 3_200],
    ]);
    expect(coming(facts)[1]).toMatchObject({ points: 3, teamId: HOME_ID, playerId: '7' });
  });

  test('has a basket once, though the chart and two lines of the play-by-play tell of it', () => {
    const say = messages();
    const facts = [
      play(50, FROM_MS + 1_000, 'e1', 'TWO_POINT_MAKE', { playerId: '7' }),
      play(51, FROM_MS + 1_000, 'e1', 'TWO_POINT_MAKE'),
      say.shot(FROM_MS + 1_050, 'e1', { playerId: '7' }),
    ];
    expect(told(facts)).toEqual([['basket e1', FROM_MS + 1_000]]);
  });

  test('has free throws, fouls and timeouts as the play-by-play tells of them', () => {
    const facts = [
      play(1, FROM_MS + 1_000, 'f', 'FOUL', { teamId: AWAY_ID }),
      play(2, FROM_MS + 1_000, 'fd', 'FOUL_DRAWN'),
      play(3, FROM_MS + 2_000, 't', 'TEAM_TIMEOUT'),
      play(4, FROM_MS + 3_000, 'x', 'FREE_THROW_MAKE'),
      play(5, FROM_MS + 4_000, 'y', 'FREE_THROW_MISS'),
    ];
    expect(coming(facts).map(({ kind, points }) => [kind, points])).toEqual([
      ['foul', 0],
      ['timeout', 0],
      ['basket', 1],
    ]);
  });

  test.each([
    ['a shot', 'e1', [messages(9).shot(FROM_MS + 2_000, 'e1', { deleted: true })]],
    ['a shot that was a miss after all', 'e1', [messages(9).shot(FROM_MS + 2_000, 'e1', { made: false })]],
    ['a play', 'e1', [play(9, FROM_MS + 2_000, 'e1', 'DELETED_TWO_POINT_MAKE')]],
  ] as const)('has no more of %s that was taken back', (_what, id, corrections) => {
    const basket = messages().shot(FROM_MS + 1_000, id);
    expect(told([basket])).toHaveLength(1);
    expect(told([basket, ...corrections])).toEqual([]);
  });

  test('has nothing of a correction to what was seen before', () => {
    const say = messages();
    const facts = [
      say.shot(FROM_MS - 5_000, 'e1', { made: false }),
      say.shot(FROM_MS + 1_000, 'e1', { made: true }),
      play(20, FROM_MS - 5_000, 'e2', 'TWO_POINT_MISS'),
      play(21, FROM_MS + 1_000, 'e2', 'UPDATED_TWO_POINT_MISS_TO_MAKE'),
    ];
    expect(told(facts)).toEqual([]);
  });

  test('has the stops and starts of the clock to a tenth, and its end at zero', () => {
    const say = messages();
    const ticks: Fact[] = [];
    // Runs from 30 s, stops at +2,340 ms, starts again at +5,000 ms with what is left of two seconds.
    for (let ms = -2_000; ms <= 10_000; ms += 500) {
      const leftMs = ms < 2_340 ? 30_000 - ms : ms < 5_000 ? 2_000 : Math.max(0, 2_000 - (ms - 5_000));
      const shown = ms >= 2_340 && ms < 5_000 ? 2_000 : leftMs;
      const running = ms < 2_340 || (ms > 5_000 && leftMs > 0);
      ticks.push(say.clock(FROM_MS + ms, Math.floor(shown / 100) * 100, running));
    }
    const found = coming(ticks);
    expect(found.map(({ kind }) => kind)).toEqual(['clock-stops', 'clock-starts', 'period-ends']);
    expect(Math.abs((found[1]?.atMs ?? 0) - FROM_MS - 5_000)).toBeLessThanOrEqual(160);
    expect(Math.abs((found[2]?.atMs ?? 0) - FROM_MS - 7_000)).toBeLessThanOrEqual(160);
  });

  test('does not hang on the order in which facts arrive', () => {
    const say = messages();
    const facts = Array.from({ length: 12 }, (_, i) =>
      say.shot(FROM_MS + 500 * i, `s${i % 8}`, { made: i % 3 > 0, deleted: i % 5 === 4 }),
    );
    const expected = coming(facts);
    expect(expected.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(coming(shuffled)).toEqual(expected);
      }),
    );
  });
});

test('an instant is played when a playhead is at it', () => {
  const delay = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(delay, delay, fc.boolean(), fc.integer({ min: -5_000, max: 60_000 }), (from, to, cut, on) => {
      const playhead: Playhead = { kind: 'delayed', delayMs: to, fromMs: from, sinceMs: 1_000_000, cut };
      const nowMs = 1_000_000 + Math.max(0, on);
      const behind = (from === 0 || to === 0) && !cut;
      // Live plays at now here: what each page's own buffer adds is not known.
      if (behind) return;
      expect(playedAtMs(playhead, instantOf(playhead, nowMs, 0))).toBeCloseTo(nowMs, 3);
    }),
  );
});
