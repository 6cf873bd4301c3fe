// The relay's log on this page: read again from where it may have changed, whenever the relay says that it has.
import { type ReadonlySignal, signal } from '@preact/signals';
import { z } from 'zod';

/** Entries that the page keeps; the relay and the tape keep more. */
export const LOG_SHOWN = 500;
/** An entry so young may still be counted higher: the same Fault again is no new one. Milliseconds. */
const MAY_CHANGE_MS = 15_000;

const entrySchema = z.object({
  n: z.number(),
  atMs: z.number(),
  kind: z.enum(['cue', 'auto', 'refusal', 'fault', 'status']),
  by: z.string().nullable(),
  revision: z.number().nullable(),
  what: z.string(),
  times: z.number(),
  period: z.string().nullable(),
  clock: z.string().nullable(),
});
export type LogLine = z.infer<typeof entrySchema>;
const answerSchema = z.object({ entries: z.array(entrySchema) });

/** Gives what the relay answers for entries after that one; undefined for nothing. */
export type ReadLog = (since: number) => Promise<unknown>;

export interface DeskLog {
  /** Oldest first. */
  readonly lines: ReadonlySignal<readonly LogLine[]>;
  /** The log has changed so often, in this life of the relay. */
  follow(changes: number, relayStartedMs: number): void;
}

/** Nothing was read yet. */
export function makeDeskLog(read: ReadLog): DeskLog {
  const lines = signal<readonly LogLine[]>([]);
  let life = Number.NaN;
  let known = -1;
  let wanted = -1;
  let reading = false;

  const catchUp = async (): Promise<void> => {
    reading = true;
    while (known !== wanted) {
      const [aim, of] = [wanted, life];
      const kept = settled(lines.peek());
      const answer = answerSchema.safeParse(await read(kept.at(-1)?.n ?? 0).catch(() => undefined));
      // Another life of the relay began meanwhile: its numbers are others.
      if (of !== life) continue;
      known = aim;
      if (answer.success) lines.value = [...kept, ...answer.data.entries].slice(-LOG_SHOWN);
    }
    reading = false;
  };

  return {
    lines,
    follow(changes, relayStartedMs) {
      if (relayStartedMs !== life) {
        life = relayStartedMs;
        known = -1;
        lines.value = [];
      }
      wanted = changes;
      if (!reading && known !== wanted) void catchUp();
    },
  };
}

/** Those that cannot change any more. */
function settled(lines: readonly LogLine[]): readonly LogLine[] {
  const newestMs = lines.at(-1)?.atMs ?? 0;
  return lines.filter(({ atMs }) => newestMs - atMs > MAY_CHANGE_MS);
}
