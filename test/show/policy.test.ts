// While no feed speaks nothing is cleared or zeroed, but for what the operator wants dimmed or out; and it is back with the feed.
import { expect, it } from 'vitest';
import type { FeedStatus, MessageOf } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import type { Cue } from '../../src/show/cue.ts';
import { SeenMoment } from '../../src/show/seen-moment.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { played } from '../kit/cues.ts';
import { AWAY_ID, HOME_ID, messages } from '../kit/messages.ts';

const say = messages();
const status = (atMs: number, told: FeedStatus, feed = 'main'): MessageOf<'status'> => ({
  ...say.period(atMs, 'Q1'),
  kind: 'status',
  feed,
  status: told,
});

/** Live, then silent from 10 s on, lost at 12 s, live again at 40 s. */
function outage() {
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  for (const message of [
    status(0, 'connecting'),
    status(100, 'live'),
    say.roster(200),
    say.roster(200, { teamId: AWAY_ID, side: 'away' }),
    say.score(1_000, 50, 40),
    say.clock(1_000, 300_000, false, { shot: { remainingMs: 9_000, running: false, resolutionMs: 1_000 } }),
    status(10_000, 'stale'),
    status(12_000, 'lost'),
    status(20_000, 'connecting'),
    status(40_000, 'live'),
  ])
    timeline.push(message);
  return timeline;
}

const policy = (
  field: 'clock' | 'score' | 'shotClock',
  one: 'hold' | 'mark' | 'dim' | 'out',
  afterMs?: number,
): Cue => ({
  cue: 'policy',
  field,
  policy: one,
  ...(afterMs === undefined ? {} : { afterMs }),
});
const at = (atMs: number, ...cues: Cue[]) => new SeenMoment().of(outage().at(atMs), played(...cues));
const score = ({ game }: { game: ReturnType<typeof at>['game'] }) => game.teams[HOME_ID]?.score;

it('an outage takes nothing away and marks everything, unless something else was chosen', () => {
  const seen = at(30_000);
  expect([score(seen), seen.clock?.text, seen.shotClock?.text]).toEqual([50, '5:00', '9']);
  expect(seen.stale).toEqual({
    clock: 'mark',
    shotClock: 'mark',
    score: 'mark',
    fouls: 'mark',
    positions: 'mark',
  });
});

it.each([5_000, 41_000])('nothing is marked while the feed speaks, at %i', (atMs) => {
  expect(at(atMs).stale).toBeUndefined();
});

it('a field that is to go out goes when its time is over, counted from the first silence, and comes back with the feed', () => {
  const out = policy('clock', 'out', 15_000);
  expect(at(24_900, out).clock?.text).toBe('5:00');
  expect(at(25_000, out).clock).toBeNull();
  expect(score(at(25_000, out))).toBe(50);
  expect(at(40_000, out).clock?.text).toBe('5:00');
});

it('a score that is to go out is nobody knows what, never zero', () => {
  expect(score(at(11_000, policy('score', 'out')))).toBeNull();
});

it('a field that is held is not even marked, one that is dimmed says so', () => {
  const seen = at(30_000, policy('clock', 'hold'), policy('shotClock', 'dim'));
  expect(seen.stale).toMatchObject({ shotClock: 'dim' });
  expect(seen.stale).not.toHaveProperty('clock');
});

it('what the operator says himself is not stale', () => {
  const held: Cue = { cue: 'override', field: 'clock', value: { remainingMs: 60_000, running: false } };
  const seen = at(30_000, policy('clock', 'out'), held);
  expect(seen.clock?.text).toBe('1:00');
  expect(seen.stale).not.toHaveProperty('clock');
});

it('as long as one feed speaks there is no outage', () => {
  const timeline = outage();
  timeline.push(status(5_000, 'live', 'backup'));
  expect(new SeenMoment().of(timeline.at(30_000), played()).stale).toBeUndefined();
});

it('the version rises when the marks change, and only then', () => {
  const seen = new SeenMoment();
  const timeline = outage();
  const show = played(policy('clock', 'dim', 5_000));
  const versionAt = (atMs: number) => seen.of(timeline.at(atMs), show).version;
  const before = versionAt(13_000);
  expect(versionAt(14_000)).toBe(before);
  expect(versionAt(15_500)).toBe(before + 1);
});

it('of two feeds a field is stale whose owner is silent, and no other', () => {
  const timeline = outage();
  timeline.push({
    ...say.period(2_000, 'Q1'),
    kind: 'owners',
    fields: { positions: { feed: 'main', downMs: 1_500 } },
  });
  const seen = (atMs: number) => new SeenMoment().of(timeline.at(atMs), played());
  expect(seen(1_900).stale).toBeUndefined();
  expect(seen(2_500).stale).toEqual({ positions: 'mark' });
});
