// The gist of a tape, made in this thread while others have their turns; or one that was kept.
import { fault } from '../../game/fault.ts';
import type { RuleSetName } from '../../game/rules.ts';
import type { OpenTape } from '../../tape/open.ts';
import type { Zstd } from '../../tape/zstd.ts';
import type { GistBlock, GistSource } from './gist.ts';
import { GistMaker } from './gist-maker.ts';

export type MakeGistOptions = {
  readonly tape: OpenTape;
  readonly rules: RuleSetName;
  readonly zstd: Zstd;
  readonly onBlock: (block: GistBlock) => void;
  readonly isStopped?: () => boolean;
};

/** Others have their turn after so many entries. */
const TURN_EVERY = 100;

/** Reads to the end. What cannot be read on ends the gist there, with a Fault. Never rejects. True when it came to the end. */
export async function makeGist({
  tape,
  rules,
  zstd,
  onBlock,
  isStopped = () => false,
}: MakeGistOptions): Promise<boolean> {
  const maker = new GistMaker({ about: tape.about, rules, zstd, onBlock });
  let count = 0;
  let torn = tape.fault;
  try {
    for await (const entry of tape.read()) {
      if (isStopped()) return false;
      maker.hear(entry);
      count += 1;
      if (count % TURN_EVERY === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    torn = fault('tape-unread', 'tape', 'a tape that can be read on', why);
  }
  if (isStopped()) return false;
  maker.end(torn);
  return true;
}

/** Made here, while it is played. */
export const gistHere =
  (options: Omit<MakeGistOptions, 'onBlock' | 'isStopped'>): GistSource =>
  ({ block, end }) => {
    let stopped = false;
    const made = makeGist({ ...options, onBlock: block, isStopped: () => stopped }).then((isWhole) => {
      if (isWhole) end();
    });
    return {
      stop() {
        stopped = true;
        return made;
      },
    };
  };

/** All of it at once. */
export const keptGist =
  (blocks: readonly GistBlock[]): GistSource =>
  ({ block, end }) => {
    for (const one of blocks) block(one);
    end();
    return { stop: () => Promise.resolve() };
  };
