import { describe, expect, test } from 'vitest';
import { rulesOf } from '../../src/game/rules.ts';
import { ARM_LASTS_MS, armedDueMs, foreseen, LATE_MS } from '../../src/show/arm-take.ts';
import { comingEvents, isTakenBack } from '../../src/show/foresight.ts';
import type { Show } from '../../src/show/show.ts';
import { nextChangeMs, showAt } from '../../src/show/show-at.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { onAir, played, playFrom, refusalOf } from '../kit/cues.ts';
import { messages } from '../kit/messages.ts';

const DELAY_MS = 8_000;
const NOW_MS = 100_000;

/** A show whose program plays 8 s behind, with a graphic in preview; and a feed of which more can be heard. */
function bench() {
  const say = messages();
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  let nowMs = NOW_MS;
  const foretell = {
    coming: (fromMs: number) => comingEvents(timeline, fromMs, nowMs),
    isTakenBack: (id: string, sinceMs: number) => isTakenBack(timeline, id, sinceMs),
    sinceMs: 0,
  };
  const ready = played(
    { cue: 'delay', output: 'program', delayMs: DELAY_MS },
    { cue: 'preview', graphic: 'dots' },
  );
  return {
    say,
    ready,
    arm: (on: 'basket' | 'foul' | 'clock-stops', event?: string): Show =>
      playFrom(ready, { cue: 'arm', on, ...(event === undefined ? {} : { event }) }, NOW_MS, { foretell }),
    refusal: (event: string) => refusalOf(ready, { cue: 'arm', on: 'basket', event }, NOW_MS, { foretell }),
    tell: (...facts: readonly Parameters<typeof timeline.push>[0][]) => {
      for (const fact of facts) timeline.push(fact);
    },
    hear: (show: Show, atMs: number, ...facts: readonly Parameters<typeof timeline.push>[0][]): Show => {
      nowMs = atMs;
      for (const fact of facts) timeline.push(fact);
      return foreseen(show, foretell, atMs);
    },
  };
}

