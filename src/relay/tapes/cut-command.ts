// `courtside tape cut`: a stretch of a tape as a tape of its own, with what was known when it begins.
import { loadZstd } from '../../tape/zstd.ts';
import { type Command, numberOf, textOf } from '../command.ts';
import { FORCE, fileOf, OUT, STRETCH_OPTIONS, stretchOf } from './arguments.ts';
import { cutTape } from './cut-tape.ts';
import { withTape, writeWhole } from './tape-disk.ts';

const beside = (file: string): string => `${file.replace(/\.mcap$/i, '')}-cut.mcap`;

export const cut: Command = {
  name: 'cut',
  usage: 'tape cut FILE [options]',
  says: 'a stretch of a tape as a tape of its own, with everything in it and what was known when it begins',
  options: {
    ...STRETCH_OPTIONS,
    last: {
      type: 'string',
      takes: 'TIME',
      says: 'the last so much of it, as 60s or 1:30, instead of --from and --to',
    },
    anonymise: {
      type: 'boolean',
      says: 'other names and ids, the same for each everywhere; our own notes go',
    },
    seed: { type: 'string', takes: 'N', says: 'which other names, with --anonymise (1)' },
    out: { ...OUT, says: 'where it is written (FILE-cut.mcap)' },
    force: FORCE,
  },
  positionals: 1,
  async run(given, { out }) {
    const file = fileOf(given, 'tape cut');
    const to = textOf(given, 'out') ?? beside(file);
    const seed = numberOf(given, 'seed', { min: 0, max: 0xffffffff, whole: true }) ?? 1;
    const zstd = await loadZstd();
    const force = given.values.force === true;
    const size = await withTape(file, zstd, async (tape) => {
      const stretch = await stretchOf(tape, given);
      const anonymise = given.values.anonymise === true ? seed : undefined;
      return writeWhole(to, cutTape(tape, { ...stretch, anonymise, zstd }), { force });
    });
    out(`${to}, ${size} bytes`);
    return 0;
  },
};
