import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTapeTeller } from '../../../src/feeds/tape/tell.ts';
import { fold } from '../../../src/game/fold.ts';
import { noGame } from '../../../src/game/game.ts';
import { HOME, imgWords } from '../../kit/img-words.ts';
import { HEARD_MS, listen } from './read-words.ts';

describe('a list that begins with the past', () => {
  it('its actions bear the instants at which they happened, also when the statistics came first', () => {
    const { hear, listener } = listen();
    const beginMs = HEARD_MS - 3_600_000;
    const words = imgWords(beginMs);
    hear({ seqNum: 9, timestamp: new Date(HEARD_MS + 1000).toISOString(), teamActionAggregates: [] });
    hear(words.action('twoMade', { team: HOME }));
    hear(words.action('twoMade', { team: HOME }));
    expect(listener.of('shot').map(({ atMs }) => atMs - beginMs)).toEqual([1000, 2000]);
  });

  it('a match of another year is told as it arrives', () => {
    const { hear, listener } = listen();
    hear(imgWords(Date.UTC(2023, 1, 27)).action('twoMade', { team: HOME }));
    expect(listener.of('shot')[0]?.atMs).toBe(HEARD_MS + 1000);
  });

  it('a correction holds later than what it corrects, though it bears its stamp', () => {
    const { hear, listener } = listen();
    const words = imgWords(HEARD_MS - 60_000);
    const timestamp = new Date(HEARD_MS - 59_000).toISOString();
    hear(words.action('twoMade', { team: HOME, actionId: 'x', timestamp }));
    hear(words.action('twoMade', { team: HOME }));
    hear(words.action('twoMade', { team: HOME, actionId: 'x', timestamp, sendType: 'Deleted' }));
    const [, second, third] = listener.of('score').map(({ atMs }) => atMs);
    expect(third).toBeGreaterThanOrEqual(second ?? Number.NaN);
  });

  it('played back off a tape it ends in the same game', () => {
    const { hear, listener, game } = listen();
    const words = imgWords();
    for (const type of ['periodStart', 'twoMade', 'foul', 'threeMade'] as const)
      hear(words.action(type, { team: HOME }));
    const teller = makeTapeTeller({
      version: 1,
      feed: 'imgarena',
      words: 'imgarena',
      rules: 'fiba',
      writer: 'test',
      startedMs: HEARD_MS,
    });
    const facts = listener.heard.flatMap(({ source, text, heardMs }) =>
      teller.tell({ topic: `imgarena/${source}`, text, heardMs, saidMs: heardMs }),
    );
    const played = facts.reduce((state, fact) => (fact.kind === 'frame' ? state : fold(state, fact)), noGame);
    expect(played.teams[HOME.id]).toEqual(game().teams[HOME.id]);
    expect(played.teams[HOME.id]).toMatchObject({ score: 5, fouls: 1 });
  });
});

describe('whatever comes', () => {
  it('a packet of another fixture says nothing but a Fault', () => {
    const { hear, listener } = listen('another');
    hear(imgWords().action('twoMade', { team: HOME }));
    expect(listener.codes()).toEqual(['other-game']);
    expect(listener.said).toEqual([]);
    expect(listener.heard).toHaveLength(1);
  });

  it.each([
    '{"status":401}',
    '401 Unauthorized',
    '{"message":"Token expired"}',
    '{"authenticated":false}',
    'Access denied',
  ])('%s is a refusal', (text) => {
    const { hear, listener } = listen();
    expect(hear(text).refusal).toBe(text);
    expect(listener.codes()).toEqual(['provider-complains']);
  });

  it('what cannot be opened is kept for the tape, and told', () => {
    const { hear, listener } = listen();
    const deep = `{"fixtureAction":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    for (const text of ['{"fixtureAction":', '<html>', deep]) expect(hear(text).kind).toBe('unknown');
    expect(listener.codes()).toEqual(['not-json', 'not-json', 'too-large']);
    expect(listener.heard.map(({ source }) => source)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('a packet that comes twice is told once, though its trace differs', () => {
    const { hear, listener } = listen();
    const one = imgWords().action('twoMade', { team: HOME });
    expect(hear({ ...one, traceId: 'a' }).isNew).toBe(true);
    const told = listener.said.length;
    expect(hear({ ...one, traceId: 'b' }).isNew).toBe(false);
    expect(listener.said).toHaveLength(told);
  });

  it('a bad field is told with where, expected and found, and the rest counts', () => {
    const { hear, listener } = listen();
    hear(imgWords().action('twoMade', { team: HOME, period: 'first', clockTime: 'soon' }));
    expect(listener.faults).toEqual([
      { code: 'bad-field', where: 'actions.fixtureAction.period', expected: 'a number', found: '"first"' },
      {
        code: 'bad-field',
        where: 'actions.fixtureAction.clockTime',
        expected: 'a clock such as 08:02',
        found: 'soon',
      },
    ]);
    expect(listener.of('shot')).toHaveLength(1);
  });

  it('heartbeats of any form are no Fault', () => {
    const { hear, listener } = listen();
    const beats = ['heartbeat', '', '{}', '{"type":"heartbeat","count":401}', '"ping"', '17', '{"seqNum":5}'];
    for (const beat of [...beats, '{"authorised":true}', '{"error":null,"tokenExpired":false}'])
      expect(hear(beat).kind).toBe('control');
    expect(listener.faults).toEqual([]);
  });

  it('any JSON gives Messages or Faults, never an exception', () => {
    const keys = [
      'fixtureAction',
      'fixtureSummary',
      'teamActionAggregates',
      'seqNum',
      'actionId',
      'team',
      'player',
      'metadata',
      'id',
      'period',
      '__proto__',
    ];
    const inner = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(
          null,
          true,
          -1,
          1.5,
          1e300,
          '',
          'Foul',
          '2PT Made',
          '08:02',
          'Deleted',
          'constructor',
        ),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom(...keys, 'fixtureActionType', 'homeTeam', 'players', 'clockTime'),
          tie('any'),
          { maxKeys: 8 },
        ),
      ),
    }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys.slice(0, 4)), inner.any), { maxLength: 6 }),
        (parts) => {
          const { hear, listener } = listen();
          for (const [key, value] of parts) hear({ [key]: value });
          expect(listener.heard).toHaveLength(parts.length);
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });
});
