// The thread that makes the gist of a tape while it is played: it answers block by block, then that there are no more.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { makeGist } from '../../feeds/tape/make-gist.ts';
import { RULE_SETS } from '../../game/rules.ts';
import { loadZstd } from '../../tape/zstd.ts';
import type { GistAnswer } from './gists.ts';
import { withTape } from './tape-disk.ts';

const { path, rules } = z.object({ path: z.string(), rules: z.enum(RULE_SETS) }).parse(workerData);
/** Whoever plays and draws goes before. Elsewhere than on Linux it would be the whole process that gives way. */
const GIVES_WAY = 5;
if (process.platform === 'linux') setPriority(GIVES_WAY);

const answer = (what: GistAnswer): void => parentPort?.postMessage(what);
const zstd = await loadZstd();
await withTape(path, zstd, (tape) => makeGist({ tape, rules, zstd, onBlock: (block) => answer({ block }) }));
answer({ end: true });
parentPort?.close();
