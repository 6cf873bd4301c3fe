import { describe, expect, it } from 'vitest';
import { MAX_ASKS } from '../../../src/feeds/shottracker/sequence.ts';
import { messageSchema } from '../../../src/game/message.ts';
import { body, box, hearing, NOW, shot, summaryOf, tick } from './hearing.ts';

describe('words', () => {
  it.each([
    ['good ones', JSON.stringify({ type: 'data', source: 'clock', data: tick() }), 'clock'],
    ['truncated ones', '{"type":"data","sour', 'unknown'],
    ['those of a source nobody knows', '{"type":"data","source":"weather","data":{}}', 'unknown'],
    ['a pong', 'pong', 'control'],
  ])('%s go to the tape as they came', (_, text, source) => {
    const { raw, heard } = hearing();
    raw(text);
    expect(heard).toEqual([{ source, text, heardMs: NOW }]);
  });

  it("bear the provider's own stamp where there is one", () => {
    const { hear, heard } = hearing();
    hear('location', { locations: [body(NOW - 90)] });
    expect(heard[0]?.saidMs).toBe(NOW - 90);
  });

  it('of a bad kind change nothing, and the reader goes on', () => {
    const { raw, hear, said, codes } = hearing();
    raw('<html>');
    raw('{"type":"data","source":"weather","data":{}}');
    hear('clock', null);
    hear('location', 7);
    expect(said).toEqual([]);
    expect(codes()).toEqual(['not-json', 'unknown-source', 'bad-field', 'bad-field']);
    hear('clock', tick());
    expect(said).toHaveLength(1);
  });
});

describe('stamps', () => {
  it('nothing is true later than it was heard', () => {
    const { hear, said } = hearing();
    hear('location', { locations: [body(NOW + 5_000)] });
    hear('chart', shot({ t: NOW + 60_000 }), 1);
    expect(said.map(({ atMs }) => atMs <= NOW)).toEqual([true, true]);
  });

  it('positions of a clock that is an hour behind are laid on ours, body by body', () => {
    const { hear, of, after, now } = hearing();
    const behind = 3_600_000;
    for (let i = 0; i < 10; i += 1) {
      after(40);
      hear('location', {
        locations: [{ ...body(now() - behind - 30) }, { ...body(now() - behind - 20), pid: 8 }],
      });
    }
    const last = of('frame').at(-1);
    expect(last?.atMs).toBe(now());
    expect(last?.bodies.map(({ atMs }) => atMs - now())).toEqual([-10, 0]);
  });

  it('events bear the clock of the positions', () => {
    const { hear, of } = hearing();
    hear('location', { locations: [body(NOW - 3_600_000)] });
    hear('chart', shot({ t: NOW - 3_600_000 - 8_000 }), 1);
    expect(of('shot')[0]?.atMs).toBe(NOW - 8_000);
  });

  it('an event of the first quarter that is replayed now was true then', () => {
    const { hear, of } = hearing();
    hear('chart', shot({ t: NOW - 2_400_000 }), 1);
    expect(of('shot')[0]?.atMs).toBe(NOW - 2_400_000);
  });

  it('a clock tick is true when it is heard', () => {
    const { hear, of } = hearing();
    hear('clock', tick());
    expect(of('clock')[0]).toMatchObject({ atMs: NOW, heardMs: NOW });
  });

  it('bodies without a stamp are where they are when they are heard', () => {
    const { hear, of } = hearing();
    hear('location', { locations: [{ ...body(0), t: null }] });
    expect(of('frame')[0]).toMatchObject({ atMs: NOW, bodies: [{ atMs: NOW }] });
  });

  it('a correction that bears the stamp of what it corrects still holds after it', () => {
    const { hear, of, after } = hearing();
    hear('boxscorestatsv2', box({ t: NOW - 1_000, totalStats: { PTS: 10 } }), 1);
    hear('boxscorestatsv2', box({ eid: 'e2', t: NOW - 500, totalStats: { PTS: 12 } }), 2);
    after(1_000);
    hear(
      'boxscorestatsv2',
      box({ t: NOW - 1_000, classification: 'DELETED_TWO_POINT_MAKE', totalStats: { PTS: 10 } }),
      3,
    );
    const stats = of('stats');
    expect(stats.map(({ atMs }) => atMs - NOW)).toEqual([-1_000, -500, -500]);
    expect(stats.at(-1)?.players[0]?.line.points).toBe(10);
  });
});

