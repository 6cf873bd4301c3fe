// What is recorded, when it is safe, and what happens when the disk is not.
import { stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/game/fault.ts';
import {
  FLUSH_MS,
  makeRecorder,
  PACK_ROOM_BYTES,
  PENDING_BYTES,
  type RecorderOptions,
} from '../../src/relay/recorder.ts';
import { sinksIn } from '../../src/relay/tape-files.ts';
import type { Pack } from '../../src/relay/tapes/packing.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { makeMemoryDisk } from '../kit/memory-disk.ts';
import { scratchFolder, startRelay } from '../kit/relay-rig.ts';
import { entriesOf, piecesOf } from '../kit/tapes.ts';

const ABOUT = { version: 1, feed: 'script', words: 'shottracker', rules: 'nba', writer: 'test' } as const;
const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

async function rig(more: Partial<RecorderOptions> = {}) {
  const time = makeManualTime();
  const disk = makeMemoryDisk();
  const faults: Fault[] = [];
  const recorder = makeRecorder({
    time,
    about: ABOUT,
    writer: makeTapeWriter(await loadZstd()),
    tapeName: () => 'tape.mcap',
    openSink: disk.openSink,
    onFault: (fault) => faults.push(fault),
    ...more,
  });
  const words = (text: string) =>
    recorder.words({ source: 'clock', text, heardMs: time.now(), saidMs: time.now() - 30 });
  /** What was heard since is on the disk. */
  const second = async () => {
    time.advance(FLUSH_MS);
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { time, disk, faults, recorder, words, second };
}

describe('a recorder', () => {
  test('has everything but the last second safe, without an end', async () => {
    const { recorder, words, second, disk, time } = await rig();
    await recorder.start();
    words('{"n":1}');
    recorder.note('cue', { cue: 'clear', revision: 1 });
    await second();
    words('{"n":2}');
    const pieces = await piecesOf(disk.bytes());
    expect(pieces[0]).toMatchObject({ kind: 'about', about: { ...ABOUT, startedMs: time.now() - FLUSH_MS } });
    expect(entriesOf(pieces)).toMatchObject([
      { topic: 'shottracker/clock', text: '{"n":1}', saidMs: time.now() - FLUSH_MS - 30 },
      { topic: 'courtside/cue', text: '{"cue":"clear","revision":1}' },
    ]);
    expect(pieces.at(-1)).toEqual({ kind: 'end', complete: false });
  });

  test('keeps bad words exactly as they came', async () => {
    const { recorder, words, second, disk } = await rig();
    await recorder.start();
    const bad = ['{"type":"da', '<html>502</html>', '\u0000\ufeff', ''];
    bad.forEach(words);
    await second();
    expect(entriesOf(await piecesOf(disk.bytes())).map(({ text }) => text)).toEqual(bad);
  });

  test('ends its tape when it stops, once', async () => {
    const { recorder, words, disk } = await rig();
    await recorder.start();
    words('{}');
    await recorder.stop();
    await recorder.stop();
    expect((await piecesOf(disk.bytes())).at(-1)).toEqual({ kind: 'end', complete: true });
    expect(disk.closed()).toBe(true);
    expect(recorder.info()).toMatchObject({ recording: false, bytes: disk.bytes().length });
  });

  test('all that a machine that stood still catches up with goes to the disk at once, together', async () => {
    const { recorder, disk, time } = await rig();
    await recorder.start();
    const before = disk.appends();
    const startMs = time.now();
    for (let n = 0; n <= 50; n += 1)
      recorder.words({ source: 'clock', text: `{"n":${n}}`, heardMs: startMs + n * 40 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(disk.appends()).toBe(before + 1);
    expect(entriesOf(await piecesOf(disk.bytes()))).toHaveLength(51);
    await recorder.stop();
  });

  test('what came while the disk was busy goes there as soon as it is not', async () => {
    const { recorder, words, second, disk, time } = await rig();
    await recorder.start();
    words('{"n":1}');
    const go = disk.stall();
    await second();
    words('{"n":2}');
    time.advance(FLUSH_MS);
    go();
    await new Promise((resolve) => setImmediate(resolve));
    expect(entriesOf(await piecesOf(disk.bytes()))).toHaveLength(2);
    await recorder.stop();
  });

  test('what is noted while the tape ends does not follow its end', async () => {
    const { recorder, words, disk, time } = await rig();
    await recorder.start();
    words('{"n":1}');
    const go = disk.stall();
    const stopped = recorder.stop();
    recorder.note('cue', { cue: 'clear', revision: 1 });
    time.advance(FLUSH_MS);
    go();
    await stopped;
    const pieces = await piecesOf(disk.bytes());
    expect(entriesOf(pieces)).toHaveLength(1);
    expect(pieces.at(-1)).toEqual({ kind: 'end', complete: true });
  });

  test('a piece that cannot be made ends the recording, and its end is not waited for', async () => {
    const writer = makeTapeWriter(await loadZstd());
    const broken = (): never => {
      throw new Error('no memory');
    };
    const { recorder, words, second, faults } = await rig({
      writer: Object.assign(writer, { flush: broken }),
    });
    await recorder.start();
    words('{}');
    await second();
    await recorder.stop();
    expect(faults).toMatchObject([{ code: 'recording-stopped', found: 'no memory' }]);
  });

  test('stops with a Fault when the disk is full, and says so in the health', async () => {
    const { recorder, words, second, disk, faults } = await rig();
    await recorder.start();
    words('{}');
    await second();
    disk.fail(noSpace());
    words('{}');
    await second();
    words('{}');
    await second();
    expect(faults).toMatchObject([
      { code: 'recording-stopped', found: expect.stringContaining('ENOSPC') as string },
    ]);
    expect(recorder.info()).toMatchObject({
      recording: false,
      detail: expect.stringContaining('no space') as string,
    });
    await recorder.stop();
    expect(entriesOf(await piecesOf(disk.bytes()))).toHaveLength(1);
  });

  test('tells the room that is left on the disk, and nothing once nobody can', async () => {
    let answer = () => Promise.resolve(5_000_000_000);
    const { recorder, second } = await rig({ freeBytes: () => answer() });
    await recorder.start();
    await second();
    expect(recorder.info()).toMatchObject({ recording: true, freeBytes: 5_000_000_000 });
    answer = () => Promise.reject(new Error('gone'));
    for (let n = 0; n < 40; n += 1) await second();
    expect(recorder.info()).not.toHaveProperty('freeBytes');
    await recorder.stop();
  });

  test('has its tape packed while it records, and tells its size from then on', async () => {
    const folder = await scratchFolder();
    const told: (readonly [string, number?])[] = [];
    const pack: Pack = (path) => ({
      grown: (bytes) => told.push(['grown', bytes]),
      async finish() {
        const { size } = await stat(path);
        told.push(['ended', size]);
        return 123;
      },
      abandon: () => told.push(['abandoned']),
    });
    const { recorder, words } = await rig({ openSink: sinksIn(folder), pack });
    await recorder.start();
    const { bytes: begun = 0 } = recorder.info() ?? {};
    words('{}');
    await recorder.stop();
    const whole = told.at(-1)?.[1] ?? 0;
    expect(told).toEqual([
      ['grown', begun],
      ['grown', whole],
      ['ended', whole],
    ]);
    expect(recorder.info()).toMatchObject({ recording: false, bytes: 123 });
  });

  test.each([
    ['the disk takes nothing more', false],
    ['there is hardly any room', true],
  ])('gives up packing when %s', async (_why, isNarrow) => {
    const told: string[] = [];
    const pack: Pack = () => ({
      grown: () => {},
      finish: () => Promise.resolve(told.push('ended')),
      abandon: () => told.push('abandoned'),
    });
    const failing = makeMemoryDisk();
    const openSink = async (name: string) => ({ ...(await failing.openSink(name)), path: '/tapes/a.mcap' });
    const room = isNarrow ? { freeBytes: () => Promise.resolve(PACK_ROOM_BYTES - 1) } : {};
    const { recorder, words, second } = await rig({ openSink, pack, ...room });
    await recorder.start();
    if (!isNarrow) failing.fail(noSpace());
    words('{}');
    await second();
    await recorder.stop();
    expect(told).toEqual(['abandoned']);
  });

  test('does not start on a disk that takes nothing, and says so', async () => {
    const { recorder, words, disk, faults } = await rig();
    disk.fail(new Error('EROFS: read-only file system'));
    await recorder.start();
    words('{}');
    await recorder.stop();
    expect(faults).toHaveLength(1);
    expect(recorder.info()).toMatchObject({ file: 'tape.mcap', recording: false });
  });

  test('waits for a slow disk within a bound, and loses nothing of what it held', async () => {
    const { recorder, words, second, disk, faults } = await rig();
    await recorder.start();
    const release = disk.stall();
    words('{"n":1}');
    await second();
    words('{"n":2}');
    await second();
    expect(disk.appends()).toBe(1);
    release();
    await second();
    await second();
    expect(entriesOf(await piecesOf(disk.bytes())).map(({ text }) => text)).toEqual(['{"n":1}', '{"n":2}']);
    expect(faults).toEqual([]);
  });

  test('gives up on a disk that is too slow', async () => {
    const { recorder, words, second, disk, faults } = await rig();
    await recorder.start();
    disk.stall();
    words('{}');
    await second();
    for (let n = 0; n < 5; n += 1) words('x'.repeat(PENDING_BYTES / 4));
    await second();
    expect(faults).toMatchObject([{ code: 'recording-stopped', found: 'the disk is too slow' }]);
  });
});

test('when the disk fails the show goes on, and the health says what happened', async () => {
  const disk = makeMemoryDisk();
  const time = makeManualTime();
  const writer = makeTapeWriter(await loadZstd());
  const relay = await startRelay({
    time,
    recorder: (onFault) =>
      makeRecorder({
        time,
        about: ABOUT,
        writer,
        tapeName: () => 'a.mcap',
        openSink: disk.openSink,
        onFault,
      }),
  });
  disk.fail(noSpace());
  relay.feed.say.words({ source: 'clock', text: '{}', heardMs: time.now() });
  relay.feed.say.status('live');
  time.advance(FLUSH_MS);
  await new Promise((resolve) => setImmediate(resolve));
  expect((await relay.cue({ cue: 'take', graphic: 'scorebug' })).status).toBe(200);
  const health = (await (await relay.get('/api/v1/health')).json()) as Record<string, unknown>;
  expect(health).toMatchObject({
    ok: false,
    tape: { recording: false, detail: expect.any(String) as string },
  });
});
