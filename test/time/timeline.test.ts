import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { away, home } from '../../src/game/game.ts';
import type { Fact, Message } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { foldAll, makeTimeline } from '../../src/time/timeline.ts';
import { AWAY_ID, body, HOME_ID, messages } from '../kit/messages.ts';

const rules = rulesOf('nba');

/** A small game: rosters, a score that rises and is corrected, fouls, periods that are gone back to, clocks, shots, places. */
function smallGame(): Message[] {
  const say = messages();
  const out: Message[] = [
    say.roster(1_000),
    say.roster(1_000, { teamId: AWAY_ID, side: 'away', code: 'AWY', name: 'Away' }),
    say.period(1_000, 'Q1'),
    say.clock(1_000, 720_000, false),
  ];
  for (let i = 0; i < 40; i += 1) {
    const atMs = 2_000 + i * 500;
    out.push(say.clock(atMs, 720_000 - i * 500, true));
    if (i % 8 === 3) out.push(say.score(atMs, i, i + 1), say.shot(atMs, `s${i}`));
    if (i === 30) out.push(say.score(atMs, 20, 27), say.shot(atMs, 's11', { deleted: true }));
    if (i % 5 === 2) out.push(say.stats(atMs, { team: { fouls: i } }));
    const entered = ({ 10: 'Q2', 14: 'END', 16: 'Q2', 20: 'Q3', 24: 'Q2', 33: 'Q3' } as const)[i];
    if (entered !== undefined) out.push(say.period(atMs, entered));
    out.push(say.frame(atMs, [body('p1', atMs, i * 100, 0)]));
  }
  return out;
}

const timelineOf = (all: readonly Message[], historyMs?: number) => {
  const timeline = makeTimeline({ rules, ...(historyMs === undefined ? {} : { historyMs }) });
  for (const message of all) timeline.push(message);
  return timeline;
};

const seen = (timeline: ReturnType<typeof makeTimeline>, atMs: number) => {
  const { game, clock, shotClock, bodies, bodyCount } = timeline.at(atMs);
  return structuredClone({ game, clock, shotClock, bodies: bodies.slice(0, bodyCount) });
};

