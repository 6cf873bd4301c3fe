// `POST /api/v1/tape/cut`: a stretch of the tape that is being recorded, as a file beside it: what the operator's button asks for.
import { z } from 'zod';
import { fault } from '../../game/fault.ts';
import { loadZstd } from '../../tape/zstd.ts';
import { answer, malformed } from '../answer.ts';
import { readBody } from '../body.ts';
import type { Place } from '../place.ts';
import { cutTape } from './cut-tape.ts';
import { withTape, writeWhole } from './tape-disk.ts';

/** The longest stretch that is cut at one go, in milliseconds. */
const LONGEST_MS = 30 * 60_000;

const wishSchema = z.union([
  z.strictObject({ lastMs: z.number().positive().max(LONGEST_MS) }),
  z.strictObject({ fromMs: z.number().min(0), toMs: z.number().min(0) }),
]);

/** What a cut is made of. */
export type Recording = {
  /** Where the tape is, with its folder; null when nothing was recorded. */
  readonly path: () => string | null;
  readonly now: () => number;
};

const stamp = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replaceAll(':', '-');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One cut at a time: the show has the machine. */
export function makeCutPlace({ path, now }: Recording): Place {
  let cutting = false;
  const cut = async (file: string, { fromMs, toMs }: { fromMs: number; toMs: number }): Promise<string> => {
    const to = file.replace(/\.mcap$/, `_cut-${stamp(toMs)}.mcap`);
    const zstd = await loadZstd();
    await withTape(file, zstd, (tape) =>
      writeWhole(to, cutTape(tape, { fromMs, toMs, zstd }), { force: true }),
    );
    return to;
  };
  return {
    methods: ['POST'],
    asked: 'control',
    async serve({ request, response }) {
      const body = await readBody(request);
      if ('fault' in body)
        return answer(response, { status: body.status, body: { fault: body.fault } }, true);
      const wish = wishSchema.safeParse(parsed(body.text));
      if (!wish.success)
        return answer(
          response,
          malformed('cut', '{"lastMs"} or {"fromMs","toMs"}, at most half an hour', 'another'),
        );
      const file = path();
      const refused = (expected: string, found: string): void =>
        answer(response, { status: 409, body: { fault: fault('cut-refused', 'tape', expected, found) } });
      if (file === null) return refused('a tape that is recorded', 'none');
      if (cutting) return refused('one cut at a time', 'one that is being made');
      cutting = true;
      try {
        const nowMs = now();
        const stretch = 'lastMs' in wish.data ? { fromMs: nowMs - wish.data.lastMs, toMs: nowMs } : wish.data;
        const made = await cut(file, stretch);
        answer(response, { status: 200, body: { file: made.split(/[\\/]/).at(-1) } });
      } catch (error) {
        refused('a stretch that the tape holds', error instanceof Error ? error.message : String(error));
      } finally {
        cutting = false;
      }
    },
  };
}
