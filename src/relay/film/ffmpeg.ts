// Pictures on the disk: one PNG each, or a film with alpha where ffmpeg is installed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { onPath } from './find-chromium.ts';

export interface FilmFile {
  add(png: Buffer): Promise<void>;
  /** The film is whole. */
  end(): Promise<void>;
  /** What there is of it goes. */
  abandon(): Promise<void>;
}

/** Source: ffmpeg 5.1, prores_ks and libvpx-vp9. The matrix is named: hosts shift colours that are left to guessing. */
const COLOURS = [
  '-vf',
  'scale=out_color_matrix=bt709:out_range=tv',
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
  '-color_range',
  'tv',
];
const CODECS: Readonly<Record<string, readonly string[]>> = {
  '.mov': [
    '-c:v',
    'prores_ks',
    '-profile:v',
    '4444',
    '-pix_fmt',
    'yuva444p10le',
    '-alpha_bits',
    '16',
    '-vendor',
    'apl0',
  ],
  '.webm': [
    '-c:v',
    'libvpx-vp9',
    '-pix_fmt',
    'yuva420p',
    '-auto-alt-ref',
    '0',
    '-crf',
    '18',
    '-b:v',
    '0',
    '-deadline',
    'good',
    '-cpu-used',
    '4',
  ],
};

/** The kinds of film there are. */
export const FILM_ENDS: readonly string[] = Object.keys(CODECS);

/** Where ffmpeg is; undefined where it is not. `FFMPEG` of the environment names another. */
export const findFfmpeg = (env: Readonly<Record<string, string | undefined>>): string | undefined =>
  [...(env.FFMPEG ? [env.FFMPEG] : onPath(env, ['ffmpeg']))].find((path) => existsSync(path));

/** `000001.png` and so on in a folder, which is made. */
async function pictures(folder: string): Promise<FilmFile> {
  await mkdir(folder, { recursive: true });
  let nth = 0;
  return {
    async add(png) {
      nth += 1;
      await writeFile(join(folder, `${String(nth).padStart(6, '0')}.png`), png);
    },
    end: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  };
}

function film(path: string, codec: readonly string[], fps: number, ffmpeg: string): FilmFile {
  const part = path.replace(/(\.\w+)$/, '.part$1');
  const from = ['-f', 'image2pipe', '-framerate', String(fps), '-c:v', 'png', '-i', '-'];
  const child = spawn(ffmpeg, ['-v', 'error', '-y', ...from, ...COLOURS, ...codec, '-r', String(fps), part], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-2_000);
  });
  child.stdin.on('error', () => {});
  const gone = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', (error) => {
      said = error.message;
      resolve(1);
    });
  });
  return {
    async add(png) {
      if (child.stdin.destroyed) throw new Error(`ffmpeg has ended: ${said.trim()}`);
      if (!child.stdin.write(png)) await Promise.race([once(child.stdin, 'drain'), gone]);
    },
    async end() {
      child.stdin.end();
      const code = await gone;
      if (code !== 0) throw new Error(`ffmpeg has failed: ${said.trim()}`);
      await rename(part, path);
    },
    async abandon() {
      child.kill('SIGKILL');
      await gone;
      await rm(part, { force: true });
    },
  };
}

/** A folder of PNGs, or a film by its name's end. @throws Error in one sentence where ffmpeg is needed and is not there. */
export async function openFilm(
  path: string,
  fps: number,
  env: Readonly<Record<string, string | undefined>>,
): Promise<FilmFile> {
  const end = extname(path).toLowerCase();
  const codec = CODECS[end];
  if (!codec) return pictures(path);
  const ffmpeg = findFfmpeg(env);
  if (ffmpeg) return film(path, codec, fps, ffmpeg);
  throw new Error(
    `A ${end} needs ffmpeg, which is not on this machine: install it (on Debian: apt-get install ffmpeg), or give --out a folder for a PNG a frame`,
  );
}
