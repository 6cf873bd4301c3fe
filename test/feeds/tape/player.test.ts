// A tape is played at any rate, from any instant and backwards, and at each instant it shows what it showed when it was played straight through.
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTapeTeller } from '../../../src/feeds/tape/tell.ts';
import type { Message, Said } from '../../../src/game/message.ts';
import { rulesOf } from '../../../src/game/rules.ts';
import { type Entry, OWN_TOPICS } from '../../../src/tape/tape.ts';
import { makeTimeline, type Timeline } from '../../../src/time/timeline.ts';
import { seeded } from '../../kit/random.ts';
import { GAME_ABOUT, GAME_START_MS, gameEntries } from '../../kit/tape-disk.ts';
import { momentValue, playTape, type TapeRig } from '../../kit/tape-rig.ts';
import { tapeOf } from '../../kit/tapes.ts';

const LONG_MS = 100_000;
const entries = gameEntries(LONG_MS);
let bytes: Uint8Array;
/** All that the tape says, as its translator says it. */
let told: readonly Message[];

beforeAll(async () => {
  const cue: Entry = {
    topic: `${OWN_TOPICS}cue`,
    text: JSON.stringify({ cue: 'take', graphic: 'scorebug', revision: 1 }),
    heardMs: GAME_START_MS + 30_000,
    saidMs: GAME_START_MS + 30_000,
  };
  const all = [...entries, cue].sort((a, b) => a.heardMs - b.heardMs);
  bytes = await tapeOf(all, { about: GAME_ABOUT, each: 40 });
  const teller = makeTapeTeller(GAME_ABOUT);
  told = entries.flatMap((entry) => teller.tell(entry));
});

/** A history of all that was heard by an instant, and so long after it. */
function straight(untilMs: number): Timeline {
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  for (const message of told) if (message.heardMs <= untilMs) timeline.push(message);
  return timeline;
}

const AHEAD_MS = 2_000;
const pass = (rig: TapeRig, ms: number, stepMs = 20): void => {
  for (let done = 0; done < ms; done += stepMs) rig.time.advance(stepMs);
};
const unnumbered = ({ seq: _seq, ...said }: Message): Said => said as Said;

/** What was heard later narrows what a clock read between two ticks, and teaches how bent a way was: a breath of time, a hand's breadth. */
const near = (value: unknown, key = ''): unknown => {
  if (typeof value === 'number' && /Mm$|Mps$/.test(key)) return expect.closeTo(value, -2.5);
  if (typeof value === 'number' && /remainingMs|presence/.test(key)) return expect.closeTo(value, -2);
  if (Array.isArray(value)) return value.map((one) => near(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, near(one, name)]));
};

describe('as in life', () => {
  test('it says what its translator says, each once, in order, at the instants at which it was heard', async () => {
    const rig = await playTape(bytes);
    pass(rig, LONG_MS + 5_000, 100);
    expect(rig.said).toEqual(told.map(unnumbered));
    expect(rig.statuses).toEqual(['connecting', 'live', 'ended']);
  });

  test('on another day all of it is as if it were said now', async () => {
    const rig = await playTape(bytes, { awayMs: 86_400_000 });
    pass(rig, 40_000);
    expect(rig.seen()).toEqual(momentValue(straight(rig.tapeMs()).at(rig.tapeMs())));
    expect(rig.timeline.at(rig.time.now()).game.atMs).toBeGreaterThan(GAME_START_MS + 86_400_000);
  });
});

describe('at another rate', () => {
  test.each([50, 10, 4, 0.5, 0.1])(
    '%d times as fast nothing is lost, and nothing comes in another order',
    async (rate) => {
      const rig = await playTape(bytes, { speed: rate });
      const lastingMs = Math.min(LONG_MS - 5_000, 60_000 * rate);
      pass(rig, lastingMs / rate + 200, rate < 1 ? 200 : 20);
      const heard = told.filter(({ heardMs }) => heardMs <= rig.tapeMs() + AHEAD_MS);
      expect(rig.said).toEqual(heard.map(unnumbered));
      expect(rig.jumps()).toBe(0);
      expect(rig.seen()).toEqual(momentValue(straight(rig.tapeMs() + AHEAD_MS).at(rig.tapeMs())));
    },
  );

  test('its position is that of the clock, times the rate', async () => {
    const rig = await playTape(bytes, { speed: 4 });
    rig.time.advance(5_000);
    expect(rig.tapeMs()).toBe(rig.info().fromMs + 20_000);
    rig.order({ do: 'rate', rate: 0.25 });
    rig.time.advance(4_000);
    expect(rig.tapeMs()).toBe(rig.info().fromMs + 21_000);
  });
});

