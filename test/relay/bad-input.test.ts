// Whatever a provider sends, through the real feed and the real relay: it is told as a Fault, nothing on air changes, and the reader goes on.
import { describe, expect, test } from 'vitest';
import { ERROR_PAGE } from '../../src/emulator/rest.ts';
import type { Fact } from '../../src/game/message.ts';
import { type LiveRig, startLive } from '../kit/live-rig.ts';
import { AWAY_TEAM, clockOf, HOME_TEAM, locationOf, summaryOf } from '../kit/summary-of.ts';

const T0 = 1_700_000_000_000;

const isScore =
  (home: number) =>
  (fact: Fact): boolean =>
    fact.kind === 'score' &&
    fact.scores.some(({ teamId, points }) => teamId === String(HOME_TEAM) && points === home);

/** A game under way: 2 to 0, ten minutes to go. */
async function underWay(): Promise<LiveRig> {
  const rig = await startLive();
  rig.server.say('broadcastsummary', summaryOf(2, 0, T0));
  rig.server.say('clock', clockOf());
  await rig.fact(isScore(2));
  await rig.fact(({ kind }) => kind === 'clock');
  return rig;
}

const inEnvelope = (source: string, data: unknown): string => JSON.stringify({ type: 'data', source, data });
/** JSON that holds the word `NaN`, as some languages print it. */
const withNaN = (text: string): string => text.replace('"NOT A NUMBER"', 'NaN');

type Bad = readonly [name: string, text: string, told: RegExp];

/** Words that say nothing at all that could be used. */
const USELESS: readonly Bad[] = [
  [
    'truncated JSON',
    inEnvelope('clock', clockOf({ min: '09' })).slice(0, -9),
    /^not-json at message: expected JSON, found \d+ characters/,
  ],
  ['an HTML error page', ERROR_PAGE, /^not-json at message: expected JSON, found a page of markup/],
  ['a bare number', '42', /at message: expected .*object.*, found/],
  ['a list', '[1,2,3]', /at message: expected .*object.*, found/],
  ['an empty text', '', /^not-json at message: expected JSON/],
  [
    'a source that nobody knows',
    inEnvelope('heartrate', { bpm: 99 }),
    /^unknown-source at message\.source: expected .*, found "heartrate"/,
  ],
  [
    'a message of 2 MB',
    inEnvelope('clock', clockOf({ controllerId: 'x'.repeat(2_000_000) })),
    /^too-large at .*: expected at most .*, found/,
  ],
  [
    'a message 100,000 deep',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    /^(too-large|not-json) at message: expected .*, found/,
  ],
  [
    'a clock whose minutes are a list',
    inEnvelope('clock', clockOf({ min: [1] })),
    /at clock\.min: expected .*, found/,
  ],
  [
    'a clock of 99 minutes',
    inEnvelope('clock', clockOf({ min: '99' })),
    /at clock\.min: expected at most 60 minutes, found/,
  ],
  [
    'a summary whose stats are a word',
    inEnvelope('broadcastsummary', { at: T0 + 1, game_stats: 'none' }),
    /at broadcastsummary\.game_stats: expected .*, found/,
  ],
  [
    'places that are a word',
    inEnvelope('location', { locations: 'here' }),
    /at location\.locations: expected .*, found/,
  ],
  ['data that is null', inEnvelope('location', null), /at location: expected .*, found/],
];

const since = ({ page }: LiveRig) => ({ facts: page.facts().length, frames: page.frames().length });

/** Says the next thing that is right, and waits until the page has it: whatever came before has then come too. */
async function goOn(rig: LiveRig, from: number): Promise<void> {
  rig.server.say('broadcastsummary', summaryOf(4, 0, T0 + 2_000));
  await rig.fact(isScore(4), from);
}

describe('what says nothing usable', () => {
  test.each(USELESS)('%s is told, changes nothing, and is passed by', async (_, text, told) => {
    const rig = await underWay();
    const before = since(rig);
    rig.server.sayRaw(text);
    await goOn(rig, before.facts);
    const later = rig.page.facts().slice(before.facts);
    expect(later.map(({ kind }) => kind)).not.toContain('clock');
    expect(later.filter(({ kind }) => kind === 'score')).toHaveLength(1);
    expect(rig.page.frames()).toHaveLength(before.frames);
    expect(rig.lines.filter((line) => told.test(line))).toHaveLength(1);
  });

  test('bytes that are no text are told and passed by', async () => {
    const rig = await underWay();
    const before = since(rig);
    rig.server.sayRaw(Uint8Array.from([0xff, 0xfe, 0x00, 0x80, 0x7b]));
    await goOn(rig, before.facts);
    expect(rig.page.frames()).toEqual([]);
    expect(rig.lines.some((line) => /at message: expected .*, found/.test(line))).toBe(true);
  });

  test('the state a panel reads is the same after all of them as before', async () => {
    const rig = await underWay();
    const { at: _, feed: _feed, ...before } = (await rig.get('/api/v1/state')) as Record<string, unknown>;
    for (const [, text] of USELESS) rig.server.sayRaw(text);
    await rig.fact(isScore(4), (rig.server.say('broadcastsummary', summaryOf(4, 0, T0 + 2_000)), 0));
    const after = (await rig.get('/api/v1/state')) as { home: { score: number } };
    expect(after.home.score).toBe(4);
    expect(after).toMatchObject({ ...before, home: { ...(before.home as object), score: 4 } });
  });
});

