// What the commands about tapes take: files, where to write, instants.
import { INSTANT_FORMS, instantOn, readInstant, spanMs } from '../../feeds/tape/instant.ts';
import type { OpenTape } from '../../tape/open.ts';
import { beginOf } from '../../tape/tape.ts';
import { type Given, type Option, textOf, WrongUse } from '../command.ts';

export const OUT: Option = { type: 'string', takes: 'FILE', says: 'where it is written' };
export const FORCE: Option = { type: 'boolean', says: 'write over a file that is there already' };

/** When a stretch begins and ends. */
export const STRETCH_OPTIONS: Readonly<Record<string, Option>> = {
  from: { type: 'string', takes: 'WHEN', says: `where it begins: ${INSTANT_FORMS} (its beginning)` },
  to: { type: 'string', takes: 'WHEN', says: 'where it ends, written likewise (its end)' },
};

/** The file that a command is about. @throws WrongUse when there is none. */
export function fileOf({ positionals: [file] }: Given, command: string): string {
  if (file === undefined) throw new WrongUse(`${command} takes a file`);
  return file;
}

async function instantOf(tape: OpenTape, given: Given, name: string): Promise<number | undefined> {
  const text = textOf(given, name);
  if (text === undefined) return undefined;
  // A shell passes `--from=-60s` only; `--from -60s` is read as an option.
  const instant = readInstant(text);
  if (instant === null) throw new WrongUse(`--${name} takes ${INSTANT_FORMS}, not ${text}`);
  const found = await instantOn(tape, instant);
  if (found === null) throw new Error(`The game clock of this tape never shows ${text}`);
  return found;
}

/** The stretch that is asked for, in the tape's own time. @throws WrongUse when it cannot be read; Error when the tape never shows it. */
export async function stretchOf(
  tape: OpenTape,
  given: Given,
): Promise<{ readonly fromMs: number; readonly toMs: number }> {
  const last = textOf(given, 'last');
  if (last !== undefined) {
    const ms = spanMs(last);
    if (ms === null || ms <= 0) throw new WrongUse(`--last takes a time as 60s or 1:30, not ${last}`);
    return { fromMs: tape.lastMs - ms, toMs: tape.lastMs };
  }
  const fromMs = (await instantOf(tape, given, 'from')) ?? beginOf(tape.about, tape.firstMs);
  const toMs = (await instantOf(tape, given, 'to')) ?? tape.lastMs;
  if (!(fromMs < toMs)) throw new WrongUse('--to is not after --from');
  return { fromMs, toMs };
}
