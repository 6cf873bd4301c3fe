// What went wrong so far, counted by code and place, for the operator: a thousand bad messages are one line and a number, and the words of the last of them.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Words } from '../feeds/feed.ts';
import { type Fault, fault, faultSchema } from '../game/fault.ts';
import type { CountedFault } from '../wire/wire.ts';
import type { Redact } from './redact.ts';

/** Kinds of Fault that are remembered; the one longest unseen makes room. */
export const FAULTS_KEPT = 64;
/** The words that are kept of one kind, in characters; what is longer is cut off there. A whole floor of positions has 4,000. */
export const RAW_CHARS_KEPT = 64 * 1024;

/** The provider's words in which a Fault was found last, as they were received, without secrets. `chars`: how many there were; `text` may be cut off. */
export const rawFaultSchema = z.object({
  fault: faultSchema,
  source: z.string(),
  heardMs: z.number(),
  chars: z.number().int(),
  text: z.string(),
});
export type RawFault = z.infer<typeof rawFaultSchema>;

export interface Faults {
  /** `words`: those in which it was found, where it was found in any. */
  readonly add: (told: Fault, words?: Words | null) => void;
  /** The newest first. */
  list(): readonly CountedFault[];
  /** Null where there are none, or no such kind. */
  raw(id: string): RawFault | null;
  /** How many there were in all. */
  readonly total: number;
}

export type FaultsOptions = {
  readonly now: () => number;
  readonly redact: Redact;
  /** Called with each Fault, without secrets; `first` when its kind was not remembered. */
  readonly onFault?: (told: Fault, first: boolean) => void;
};

type Known = { readonly counted: CountedFault; readonly raw: RawFault | null };

/** An index in the place (`locations[3]`) does not make another kind. */
const kindOf = ({ code, where }: Fault): string => `${code} ${where.replaceAll(/\[\d+\]/g, '[]')}`;
const idOf = (kind: string): string => createHash('sha256').update(kind).digest('hex').slice(0, 12);

/** An empty, bounded list of Faults. */
export function makeFaults({ now, redact, onFault }: FaultsOptions): Faults {
  const byId = new Map<string, Known>();
  let total = 0;

  const rawOf = (told: Fault, { source, heardMs, text }: Words): RawFault => {
    const clean = redact(text);
    return { fault: told, source, heardMs, chars: clean.length, text: clean.slice(0, RAW_CHARS_KEPT) };
  };

  return {
    add(told, words = null) {
      const clean = fault(told.code, redact(told.where), redact(told.expected), redact(told.found));
      const id = idOf(kindOf(clean));
      const known = byId.get(id);
      total += 1;
      const raw = words ? rawOf(clean, words) : (known?.raw ?? null);
      const count = (known?.counted.count ?? 0) + 1;
      // Deleted and set again, so that the map's own order is the order of last sight.
      byId.delete(id);
      byId.set(id, { counted: { id, fault: clean, count, lastMs: now(), hasRaw: raw !== null }, raw });
      const [oldest] = byId.keys();
      if (byId.size > FAULTS_KEPT && oldest !== undefined) byId.delete(oldest);
      onFault?.(clean, known === undefined);
    },
    list: () => [...byId.values()].map(({ counted }) => counted).reverse(),
    raw: (id) => byId.get(id)?.raw ?? null,
    get total() {
      return total;
    },
  };
}
