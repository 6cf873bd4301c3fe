// A tape of LiveData's words tells the game again, as its reader told it live; and corners that are none stop nobody's show.
import { describe, expect, test } from 'vitest';
import { readCorners } from '../../../src/feeds/hudstats/calibration.ts';
import { makeReader } from '../../../src/feeds/hudstats/reader.ts';
import { makeTapeTeller } from '../../../src/feeds/tape/tell.ts';
import { FaultError } from '../../../src/game/fault.ts';
import { FIXTURE } from '../../kit/hudstats-server.ts';
import { makeListener } from '../../kit/listener.ts';

const START_MS = 1_700_000_000_000;
const about = {
  version: 2,
  feed: 'hudstats',
  words: 'hudstats',
  rules: 'nba',
  game: FIXTURE,
  writer: 'test',
  startedMs: START_MS,
} as const;

const response = (nth: number, channel: string, payload: object): string =>
  JSON.stringify({
    status: 'ok',
    publishedAt: START_MS + nth * 1_000,
    id: `m${nth}`,
    channel,
    action: 'subscribe',
    fixture: FIXTURE,
    payload: { sportName: 'NBA2K', ...payload },
  });
const foul = (nth: number) =>
  response(nth, 'incidents', {
    incident: {
      name: 'foul',
      time: 700_000 - nth,
      period: { type: 'quarter', value: 1 },
      payload: { team: 'home', type: 'personal' },
    },
  });

test('a tape tells what was told live, over a break too', () => {
  const texts = [
    '{"version":"0.38.2"}',
    response(1, 'teams', { teams: { home: { id: 'foxes' }, away: { id: 'herons' }, players: {} } }),
    response(2, 'incidents', {
      incident: { name: 'start-first-quarter', time: 720_000, period: { type: 'quarter', value: 1 } },
    }),
    foul(3),
    '{"version":"0.38.2"}',
    foul(3).replace('"m3"', '"m4"'),
    foul(5),
    response(6, 'score', { score: { home: { matchScore: 2 }, away: { matchScore: 0 } } }),
  ];
  const live = makeListener();
  const reader = makeReader({ rules: 'nba', to: live, gameId: FIXTURE });
  const teller = makeTapeTeller(about);
  const told = texts.flatMap((text, nth) => {
    const heardMs = START_MS + nth * 1_000 + 50;
    reader.hear(text, heardMs);
    return teller.tell({ topic: `hudstats/${live.heard.at(-1)?.source}`, text, heardMs, saidMs: heardMs });
  });
  expect(told.map(({ seq: _seq, ...said }) => said)).toEqual(live.said);
  expect(live.of('stats').at(-1)?.teamId).toBe('herons');
  expect(live.of('stats').at(-2)?.team).toEqual({ points: 2, fouls: 2 });
});

describe('corners', () => {
  test.each([
    ['no JSON', '{', 'no JSON'],
    ['one that is missing', '{"origin":{"x":0,"y":0},"across":{"x":1,"y":0}}', '{"origin"'],
    ['three on a line', '{"origin":{"x":0,"y":0},"across":{"x":1,"y":1},"along":{"x":2,"y":2}}', '{"origin"'],
  ])('with %s are refused with what was found', (_what, text, found) => {
    const read = () => readCorners(text, 'court.json', 'nba');
    expect(read).toThrow(FaultError);
    expect(read).toThrow(/^bad-court at court\.json/);
    expect(read).toThrow(found);
  });
});
