// A tape served as a live game: each word at its time, stamped as if it were said now and naming the game it is called now, or every byte as it was recorded.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { emulate } from '../../src/emulator/emulate.ts';
import type { Emulating } from '../../src/feeds/emulating.ts';
import type { Entry } from '../../src/tape/tape.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { waitFor } from '../kit/patience.ts';
import { tapeOf } from '../kit/tapes.ts';

/** When the tape was recorded, and when it is played. */
const THEN_MS = 1_600_000_000_000;
const NOW_MS = 1_700_000_000_000;
/** The provider's clock against ours, as on the tape. */
const LATE_MS = 40;

const said = (atMs: number, source: string, data: object, seq?: number): Entry => ({
  topic: `shottracker/${source}`,
  text: JSON.stringify({ type: 'data', source, ...(seq === undefined ? {} : { seq }), data }),
  heardMs: THEN_MS + atMs,
  saidMs: THEN_MS + atMs - LATE_MS,
});
const shot = (atMs: number, seq: number): Entry =>
  said(atMs, 'chart', { eid: `e${seq}`, gid: 'old-game', t: THEN_MS + atMs - LATE_MS, px: 4_000 }, seq);
const summary = (atMs: number): Entry => {
  const at = THEN_MS + atMs - LATE_MS;
  return said(atMs, 'broadcastsummary', { at, at_formatted: new Date(at).toISOString(), period: 'Q1' });
};
const control: Entry = {
  topic: 'shottracker/control',
  text: '{"type":"pong"}',
  heardMs: THEN_MS + 500,
  saidMs: THEN_MS + 500,
};

const TAPE: readonly Entry[] = [shot(0, 7), control, summary(1_000), shot(2_000, 8), shot(10_000, 9)];

type Heard = { readonly text: string; readonly heardMs: number };

/** Everything that a client of the emulator hears of that tape, played to its end. */
async function heardOf(more: Partial<Emulating>): Promise<readonly Heard[]> {
  const folder = await mkdtemp(join(tmpdir(), 'courtside-tape-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const tape = join(folder, 'game.mcap');
  await writeFile(tape, await tapeOf(TAPE));
  const time = makeManualTime(NOW_MS);
  const told: string[] = [];
  const emulation = await emulate({
    time,
    host: '127.0.0.1',
    port: 0,
    seed: 5,
    speed: 1,
    rules: 'nba',
    startAt: 'tipoff',
    tape,
    asRecorded: false,
    mock: false,
    accounts: {},
    allowRemote: false,
    tell: (line) => void told.push(line),
    ...more,
  });
  onTestFinished(() => emulation.stop());
  const heard: Heard[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${emulation.port}/live?token=${emulation.games[0]?.token}`);
  onTestFinished(() => socket.terminate());
  socket.on('message', (text: Buffer) => heard.push({ text: text.toString(), heardMs: time.now() }));
  await waitFor(() => expect(heard).toHaveLength(1));
  // Whoever plays waits for one word at a time: time goes on when he does.
  for (let count = 1; told.length === 0; ) {
    await waitFor(() => expect(time.pending() > 1 || told.length > 0).toBe(true));
    time.advance(100);
    const due = TAPE.filter(
      (one) => one !== control && (one.heardMs - THEN_MS) / (more.speed ?? 1) <= time.now() - NOW_MS,
    );
    if (due.length > count) {
      await waitFor(() => expect(heard).toHaveLength(due.length));
      count = due.length;
      if (count === TAPE.length - 1) await waitFor(() => expect(told).toEqual(['the tape is over']));
    }
  }
  return heard;
}

type Words = { readonly seq?: number; readonly data: { readonly t?: number; readonly at?: number } };
const words = ({ text }: Heard) => JSON.parse(text) as Words;

test('every word comes at its time, stamped as if it were said now', async () => {
  const heard = await heardOf({});
  expect(heard.map(({ heardMs }) => heardMs - NOW_MS)).toEqual([0, 1_000, 2_000, 10_000]);
  const stamps = heard.map(words).map(({ data }) => (data.t ?? data.at ?? 0) - NOW_MS);
  expect(stamps).toEqual([-LATE_MS, 1_000 - LATE_MS, 2_000 - LATE_MS, 10_000 - LATE_MS]);
  expect(heard.map(words).map(({ seq }) => seq)).toEqual([7, undefined, 8, 9]);
  expect(words(heard[1] as Heard).data).toMatchObject({ at_formatted: new Date(NOW_MS + 960).toISOString() });
});

test('played twice as fast, words and stamps come in half the time', async () => {
  const heard = await heardOf({ speed: 2 });
  expect(heard.map(({ heardMs }) => heardMs - NOW_MS)).toEqual([0, 500, 1_000, 5_000]);
  expect(words(heard[3] as Heard).data.t).toBe(NOW_MS + 5_000 - LATE_MS / 2);
});

test('it names the game as it is called now, and nothing else of it changes', async () => {
  const heard = await heardOf({ game: 'new-game' });
  expect(words(heard[0] as Heard).data).toEqual({
    eid: 'e7',
    gid: 'new-game',
    t: NOW_MS - LATE_MS,
    px: 4_000,
  });
});

test('as recorded, it is byte for byte what was heard', async () => {
  const heard = await heardOf({ asRecorded: true });
  expect(heard.map(({ text }) => text)).toEqual(
    TAPE.filter((one) => one !== control).map(({ text }) => text),
  );
});