describe('a timeline', () => {
  it('gives at each instant the newest fact said to be true at or before it', () => {
    const say = messages();
    const timeline = timelineOf([say.roster(0), say.score(1_000, 2, 0), say.score(2_000, 4, 0)]);
    expect(home(timeline.at(999).game)?.score).toBeNull();
    expect(home(timeline.at(1_000).game)?.score).toBe(2);
    expect(home(timeline.at(1_999).game)?.score).toBe(2);
    expect(home(timeline.at(2_000).game)?.score).toBe(4);
  });

  it('gives one result for any order of arrival', () => {
    const all = smallGame();
    const expected = [500, 5_000, 17_250, 30_000].map((atMs) => seen(timelineOf(all), atMs));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const timeline = timelineOf(shuffled);
        expect([500, 5_000, 17_250, 30_000].map((atMs) => seen(timeline, atMs))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('counts a message once, however often it is pushed', () => {
    const all = smallGame();
    expect(seen(timelineOf([...all, ...all]), 30_000)).toEqual(seen(timelineOf(all), 30_000));
  });

  it('goes on from a snapshot as one that heard everything', () => {
    const all = smallGame();
    const whole = timelineOf(all);
    for (const cut of [0, 7, 50, all.length - 1]) {
      const early = timelineOf(all.slice(0, cut));
      const joined = makeTimeline({ rules });
      joined.reset(structuredClone(early.history(early.newestMs - 4_000)));
      for (const message of all.slice(cut)) joined.push(message);
      expect(seen(joined, 30_000)).toEqual(seen(whole, 30_000));
    }
  });

  it('keeps the game when its history is cut, and only what it promised of the rest', () => {
    const all = smallGame();
    const short = timelineOf(all, 3_000);
    expect(seen(short, 30_000).game).toEqual(seen(timelineOf(all), 30_000).game);
    expect(short.history(0).facts.length).toBeLessThan(all.length / 2);
  });

  it('is bounded in size however fast it is told, and the oldest goes first', () => {
    const say = messages();
    const small = makeTimeline({ rules, maxBytes: 40_000 });
    for (let i = 0; i < 2_000; i += 1)
      for (const message of [say.score(i, i, 0), say.frame(i, [body('p1', i, i, 0)], body('ball', i, 0, 0))])
        small.push(message);
    const { facts, frames } = small.history(0);
    expect([facts.length <= 44, frames.length <= 22]).toEqual([true, true]);
    expect([facts.at(-1)?.atMs, frames.at(-1)?.atMs]).toEqual([1_999, 1_999]);
    expect(small.at(1_999)).toMatchObject({ bodyCount: 1, ball: { id: 'ball' } });
    expect(home(small.at(1_999).game)).toBeNull();
  });

  it('does not let an older summary win over a newer one, even beyond its history', () => {
    const say = messages();
    const timeline = makeTimeline({ rules, historyMs: 1_000 });
    timeline.push(say.roster(0));
    for (let i = 0; i < 20; i += 1) timeline.push(say.score(i * 1_000, i, 0));
    timeline.push({ ...say.score(2_500, 99, 99) });
    expect(home(timeline.at(60_000).game)?.score).toBe(19);
  });

  it('changes its version when a figure or a fact changes, not when only places do', () => {
    const say = messages();
    const timeline = timelineOf([
      say.roster(0),
      say.clock(0, 60_050, true),
      say.frame(0, [body('p1', 0, 0, 0)]),
      say.frame(40, [body('p1', 40, 90, 0)]),
    ]);
    const first = timeline.at(10).version;
    expect(timeline.at(30).version).toBe(first);
    expect(timeline.at(130).version).toBe(first + 1);
  });

  it('equals the fold of all its facts in order of time', () => {
    const all = smallGame();
    const facts = all.filter((message): message is Fact => message.kind !== 'frame');
    expect(timelineOf(all).at(1e9).game).toEqual(foldAll(facts));
  });
});

describe('the game in a timeline', () => {
  it('remembers what a score was before it changed, also when it fell', () => {
    const say = messages();
    const timeline = timelineOf([
      say.roster(0),
      say.score(1_000, 10, 0),
      say.score(2_000, 12, 0),
      say.score(3_000, 11, 0),
    ]);
    expect(home(timeline.at(2_500).game)?.scoreChange).toEqual({ before: 10, atMs: 2_000 });
    expect(home(timeline.at(3_500).game)?.scoreChange).toEqual({ before: 12, atMs: 3_000 });
  });

  it('leaves the score to the summary while it speaks, and to events when it has gone', () => {
    const say = messages();
    const timeline = timelineOf([
      say.score(1_000, 10, 8),
      say.score(2_000, 12, 8, 'event'),
      say.score(20_000, 14, 8, 'event'),
    ]);
    expect(timeline.at(3_000).game.teams[HOME_ID]?.score).toBe(10);
    expect(timeline.at(21_000).game.teams[HOME_ID]?.score).toBe(14);
  });

  it('counts team fouls from the start of each period', () => {
    const say = messages();
    const timeline = timelineOf([
      say.roster(0),
      say.period(0, 'Q1'),
      say.stats(1_000, { team: { fouls: 4 } }),
      say.period(2_000, 'Q2'),
      say.stats(3_000, { team: { fouls: 6 } }),
    ]);
    expect(home(timeline.at(1_500).game)?.fouls).toBe(4);
    expect(home(timeline.at(2_000).game)?.fouls).toBe(0);
    expect(home(timeline.at(3_000).game)?.fouls).toBe(2);
  });

  it('does not know the fouls of a period that it joined late, until the feed gives that period itself', () => {
    const say = messages();
    const timeline = timelineOf([
      say.roster(0),
      say.period(0, 'Q3'),
      say.stats(1_000, { team: { fouls: 11 } }),
      say.stats(2_000, { period: 'Q3', team: { fouls: 3 } }),
    ]);
    expect(home(timeline.at(1_500).game)?.fouls).toBeNull();
    expect(home(timeline.at(2_500).game)?.fouls).toBe(3);
  });

  it('takes a shot away when it is deleted, and changes it when it comes again', () => {
    const say = messages();
    const timeline = timelineOf([
      say.shot(1_000, 'a'),
      say.shot(1_100, 'b'),
      say.shot(1_000, 'a', { made: false }),
      say.shot(1_100, 'b', { deleted: true }),
    ]);
    expect(Object.values(timeline.at(9_000).game.shots).map(({ id, made }) => [id, made])).toEqual([
      ['a', false],
    ]);
  });

  it('knows home and away by the roster alone', () => {
    const say = messages();
    const timeline = timelineOf([
      say.score(1_000, 3, 5),
      say.roster(2_000),
      say.roster(2_000, { teamId: AWAY_ID, side: 'away' }),
    ]);
    expect(home(timeline.at(1_500).game)).toBeNull();
    expect([home(timeline.at(2_500).game)?.score, away(timeline.at(2_500).game)?.score]).toEqual([3, 5]);
  });
});

it('another game begins with nothing of the one before: no score, no clock, no shots', () => {
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  const build = messages();
  for (const message of [
    build.roster(900),
    build.score(1_000, 50, 40),
    build.clock(1_000, 300_000, true, { shot: { remainingMs: 9_000, running: true, resolutionMs: 1_000 } }),
    build.shot(1_000, 's'),
  ])
    timeline.push(message);
  timeline.push({ ...build.period(5_000, 'Q1'), kind: 'begin' } as never);
  expect(timeline.at(4_999).clock).not.toBeNull();
  const { game, clock, shotClock } = timeline.at(5_000);
  expect([game.homeId, Object.keys(game.shots), clock, shotClock]).toEqual([null, [], null, null]);
  timeline.push(build.clock(6_000, 720_000, false));
  expect(timeline.at(6_000).clock?.text).toBe('12:00');
});
