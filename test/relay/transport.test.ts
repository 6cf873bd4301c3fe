// A tape is played by orders over HTTP, every page goes where it goes, and what is described of it is true.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTapeFeed } from '../../src/feeds/tape/tape-feed.ts';
import { makeTapeTeller } from '../../src/feeds/tape/tell.ts';
import { gameAt } from '../../src/game/course.ts';
import type { TransportInfo } from '../../src/game/transport.ts';
import {
  CUT_EXAMPLES,
  ORDER_EXAMPLES,
  outlineSchema,
  transportAnswerSchema,
} from '../../src/relay/openapi-tapes.ts';
import { cutAnswerSchema } from '../../src/relay/tapes/cuts.ts';
import { openTape } from '../../src/tape/open.ts';
import { memoryFile } from '../../src/tape/tape-file.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { PAGE_HEADER } from '../../src/wire/seat.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';
import { GAME_ABOUT, GAME_START_MS, gameEntries } from '../kit/tape-disk.ts';
import { tapeOf } from '../kit/tapes.ts';

let bytes: Buffer;
beforeAll(async () => {
  bytes = await tapeOf(gameEntries(80_000), { about: GAME_ABOUT });
});

async function rigOf() {
  const zstd = await loadZstd();
  const tape = await openTape(memoryFile(bytes), zstd);
  if (tape.about === null) throw new Error('no tape');
  const folder = await scratchFolder();
  const file = join(await mkdtemp(join(folder, 'tapes-')), 'game.mcap');
  await writeFile(file, bytes);
  const time = makeManualTime(GAME_START_MS + 1_000_000);
  const feed = makeTapeFeed({ time, rules: 'nba', tape, file: 'game.mcap', zstd });
  const rig = await startRelay({
    time,
    feed: feed as unknown as RelayRig['feed'],
    rehearsal: true,
    played: file,
    cutsFolder: folder,
  });
  const post = (path: string, body: unknown) =>
    fetch(rig.url(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const order = (body: unknown) => post('/api/v1/transport', body);
  const info = async (): Promise<TransportInfo> => {
    const { transport } = (await (await rig.get('/api/v1/transport')).json()) as { transport: TransportInfo };
    return transport;
  };
  const tapeMs = async (): Promise<number> => {
    const { course, offsetMs } = await info();
    return gameAt(course, time.now()) - offsetMs;
  };
  // The tape is in memory: it is read without a clock.
  await expect.poll(async () => (await info()).readMs === (await info()).toMs).toBe(true);
  return { rig, time, folder, post, order, info, tapeMs };
}

describe('orders', () => {
  test('every example that is described is granted, in their order, and answered as described', async () => {
    const { rig, order } = await rigOf();
    const { paths } = (await (await rig.get('/api/v1/openapi.json')).json()) as {
      paths: Record<string, { post: { requestBody: { content: Record<string, { examples: object }> } } }>;
    };
    const described =
      paths['/api/v1/transport']?.post.requestBody.content['application/json']?.examples ?? {};
    expect(Object.keys(described)).toEqual(Object.keys(ORDER_EXAMPLES));
    for (const [name, { value }] of Object.entries(ORDER_EXAMPLES)) {
      const answer = await order(value);
      const body: unknown = await answer.json();
      expect([name, answer.status]).toEqual([name, 200]);
      expect(transportAnswerSchema.parse(body)).toEqual(body);
    }
  });

  test('go where they say, and say where that is', async () => {
    const { order, info, tapeMs, time } = await rigOf();
    await order({ do: 'pause' });
    await order({ do: 'seek', to: '+30s' });
    expect(await tapeMs()).toBe((await info()).fromMs + 30_000);
    time.advance(5_000);
    expect(await tapeMs()).toBe((await info()).fromMs + 30_000);
    await order({ do: 'play', rate: 10 });
    time.advance(1_000);
    expect(await tapeMs()).toBe((await info()).fromMs + 40_000);
  });

  test.each([
    [{ do: 'rate', rate: 0 }, 422],
    [{ do: 'rate', rate: 51 }, 422],
    [{ do: 'fly' }, 422],
    [{ do: 'seek', to: 'Q4 0:00' }, 409],
  ])('%j is refused with %d, and changes nothing', async (body, status) => {
    const { order, info } = await rigOf();
    const before = await info();
    const answer = await order(body);
    expect([answer.status, await answer.json()]).toEqual([status, { fault: expect.anything() as unknown }]);
    expect(await info()).toEqual(before);
  });

  test("are refused to an observer's desk, and the tape goes on", async () => {
    const { rig, info } = await rigOf();
    const seat = { page: 'desk-1', role: 'observer', who: 'Guest' } as const;
    const desk = await openPage(rig.port, { role: 'desk', seat });
    await desk.snapshot();
    const before = await info();
    const headers = { 'content-type': 'application/json', [PAGE_HEADER]: 'desk-1' };
    const answer = await fetch(rig.url('/api/v1/transport'), {
      method: 'POST',
      headers,
      body: '{"do":"pause"}',
    });
    expect(answer.status).toBe(409);
    expect(await info()).toEqual(before);
  });

  test('are refused while what is heard is no tape', async () => {
    const rig = await startRelay();
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(rig.url('/api/v1/transport'), {
      method: 'POST',
      headers,
      body: '{"do":"pause"}',
    });
    expect(answer.status).toBe(409);
    expect(await (await rig.get('/api/v1/transport')).json()).toEqual({ transport: null });
    const page = await openPage(rig.port);
    expect((await page.snapshot()).transport).toBeUndefined();
  });
});

describe('pages', () => {
  test('get the course with the snapshot, hear of each change, and get all anew where it was sent', async () => {
    const { rig, order, info } = await rigOf();
    const page = await openPage(rig.port);
    expect((await page.snapshot()).transport).toEqual(await info());
    await order({ do: 'pause' });
    expect((await page.heard('transport')).transport).toMatchObject({
      status: 'paused',
      course: { rate: 0 },
    });
    await order({ do: 'seek', to: '+60s' });
    const sent = await page.heard('snapshot', 1);
    const { course } = (await info()) as TransportInfo;
    const instants = sent.facts.map(({ atMs }) => atMs);
    // What is shown about that instant, and a little of what was heard after it.
    expect(Math.max(...instants)).toBeGreaterThan(course.gameMs);
    expect(Math.max(...instants)).toBeLessThanOrEqual(course.gameMs + 2_000);
    expect(sent.game.teams).not.toEqual({});
  });

  test('that came late get what they have not heard, where the tape is sent back a little', async () => {
    const { rig, order, time, info } = await rigOf();
    for (let nth = 0; nth < 60; nth += 1) time.advance(1_000);
    const page = await openPage(rig.port, { historyMs: 4_000 });
    await page.snapshot();
    await order({ do: 'pause' });
    await order({ do: 'skip', byMs: -20_000 });
    const { course } = await info();
    const sent = await page.heard('snapshot', 1);
    expect(sent.transport?.course).toEqual(course);
    expect(sent.facts.some(({ atMs }) => atMs <= course.gameMs)).toBe(true);
    expect(sent.frames.some(([, atMs]) => atMs <= course.gameMs)).toBe(true);
  });

  test('of a tape that is played backwards get all that is about to be seen', async () => {
    const { rig, order, time, info } = await rigOf();
    for (let nth = 0; nth < 60; nth += 1) time.advance(1_000);
    const page = await openPage(rig.port, { historyMs: 4_000 });
    await page.snapshot();
    await order({ do: 'play', rate: -1 });
    const sent = await page.heard('snapshot', 1);
    expect(sent.transport?.course).toMatchObject({ rate: -1, gameMs: (await info()).course.gameMs });
    const instants = sent.frames.map(([, atMs]) => atMs);
    expect(Math.min(...instants)).toBeLessThan((sent.transport?.course.gameMs ?? 0) - 20_000);
  });

  test('and whoever asks for the state get the same instant', async () => {
    const { rig, order, info } = await rigOf();
    const state = async () =>
      (await (await rig.get('/api/v1/state')).json()) as { at: number; clock: { text: string } };
    await order({ do: 'pause' });
    await order({ do: 'seek', to: 'Q1 11:30' });
    expect(await state()).toMatchObject({
      at: Math.round((await info()).course.gameMs),
      clock: { text: '11:30' },
    });
    rig.time.advance(60_000);
    expect((await state()).clock.text).toBe('11:30');
  });

  test('that are a second late by the clock are not held to lag while a tape is played fast', async () => {
    const { rig, order, time, info } = await rigOf();
    const page = await openPage(rig.port);
    await page.snapshot();
    await order({ do: 'play', rate: 20 });
    time.advance(1_000);
    const { course } = await info();
    // A twentieth of a second ago.
    await page.beat({ instantMs: gameAt(course, time.now() - 50), seq: 1e9 });
    const { outputs } = (await (await rig.get('/api/v1/health')).json()) as { outputs: unknown[] };
    expect(outputs).toHaveLength(1);
    const heard = await openPage(rig.port, { role: 'desk', name: 'desk' });
    expect((await heard.snapshot()).health.outputs[0]).toMatchObject({ name: 'program', lagging: false });
  });

  test('get every fact of a tape that is played fast, in order, and no more frames than can be seen', async () => {
    const { rig, order, info, time } = await rigOf();
    await order({ do: 'pause' });
    await order({ do: 'seek', to: '+0s' });
    const page = await openPage(rig.port);
    await page.snapshot();
    const { offsetMs, fromMs, toMs } = await info();
    await order({ do: 'play', rate: 50 });
    for (let nth = 0; nth * 20 * 50 <= toMs - fromMs; nth += 1) {
      time.advance(20);
      // A page that talks so often would be refused: what was sent is on its way before this is answered.
      await info();
    }
    await page.beat();
    const teller = makeTapeTeller(GAME_ABOUT);
    const told = gameEntries(80_000).flatMap((entry) => teller.tell(entry));
    // What is heard within two seconds is known already at the beginning.
    const due = told.filter(({ kind, heardMs }) => kind !== 'frame' && heardMs > fromMs + 2_000);
    const facts = page.facts().filter(({ kind }) => kind !== 'status');
    expect(facts.map(({ kind, atMs }) => [kind, atMs - offsetMs])).toEqual(
      due.map(({ kind, atMs }) => [kind, atMs]),
    );
    const seqs = page.facts().map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
    const frames = page.frames().map(({ atMs }) => atMs);
    expect(frames.length).toBeGreaterThan(100);
    expect(frames.slice(1).every((atMs, nth) => atMs - (frames[nth] ?? 0) >= 249)).toBe(true);
  });
});

test('the outline is as described', async () => {
  const { rig } = await rigOf();
  const outline: unknown = await (await rig.get('/api/v1/transport/outline')).json();
  expect(outlineSchema.parse(outline)).toEqual(outline);
});

test('the tape that is played is cut between instants of its own, and up to where it is played', async () => {
  const { post, order, info, folder } = await rigOf();
  await order({ do: 'pause' });
  await order({ do: 'seek', to: '+70s' });
  for (const { value } of Object.values(CUT_EXAMPLES)) {
    const answer = await post('/api/v1/tape/cut', value);
    const body: unknown = await answer.json();
    expect([answer.status, cutAnswerSchema.parse(body)]).toEqual([200, body]);
  }
  const { fromMs } = await info();
  const cut = (await (
    await post('/api/v1/tape/cut', { fromMs: fromMs + 20_000, toMs: fromMs + 30_000 })
  ).json()) as { file: string };
  const zstd = await loadZstd();
  const made = await openTape(memoryFile(await readFile(join(folder, cut.file))), zstd);
  expect(made.about?.fromMs).toBe(fromMs + 20_000);
});
