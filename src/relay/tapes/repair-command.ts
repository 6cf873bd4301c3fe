// `courtside tape repair`: a new, whole tape from what can still be read of a damaged one, and what was lost.
import { rewrite } from '../../tape/rewrite.ts';
import { type Loss, salvage } from '../../tape/salvage.ts';
import { TAPE_VERSION } from '../../tape/tape.ts';
import { loadZstd } from '../../tape/zstd.ts';
import { type Command, textOf } from '../command.ts';
import { TAPE_SCHEMAS } from '../tape-schemas.ts';
import { FORCE, fileOf, OUT } from './arguments.ts';
import { withFile, writeWhole } from './tape-disk.ts';

const beside = (file: string): string => `${file.replace(/\.mcap$/i, '')}-repaired.mcap`;

const lossText = ({ fromByte, toByte, entries }: Loss): string =>
  `lost      bytes ${fromByte} to ${toByte}${entries > 0 ? `, and in them ${entries} entries` : ''}`;

export const repair: Command = {
  name: 'repair',
  usage: 'tape repair FILE [options]',
  says: 'a new, whole tape from what can still be read of one that is damaged or was never ended',
  options: { out: { ...OUT, says: 'where it is written (FILE-repaired.mcap)' }, force: FORCE },
  positionals: 1,
  async run(given, { out, err }) {
    const file = fileOf(given, 'tape repair');
    const to = textOf(given, 'out') ?? beside(file);
    const zstd = await loadZstd();
    const { about, teams, entries, losses, complete } = await withFile(file, (bytes) => salvage(bytes, zstd));
    if (about === null) {
      err(`courtside: nothing in ${file} says what it is: it cannot be played again`);
      return 1;
    }
    const force = given.values.force === true;
    const whole = { about: { ...about, version: TAPE_VERSION }, teams, entries, zstd, schemas: TAPE_SCHEMAS };
    const size = await writeWhole(to, rewrite(whole), { force });
    for (const loss of losses) out(lossText(loss));
    if (losses.length === 0) out(complete ? 'nothing was lost' : 'it was not ended: nothing else was wrong');
    out(`${to}, ${entries.length} entries, ${size} bytes`);
    return 0;
  },
};
