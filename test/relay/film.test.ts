// `courtside render` as it is built: the same pictures twice, with their alpha, and films where ffmpeg is.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { findFfmpeg } from '../../src/relay/film/ffmpeg.ts';
import { findChromium } from '../kit/chromium.ts';
import { readPng } from '../kit/png.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { WITH_PARENT } from '../kit/with-parent.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMMAND = process.env.COURTSIDE_COMMAND ?? join(ROOT, 'dist/courtside.js');
const SAMPLE = join(ROOT, 'assets/tapes/sample.mcap');
const SIZE = ['--size', '640x360', '--fps', '25'];
const PATIENCE_MS = 240_000;
const run = promisify(execFile);

const render = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run(process.execPath, [...WITH_PARENT, COMMAND, 'render', SAMPLE, ...SIZE, ...args], {
    env: { ...process.env, CHROMIUM: findChromium() ?? '', ...env },
  });

const framesOf = async (folder: string): Promise<readonly Buffer[]> =>
  Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name))));

describe.skipIf(!existsSync(COMMAND))('a film (skipped where nothing is built: npm run build)', () => {
  test(
    'is the same twice, byte for byte, moves, and lets through what it does not cover',
    async () => {
      const folder = await scratchFolder();
      const wish = ['--graphics', 'scorebug,player-dots', '--from', '+10s', '--to', '+10.4s'];
      for (const out of ['one', 'two']) await render([...wish, '--out', join(folder, out)]);
      const [one, two] = [await framesOf(join(folder, 'one')), await framesOf(join(folder, 'two'))];
      expect(one).toHaveLength(10);
      expect(one.map((png, nth) => png.equals(two[nth] as Buffer))).toEqual(one.map(() => true));
      expect(one[0]?.equals(one[9] as Buffer)).toBe(false);
      const { width, height, rgba } = readPng(one[0] as Buffer);
      const alphas = Array.from({ length: width * height }, (_, pixel) => rgba[pixel * 4 + 3] ?? 0);
      expect([width, height]).toEqual([640, 360]);
      expect(alphas[0]).toBe(0);
      expect(alphas.includes(255)).toBe(true);
      // Most of the frame is left to the picture under it.
      expect(alphas.filter((alpha) => alpha === 0).length).toBeGreaterThan(alphas.length / 2);
    },
    PATIENCE_MS,
  );

  test('needs ffmpeg for a film, and says so in a sentence where there is none', async () => {
    const out = join(await scratchFolder(), 'film.mov');
    const wish = ['--graphics', 'scorebug', '--to', '+0.2s', '--out', out];
    const failed = await render(wish, { FFMPEG: '/nowhere/ffmpeg' }).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/\.mov needs ffmpeg, which is not/) as string,
    });
    expect(existsSync(out)).toBe(false);
  });

  test.skipIf(!findFfmpeg(process.env)).each(['film.mov', 'film.webm'])(
    'is written as %s (skipped where there is no ffmpeg)',
    async (name) => {
      const out = join(await scratchFolder(), name);
      await render(['--graphics', 'scorebug', '--to', '+0.2s', '--out', out]);
      const head = (await readFile(out)).subarray(0, 64).toString('latin1');
      expect(head).toContain(name.endsWith('.mov') ? 'ftyp' : 'webm');
    },
    PATIENCE_MS,
  );
});
