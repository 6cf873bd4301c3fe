// `courtside tape info` and `verify`: what a tape holds, and whether it is whole.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { faultText } from '../../game/fault.ts';
import { readTape } from '../../tape/reader.ts';
import { type Survey, surveyOf } from '../../tape/survey.ts';
import { beginOf } from '../../tape/tape.ts';
import { loadZstd } from '../../tape/zstd.ts';
import type { Command, Context, ExitCode } from '../command.ts';
import { fileOf } from './arguments.ts';

/** Read in pieces of this, in bytes. */
const PIECE_BYTES = 256 * 1024;

/** A tape's file, surveyed. @throws Error when the file cannot be read. */
export async function surveyFile(file: string): Promise<Survey> {
  const bytes = createReadStream(file, { highWaterMark: PIECE_BYTES });
  return surveyOf(readTape(bytes, await loadZstd()));
}

const duration = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

function told(survey: Survey): readonly string[] {
  const { about, teams, topics, entries, firstMs, lastMs, complete, fault } = survey;
  if (!about) return ['not a tape of Courtside', ...(fault ? [faultText(fault)] : [])];
  const beginMs = beginOf(about, firstMs);
  return [
    `feed      ${about.feed} (words of ${about.words}), rules ${about.rules}, written by ${about.writer}`,
    ...(about.what === undefined ? [] : [`is        ${about.what}`]),
    ...(about.game === undefined ? [] : [`game      ${about.game}`]),
    ...(teams.home || teams.away ? [`teams     ${teams.home ?? '?'}, ${teams.away ?? '?'}`] : []),
    `began     ${new Date(about.fromMs === undefined ? about.startedMs : beginMs).toISOString()}`,
    `lasts     ${duration(lastMs - beginMs)}, ${entries} entries`,
    ...[...topics].map(([topic, count]) => `          ${String(count).padStart(8)}  ${topic}`),
    `end       ${complete ? 'ended by its writer' : 'not ended: everything before the cut is there'}`,
    ...(fault ? [`fault     ${faultText(fault)}`] : []),
  ];
}

async function look(file: string, { out }: Context): Promise<Survey> {
  const { size } = await stat(file);
  out(`${basename(file)}, ${size} bytes`);
  return surveyFile(file);
}

export const info: Command = {
  name: 'info',
  usage: 'tape info FILE',
  says: 'what a tape holds',
  options: {},
  positionals: 1,
  async run(given, context): Promise<ExitCode> {
    const survey = await look(fileOf(given, 'tape info'), context);
    for (const line of told(survey)) context.out(line);
    return survey.about === null ? 1 : 0;
  },
};

export const verify: Command = {
  name: 'verify',
  usage: 'tape verify FILE',
  says: 'whether a tape is whole, byte for byte as it was written: exit code 1 when not',
  options: {},
  positionals: 1,
  async run(given, context): Promise<ExitCode> {
    const { about, complete, fault, entries } = await look(fileOf(given, 'tape verify'), context);
    const whole = about !== null && complete && fault === null;
    context.out(whole ? `whole: ${entries} entries` : `not whole: ${entries} entries can be read`);
    if (fault) context.out(faultText(fault));
    return whole ? 0 : 1;
  },
};
