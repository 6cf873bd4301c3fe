// A tape at rest shows on a real page, pixel for pixel, what the film of that instant shows; and a film follows a script of cues, and what was on air.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Outline } from '../../src/game/outline.ts';
import type { TransportInfo } from '../../src/game/transport.ts';
import { openTab, startBrowser } from '../kit/browser.ts';
import { findChromium } from '../kit/chromium.ts';
import { type Running, startCommand } from '../kit/command.ts';
import { readPng } from '../kit/png.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { see } from '../kit/seen.ts';
import { WITH_PARENT } from '../kit/with-parent.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMMAND = process.env.COURTSIDE_COMMAND ?? join(ROOT, 'dist/courtside.js');
const SAMPLE = join(ROOT, 'assets/tapes/sample.mcap');
const PATIENCE_MS = 100_000;
const GRAPHICS = ['scorebug', 'shot-clock', 'team-comparison'] as const;
/** So many instants, a second apart; and before the first of them nothing has happened that a graphic could still be moving for. */
const INSTANTS = 10;
const STILL_MS = 4_000;

const run = promisify(execFile);
const render = (tape: string, args: readonly string[]) =>
  run(process.execPath, [...WITH_PARENT, COMMAND, 'render', tape, ...args], {
    env: { ...process.env, CHROMIUM: findChromium() ?? '' },
  });

const picturesIn = async (folder: string): Promise<readonly Buffer[]> =>
  Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name))));

const isBlank = (png: Buffer): boolean => {
  const { rgba } = readPng(png);
  return rgba.every((value, at) => at % 4 !== 3 || value === 0);
};

const read = async <T>({ url }: Running, path: string): Promise<T> =>
  (await (await fetch(`${url}${path}`)).json()) as T;

async function post({ url }: Running, path: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect([body, answer.status]).toEqual([body, 200]);
}

const transportOf = async (relay: Running): Promise<TransportInfo> =>
  (await read<{ transport: TransportInfo }>(relay, '/api/v1/transport')).transport;

/** A stretch in which nothing happens that is shown moving, in milliseconds after the tape's beginning. */
function stillFrom({ events }: Outline, { fromMs, toMs }: TransportInfo): number {
  const isStill = (atMs: number): boolean =>
    !events.some((event) => event.atMs > atMs - STILL_MS && event.atMs < atMs + 2_000);
  for (let at = STILL_MS; at < toMs - fromMs - INSTANTS * 1_000; at += 500)
    if (Array.from({ length: INSTANTS }, (_, nth) => fromMs + at + nth * 1_000).every(isStill)) return at;
  throw new Error('the sample tape has no quiet stretch');
}

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.skipIf(!existsSync(COMMAND))('a tape (skipped where nothing is built: npm run build)', () => {
  test('shows at ten instants, on a page that stands there, the very pixels of its film', async () => {
    const relay = await startCommand(['replay', SAMPLE]);
    await expect
      .poll(async () => (await transportOf(relay))?.readMs, { timeout: PATIENCE_MS })
      .toBe((await transportOf(relay)).toMs);
    await post(relay, '/api/v1/transport', { do: 'pause' });
    for (const graphic of GRAPHICS) await post(relay, '/api/v1/cues', { cue: 'take', graphic, cut: true });
    const from = stillFrom(await read<Outline>(relay, '/api/v1/transport/outline'), await transportOf(relay));
    const out = join(await scratchFolder(), 'film');
    const stretch = ['--from', `+${from / 1_000}s`, '--to', `+${from / 1_000 + INSTANTS}s`];
    await render(SAMPLE, ['--graphics', GRAPHICS.join(','), ...stretch, '--fps', '1', '--out', out]);
    const film = await picturesIn(out);
    expect(film).toHaveLength(INSTANTS);
    const { tab } = await openTab(browser, `${relay.url}/out?name=program&renderer=canvas`);
    onTestFinished(() => tab.close());
    for (const [nth, frame] of film.entries()) {
      await post(relay, '/api/v1/transport', { do: 'seek', to: `+${from / 1_000 + nth}s` });
      const { course } = await transportOf(relay);
      await tab.waitForFunction(
        ([atMs, count]) => {
          const painted = window.courtside?.painted();
          return painted?.instantMs === atMs && painted.graphics.length === count;
        },
        [course.gameMs, GRAPHICS.length] as const,
        { timeout: PATIENCE_MS },
      );
      // Whatever was still moving when it came here has come to rest when two looks are alike.
      let last: Buffer = Buffer.alloc(0);
      await expect
        .poll(
          async () => {
            const before = last;
            last = (await see(tab)).png;
            return last.equals(before);
          },
          { timeout: PATIENCE_MS, interval: 500 },
        )
        .toBe(true);
      const shown = readPng(last).rgba;
      const drawn = readPng(frame).rgba;
      const other = shown.reduce((count, value, at) => count + (value === drawn[at] ? 0 : 1), 0);
      expect([nth, isBlank(frame), other]).toEqual([nth, false, 0]);
    }
  }, 400_000);

  test('is drawn by a script of cues: nothing before the first, nothing after the last', async () => {
    const folder = await scratchFolder();
    const cues = join(folder, 'cues.ndjson');
    const script = [
      { at: '+11s', cue: 'take', graphic: 'scorebug', cut: true },
      { at: '+13s', cue: 'out', graphic: 'scorebug', cut: true },
    ];
    await writeFile(cues, script.map((line) => JSON.stringify(line)).join('\n'));
    const out = join(folder, 'film');
    await mkdir(out, { recursive: true });
    const stretch = ['--from', '+10s', '--to', '+15s', '--fps', '1', '--size', '640x360'];
    await render(SAMPLE, ['--cues', cues, ...stretch, '--out', out]);
    expect((await picturesIn(out)).map(isBlank)).toEqual([true, false, false, true, true]);
  }, 400_000);

  test('is drawn as it was aired: the graphics that were taken while it was recorded', async () => {
    const folder = await scratchFolder();
    const relay = await startCommand(['serve', '--seed', '7'], { data: folder });
    await expect
      .poll(async () => (await read<{ feed: { status: string } }>(relay, '/api/v1/health')).feed.status, {
        timeout: PATIENCE_MS,
      })
      .toBe('live');
    const begunMs = Date.now();
    await expect.poll(() => Date.now() - begunMs, { timeout: PATIENCE_MS }).toBeGreaterThan(3_000);
    await post(relay, '/api/v1/cues', { cue: 'take', graphic: 'scorebug', cut: true });
    const takenMs = Date.now();
    await expect.poll(() => Date.now() - takenMs, { timeout: PATIENCE_MS }).toBeGreaterThan(3_000);
    await relay.stop();
    const tape = (await readdir(folder)).find((name) => name.endsWith('.mcap')) ?? 'none';
    const out = join(folder, 'film');
    const instant = (ms: number): string => new Date(ms).toISOString();
    for (const [atMs, blank] of [
      [begunMs + 500, true],
      [takenMs + 1_500, false],
    ] as const) {
      const stretch = ['--from', instant(atMs), '--to', instant(atMs + 1_000), '--fps', '1'];
      await render(join(folder, tape), [
        '--as-aired',
        ...stretch,
        '--size',
        '640x360',
        '--out',
        `${out}${atMs}`,
      ]);
      expect((await picturesIn(`${out}${atMs}`)).map(isBlank)).toEqual([blank]);
    }
  }, 400_000);
});
