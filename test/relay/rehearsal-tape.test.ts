// A tape of the shelf served by the relay's rehearsal server: a client of anybody's hears its words, the relay can listen to it, and what cannot be served is refused with why, while what was played goes on.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emulate } from '../../src/emulator/emulate.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { GUEST, makeRehearsal } from '../../src/relay/rehearsal/rehearsal.ts';
import { makeShelf } from '../../src/relay/tapes/shelf.ts';
import type { Entry } from '../../src/tape/tape.ts';
import { StrangerClient } from '../emulator/stranger-client.ts';
import { faultOf } from '../kit/fault-of.ts';
import { waitFor } from '../kit/patience.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { GAME_ABOUT, gameEntries } from '../kit/tape-disk.ts';
import { ABOUT, tapeOf } from '../kit/tapes.ts';

const SAMPLE = join(import.meta.dirname, '../../assets/tapes/sample.mcap');
/** What a client is told at the start of a cut: all that was known when it begins. */
const KNOWN_MS = 60_000;

/** A shelf with the sample, and whatever else is put into its folder. */
async function shelfWith(files: Readonly<Record<string, Uint8Array | string>>) {
  const folder = join(await scratchFolder(), 'tapes');
  await mkdir(folder);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return { folder, shelf: makeShelf({ folder, sample: SAMPLE }) };
}

async function serverWith(files: Readonly<Record<string, Uint8Array | string>> = {}) {
  const { folder, shelf } = await shelfWith(files);
  const server = makeRehearsal({
    time: realTime,
    rules: 'nba',
    emulate,
    port: 0,
    seed: 1,
    shelf,
    log: () => undefined,
  });
  onTestFinished(() => server.end());
  return { folder, shelf, server };
}

const hudWords: Entry = { topic: 'hudstats/score', text: '{"channel":"score"}', heardMs: 1, saidMs: 1 };
const hudTape = (): Promise<Buffer> => tapeOf([hudWords], { about: { ...ABOUT, words: 'hudstats' } });

test('a client hears the words of the tape, in its order and as if they were said now', async () => {
  const entries = gameEntries(KNOWN_MS);
  const { server } = await serverWith({
    'game.mcap': await tapeOf(entries, { about: { ...GAME_ABOUT, fromMs: GAME_ABOUT.startedMs + KNOWN_MS } }),
  });
  const beganMs = realTime.now();
  await server.start({ play: 'tape', tape: 'game.mcap' });
  expect(server.info()).toMatchObject({ play: 'tape', tape: 'game.mcap', game: 'sim-3', account: GUEST });
  const offer = server.offer();
  const client = new StrangerClient(offer?.url ?? '', offer?.token ?? '');
  onTestFinished(() => client.cut());
  await client.connect();
  const numbered = entries.flatMap(({ text }) => {
    const { seq } = JSON.parse(text) as { seq?: number };
    return seq === undefined ? [] : [seq];
  });
  expect(numbered.length).toBeGreaterThan(10);
  const heard = () => client.heard.flatMap(({ seq }) => (typeof seq === 'number' ? [seq] : []));
  await waitFor(() => expect(heard()).toEqual(numbered));
  const stamps = client.heard.flatMap(({ data }) => {
    const { t } = (data ?? {}) as { t?: unknown };
    return typeof t === 'number' ? [t] : [];
  });
  expect(stamps.length).toBeGreaterThan(0);
  expect(Math.min(...stamps)).toBeGreaterThan(beganMs - 2 * KNOWN_MS);
});

test('what is on a cut before it begins is said at once', async () => {
  const { server } = await serverWith();
  await server.start({ play: 'tape', tape: 'sample.mcap' });
  const offer = server.offer();
  const client = new StrangerClient(offer?.url ?? '', offer?.token ?? '');
  onTestFinished(() => client.cut());
  await client.connect();
  // It begins five and a half minutes into the game: by then the box score was told.
  await waitFor(() => expect(client.heard.map(({ source }) => source)).toContain('boxscorestatsv2'));
});

test.each([
  ['a name that no tape has', 'no-such.mcap', 'none called no-such.mcap'],
  ['a way out of the folder', '../secret.mcap', 'none called ../secret.mcap'],
  ['what is no tape', 'notes.mcap', /^notes\.mcap: it cannot be read/],
  ["another provider's tape", 'hud.mcap', /^hud\.mcap: it holds words of hudstats, .* --as hudstats/],
])('%s is refused with why, and what was played goes on', async (_what, tape, found) => {
  const { folder, server } = await serverWith({ 'notes.mcap': 'nothing', 'hud.mcap': await hudTape() });
  await copyFile(SAMPLE, join(folder, '../secret.mcap'));
  await server.start({ play: 'simulator' });
  const before = server.info();
  const { code, found: told } = await faultOf(server.start({ play: 'tape', tape }));
  expect(code).toBe('refused');
  expect(told).toMatch(found);
  expect(server.info()).toEqual(before);
});

test('the shelf lists what can be served and, of the rest, why it cannot; what was written last stands first', async () => {
  const whole = await tapeOf(gameEntries(5_000), { about: GAME_ABOUT });
  const broken = await tapeOf(gameEntries(5_000), { about: GAME_ABOUT, end: false });
  const { folder, shelf } = await shelfWith({ 'hud.mcap': await hudTape(), 'notes.txt': 'no tape' });
  await writeFile(join(folder, 'broken.mcap'), broken);
  await writeFile(join(folder, 'whole.mcap'), whole);
  const tapes = await shelf.list();
  const of = (name: string) => tapes.find(({ tape }) => tape === name);
  expect(new Set(tapes.map(({ tape }) => tape))).toEqual(
    new Set(['hud.mcap', 'broken.mcap', 'whole.mcap', 'sample.mcap']),
  );
  expect(tapes.map(({ writtenMs }) => writtenMs)).toEqual(
    tapes.map(({ writtenMs }) => writtenMs).sort((a, b) => b - a),
  );
  expect(of('whole.mcap')).toMatchObject({
    game: 'sim-3',
    rules: 'nba',
    bytes: whole.byteLength,
    trouble: null,
  });
  expect(of('whole.mcap')?.lastsMs).toBeGreaterThan(4_000);
  // As one that is recorded now, or whose relay died: how long it is stands nowhere.
  expect(of('broken.mcap')).toMatchObject({ rules: 'nba', lastsMs: null, trouble: null });
  expect(of('sample.mcap')).toMatchObject({ home: 'RIV Riverton Herons', lastsMs: 75_080 });
  expect(of('hud.mcap')?.trouble).toMatch(/words of hudstats/);
});

test('a tape that is written over is looked into again', async () => {
  const { folder, shelf } = await shelfWith({ 'game.mcap': 'nothing yet' });
  expect((await shelf.list())[0]?.trouble).toMatch(/cannot be read/);
  await writeFile(join(folder, 'game.mcap'), await tapeOf(gameEntries(5_000), { about: GAME_ABOUT }));
  expect((await shelf.list())[0]).toMatchObject({ tape: 'game.mcap', trouble: null });
});
