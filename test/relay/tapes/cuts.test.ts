// What an operator's button asks for while the game is recorded: the last minute as a file of its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRecorder } from '../../../src/relay/recorder.ts';
import { sinksIn } from '../../../src/relay/tape-files.ts';
import { makeTapeWriter } from '../../../src/tape/writer.ts';
import { loadZstd } from '../../../src/tape/zstd.ts';
import { makeManualTime } from '../../kit/manual-time.ts';
import { scratchFolder, startRelay } from '../../kit/relay-rig.ts';
import { entriesOf, piecesOf } from '../../kit/tapes.ts';

const ABOUT = { version: 2, feed: 'script', words: 'shottracker', rules: 'nba', writer: 'test' } as const;

type Cut = { readonly file: string; readonly href: string; readonly bytes: number };

async function recording() {
  const folder = await scratchFolder();
  const time = makeManualTime();
  const writer = makeTapeWriter(await loadZstd());
  const openSink = sinksIn(folder);
  const rig = await startRelay({
    time,
    recorder: (onFault) =>
      makeRecorder({ time, about: ABOUT, writer, tapeName: () => 'game.mcap', openSink, onFault }),
  });
  const post = (body: unknown) =>
    fetch(rig.url('/api/v1/tape/cut'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { folder, time, rig, post };
}

test('the last seconds of the tape that is being recorded become a tape beside it', async () => {
  const { folder, time, rig, post } = await recording();
  for (let n = 0; n < 30; n += 1) {
    rig.feed.say.words({ source: 'clock', text: `{"n":${n}}`, heardMs: time.now() });
    time.advance(1_000);
  }
  const answer = await post({ lastMs: 10_500 });
  expect(answer.status).toBe(200);
  const { file } = (await answer.json()) as { file: string };
  const entries = entriesOf(await piecesOf(await readFile(join(folder, file))));
  const texts = entries.filter(({ topic }) => topic === 'shottracker/clock').map(({ text }) => text);
  const numbers = texts.map((text) => Number(/\d+/.exec(text)?.[0]));
  // Without a gap up to the press; of this topic everything within the last minute is carried too.
  expect(numbers).toEqual(numbers.map((_, n) => n + (numbers[0] ?? 0)));
  expect(numbers.at(-1)).toBe(29);
  expect(numbers[0]).toBeLessThanOrEqual(20);
});

test('a cut is fetched as it was made, and nothing else is found there', async () => {
  const { folder, time, rig, post } = await recording();
  rig.feed.say.words({ source: 'clock', text: '{}', heardMs: time.now() });
  time.advance(2_000);
  const { file, href, bytes } = (await (await post({ lastMs: 60_000 })).json()) as Cut;
  const fetched = await rig.get(href);
  expect(fetched.headers.get('content-disposition')).toBe(`attachment; filename="${file}"`);
  const got = Buffer.from(await fetched.arrayBuffer());
  expect([got.length, got.equals(await readFile(join(folder, file)))]).toEqual([bytes, true]);
  expect((await rig.get('/api/v1/tape/cuts/game.mcap')).status).toBe(404);
  expect((await rig.get('/api/v1/tape/cuts/..%2Fgame.mcap')).status).toBe(400);
});

test('with names and ids replaced, nothing of them is in it', async () => {
  const { time, rig, post } = await recording();
  const text = '{"source":"event","data":{"player_id":"pl-4711","name":"Jane Roe"}}';
  rig.feed.say.words({ source: 'event', text, heardMs: time.now() });
  time.advance(2_000);
  const { href, file } = (await (await post({ lastMs: 60_000, anonymise: true })).json()) as Cut;
  expect(file).toContain('anonymous');
  const entries = entriesOf(await piecesOf(Buffer.from(await (await rig.get(href)).arrayBuffer())));
  const texts = entries.map((entry) => entry.text).join('\n');
  expect(texts).toContain('player_id');
  expect(texts).not.toMatch(/4711|Jane|Roe/);
});

test('a cut that cannot be is refused, and says why', async () => {
  const { post } = await recording();
  expect((await post({ lastMs: -1 })).status).toBe(422);
  expect((await post({ fromMs: 5, toMs: 4 })).status).toBe(409);
  const { rig } = { rig: await startRelay() };
  const none = await fetch(rig.url('/api/v1/tape/cut'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"lastMs":1000}',
  });
  expect([none.status, await none.json()]).toEqual([
    409,
    expect.objectContaining({ fault: expect.objectContaining({ found: 'none' }) as unknown }),
  ]);
});
