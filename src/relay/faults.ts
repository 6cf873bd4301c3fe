// What went wrong so far, counted by code and place, for the operator: a thousand bad messages are one line and a number.
import { type Fault, fault } from '../game/fault.ts';
import type { CountedFault } from '../wire/wire.ts';
import type { Redact } from './redact.ts';

/** Kinds of Fault that are remembered; the one longest unseen makes room. */
export const FAULTS_KEPT = 64;

export interface Faults {
  readonly add: (told: Fault) => void;
  /** The newest first. */
  list(): readonly CountedFault[];
  /** How many there were in all. */
  readonly total: number;
}

export type FaultsOptions = {
  readonly now: () => number;
  readonly redact: Redact;
  /** Called with each Fault, without secrets; `first` when its kind was not remembered. */
  readonly onFault?: (told: Fault, first: boolean) => void;
};

/** An index in the place (`locations[3]`) does not make another kind. */
const kindOf = ({ code, where }: Fault): string => `${code} ${where.replaceAll(/\[\d+\]/g, '[]')}`;

/** An empty, bounded list of Faults. */
export function makeFaults({ now, redact, onFault }: FaultsOptions): Faults {
  const byKind = new Map<string, CountedFault>();
  let total = 0;
  return {
    add(told) {
      const clean = fault(told.code, redact(told.where), redact(told.expected), redact(told.found));
      const kind = kindOf(clean);
      const known = byKind.get(kind);
      total += 1;
      // Deleted and set again, so that the map's own order is the order of last sight.
      byKind.delete(kind);
      byKind.set(kind, { fault: clean, count: (known?.count ?? 0) + 1, lastMs: now() });
      const [oldest] = byKind.keys();
      if (byKind.size > FAULTS_KEPT && oldest !== undefined) byKind.delete(oldest);
      onFault?.(clean, known === undefined);
    },
    list: () => [...byKind.values()].reverse(),
    get total() {
      return total;
    },
  };
}
