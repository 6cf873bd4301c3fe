// The operator's corrections: relative to what is shown, of clocks, of players, until the feed agrees, and back again.
import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/game/rules.ts';
import { agreedFields } from '../../src/show/correct.ts';
import type { Cue } from '../../src/show/cue.ts';
import { withOverrides } from '../../src/show/overrides.ts';
import { provenance } from '../../src/show/provenance.ts';
import { SeenMoment } from '../../src/show/seen-moment.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { playFrom, refusalOf } from '../kit/cues.ts';
import { AWAY_ID, HOME_ID, messages } from '../kit/messages.ts';

const player = (id: string, number: string, lastName: string) => ({
  id,
  number,
  firstName: null,
  lastName,
  position: null,
});
const say = messages();
const timeline = makeTimeline({ rules: rulesOf('nba') });
for (const message of [
  say.roster(0, { players: [player('p1', '7', 'Seven'), player('p2', '8', 'Eight')] }),
  say.roster(0, { teamId: AWAY_ID, side: 'away' }),
  say.score(1_000, 50, 40),
  say.clock(1_000, 300_000, true, { period: 'Q1' }),
  say.stats(2_000, { team: { points: 51, fouls: 3 } }),
  say.score(10_000, 52, 40),
])
  timeline.push(message);
const context = { truth: (atMs: number) => timeline.at(atMs), by: 'Ana' };
const after = (show: Show, cue: Cue, atMs: number): Show => playFrom(show, cue, atMs, context);
const over = (cue: Omit<Extract<Cue, { cue: 'override' }>, 'cue'>): Cue => ({ cue: 'override', ...cue });
const valueOf = (show: Show, field: string): unknown => show.overrides[field]?.value;

describe('a correction by so much', () => {
  it('counts from what the program shows at its own instant, not from what the feed says now', () => {
    const delayed = after(emptyShow, { cue: 'delay', output: 'program', delayMs: 5_000 }, 0);
    expect(valueOf(after(delayed, over({ field: 'home.score', add: 1 }), 12_000), 'home.score')).toBe(51);
    expect(valueOf(after(emptyShow, over({ field: 'home.score', add: 1 }), 12_000), 'home.score')).toBe(53);
  });

  it('of two operators at once counts both', () => {
    const one = after(emptyShow, over({ field: 'home.score', add: 1 }), 12_000);
    expect(valueOf(after(one, over({ field: 'home.score', add: 1 }), 12_000), 'home.score')).toBe(54);
  });

  it('counts from nothing where nobody has said a value, and is refused where no such value can be', () => {
    expect(valueOf(after(emptyShow, over({ field: 'home.timeouts', add: 3 }), 12_000), 'home.timeouts')).toBe(
      3,
    );
    expect(refusalOf(emptyShow, over({ field: 'home.timeouts', add: -1 }), 12_000, context)).toMatchObject({
      where: 'home.timeouts',
    });
  });

  it.each<[string, Cue]>([
    ['both a value and so much', over({ field: 'home.score', value: 1, add: 1 })],
    ['neither', over({ field: 'home.score' })],
    ['so much of a name', over({ field: 'home.name', add: 1 })],
  ])('is refused with %s', (_what, cue) => {
    expect(refusalOf(emptyShow, cue, 12_000, context)).toBeDefined();
  });
});

describe('a clock', () => {
  const seenAt = (show: Show, atMs: number) => new SeenMoment().of(timeline.at(atMs), show).clock;

  it('is held at what is shown, and runs on from there when it is let go', () => {
    const held = after(emptyShow, over({ field: 'clock', value: { running: false } }), 11_000);
    expect(seenAt(held, 30_000)).toMatchObject({ running: false, text: '4:50' });
    const runs = after(held, over({ field: 'clock', value: { running: true } }), 30_000);
    expect(seenAt(runs, 40_000)).toMatchObject({ running: true, text: '4:40' });
  });

  it('that was set shows the same on two outputs only where they show the same instant', () => {
    const delayed = after(emptyShow, { cue: 'delay', output: 'program', delayMs: 4_000 }, 0);
    const set = after(
      delayed,
      over({ field: 'clock', value: { remainingMs: 120_000, running: true } }),
      20_000,
    );
    expect(seenAt(set, 16_000)?.text).toBe('2:00');
    expect(seenAt(set, 20_000)?.text).toBe('1:56');
    expect(seenAt(set, 14_000)?.text).toBe('2:02');
  });

  it('changes its version with its figures and not with every instant', () => {
    const held = after(
      emptyShow,
      over({ field: 'clock', value: { remainingMs: 100_000, running: true } }),
      11_000,
    );
    const seen = new SeenMoment();
    const versionAt = (atMs: number) => seen.of(timeline.at(atMs), held).version;
    const first = versionAt(11_100);
    expect(versionAt(11_200)).toBe(first);
    expect(versionAt(12_200)).toBe(first + 1);
  });

  it('may be turned off, where it is the shot clock', () => {
    const off = after(emptyShow, over({ field: 'shotClock', value: null }), 11_000);
    expect(new SeenMoment().of(timeline.at(11_000), off).shotClock).toBeNull();
  });

  it('that nobody has said cannot be held', () => {
    expect(
      refusalOf(emptyShow, over({ field: 'shotClock', value: { running: false } }), 11_000, context),
    ).toMatchObject({ where: 'shotClock' });
  });
});

