// Whatever two feeds say and however they come and go: nothing is on air that neither has said, nothing depends on when somebody looks, and nobody crashes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twoFeeds } from '../../kit/two-feeds.ts';

type Doing =
  | { readonly is: 'score'; readonly lane: 'main' | 'backup'; readonly add: readonly [number, number] }
  | { readonly is: 'status'; readonly lane: 'main' | 'backup'; readonly status: 'live' | 'stale' | 'lost' }
  | { readonly is: 'choose'; readonly feed: 'main' | 'backup'; readonly falls: 'itself' | 'hand' };

const lane = fc.constantFrom('main' as const, 'backup' as const);
const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    arbitrary: fc.record({
      is: fc.constant('score' as const),
      lane,
      add: fc.constantFrom([2, 0] as const, [0, 3] as const, [0, 0] as const),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      is: fc.constant('status' as const),
      lane,
      status: fc.constantFrom('live' as const, 'stale' as const, 'lost' as const),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      is: fc.constant('choose' as const),
      feed: lane,
      falls: fc.constantFrom('itself' as const, 'hand' as const),
    }),
    weight: 1,
  },
);
const course = fc.array(fc.record({ afterMs: fc.integer({ min: 1, max: 6_000 }), doing }), { maxLength: 40 });

function play(
  steps: readonly { readonly afterMs: number; readonly doing: Doing }[],
  looksEveryMs: number | null,
) {
  const two = twoFeeds();
  const scores = { main: [0, 0] as [number, number], backup: [0, 0] as [number, number] };
  const given = new Set<string>(['-:-']);
  let ms = 100;
  for (const feed of [two.main, two.backup]) feed.teams(50);
  for (const { afterMs, doing: one } of steps) {
    if (looksEveryMs !== null) for (let at = ms; at < ms + afterMs; at += looksEveryMs) two.pass(at);
    ms += afterMs;
    if (one.is === 'score') {
      const score = scores[one.lane];
      score[0] += one.add[0];
      score[1] += one.add[1];
      given.add(score.join(':'));
      two[one.lane].score(ms, ...score);
    } else if (one.is === 'status') two[one.lane].status(ms, one.status);
    else two.choose(ms, { score: { feed: one.feed, falls: one.falls } });
  }
  two.pass(ms + 1_000);
  return { two, given };
}

test('no score is ever on air that no feed gave', () => {
  fc.assert(
    fc.property(course, (steps) => {
      const { two, given } = play(steps, null);
      for (const score of two.scores()) expect(given).toContain(score);
    }),
    { numRuns: 300, seed: 41 },
  );
});

test('the same words, statuses and choices say the same, however often anybody looks', () => {
  fc.assert(
    fc.property(course, fc.constantFrom(37, 250, 900), (steps, everyMs) => {
      expect(play(steps, everyMs).two.said).toEqual(play(steps, null).two.said);
    }),
    { numRuns: 150, seed: 42 },
  );
});
