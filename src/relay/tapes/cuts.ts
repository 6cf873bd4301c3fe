// The cuts that this relay has made: out of the tape that it records, or the one that it plays. One at a time: the show has the machine.
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { FaultError, fault } from '../../game/fault.ts';
import { loadZstd } from '../../tape/zstd.ts';
import { cutTape } from './cut-tape.ts';
import { withTape, writeWhole } from './tape-disk.ts';

/** The longest stretch that is cut at one go, in milliseconds. */
const LONGEST_MS = 30 * 60_000;
/** Cuts that can still be fetched; the oldest go first. */
const KEPT = 100;

const anonymise = z
  .boolean()
  .optional()
  .describe('Names and ids replaced, each by the same invented other everywhere');

/** Which stretch: the last of it, or from one instant of the tape's own time to another. */
export const cutSchema = z.union(
  [
    z.strictObject({
      lastMs: z
        .number()
        .positive()
        .max(LONGEST_MS)
        .describe('Up to what is heard now, or to where the tape is played'),
      anonymise,
    }),
    z.strictObject({ fromMs: z.number().min(0), toMs: z.number().min(0), anonymise }),
  ],
  '{"lastMs"} or {"fromMs","toMs"}, at most half an hour',
);
export type CutWish = z.infer<typeof cutSchema>;

/** What a cut became: its file beside the tape, and where it is fetched. */
export const cutAnswerSchema = z.object({
  file: z.string(),
  bytes: z.number().int(),
  href: z.string(),
});
export type CutAnswer = z.infer<typeof cutAnswerSchema>;

export const CUTS_PATH = '/api/v1/tape/cuts/';

/** What a cut is made of. */
export type CutSource = {
  /** The tape, with its folder. */
  readonly path: string;
  /** Where it is now, on its own time line. */
  readonly nowMs: number;
};

export type CutsOptions = {
  /** Null where nothing is recorded or played. */
  readonly source: () => Promise<CutSource | null>;
  /** Where cuts are put; null: beside the tape. */
  readonly folder: string | null;
};

export interface Cuts {
  /** @throws FaultError `cut-refused`, with why */
  make(wish: CutWish): Promise<CutAnswer>;
  /** Where a cut of that name lies; null for what is none. */
  path(file: string): string | null;
}

const refusal = (expected: string, found: string): FaultError =>
  new FaultError(fault('cut-refused', 'tape', expected, found));

/** `to` the second; the milliseconds keep two cuts apart. */
const stamp = (ms: number): string => new Date(ms).toISOString().slice(0, 23).replaceAll(/[:.]/g, '-');

/** None was made yet. */
export function makeCuts({ source, folder }: CutsOptions): Cuts {
  const made = new Map<string, string>();
  let isCutting = false;

  const cut = async ({ path, nowMs }: CutSource, wish: CutWish): Promise<CutAnswer> => {
    const { fromMs, toMs } = 'lastMs' in wish ? { fromMs: nowMs - wish.lastMs, toMs: nowMs } : wish;
    if (toMs - fromMs > LONGEST_MS)
      throw refusal('at most half an hour', `${Math.round((toMs - fromMs) / 1_000)} s`);
    const isAnonymous = wish.anonymise === true;
    const file = `${basename(path, '.mcap')}_${isAnonymous ? 'anonymous' : 'cut'}-${stamp(toMs)}.mcap`;
    const to = join(folder ?? dirname(path), file);
    const zstd = await loadZstd();
    // Another seed for each: who has two cuts cannot lay them side by side.
    const anonymous = isAnonymous ? { anonymise: Math.floor(nowMs) % 0xffffffff } : {};
    const bytes = await withTape(path, zstd, (tape) =>
      writeWhole(to, cutTape(tape, { fromMs, toMs, zstd, ...anonymous }), { force: true }),
    );
    made.set(file, to);
    const [oldest] = made.keys();
    if (made.size > KEPT && oldest !== undefined) made.delete(oldest);
    return { file, bytes, href: `${CUTS_PATH}${encodeURIComponent(file)}` };
  };

  return {
    async make(wish) {
      if (isCutting) throw refusal('one cut at a time', 'one that is being made');
      isCutting = true;
      try {
        const from = await source();
        if (from === null) throw refusal('a tape that is recorded or played', 'none');
        return await cut(from, wish);
      } catch (error) {
        if (error instanceof FaultError) throw error;
        throw refusal(
          'a stretch that the tape holds',
          error instanceof Error ? error.message : String(error),
        );
      } finally {
        isCutting = false;
      }
    },
    path: (file) => made.get(file) ?? null,
  };
}