describe('what is wrong in a part', () => {
  test.each([
    ['null', { 3: { x: null } }],
    ['NaN', { 3: { y: 'NOT A NUMBER' } }],
    ['a word', { 3: { x: 'left' } }],
    ['missing', { 3: { x: undefined } }],
    ['three kilometres away', { 3: { y: 3e6 } }],
  ])('a player whose coordinate is %s is left out, the other nine and the ball stay', async (_, change) => {
    const rig = await underWay();
    rig.server.sayRaw(withNaN(inEnvelope('location', locationOf(T0 + 100, change))));
    const { frame } = await rig.page.heard('frame');
    expect(rig.page.frames()[0]?.bodies.map(({ id }) => id)).not.toContain('4814');
    expect(rig.page.frames()[0]?.bodies).toHaveLength(9);
    expect(frame[4]).not.toBe(0);
    expect(
      rig.lines.some(
        (line) => / at location(\.locations\[3\]|:)/.test(line) || line.startsWith('not-a-number'),
      ),
    ).toBe(true);
  });

  test('a score that is a word leaves that team’s score as it was, and the other’s goes on', async () => {
    const rig = await underWay();
    const words = summaryOf(9, 3, T0 + 1_000);
    Object.assign(words.game_stats.home.team, { PTS: 'many' });
    rig.server.say('broadcastsummary', words);
    await rig.fact(
      (fact) =>
        fact.kind === 'score' &&
        fact.scores.some(({ teamId, points }) => teamId === String(AWAY_TEAM) && points === 3),
    );
    const state = (await rig.get('/api/v1/state')) as { home: { score: number }; away: { score: number } };
    expect([state.home.score, state.away.score]).toEqual([2, 3]);
    expect(
      rig.lines.some((line) =>
        / at broadcastsummary\.game_stats\.home\.team\.PTS: expected .*, found "many"/.test(line),
      ),
    ).toBe(true);
  });
});

describe('the wire itself', () => {
  const REFUSED = /^token-refused at token: expected a token that the provider accepts, found /;
  test.each([
    ['status', REFUSED],
    ['close', REFUSED],
    ['page', /^handshake-refused at --url: expected .*, found .*502/],
  ] as const)(
    'a connection refused by a %s is told, the picture stays, and the feed comes back when it may',
    async (how, told) => {
      const rig = await underWay();
      const before = since(rig);
      rig.server.refuseBy(how);
      rig.server.expire(rig.token);
      rig.server.cut();
      await rig.line(/^feed shottracker: lost/);
      await rig.pass(1_000);
      await rig.line(told);
      expect(await rig.get('/api/v1/state')).toMatchObject({ home: { score: 2 }, clock: { text: '10:00' } });
      rig.server.admit(rig.token);
      await rig.pass(30_000);
      await rig.server.whenOpened(2);
      await goOn(rig, before.facts);
      expect(rig.lines.join('\n')).not.toContain(rig.token);
    },
  );

  test('a message cut in two is passed by, and the stream goes on from where it was', async () => {
    const rig = await underWay();
    rig.server.say('chart', {
      eid: 'shot-1',
      t: T0,
      pid: '4811',
      tid: String(HOME_TEAM),
      st: 'MAKE',
      is3: false,
      px: 0,
      py: 11_000,
      hx: 0,
      hy: 12_700,
      z: 1,
      prd: 'Q1',
    });
    await rig.fact(({ kind }) => kind === 'shot');
    rig.server.cut();
    await rig.line(/^feed shottracker: lost/);
    await rig.pass(1_000);
    await rig.server.whenOpened(2);
    expect(rig.server.sessions[1]?.query.get('last_seq')).toBe('1');
    await goOn(rig, 0);
    expect(rig.page.facts().filter(({ kind }) => kind === 'shot')).toHaveLength(1);
  });
});