describe('sent elsewhere', () => {
  test('it shows at any instant what it shows there when it is played straight through', async () => {
    const rig = await playTape(bytes);
    rig.order({ do: 'pause' });
    const random = seeded(11);
    for (let nth = 0; nth < 12; nth += 1) {
      const toMs = GAME_START_MS + 1_000 + Math.round(random() * (LONG_MS - 5_000));
      expect(rig.order({ do: 'seek', to: toMs })).toBeNull();
      expect(rig.tapeMs()).toBe(toMs);
      expect(rig.seen()).toEqual(near(momentValue(straight(toMs + AHEAD_MS).at(toMs))));
    }
  });

  test('and goes on from there as if it had never been elsewhere', async () => {
    const rig = await playTape(bytes);
    pass(rig, 3_000);
    rig.order({ do: 'seek', to: GAME_START_MS + 70_000 });
    pass(rig, 20_000);
    const toMs = GAME_START_MS + 90_000;
    expect(rig.seen()).toEqual(near(momentValue(straight(toMs).at(toMs))));
    const since = told.filter(({ heardMs }) => heardMs > GAME_START_MS + 70_000 && heardMs <= toMs);
    expect(rig.said.map(({ kind }) => kind)).toEqual(since.map(({ kind }) => kind));
  });

  test('played on after a pause, what comes is of now again', async () => {
    const rig = await playTape(bytes);
    pass(rig, 20_000);
    rig.order({ do: 'pause' });
    const pausedMs = rig.tapeMs();
    pass(rig, 60_000);
    expect(rig.tapeMs()).toBe(pausedMs);
    rig.order({ do: 'play' });
    expect(rig.info().course).toMatchObject({ rate: 1, gameMs: rig.time.now(), sinceMs: rig.time.now() });
    pass(rig, 5_000);
    expect(rig.tapeMs()).toBe(pausedMs + 5_000);
    expect(rig.said.every(({ heardMs }) => heardMs <= rig.time.now())).toBe(true);
    expect(rig.seen()).toEqual(near(momentValue(straight(rig.tapeMs()).at(rig.tapeMs()))));
  });

  test('by the game clock, after its beginning, before its end; and says why not', async () => {
    const rig = await playTape(bytes);
    rig.order({ do: 'pause' });
    expect(rig.order({ do: 'seek', to: 'Q1 11:20' })).toBeNull();
    expect(rig.timeline.at(rig.tapeMs() + rig.info().offsetMs).clock?.text).toBe('11:20');
    expect(rig.order({ do: 'seek', to: '+1:10' })).toBeNull();
    expect(rig.tapeMs()).toBe(rig.info().fromMs + 70_000);
    expect(rig.order({ do: 'seek', to: '-10s' })).toBeNull();
    expect(rig.tapeMs()).toBe(rig.info().toMs - 10_000);
    const here = rig.info();
    expect(rig.order({ do: 'seek', to: 'Q3 4:12' })).toMatchObject({ code: 'transport-refused' });
    expect(rig.order({ do: 'seek', to: 'noon' })).toMatchObject({ found: 'noon' });
    expect(rig.info()).toEqual(here);
  });

  test('event by event, forwards and backwards', async () => {
    const rig = await playTape(bytes);
    rig.order({ do: 'pause' });
    const { events } = rig.feed.transport.outline();
    const places = events.map(({ atMs }) => atMs - 2_000).filter((atMs) => atMs > rig.info().fromMs + 1);
    expect(places.length).toBeGreaterThan(2);
    const seen: number[] = [];
    while (rig.order({ do: 'event', by: 1 }) === null) seen.push(rig.tapeMs());
    expect(seen).toEqual([...new Set(places)]);
    rig.order({ do: 'event', by: -1 });
    expect(rig.tapeMs()).toBe(seen.filter((atMs) => atMs < (seen.at(-1) ?? 0) - 1_000).at(-1));
  });

  test('picture by picture, forwards and backwards', async () => {
    const rig = await playTape(bytes);
    pass(rig, 50_000);
    rig.order({ do: 'step', frames: 0 });
    const fromMs = rig.tapeMs();
    rig.order({ do: 'step', frames: 3, fps: 50 });
    expect([rig.tapeMs(), rig.info().status]).toEqual([fromMs + 60, 'paused']);
    rig.order({ do: 'step', frames: -1 });
    expect(rig.tapeMs()).toBe(fromMs + 20);
    expect(rig.jumps()).toBe(0);
    expect(rig.seen()).toEqual(momentValue(straight(rig.tapeMs() + AHEAD_MS + 60).at(rig.tapeMs())));
  });
});

