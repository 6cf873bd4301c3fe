// Cues as several hands send them: once each, for the state they were meant for, at a bounded rate, told in the log; and what goes by itself.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AGREEMENT_LOOK_MS, AGREEMENT_MARGIN_MS } from '../../src/relay/agreement.ts';
import { ANSWERS_KEPT_MS } from '../../src/relay/answered.ts';
import type { LogEntry } from '../../src/relay/log.ts';
import type { RelayOptions } from '../../src/relay/relay-options.ts';
import { makeShowFile, SHOW_FILE } from '../../src/relay/show-file.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import { HOME_ID } from '../kit/messages.ts';
import { openPage } from '../kit/page.ts';
import { GRAPHICS, type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';

const json = async (response: Response | Promise<Response>) =>
  (await (await response).json()) as Record<string, unknown>;
const TAKE = { cue: 'take', graphic: 'scorebug' };

function tellScore({ feed, time }: RelayRig, points: number): void {
  const at = { atMs: time.now(), heardMs: time.now() };
  feed.say.message({
    kind: 'roster',
    ...at,
    teamId: HOME_ID,
    side: 'home',
    code: 'HOM',
    name: 'Home',
    players: [],
  });
  feed.say.message({ kind: 'score', from: 'summary', ...at, scores: [{ teamId: HOME_ID, points }] });
}

async function showOf({ port }: RelayRig, role: 'desk' | 'output' = 'desk'): Promise<Show> {
  const page = await openPage(port, { role });
  const { show } = await page.snapshot();
  page.socket.terminate();
  return show;
}

const logOf = async (rig: RelayRig) => (await json(rig.get('/api/v1/log'))).entries as readonly LogEntry[];

describe('a cue for a state that is no more', () => {
  test('is refused and says which it was meant for, and which there is', async () => {
    const rig = await startRelay();
    await rig.cue(TAKE);
    const late = await rig.cue({ cue: 'out', graphic: 'scorebug', ifRevision: 0 });
    expect(late.status).toBe(409);
    expect(await json(late)).toMatchObject({ fault: { code: 'stale-revision', expected: '0', found: '1' } });
    expect((await rig.cue({ cue: 'out', graphic: 'scorebug', ifRevision: 1 })).status).toBe(200);
  });
});

test("an observer's desk changes nothing, whatever its cues say of themselves, until an operator sits there", async () => {
  const rig = await startRelay();
  const seat = { page: 'desk-1', role: 'observer', who: 'Guest' } as const;
  const desk = await openPage(rig.port, { role: 'desk', name: 'desk', seat });
  await desk.snapshot();
  const other = await openPage(rig.port, {
    role: 'desk',
    seat: { page: 'desk-2', role: 'operator', who: 'Ana' },
  });
  await other.snapshot();
  expect((await rig.cue({ ...TAKE, page: 'desk-1', role: 'operator' })).status).toBe(409);
  expect((await rig.cue({ ...TAKE, page: 'desk-1' })).status).toBe(409);
  expect((await showOf(rig)).revision).toBe(0);
  expect((await rig.cue({ ...TAKE, page: 'desk-2' })).status).toBe(200);
  desk.send({ type: 'sit', seat: { ...seat, role: 'operator' } });
  await desk.beat(null);
  expect((await rig.cue({ ...TAKE, page: 'desk-1' })).status).toBe(200);
});

test('every desk is told who sits at the others, and in which role; what pages call themselves is told to nobody', async () => {
  const rig = await startRelay();
  await openPage(rig.port, { role: 'desk', seat: { page: 'desk-1', role: 'observer', who: 'Guest' } });
  const second = await openPage(rig.port, {
    role: 'desk',
    seat: { page: 'desk-2', role: 'operator', who: 'Ana' },
  });
  const { health } = await second.snapshot();
  expect(health.outputs.map(({ seat }) => seat)).toEqual([{ role: 'observer', who: 'Guest' }]);
  expect(JSON.stringify(second.downs)).not.toContain('desk-1');
});

test('an observer changes nothing', async () => {
  const rig = await startRelay();
  const answer = await rig.cue({ ...TAKE, by: 'Guest', role: 'observer' });
  expect([answer.status, await json(answer)]).toMatchObject([409, { fault: { where: 'role' } }]);
  expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 0 });
});

test('two that add to a score at once add twice', async () => {
  const rig = await startRelay();
  tellScore(rig, 61);
  rig.time.advance(10);
  await Promise.all(
    [1, 2].map((n) => rig.cue({ cue: 'override', field: 'home.score', add: 1, by: `op${n}` })),
  );
  expect(await json(rig.get('/api/v1/state'))).toMatchObject({ home: { score: 63 } });
});

