// `courtside tape import`: a tape from the lines that `export` writes.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readEntry, readHead } from '../../tape/ndjson.ts';
import { rewrite } from '../../tape/rewrite.ts';
import type { Entry } from '../../tape/tape.ts';
import { TAPE_VERSION } from '../../tape/tape.ts';
import { loadZstd } from '../../tape/zstd.ts';
import { type Command, textOf } from '../command.ts';
import { TAPE_SCHEMAS } from '../tape-schemas.ts';
import { FORCE, fileOf, OUT } from './arguments.ts';
import { writeWhole } from './tape-disk.ts';

/** The tape of those lines. @throws LineError where one cannot be read. */
async function* tapeOf(file: string): AsyncGenerator<Uint8Array, void, void> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  const first = await lines.next();
  const { about, teams } = readHead(first.done ? '' : first.value);
  const entries = async function* (): AsyncGenerator<Entry> {
    for (let line = 2; ; line += 1) {
      const next = await lines.next();
      if (next.done) return;
      if (next.value.trim() !== '') yield readEntry(next.value, line);
    }
  };
  const now = { ...about, version: TAPE_VERSION };
  yield* rewrite({ about: now, teams, entries: entries(), zstd: await loadZstd(), schemas: TAPE_SCHEMAS });
}

export const importTape: Command = {
  name: 'import',
  usage: 'tape import FILE [options]',
  says: 'a tape from the lines of JSON that export writes',
  options: { out: { ...OUT, says: 'where it is written (FILE.mcap)' }, force: FORCE },
  positionals: 1,
  async run(given, { out }) {
    const file = fileOf(given, 'tape import');
    const to = textOf(given, 'out') ?? `${file.replace(/\.(nd)?jsonl?$/i, '')}.mcap`;
    const size = await writeWhole(to, tapeOf(file), { force: given.values.force === true });
    out(`${to}, ${size} bytes`);
    return 0;
  },
};