describe('backwards', () => {
  test.each([-1, -8, -50])('at %d it shows at each instant what stood there', async (rate) => {
    const rig = await playTape(bytes);
    rig.order({ do: 'pause' });
    rig.order({ do: 'seek', to: GAME_START_MS + 90_000 });
    rig.order({ do: 'play', rate });
    for (let nth = 0; nth < 4; nth += 1) {
      pass(rig, 18_000 / -rate, 10);
      const toMs = rig.tapeMs();
      expect(rig.seen()).toEqual(near(momentValue(straight(toMs + AHEAD_MS).at(toMs))));
    }
    expect(rig.tapeMs()).toBeLessThan(GAME_START_MS + 20_000);
    pass(rig, 30_000 / -rate + 100, 10);
    expect([rig.tapeMs(), rig.info().status]).toEqual([rig.info().fromMs, 'paused']);
  });
});

describe('between marks', () => {
  test('it goes round and round, and on when the loop is taken off', async () => {
    const rig = await playTape(bytes);
    const [inMs, outMs] = [GAME_START_MS + 60_000, GAME_START_MS + 63_000];
    rig.order({ do: 'mark', which: 'in', atMs: inMs });
    rig.order({ do: 'mark', which: 'out', atMs: outMs });
    rig.order({ do: 'loop', on: true });
    rig.order({ do: 'seek', to: inMs });
    for (let nth = 0; nth < 50; nth += 1) {
      pass(rig, 200, 10);
      expect(rig.tapeMs()).toBeGreaterThanOrEqual(inMs);
      expect(rig.tapeMs()).toBeLessThanOrEqual(outMs);
    }
    expect(rig.jumps()).toBeGreaterThanOrEqual(4);
    rig.order({ do: 'loop', on: false });
    pass(rig, 6_000);
    expect(rig.tapeMs()).toBeGreaterThan(outMs);
  });

  test('the mark that was set last holds where both cannot', async () => {
    const rig = await playTape(bytes);
    rig.order({ do: 'mark', which: 'out', atMs: GAME_START_MS + 20_000 });
    rig.order({ do: 'mark', which: 'in', atMs: GAME_START_MS + 50_000 });
    expect(rig.info()).toMatchObject({ inMs: GAME_START_MS + 50_000, outMs: null });
    rig.order({ do: 'mark', which: 'in', atMs: null });
    expect(rig.info()).toMatchObject({ inMs: null, outMs: null });
  });
});

test('at its end it stands on its last instant, and is played again from its beginning', async () => {
  const rig = await playTape(bytes);
  rig.order({ do: 'seek', to: '-3s' });
  pass(rig, 4_000);
  expect([rig.info().status, rig.tapeMs(), rig.statuses.at(-1)]).toEqual(['ended', rig.info().toMs, 'ended']);
  pass(rig, 10_000);
  expect(rig.tapeMs()).toBe(rig.info().toMs);
  rig.order({ do: 'play' });
  expect([rig.info().status, rig.tapeMs(), rig.statuses.at(-1)]).toEqual([
    'playing',
    rig.info().fromMs,
    'live',
  ]);
});

test('its outline has the score, the periods, what happened and what the operator did', async () => {
  const rig = await playTape(bytes);
  const outline = rig.feed.transport.outline();
  const last = straight(Number.POSITIVE_INFINITY).at(GAME_START_MS + LONG_MS).game;
  const scores = [last.teams[last.homeId ?? '']?.score, last.teams[last.awayId ?? '']?.score];
  expect([outline.scores.at(-1)?.home, outline.scores.at(-1)?.away]).toEqual(scores);
  expect(outline.periods.map(({ period }) => period)).toContain('Q1');
  expect(outline.events.some(({ kind }) => kind === 'basket')).toBe(true);
  expect(outline.cues).toEqual([{ atMs: GAME_START_MS + 30_000, words: 'take scorebug' }]);
  expect(outline.readMs).toBe(rig.info().toMs);
});
