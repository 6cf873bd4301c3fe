// `courtside tape export`: a tape as lines of JSON, or what it tells as a table for a spreadsheet.

import { entryLine, headLine } from '../../tape/ndjson.ts';
import type { OpenTape } from '../../tape/open.ts';
import { loadZstd } from '../../tape/zstd.ts';
import { type Command, oneOf, textOf } from '../command.ts';
import { FORCE, fileOf, OUT, STRETCH_OPTIONS, stretchOf } from './arguments.ts';
import { boxScoreCsv, messageLines, positionsCsv, shotsCsv } from './tables.ts';
import { withTape, writeWhole } from './tape-disk.ts';

const AS = ['ndjson', 'messages', 'positions', 'shots', 'box-score'] as const;
type As = (typeof AS)[number];
/** Lines of JSON; the others are tables. */
const isLines = (as: As): boolean => as === 'ndjson' || as === 'messages';
/** Lines are written in parts of this, in characters. */
const PART_CHARS = 256 * 1024;

export type Stretch = { readonly fromMs: number; readonly toMs: number };

async function* lines(tape: OpenTape, { fromMs, toMs }: Stretch): AsyncGenerator<string, void, void> {
  yield headLine(tape.about, tape.teams);
  for await (const entry of tape.read({ fromMs, toMs })) yield entryLine(entry);
}

function rowsOf(as: As, tape: OpenTape, stretch: Stretch): AsyncGenerator<string, void, void> {
  switch (as) {
    case 'ndjson':
      return lines(tape, stretch);
    case 'messages':
      return messageLines(tape, stretch);
    case 'positions':
      return positionsCsv(tape, stretch);
    case 'shots':
      return shotsCsv(tape, stretch);
    case 'box-score':
      return boxScoreCsv(tape, stretch);
    default: {
      const never: never = as;
      return never;
    }
  }
}

/** Rows as parts of a file. Source: RFC 4180 for the end of a table's lines. */
async function* parts(rows: AsyncIterable<string>, end: string): AsyncGenerator<string, void, void> {
  let part = '';
  for await (const row of rows) {
    part += row + end;
    if (part.length < PART_CHARS) continue;
    yield part;
    part = '';
  }
  yield part;
}

export const exportTape: Command = {
  name: 'export',
  usage: 'tape export FILE [options]',
  says: 'a tape as lines of JSON, from which import makes the same tape; or as a table for a spreadsheet',
  options: {
    as: {
      type: 'string',
      takes: 'KIND',
      says: `${AS.join(', ')} (ndjson); messages: what it tells, for graphics that are drawn without real time; tables are CSV`,
    },
    ...STRETCH_OPTIONS,
    out: { ...OUT, says: 'where it is written (FILE.ndjson, FILE-shots.csv)' },
    force: FORCE,
  },
  positionals: 1,
  async run(given, { out }) {
    const file = fileOf(given, 'tape export');
    const as = oneOf(given, 'as', AS) ?? 'ndjson';
    const base = file.replace(/\.mcap$/i, '');
    const ending = as === 'ndjson' ? '.ndjson' : `-${as}.${isLines(as) ? 'ndjson' : 'csv'}`;
    const to = textOf(given, 'out') ?? `${base}${ending}`;
    const size = await withTape(file, await loadZstd(), async (tape) => {
      // All of it, with what stands before a cut's beginning, unless a stretch is asked for.
      const asked = textOf(given, 'from') ?? textOf(given, 'to');
      const all = { fromMs: tape.firstMs, toMs: tape.lastMs };
      const stretch = asked === undefined && as === 'ndjson' ? all : await stretchOf(tape, given);
      const end = isLines(as) ? '\n' : '\r\n';
      return writeWhole(to, parts(rowsOf(as, tape, stretch), end), { force: given.values.force === true });
    });
    out(`${to}, ${size} bytes`);
    return 0;
  },
};
