// What a command of `courtside` is: a name, what it takes, what it does. The table of them is in cli.ts.
import type { ParseArgsConfig } from 'node:util';
import type { Emulate } from '../feeds/emulating.ts';
import type { Timekeeper } from '../feeds/feed.ts';
import type { Themes } from './look-files.ts';
import type { Graphics } from './standing.ts';
import type { Pack } from './tapes/packing.ts';

/** 0 done, 1 failed, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** What a command is given: everything of the process that it may touch. */
export type Context = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** How far something is: each replaces the last. Absent where nobody watches. */
  readonly progress?: (text: string) => void;
  /** The only place where secrets are. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly time: Timekeeper;
  readonly version: string;
  readonly graphics: Graphics;
  readonly themes: Themes;
  readonly pagesFolder: string;
  /** What is played when no tape is named. */
  readonly sampleTape?: string;
  readonly addresses: readonly string[];
  /** Packs tapes while they are recorded; null where that is not built. */
  readonly pack?: Pack | null;
  /** The program of the thread that finds out what a tape says; where it is not there, that is done beside all else. */
  readonly gistProgram?: string;
  /** Starts a ShotTracker server. */
  readonly emulate: Emulate;
  /** Resolves when the process is asked to stop. */
  readonly untilStopped: Promise<void>;
};

export type Option = NonNullable<ParseArgsConfig['options']>[string] & {
  /** What stands for the value in the help: `FILE`. */
  readonly takes?: string;
  readonly says: string;
};

export type Given = {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
};

export type Command = {
  readonly name: string;
  /** As typed after `courtside`. */
  readonly usage: string;
  readonly says: string;
  readonly options: Readonly<Record<string, Option>>;
  /** How many positional arguments it takes at most. */
  readonly positionals: number;
  readonly run: (given: Given, context: Context) => Promise<ExitCode>;
  /** Commands of its own, named by its first argument. */
  readonly actions?: readonly Command[];
};

/** A wrong use, told in one sentence: exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** The value of an option that takes one; undefined when it was not given. The last counts. */
export function textOf({ values }: Given, name: string): string | undefined {
  const value = values[name];
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : undefined;
}

export type Range = { readonly min: number; readonly max: number; readonly whole?: boolean };

/** @throws WrongUse when it is not a number of that range. */
export function numberOf(given: Given, name: string, { min, max, whole = false }: Range): number | undefined {
  const text = textOf(given, name);
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!(value >= min && value <= max) || (whole && !Number.isInteger(value)))
    throw new WrongUse(`--${name} takes a ${whole ? 'whole ' : ''}number from ${min} to ${max}, not ${text}`);
  return value;
}

/** @throws WrongUse when it is none of these. */
export function oneOf<const Choice extends string>(
  given: Given,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textOf(given, name);
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new WrongUse(`--${name} takes one of ${choices.join(', ')}, not ${text}`);
  return found;
}
