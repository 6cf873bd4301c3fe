// What the log and the table of fields tell: who, when, by which clock, and from where each value is.
import { describe, expect, test } from 'vitest';
import { startRelay } from '../kit/relay-rig.ts';
import { json, logOf, TAKE, tellScore } from './cue-words.ts';

describe('the log', () => {
  test('tells cues, refusals and Faults with who, the time and the game clock', async () => {
    const rig = await startRelay();
    const at = { atMs: rig.time.now(), heardMs: rig.time.now() };
    rig.feed.say.message({
      kind: 'clock',
      witness: 'official',
      ...at,
      period: 'Q3',
      game: { remainingMs: 95_500, running: false, resolutionMs: 100 },
    });
    await rig.cue({ ...TAKE, by: 'Ana' });
    await rig.cue({ ...TAKE, graphic: 'ghost', by: 'Ben' });
    rig.feed.say.fault({ code: 'odd-words', where: 'clock', expected: 'a number', found: 'x' });
    rig.feed.say.fault({ code: 'odd-words', where: 'clock', expected: 'a number', found: 'y' });
    const game = { period: 'Q3', remainingMs: 95_500, clock: '1:35', atMs: rig.time.now() };
    expect(await logOf(rig)).toMatchObject([
      { n: 1, kind: 'cue', by: 'Ana', revision: 1, cue: TAKE, ...game },
      { n: 2, kind: 'refusal', by: 'Ben', revision: null, fault: { where: 'graphic' }, ...game },
      { n: 3, kind: 'fault', by: null, times: 2, fault: { code: 'odd-words' }, ...game },
    ]);
    expect((await json(rig.get('/api/v1/log?since=2'))).entries).toHaveLength(1);
  });

  test('tells how the feed stands when that has changed, not whenever it is said', async () => {
    const rig = await startRelay();
    for (const status of ['live', 'live', 'stale', 'stale', 'live'] as const) rig.feed.say.status(status);
    const told = await logOf(rig);
    expect(told.map(({ what }) => what)).toEqual(['script: live', 'script: stale', 'script: live']);
  });

  test('is a table too, in which nothing is a formula', async () => {
    const rig = await startRelay();
    await rig.cue({ ...TAKE, by: '=1+1' });
    const response = await rig.get('/api/v1/log?format=csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, line] = (await response.text()).split('\r\n');
    expect(head).toBe('n,time,period,clock,kind,by,revision,times,what');
    expect(line).toBe(
      `1,${new Date(rig.time.now()).toISOString()},,,cue,'=1+1,1,1,"take graphic ""scorebug"""`,
    );
  });

  test.each(['since=x', 'format=xml'])('does not know ?%s', async (query) => {
    const rig = await startRelay();
    expect((await rig.get(`/api/v1/log?${query}`)).status).toBe(422);
  });
});

test('each field is told with feed, operator and age', async () => {
  const rig = await startRelay();
  tellScore(rig, 61);
  rig.time.advance(1_000);
  await rig.cue({ cue: 'override', field: 'home.score', value: 62, by: 'Ana' });
  expect(await json(rig.get('/api/v1/fields'))).toMatchObject({
    revision: 1,
    fields: {
      'home.score': {
        feed: { value: 61, atMs: rig.time.now() - 1_000 },
        operator: { value: 62, by: 'Ana' },
        shown: 'operator',
      },
    },
  });
});