describe('a key', () => {
  const add = { cue: 'override', field: 'home.timeouts', add: 1 };
  const timeouts = async (rig: RelayRig) => (await showOf(rig)).overrides['home.timeouts']?.value;

  test.each<[string, (rig: RelayRig) => Promise<Response>]>([
    ['in the header', (rig) => rig.cue(add, { 'idempotency-key': 'k1' })],
    ['in the body', (rig) => rig.cue({ ...add, id: 'k1' })],
  ])('%s is answered the same again, and its cue done once', async (_where, send) => {
    const rig = await startRelay();
    const answers = await Promise.all([send(rig), send(rig), send(rig)]);
    for (const answer of answers) expect([answer.status, await json(answer)]).toEqual([200, { revision: 1 }]);
    expect(await timeouts(rig)).toBe(1);
  });

  test('of a refusal is answered by that refusal, though it would be granted now', async () => {
    const rig = await startRelay();
    const out = () => rig.cue({ cue: 'out', graphic: 'scorebug', id: 'once' });
    expect((await out()).status).toBe(409);
    await rig.cue(TAKE);
    expect((await out()).status).toBe(409);
  });

  test('is not for two cues', async () => {
    const rig = await startRelay();
    await rig.cue({ ...add, id: 'k' });
    const other = await rig.cue({ ...add, add: 2, id: 'k' });
    expect([other.status, await json(other)]).toMatchObject([422, { fault: { code: 'key-reused' } }]);
  });

  test('of a cue that was granted is remembered by the relay that comes after', async () => {
    const folder = await scratchFolder();
    const showFile: NonNullable<RelayOptions['showFile']> = (onFault) =>
      makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: () => 0, onFault });
    const first = await startRelay({ showFile });
    await first.cue({ ...add, id: 'k' });
    await first.cue({ cue: 'out', graphic: 'scorebug', id: 'refused' });
    await first.relay.stop();
    const again = await startRelay({ showFile, time: first.time });
    expect(await json(again.cue({ ...add, id: 'k' }))).toEqual({ revision: 1 });
    expect(await timeouts(again)).toBe(1);
    const other = await again.cue({ ...add, add: 2, id: 'k' });
    expect([other.status, await json(other)]).toMatchObject([422, { fault: { code: 'key-reused' } }]);
    again.time.advance(ANSWERS_KEPT_MS);
    await again.cue({ ...add, id: 'k' });
    expect(await timeouts(again)).toBe(2);
  });

  test('is forgotten after a while', async () => {
    const rig = await startRelay();
    await rig.cue({ ...add, id: 'k' });
    rig.time.advance(ANSWERS_KEPT_MS);
    await rig.cue({ ...add, id: 'k' });
    expect(await timeouts(rig)).toBe(2);
  });
});

describe('the rate', () => {
  test('is enough for a key that is held down for ten seconds', async () => {
    const rig = await startRelay();
    const statuses = new Set<number>();
    for (let n = 0; n < 30 * 10; n += 1) {
      rig.time.advance(1000 / 30);
      statuses.add((await rig.cue({ cue: 'clear' })).status);
    }
    expect([...statuses]).toEqual([200]);
  });

  test('stops a loop that runs away, says when to come back, and leaves the others alone', async () => {
    const rig = await startRelay();
    const loop = await Promise.all(Array.from({ length: 120 }, () => rig.cue({ cue: 'clear', by: 'loop' })));
    const stopped = loop.filter(({ status }) => status === 429);
    expect(stopped).toHaveLength(20);
    expect(stopped[0]?.headers.get('retry-after')).toBe('1');
    expect((await rig.cue({ cue: 'clear', by: 'Ana' })).status).toBe(200);
    rig.time.advance(1_000);
    expect((await rig.cue({ cue: 'clear', by: 'loop' })).status).toBe(200);
  });
});

describe('what goes by itself', () => {
  test('is off at its time, in a revision that every page is told', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    await rig.cue({ ...TAKE, autoOutMs: 5_000 });
    rig.time.advance(4_999);
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 1 });
    rig.time.advance(1);
    const { show } = await page.heard('show', 1);
    expect(show).toMatchObject({
      revision: 2,
      layers: { bug: { program: null, leaving: { sinceMs: rig.time.now() } } },
    });
    expect((await logOf(rig)).at(-1)).toMatchObject({
      kind: 'auto',
      revision: 2,
      what: 'scorebug went by itself',
    });
  });

  test('is off at its time also when the relay was not there', async () => {
    const folder = await scratchFolder();
    const showFile = (rig: { now: () => number }) => () =>
      makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: rig.now, onFault: () => {} });
    const first = await startRelay({ showFile: showFile({ now: () => 0 }) });
    await first.cue({ ...TAKE, autoOutMs: 5_000 });
    await first.relay.stop();
    first.time.advance(60_000);
    const again = await startRelay({ time: first.time, showFile: showFile({ now: () => 0 }) });
    again.time.advance(0);
    expect(await showOf(again)).toMatchObject({ revision: 2, layers: { bug: { program: null } } });
  });
});

