// What viewers of the feed are told: bounded, in order, each text with what was made of it, and never a secret.
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { makeRing, RING } from '../../src/relay/words/ring.ts';
import { type HeardBatch, WORDS_CHARS } from '../../src/wire/heard.ts';
import { startRelay } from '../kit/relay-rig.ts';

const words = (text: string, heardMs = 0) => ({ source: 'clock', text, heardMs });
const period = { kind: 'period', seq: 1, atMs: 0, heardMs: 0, period: 'Q2' } as const;

test('what is made of words, and what is wrong with them, stands with those very words, also where we spoke in between', () => {
  const ring = makeRing();
  ring.heard(words('one'));
  ring.heard(words('two'));
  ring.sent('ping', 'a ping', 5);
  ring.made(period);
  ring.wrong({ code: 'bad', where: 'x', expected: 'a', found: 'b' });
  expect(ring.since(0)).toMatchObject([
    { n: 1, text: 'one', said: [], faults: [] },
    { n: 2, text: 'two', said: [{ kind: 'period' }], faults: [{ code: 'bad' }] },
    { n: 3, way: 'out', source: 'ping', said: [] },
  ]);
});

test('no more texts are kept than its bound, and their numbers go on', () => {
  const ring = makeRing();
  for (let n = 1; n <= RING.texts * 2; n += 1) ring.heard(words(`${n}`));
  const kept = ring.since(0);
  expect(kept).toHaveLength(RING.texts);
  expect(kept.at(-1)?.n).toBe(RING.texts * 2);
  expect(ring.since(RING.texts * 2 - 3).map(({ text }) => text)).toEqual(
    [2, 1, 0].map((back) => `${RING.texts * 2 - back}`),
  );
});

test('long texts are cut off, and no more of them are kept than its bound in characters', () => {
  const ring = makeRing();
  const long = 'x'.repeat(WORDS_CHARS * 2);
  for (let n = 0; n < 400; n += 1) ring.heard(words(long));
  const kept = ring.since(0);
  expect(kept[0]).toMatchObject({ chars: long.length, text: long.slice(0, WORDS_CHARS) });
  expect(kept.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(RING.chars);
});

/** A viewer's socket, and all that it was told. */
async function view(port: number, since = 0) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/words?since=${since}`);
  onTestFinished(() => socket.terminate());
  const told: number[] = [];
  let look = (): void => undefined;
  socket.on('message', (data: Buffer) => {
    told.push(...(JSON.parse(data.toString()) as HeardBatch).heard.map(({ n }) => n));
    look();
  });
  await new Promise((resolve) => socket.on('open', resolve));
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      look = () => told.length >= count && resolve();
      look();
    });
  return { told, until };
}

test('a viewer who comes late is told what is kept, and who comes back only what he does not know', async () => {
  const relay = await startRelay();
  for (const n of [1, 2, 3]) relay.feed.say.words(words(`${n}`, relay.time.now()));
  const first = await view(relay.port);
  relay.time.advance(1_000);
  await first.until(3);
  expect(first.told).toEqual([1, 2, 3]);
  relay.feed.say.words(words('4', relay.time.now()));
  const back = await view(relay.port, 3);
  relay.time.advance(1_000);
  await back.until(1);
  await first.until(4);
  expect(back.told).toEqual([4]);
  expect(first.told).toEqual([1, 2, 3, 4]);
});

test('a page of another origin is not let in to what passes', async () => {
  const relay = await startRelay();
  const socket = new WebSocket(`ws://127.0.0.1:${relay.port}/api/v1/words`, {
    origin: 'http://evil.example',
  });
  const status = await new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('open', () => resolve('open'));
    socket.on('error', () => undefined);
  });
  socket.terminate();
  expect(status).toBe(403);
});
