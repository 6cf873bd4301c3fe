// `courtside tape` run on files of one simulated game, and what is true on them.
import { readFile } from 'node:fs/promises';
import { makeTapeTeller } from '../../../src/feeds/tape/tell.ts';
import { rulesOf } from '../../../src/game/rules.ts';
import { runCli } from '../../../src/relay/cli.ts';
import type { Context } from '../../../src/relay/command.ts';
import { type OpenTape, openTape } from '../../../src/tape/open.ts';
import type { Entry } from '../../../src/tape/tape.ts';
import { memoryFile } from '../../../src/tape/tape-file.ts';
import { loadZstd } from '../../../src/tape/zstd.ts';
import { makeTimeline } from '../../../src/time/timeline.ts';
import { gameEntries } from '../../kit/tape-disk.ts';
import { entriesOf, piecesOf } from '../../kit/tapes.ts';

/** The first two minutes, nearly, of a game with positions. */
export const GAME = gameEntries(110_000);

/** The command with these words, and all that it printed. */
export async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const context = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await runCli(['tape', ...args], context as unknown as Context);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** That file as a tape. @throws Error when it is none. */
export async function opened(file: string): Promise<OpenTape> {
  const tape = await openTape(memoryFile(await readFile(file)), await loadZstd());
  if (tape.about === null) throw new Error('no tape');
  return tape;
}

/** Everything on it. */
export const allOf = async (file: string): Promise<readonly Entry[]> =>
  entriesOf(await piecesOf(await readFile(file)));

/** What is true at some instants, as a page would be told it. */
export async function momentsOf(file: string, instants: readonly number[]): Promise<readonly unknown[]> {
  const tape = await opened(file);
  const timeline = makeTimeline({ rules: rulesOf(tape.about.rules) });
  const teller = makeTapeTeller(tape.about);
  for await (const entry of tape.read()) for (const message of teller.tell(entry)) timeline.push(message);
  return instants.map((atMs) => {
    const { game, clock, shotClock, bodies, bodyCount, ball } = timeline.at(atMs);
    const places = bodies.slice(0, bodyCount).map(({ id, xMm, yMm }) => ({ id, xMm, yMm }));
    // When a value was said again is no part of what is shown.
    const { said: _said, ...told } = game;
    return structuredClone({ told, clock: clock?.text, shotClock: shotClock?.text, places, ball: ball?.xMm });
  });
}
