// A stretch of a tape as a tape of its own, as the command and the operator's button make it.
import { makeAnonymiser } from '../../feeds/shottracker/anonymise.ts';
import { CARRIES } from '../../feeds/tape/carries.ts';
import { cutEntries } from '../../tape/cut.ts';
import type { OpenTape } from '../../tape/open.ts';
import { rewrite } from '../../tape/rewrite.ts';
import { type About, type Entry, TAPE_VERSION } from '../../tape/tape.ts';
import type { Zstd } from '../../tape/zstd.ts';
import { TAPE_SCHEMAS } from '../tape-schemas.ts';

export type CutOptions = {
  readonly fromMs: number;
  readonly toMs: number;
  /** The seed by which names and ids are replaced; absent: they stay. */
  readonly anonymise?: number | undefined;
  readonly zstd: Zstd;
};

/** The bytes of the cut. @throws Error when nothing of the tape lies within. */
export async function* cutTape(
  tape: OpenTape,
  { fromMs, toMs, anonymise, zstd }: CutOptions,
): AsyncGenerator<Uint8Array, void, void> {
  if (!(fromMs < toMs)) throw new Error('The cut ends before it begins');
  if (toMs < tape.firstMs || fromMs > tape.lastMs) throw new Error('The tape holds nothing of that time');
  const entries = (): AsyncIterable<Entry> => cutEntries(tape, { fromMs, toMs, carries: CARRIES });
  const about: About = {
    ...tape.about,
    version: TAPE_VERSION,
    fromMs: Math.max(fromMs, tape.firstMs),
    what: cutText(tape.about, anonymise !== undefined),
  };
  if (anonymise === undefined) {
    yield* rewrite({ about, teams: tape.teams, entries: entries(), zstd, schemas: TAPE_SCHEMAS });
    return;
  }
  const anonymiser = makeAnonymiser(anonymise);
  for await (const entry of entries()) anonymiser.learn(entry);
  const replaced = async function* (): AsyncGenerator<Entry> {
    for await (const entry of entries()) {
      const one = anonymiser.replace(entry);
      if (one) yield one;
    }
  };
  const { game, ...rest } = about;
  const named: About = { ...rest, ...(game === undefined ? {} : { game: anonymiser.id(game) }) };
  yield* rewrite({ about: named, entries: replaced(), zstd, schemas: TAPE_SCHEMAS });
}

const cutText = ({ what }: About, anonymous: boolean): string =>
  [what, `a cut${anonymous ? ', names and ids replaced' : ''}`]
    .filter((part) => part !== undefined)
    .join('; ');
