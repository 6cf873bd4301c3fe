// A rehearsal is never taken for the live game without having been asked about, and the live game never for a rehearsal.
import { describe, expect, test } from 'vitest';
import {
  airs,
  answeredYes,
  followed,
  nothingRehearsed,
  questionFor,
} from '../../src/control/tape/rehearsal-guard.ts';
import type { Cue } from '../../src/show/cue.ts';
import type { Health } from '../../src/wire/wire.ts';
import { health, output } from './words.ts';

const TAKE: Cue = { cue: 'take', graphic: 'scorebug' };
const stands = (rehearsal: boolean, outputs = [output('obs')]): Health => {
  const plain = health({ outputs });
  return { ...plain, feed: { ...plain.feed, rehearsal } };
};
const seen = (...heard: readonly Health[]) =>
  heard.reduce((state, one) => followed(state, one), nothingRehearsed);

describe('a take', () => {
  test('of the live game is never asked about', () => {
    expect(questionFor(seen(stands(false)), stands(false), TAKE)).toBeNull();
  });

  test('of a rehearsal is asked about while an output shows it', () => {
    const now = stands(true);
    expect(questionFor(seen(now), now, TAKE)).toEqual({ about: 'rehearsal', outputs: ['obs'] });
  });

  test('of a rehearsal that only desks see goes by itself', () => {
    const now = stands(true, [output('desk-program')]);
    expect(questionFor(seen(now), now, TAKE)).toBeNull();
  });

  test('is asked about once, and again when the relay begins anew', () => {
    const now = stands(true);
    const answered = answeredYes(seen(now), now);
    expect(questionFor(answered, now, TAKE)).toBeNull();
    const anew = { ...now, relay: { ...now.relay, startedMs: now.relay.startedMs + 1 } };
    expect(questionFor(followed(answered, anew), anew, TAKE)).not.toBeNull();
  });

  test.each([
    [true, 'now-rehearsal'],
    [false, 'now-live'],
  ] as const)(
    'after what is heard has turned (rehearsal: %s) is asked about, whoever watches',
    (rehearsal, about) => {
      const before = stands(!rehearsal);
      const answered = answeredYes(seen(before), before);
      const now = stands(rehearsal, []);
      expect(questionFor(followed(answered, now), now, TAKE)).toEqual({ about, outputs: [] });
    },
  );

  test('that waits for an answer is dropped when what is heard turns', () => {
    const now = stands(true);
    const state = seen(now);
    const question = questionFor(state, now, TAKE);
    const held = { ...state, held: question && { cue: TAKE, question } };
    expect(followed(held, stands(false)).held).toBeNull();
  });
});

test.each<[Cue, boolean]>([
  [{ cue: 'take' }, true],
  [{ cue: 'undo', what: 'take' }, true],
  [{ cue: 'rundown', step: { step: 'take' } }, true],
  [{ cue: 'arm', on: 'basket', output: 'program' }, true],
  [{ cue: 'out', graphic: 'scorebug' }, false],
  [{ cue: 'clear' }, false],
  [{ cue: 'preview', graphic: 'scorebug' }, false],
  [{ cue: 'rundown', step: { step: 'go' } }, false],
])('%j airs: %s', (cue, isAired) => {
  expect(airs(cue)).toBe(isAired);
});