describe('the sequence', () => {
  it('a message that was heard before has no effect', () => {
    const { hear, said, codes } = hearing();
    hear('chart', shot(), 1);
    const before = said.length;
    hear('chart', shot({ st: 'MISS' }), 1);
    expect([said.length, codes()]).toEqual([before, []]);
  });

  it('a gap is told, and worth asking for', () => {
    const { hear, reader, faults } = hearing();
    hear('chart', shot(), 1);
    hear('chart', shot({ eid: 'e9' }), 4);
    expect(faults).toEqual([{ code: 'gap', where: 'message.seq', expected: 'seq 2', found: 'seq 4' }]);
    expect([reader.worthResuming, reader.resumeFrom]).toEqual([true, 1]);
  });

  it('what answer after answer does not bring is told as lost, and asked for no more', () => {
    const { hear, reader, codes, faults } = hearing();
    hear('chart', shot(), 1);
    hear('chart', shot({ eid: 'e9' }), 4);
    for (let asks = 0; asks < MAX_ASKS; asks += 1) {
      expect(codes()).toEqual(['gap']);
      reader.resumed();
      hear('chart', shot({ eid: 'e9' }), 4);
    }
    expect(faults.at(-1)).toMatchObject({ code: 'lost', expected: 'seq 2 to 3' });
    expect([reader.worthResuming, reader.resumeFrom]).toEqual([false, 4]);
  });

  it('words that cannot be read are asked for, unless they are of a source without numbers', () => {
    const { hear, reader } = hearing();
    hear('chart', shot(), 1);
    reader.hear('{"type":"data","source":"clock","da', NOW);
    expect(reader.worthResuming).toBe(false);
    reader.hear('{"type":"data","source":"chart","da', NOW);
    expect([reader.worthResuming, reader.resumeFrom]).toEqual([true, 1]);
  });

  it('without all sources a gap is natural', () => {
    const { hear, reader, codes } = hearing({ sources: ['chart', 'clock'] });
    hear('chart', shot(), 1);
    hear('chart', shot({ eid: 'e9' }), 4);
    expect([codes(), reader.worthResuming]).toEqual([[], false]);
  });

  it('an older total that comes late does not win', () => {
    const { hear, of } = hearing();
    hear('boxscorestatsv2', box({ totalStats: { PTS: 10 } }), 1);
    hear('boxscorestatsv2', box({ eid: 'e3', totalStats: { PTS: 14 } }), 3);
    hear('boxscorestatsv2', box({ eid: 'e2', totalStats: { PTS: 12 } }), 2);
    expect(of('stats').map(({ players }) => players[0]?.line.points)).toEqual([10, 14]);
    expect(of('play').map(({ id }) => id)).toEqual(['e1', 'e3', 'e2']);
  });

  it('a source without a sequence does not count, though it bears a number', () => {
    const { hear, reader } = hearing();
    hear('clock', tick(), 9_999);
    expect(reader.resumeFrom).toBeNull();
  });
});

describe('plays', () => {
  it("the row of the team does not replace its player's play", () => {
    const { hear, of } = hearing();
    hear('boxscorestatsv2', box(), 1);
    hear('boxscorestatsv2', box({ act: 'TEAM', pid: null, totalStats: { PTS: 40 } }), 2);
    expect(of('play').map(({ playerId }) => playerId)).toEqual(['7']);
    expect(of('stats').at(-1)).toMatchObject({ team: { points: 40 } });
  });
});

describe('the game asked for', () => {
  it.each([
    ['chart', shot({ gid: 'other' })],
    ['clock', tick({ gid: 'other' })],
    ['marker', { t: NOW, gameId: 'other', status: 'X' }],
    ['possessions', { possession: { gameId: 'other', teamId: 1 } }],
  ])('%s of another is refused', (source, data) => {
    const { hear, said, faults } = hearing({ gameId: 'g' });
    expect(hear(source, data, 1)).toBeNull();
    expect(said).toEqual([]);
    expect(faults).toEqual([{ code: 'other-game', where: source, expected: 'game g', found: 'game other' }]);
  });

  it('messages that name none are of it', () => {
    const { hear, said } = hearing({ gameId: 'g' });
    hear('location', { locations: [body(NOW)] });
    expect(said).toHaveLength(1);
  });
});

describe('when words are due', () => {
  it('while the clock runs and has something left', () => {
    const { hear, reader } = hearing();
    expect(reader.expectsWords(NOW)).toBe(false);
    hear('clock', tick({ min: '0', sec: '02' }));
    expect([reader.expectsWords(NOW + 1_900), reader.expectsWords(NOW + 2_100)]).toEqual([true, false]);
    hear('clock', tick({ state: 'STOPPED' }));
    expect(reader.expectsWords(NOW)).toBe(false);
  });

  it('by the clock that rides on the positions, where there is no other', () => {
    const { hear, reader } = hearing();
    hear('location', { gcms: 5_000, cr: true, locations: [] });
    expect(reader.expectsWords(NOW + 1_000)).toBe(true);
  });
});

describe('what the provider complains of', () => {
  it.each([
    ['{"type":"error","message":"Invalid token"}', true],
    ['{"error":"Unauthorized"}', true],
    ['{"type":"error","code":401}', true],
    ['{"type":"error","message":"too many requests"}', false],
  ])('%s is a Fault; of our token: %s', (text, refused) => {
    const { raw, codes } = hearing();
    expect(raw(text)?.refusal !== undefined).toBe(refused);
    expect(codes()).toEqual(['provider-complains']);
  });

  it.each(['{"type":"pong"}', '{"type":"connected"}', '{"type":"stats","data":{"a":1}}'])(
    '%s is no complaint',
    (text) => {
      const { raw, codes } = hearing();
      expect(raw(text)).toEqual({ source: 'control', isControl: true });
      expect(codes()).toEqual([]);
    },
  );
});

it('everything said is a Message', () => {
  const { hear, said } = hearing();
  hear(
    'broadcastsummary',
    summaryOf(80, 78, {}, { shots: [{ DISPLAY: '1/2', R: 1, G: 2, B: 3 }], OVERALL_PPP: 1 }),
  );
  hear('boxscorestatsv2', box({ classification: 'DELETED_TWO_POINT_MAKE' }), 1);
  hear('chart', shot({ px: 0, py: 9_000, hx: 0, hy: 12_700, z: 7 }), 2);
  hear('possessions', { possession: { teamId: 1, startTimestamp: NOW } }, 3);
  hear('lineupstats', { tid: 1, stats: { PPP: 1 }, players: [1] }, 4);
  hear('clock', tick());
  hear('location', { gcms: 1, period: 'Q1', locations: [body(NOW)] });
  expect(new Set(said.map(({ kind }) => kind))).toEqual(
    new Set(['period', 'roster', 'score', 'stats', 'zones', 'play', 'shot', 'possession', 'clock', 'frame']),
  );
  for (const one of said) expect(messageSchema.safeParse({ ...one, seq: 1 }).error).toBeUndefined();
});