describe('a take that is armed', () => {
  test('goes at the very instant at which the output plays the event, and only once', () => {
    const { say, arm, hear } = bench();
    const armed = hear(arm('basket'), NOW_MS + 1_000, say.shot(NOW_MS + 700, 's1'));
    expect(armedDueMs(armed)).toBe(NOW_MS + 700 + DELAY_MS);
    expect(onAir(showAt(armed, NOW_MS + 8_699))).toEqual([]);
    const taken = showAt(armed, NOW_MS + 8_700);
    expect(onAir(taken)).toEqual(['dots']);
    expect(taken.layers.floor?.program?.sinceMs).toBe(NOW_MS + 8_700);
    expect(taken.armed).toBeNull();
    expect(showAt(taken, NOW_MS + 60_000)).toBe(taken);
  });

  test('is worked out the same, however late a page asks', () => {
    const { say, arm, hear } = bench();
    const armed = hear(arm('basket'), NOW_MS + 1_000, say.shot(NOW_MS + 700, 's1'));
    expect(showAt(armed, NOW_MS + 30_000)).toEqual(showAt(armed, NOW_MS + 8_700));
  });

  test('goes on what the feed had told of before it was armed, where that is not seen yet', () => {
    const { say, arm, tell } = bench();
    tell(say.shot(NOW_MS - 9_000, 'seen'), say.shot(NOW_MS - 3_000, 's1'), say.shot(NOW_MS - 1_000, 's2'));
    expect(arm('basket').armed?.held).toMatchObject({ id: 'basket s1', atMs: NOW_MS - 3_000 });
  });

  test('never goes on a basket that was taken back, and waits for the next', () => {
    const { say, arm, hear } = bench();
    let show = hear(arm('basket'), NOW_MS + 1_000, say.shot(NOW_MS + 700, 's1'));
    show = hear(show, NOW_MS + 3_000, say.shot(NOW_MS + 2_900, 's1', { deleted: true }));
    expect(show.armed?.held).toBeNull();
    show = hear(show, NOW_MS + 5_000, say.shot(NOW_MS + 4_000, 's2'));
    expect(armedDueMs(show)).toBe(NOW_MS + 4_000 + DELAY_MS);
  });

  test('never goes on a correction of what was seen before', () => {
    const { say, arm, hear, tell } = bench();
    tell(say.shot(NOW_MS - 20_000, 's1', { made: false }));
    const show = hear(arm('basket'), NOW_MS + 1_000, say.shot(NOW_MS + 500, 's1', { made: true }));
    expect(show.armed?.held).toBeNull();
  });

  test('is let go with the very event that it was for', () => {
    const { say, arm, hear, tell } = bench();
    tell(say.shot(NOW_MS - 3_000, 's1'), say.shot(NOW_MS - 1_000, 's2'));
    const show = arm('basket', 'basket s2');
    expect(show.armed?.held?.id).toBe('basket s2');
    expect(hear(show, NOW_MS + 100, say.shot(NOW_MS, 's2', { deleted: true })).armed).toBeNull();
  });

  test('lets an event go that it hears of after it was seen', () => {
    const { say, arm, hear } = bench();
    const atMs = NOW_MS + 20_000;
    const late = hear(arm('basket'), atMs, say.shot(atMs - DELAY_MS - LATE_MS - 1, 's1'));
    expect(late.armed?.held).toBeNull();
    const justLate = hear(late, atMs, say.shot(atMs - DELAY_MS - LATE_MS + 50, 's2'));
    expect(armedDueMs(justLate)).toBe(atMs);
  });

  test('follows its output to another delay', () => {
    const { say, arm, hear } = bench();
    const armed = hear(arm('basket'), NOW_MS + 1_000, say.shot(NOW_MS + 700, 's1'));
    const moved = playFrom(armed, { cue: 'delay', output: 'program', delayMs: 12_000 }, NOW_MS + 2_000);
    expect(armedDueMs(moved)).toBe(NOW_MS + 700 + 12_000);
  });

  test('takes nothing where preview was emptied, and is gone', () => {
    const { say, arm, hear } = bench();
    const armed = hear(arm('basket'), NOW_MS + 1_000, say.shot(NOW_MS + 700, 's1'));
    const empty = playFrom(armed, { cue: 'unpreview', graphic: 'dots' }, NOW_MS + 2_000);
    const after = showAt(empty, NOW_MS + 20_000);
    expect([onAir(after), after.armed]).toEqual([[], null]);
  });

  test('can be undone like any other', () => {
    const { say, arm, hear } = bench();
    const armed = hear(arm('basket'), NOW_MS + 1_000, say.shot(NOW_MS + 700, 's1'));
    const undone = playFrom(showAt(armed, NOW_MS + 9_000), { cue: 'undo', what: 'take' }, NOW_MS + 9_500);
    expect(onAir(undone)).toEqual([]);
  });

  test('is let go by hand, and by itself after half an hour without an event', () => {
    const { arm } = bench();
    const armed = arm('foul');
    expect(playFrom(armed, { cue: 'disarm' }, NOW_MS + 1).armed).toBeNull();
    expect(nextChangeMs(armed)).toBe(NOW_MS + ARM_LASTS_MS);
    expect(showAt(armed, NOW_MS + ARM_LASTS_MS).armed).toBeNull();
  });

  test('is refused without a delay in hand, without anything in preview, and for an event that is none', () => {
    const { ready, refusal } = bench();
    const live = playFrom(ready, { cue: 'delay', output: 'program', delayMs: 900 }, 50_000);
    expect(refusalOf(live, { cue: 'arm', on: 'basket' })).toMatchObject({ where: 'arm' });
    const empty = playFrom(ready, { cue: 'unpreview', graphic: 'dots' }, 50_000);
    expect(refusalOf(empty, { cue: 'arm', on: 'basket' })).toMatchObject({ where: 'preview' });
    expect(refusal('basket s9')).toMatchObject({ where: 'event' });
    expect(refusalOf(ready, { cue: 'disarm' })).toMatchObject({ where: 'arm' });
  });
});