describe('players', () => {
  const playersOf = (show: Show) =>
    withOverrides(timeline.at(11_000).game, show.overrides).teams[HOME_ID]?.players;

  it('wear the number that the operator says', () => {
    const show = after(emptyShow, over({ field: 'number.p1', value: '00' }), 11_000);
    expect(playersOf(show)?.p1).toMatchObject({ number: '00', lastName: 'Seven' });
  });

  it('that were mixed up are told apart again', () => {
    const one = after(emptyShow, over({ field: 'player.p1', value: 'p2' }), 11_000);
    const both = after(one, over({ field: 'player.p2', value: 'p1' }), 11_000);
    expect(playersOf(both)?.p1).toMatchObject({ id: 'p1', number: '8', lastName: 'Eight' });
    expect(playersOf(both)?.p2).toMatchObject({ id: 'p2', number: '7', lastName: 'Seven' });
  });
});

describe('an override', () => {
  it('says whose it is', () => {
    expect(after(emptyShow, over({ field: 'home.score', value: 9 }), 1).overrides['home.score']?.by).toBe(
      'Ana',
    );
  });

  it('is to end when the feed agrees only if it was said so', () => {
    const until = after(emptyShow, over({ field: 'home.score', value: 52, until: 'agrees' }), 11_000);
    expect(agreedFields(until, timeline.at(5_000))).toEqual([]);
    expect(agreedFields(until, timeline.at(11_000))).toEqual(['home.score']);
    const always = after(emptyShow, over({ field: 'home.score', value: 52 }), 11_000);
    expect(agreedFields(always, timeline.at(11_000))).toEqual([]);
  });

  it('of a clock agrees with one that reads the same at the same instant', () => {
    const near = (remainingMs: number) =>
      agreedFields(
        after(
          emptyShow,
          over({ field: 'clock', value: { remainingMs, running: true }, until: 'agrees' }),
          11_000,
        ),
        timeline.at(13_000),
      );
    expect(near(290_300)).toEqual(['clock']);
    expect(near(291_000)).toEqual([]);
  });

  it('is undone in one step to what it was before, overridden or not', () => {
    const first = after(emptyShow, over({ field: 'home.score', value: 9 }), 1);
    const second = after(first, over({ field: 'home.score', value: 10 }), 2);
    const undo: Cue = { cue: 'undo', what: 'override', field: 'home.score' };
    expect(valueOf(after(second, undo, 3), 'home.score')).toBe(9);
    expect(valueOf(after(after(second, undo, 3), undo, 4), 'home.score')).toBeUndefined();
    const released = after(second, { cue: 'release', field: 'home.score' }, 3);
    expect(valueOf(after(released, { cue: 'undo', what: 'override' }, 4), 'home.score')).toBe(10);
    expect(refusalOf(emptyShow, undo)).toMatchObject({ where: 'undo' });
  });
});

describe('where a value comes from', () => {
  const show = after(emptyShow, over({ field: 'home.score', value: 99 }), 12_000);
  const fields = provenance(timeline.at(12_000), show.overrides);

  it('is told for feed, derived and operator, each with its instant', () => {
    expect(fields['home.score']).toMatchObject({
      feed: { value: 52, atMs: 10_000 },
      derived: { value: 51, atMs: 2_000 },
      operator: { value: 99, sinceMs: 12_000, by: 'Ana' },
      shown: 'operator',
      agree: false,
    });
    expect(fields['away.score']).toMatchObject({
      feed: { value: 40, atMs: 10_000 },
      operator: null,
      shown: 'feed',
    });
  });

  it('is the count of totals for fouls, and nobody for what no feed gives', () => {
    expect(fields['home.fouls']).toMatchObject({
      feed: null,
      derived: { value: 3, atMs: 2_000 },
      shown: 'derived',
    });
    expect(fields['home.timeouts']).toMatchObject({ feed: null, derived: null, shown: null });
  });

  it('has the age of the last word, also when that said nothing new', () => {
    const again = makeTimeline({ rules: rulesOf('nba') });
    const words = messages();
    for (const message of [words.roster(0), words.score(1_000, 5, 5), words.score(9_000, 5, 5)])
      again.push(message);
    expect(provenance(again.at(9_500), {})['home.score']?.feed).toEqual({ value: 5, atMs: 9_000 });
  });
});
