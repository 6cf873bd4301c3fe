// `courtside tape`: what a tape holds, and whether it is whole.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { faultText } from '../game/fault.ts';
import { readTape } from '../tape/reader.ts';
import { type Survey, surveyOf } from '../tape/survey.ts';
import { loadZstd } from '../tape/zstd.ts';
import { type Command, type Context, type ExitCode, WrongUse } from './command.ts';

const LATER: readonly string[] = ['repair', 'cut', 'import', 'export'];

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
  const { about, topics, entries, firstMs, lastMs, complete, fault } = survey;
  if (!about) return ['not a tape of Courtside', ...(fault ? [faultText(fault)] : [])];
  return [
    `feed      ${about.feed} (words of ${about.words}), rules ${about.rules}, written by ${about.writer}`,
    `began     ${new Date(about.startedMs).toISOString()}`,
    `lasts     ${duration(lastMs - firstMs)}, ${entries} entries`,
    ...[...topics].map(([topic, count]) => `          ${String(count).padStart(8)}  ${topic}`),
    `end       ${complete ? 'ended by its writer' : 'not ended: everything before the cut is there'}`,
    ...(fault ? [`fault     ${faultText(fault)}`] : []),
  ];
}

async function run(action: string, file: string, { out }: Context): Promise<ExitCode> {
  const { size } = await stat(file);
  const survey = await surveyFile(file);
  const whole = survey.about !== null && survey.complete && survey.fault === null;
  out(`${basename(file)}, ${size} bytes`);
  if (action === 'info') {
    for (const line of told(survey)) out(line);
    return survey.about === null ? 1 : 0;
  }
  out(whole ? `whole: ${survey.entries} entries` : `not whole: ${survey.entries} entries can be read`);
  if (survey.fault) out(faultText(survey.fault));
  return whole ? 0 : 1;
}

export const tape: Command = {
  name: 'tape',
  usage: 'tape info|verify FILE',
  says: 'what a tape holds; whether it is whole (exit code 1 when not)',
  options: {},
  positionals: 2,
  run: ({ positionals: [action, file] }, context) => {
    if (action !== undefined && LATER.includes(action))
      throw new WrongUse(`This version cannot ${action} tapes yet`);
    if (action !== 'info' && action !== 'verify') throw new WrongUse('tape takes info or verify, and a file');
    if (file === undefined) throw new WrongUse(`tape ${action} takes a file`);
    return run(action, file, context);
  },
};
