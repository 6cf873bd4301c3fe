// The gists of tapes that were played or recorded here, kept as files beside the tapes: what is kept may be taken away at any time, and is made again.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { GIST_VERSION, type GistBlock, type GistSource } from '../../feeds/tape/gist.ts';
import { readGist, writeGist } from '../../feeds/tape/gist-file.ts';
import { gistHere, keptGist } from '../../feeds/tape/make-gist.ts';
import type { RuleSetName } from '../../game/rules.ts';
import type { OpenTape } from '../../tape/open.ts';
import type { TapeFile } from '../../tape/tape-file.ts';
import type { Zstd } from '../../tape/zstd.ts';

/** So many are kept; the one that was not looked at for longest goes first. A game's is some 3 MB. */
const MOST_KEPT = 24;
/** Of a tape so much of its beginning and of its end tells it from others, in bytes. */
const TOLD_BY_BYTES = 256 * 1024;
const EXTENSION = '.gist';

/** Where gists are kept of tapes that are recorded in a folder. */
export const gistsFolder = (dataFolder: string): string => join(dataFolder, 'gists');

/** What is made by one program is not taken for what another makes. */
export const markOf = (program: string): string | null =>
  existsSync(program) ? createHash('sha256').update(readFileSync(program)).digest('hex') : null;

/** A tape, read by these rules, by a program of that mark. */
export async function gistKey(file: TapeFile, rules: RuleSetName, mark: string): Promise<string> {
  const tailAt = Math.max(0, file.size - TOLD_BY_BYTES);
  const hash = createHash('sha256').update(`${GIST_VERSION} ${mark} ${rules} ${file.size} `);
  hash.update(await file.read(0, Math.min(TOLD_BY_BYTES, file.size)));
  return hash.update(await file.read(tailAt, file.size - tailAt)).digest('hex');
}

const pathOf = (folder: string, key: string): string => join(folder, `${key.slice(0, 24)}${EXTENSION}`);

/** Lets those go that nobody has looked at for longest. */
async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(EXTENSION));
  if (names.length <= MOST_KEPT) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, lookedMs: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of dated.sort((a, b) => b.lookedMs - a.lookedMs).slice(MOST_KEPT))
    await rm(join(folder, name), { force: true });
}

/** Keeps a whole gist. A folder that takes none is left without. Never rejects. */
export async function keepGist(folder: string, key: string, blocks: readonly GistBlock[]): Promise<void> {
  const path = pathOf(folder, key);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.part`, writeGist(key, blocks));
    await rename(`${path}.part`, path);
    await prune(folder);
  } catch {
    await rm(`${path}.part`, { force: true }).catch(() => {});
  }
}

/** The one that is kept, if any. Never rejects. */
async function keptIn(folder: string, key: string, nowMs: number): Promise<readonly GistBlock[] | null> {
  const path = pathOf(folder, key);
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return null;
  await utimes(path, nowMs / 1_000, nowMs / 1_000).catch(() => {});
  return readGist(key, bytes);
}

/** What the thread is told, and what it answers: block by block, then the end. */
export type GistOrder = { readonly path: string; readonly rules: RuleSetName };
export type GistAnswer = { readonly block: GistBlock } | { readonly end: true };

export type GistOf = {
  readonly tape: OpenTape;
  readonly path: string;
  readonly file: TapeFile;
  readonly rules: RuleSetName;
  readonly zstd: Zstd;
  readonly nowMs: number;
};

/** Gives the gist of a tape: the one that is kept, or one that is made by a thread of its own and then kept. */
export const gistsIn =
  (folder: string, program: string) =>
  async ({ tape, path, file, rules, zstd, nowMs }: GistOf): Promise<GistSource> => {
    const here = gistHere({ tape, rules, zstd });
    const mark = markOf(program);
    if (mark === null) return here;
    const key = await gistKey(file, rules, mark);
    const kept = await keptIn(folder, key, nowMs);
    if (kept) return keptGist(kept);
    return inThread(program, { path, rules }, here, (blocks) => void keepGist(folder, key, blocks));
  };

/** Made by a thread; should that fail, the rest is made here. */
function inThread(
  program: string,
  order: GistOrder,
  here: GistSource,
  onWhole: (blocks: readonly GistBlock[]) => void,
): GistSource {
  return ({ block, end }) => {
    const blocks: GistBlock[] = [];
    let instead: ReturnType<GistSource> | null = null;
    let isOver = false;
    const worker = new Worker(program, { workerData: order });
    worker.unref();
    const fallBack = (): void => {
      if (isOver) return;
      isOver = true;
      let given = 0;
      instead = here({
        block(one) {
          given += 1;
          if (given > blocks.length) block(one);
        },
        end,
      });
    };
    worker.on('message', (answer: GistAnswer) => {
      if (isOver) return;
      if ('block' in answer) {
        blocks.push(answer.block);
        block(answer.block);
        return;
      }
      isOver = true;
      onWhole(blocks);
      end();
    });
    worker.once('error', fallBack);
    worker.once('exit', fallBack);
    return {
      async stop() {
        isOver = true;
        await worker.terminate();
        await instead?.stop();
      },
    };
  };
}

/** Beside a tape that is recorded: where its gist is kept. */
export const besideTape = (path: string): string => gistsFolder(dirname(path));
