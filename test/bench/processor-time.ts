// How much of a processor a process and all that it started have used so far, as Linux counts it.
import { readdirSync, readFileSync } from 'node:fs';

/** A hundredth of a second: what Linux counts in, on all machines that it is built for by default. */
const JIFFY_MS = 10;

type Counted = { readonly parent: number; readonly usedMs: number };

/** Null for a process that is gone by now. */
function counted(pid: number): Counted | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold anything. After it: state, parent, ...; user and system time are the 12th and 13th.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      usedMs: (Number(fields[11]) + Number(fields[12])) * JIFFY_MS,
    };
  } catch {
    return null;
  }
}

/** Milliseconds of processor time of `root` and its descendants that live. @throws where there is no /proc. */
export function usedMs(root: number): number {
  const all = new Map<number, Counted>();
  for (const name of readdirSync('/proc')) {
    const known = /^\d+$/.test(name) ? counted(Number(name)) : null;
    if (known) all.set(Number(name), known);
  }
  const belongs = (pid: number): boolean => {
    const parent = all.get(pid)?.parent ?? 0;
    return pid === root || (parent > 0 && belongs(parent));
  };
  let sum = 0;
  for (const [pid, { usedMs: own }] of all) if (belongs(pid)) sum += own;
  return sum;
}