describe('an override until the feed agrees', () => {
  const until = { cue: 'override', field: 'home.score', value: 63, until: 'agrees' };
  const held = async (rig: RelayRig) => (await showOf(rig)).overrides['home.score']?.value;

  test('ends when the feed has agreed for as long as the slowest output is behind, and not before', async () => {
    const rig = await startRelay();
    tellScore(rig, 61);
    await rig.cue({ cue: 'delay', output: 'program', delayMs: 4_000, how: 'cut' });
    await rig.cue(until);
    rig.time.advance(10_000);
    expect(await held(rig)).toBe(63);
    tellScore(rig, 63);
    rig.time.advance(4_000 + AGREEMENT_MARGIN_MS - AGREEMENT_LOOK_MS);
    expect(await held(rig)).toBe(63);
    rig.time.advance(3 * AGREEMENT_LOOK_MS);
    expect(await held(rig)).toBeUndefined();
    expect((await logOf(rig)).at(-1)).toMatchObject({
      kind: 'auto',
      what: 'home.score released: the feed agrees',
    });
  });

  test('holds on when the feed agrees for a moment only', async () => {
    const rig = await startRelay();
    await rig.cue(until);
    tellScore(rig, 63);
    rig.time.advance(AGREEMENT_MARGIN_MS - AGREEMENT_LOOK_MS);
    tellScore(rig, 61);
    rig.time.advance(60_000);
    expect(await held(rig)).toBe(63);
  });
});

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

describe('the rundown', () => {
  const file = {
    courtside: 'rundown',
    version: 1,
    name: 'Tonight',
    groups: [],
    items: [
      {
        id: 'open',
        name: 'Open',
        group: null,
        graphics: [{ graphic: 'scorebug' }],
        cut: false,
        autoOutMs: null,
        note: '',
      },
    ],
  };

  test('goes in as a file and comes out as the same file', async () => {
    const rig = await startRelay();
    expect((await rig.cue({ cue: 'rundown', step: { step: 'load', rundown: file } })).status).toBe(200);
    expect(await json(rig.get('/api/v1/rundown'))).toEqual(file);
  });

  test('may be longer than a cue, at its own place', async () => {
    const rig = await startRelay();
    const items = Array.from({ length: 150 }, (_, n) => ({
      ...file.items[0],
      id: `i${n}`,
      note: 'x'.repeat(500),
    }));
    const body = JSON.stringify({ ...file, items });
    expect(body.length).toBeGreaterThan(64 * 1024);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(rig.url('/api/v1/rundown/load'), { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    expect((await showOf(rig)).rundown.items).toHaveLength(150);
  });

  test('with a misspelt option is refused whole, and says in which item', async () => {
    const rig = await startRelay();
    const items = [
      ...file.items,
      { ...file.items[0], id: 'two', graphics: [{ graphic: 'scorebug', options: { lgo: true } }] },
    ];
    const answer = await rig.cue({ cue: 'rundown', step: { step: 'load', rundown: { ...file, items } } });
    expect(await json(answer)).toMatchObject({
      fault: {
        where: 'rundown.items[1].graphics[0].options.lgo',
        expected: 'one of logo',
        found: 'lgo in item two',
      },
    });
    expect((await showOf(rig)).rundown.items).toEqual([]);
  });

  test('is told to desks, and not to outputs', async () => {
    const rig = await startRelay();
    await rig.cue({ cue: 'rundown', step: { step: 'load', rundown: file } });
    await rig.cue(TAKE);
    expect((await showOf(rig, 'output')).rundown.items).toEqual([]);
    expect(await showOf(rig, 'desk')).toMatchObject({
      rundown: { items: [{ id: 'open' }] },
      past: { takes: [{ what: 'take scorebug' }] },
    });
  });
});

test.each(['take', 'preview', 'update'])(
  'a misspelt option is refused by %s and changes nothing',
  async (cue) => {
    const rig = await startRelay();
    await rig.cue(TAKE);
    const answer = await rig.cue({ cue, graphic: 'scorebug', options: { lgo: true } });
    expect(await json(answer)).toMatchObject({
      fault: { where: 'options.lgo', expected: 'one of logo', found: 'lgo' },
    });
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 1 });
  },
);

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

describe('an answer', () => {
  test('comes when the show is on the disk', async () => {
    const folder = await scratchFolder();
    const rig = await startRelay({
      showFile: (onFault) => makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: () => 0, onFault }),
    });
    for (let n = 1; n <= 5; n += 1) {
      await rig.cue(TAKE);
      expect(JSON.parse(await readFile(join(folder, SHOW_FILE), 'utf8'))).toMatchObject({ revision: n });
    }
  });

  test('says so when the disk does not take the show, and the cue is done all the same', async () => {
    const folder = join(await scratchFolder(), 'file');
    await writeFile(folder, 'not a folder');
    const rig = await startRelay({
      showFile: (onFault) => makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: () => 0, onFault }),
    });
    const answer = await rig.cue(TAKE);
    expect([answer.status, await json(answer)]).toMatchObject([200, { revision: 1, kept: false }]);
    expect((await showOf(rig)).revision).toBe(emptyShow.revision + 1);
  });
});
