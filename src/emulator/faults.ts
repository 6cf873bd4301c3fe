// Faults on purpose: which there are, how they are ordered by hand or by a script, and which are on at an instant. Pure: time is an argument.
import { z } from 'zod';
import { SOURCES, type Source } from '../feeds/shottracker/sources.ts';

/** What each does, and what it is given beside its source; what is not given has a default. */
export const FAULTS = {
  loss: 'messages are lost (share)',
  delay: 'messages come late, in order (ms)',
  jitter: 'messages come late by chance, in order (ms: at most)',
  stall: 'nothing comes; afterwards everything at once',
  duplicate: 'messages come twice (share)',
  reorder: 'messages overtake each other (share; ms: held back at most)',
  truncate: 'messages are cut off (share)',
  'wrong-types': 'every value of a message is of another type (share)',
  'clock-skew': "the provider's clock is off: its stamps move (ms)",
  freeze: 'a source repeats what it said last (share)',
  cut: 'connections are broken, and nobody is let in',
  'wrong-score': 'scores are wrong (points: too many)',
} as const satisfies Readonly<Record<string, string>>;
export type FaultName = keyof typeof FAULTS;
const names = Object.keys(FAULTS) as [FaultName, ...FaultName[]];
export const FAULT_NAMES: readonly FaultName[] = names;

const LONGEST_MS = 86_400_000;
/** Steps that a script may have. */
export const MAX_STEPS = 1_000;

const orderShape = {
  fault: z.enum(names),
  /** Which of the provider's sources; all of them by default. `cut` is of all. */
  source: z.enum(['all', ...SOURCES]).default('all'),
  /** How many of the messages, 0 to 1. */
  share: z.number().min(0).max(1).optional(),
  /** Milliseconds; a skew may be negative. */
  ms: z.number().min(-LONGEST_MS).max(LONGEST_MS).optional(),
  points: z.number().int().min(-200).max(200).optional(),
};

/** A fault that is switched on by hand; with `forMs` it goes off by itself. */
export const orderSchema = z.strictObject({
  ...orderShape,
  forMs: z.number().positive().max(LONGEST_MS).optional(),
});
export type Order = z.infer<typeof orderSchema>;

/** A fault of a script: on from `atMs` after the start, for `forMs`. */
export const stepSchema = z.strictObject({
  ...orderShape,
  atMs: z.number().min(0),
  forMs: z.number().positive().max(LONGEST_MS),
});
export const scriptSchema = z.array(stepSchema).max(MAX_STEPS);
export type Script = z.infer<typeof scriptSchema>;

/** What may be taken off by hand; with neither, everything. */
export const clearSchema = z.strictObject({
  fault: z.enum(names).optional(),
  source: z.enum(['all', ...SOURCES]).optional(),
});

/** What may be posted: a fault that goes on, what goes off, or a script that begins now. */
export const faultPostSchema = z.union([
  z.strictObject({ clear: clearSchema }),
  z.strictObject({ script: scriptSchema }),
  orderSchema,
]);

/** A fault as it stands on the board. Instants are the board's own time line. */
export type Standing = Omit<Order, 'forMs'> & {
  readonly fromMs: number;
  /** Null: until it is taken off. */
  readonly untilMs: number | null;
  readonly by: 'hand' | 'script';
};

export type FaultBoard = {
  /** Switches a fault on; the same fault of the same source replaces the one that was set by hand. */
  set(order: Order, nowMs: number): void;
  /** Takes off what was set by hand or by the script and is on now; with neither a fault nor a source, what of the script is to come as well. */
  clear(which: z.infer<typeof clearSchema>, nowMs: number): void;
  /** A script that begins now, in place of the one before. */
  run(script: Script, nowMs: number): void;
  /** What of the script is still to come. */
  coming(nowMs: number): readonly Standing[];
  /** Whatever is on, the scripted first. */
  active(nowMs: number): readonly Standing[];
  /** The fault of that name for a source, the newest first; null when it is off. */
  on(fault: FaultName, source: Source, nowMs: number): Standing | null;
  /** The next instant at which anything goes on or off by itself; null when nothing will. */
  nextChange(nowMs: number): number | null;
};

const scripted = (script: Script, startMs: number): readonly Standing[] =>
  script.map(({ atMs, forMs, ...order }) => ({
    ...order,
    fromMs: startMs + atMs,
    untilMs: startMs + atMs + forMs,
    by: 'script',
  }));

/** A board that a script, told from `startMs` on, and a hand write on. */
export function makeFaultBoard(script: Script = [], startMs = 0): FaultBoard {
  let standing = scripted(script, startMs);
  const isOn = ({ fromMs, untilMs }: Standing, nowMs: number): boolean =>
    fromMs <= nowMs && (untilMs === null || nowMs < untilMs);
  const active = (nowMs: number): readonly Standing[] => standing.filter((one) => isOn(one, nowMs));

  return {
    active,
    coming: (nowMs) => standing.filter(({ fromMs }) => fromMs > nowMs),
    run(next, nowMs) {
      standing = [...scripted(next, nowMs), ...standing.filter(({ by }) => by === 'hand')];
    },
    set({ forMs, ...order }, nowMs) {
      const untilMs = forMs === undefined ? null : nowMs + forMs;
      const isSame = (one: Standing): boolean =>
        one.by === 'hand' && one.fault === order.fault && one.source === order.source;
      const isPast = (one: Standing): boolean => one.untilMs !== null && one.untilMs <= nowMs;
      standing = [
        ...standing.filter((one) => !isSame(one) && !isPast(one)),
        { ...order, fromMs: nowMs, untilMs, by: 'hand' },
      ];
    },
    clear({ fault, source }, nowMs) {
      standing = standing.filter(
        (one) =>
          (!isOn(one, nowMs) && (fault !== undefined || source !== undefined)) ||
          (fault !== undefined && one.fault !== fault) ||
          (source !== undefined && one.source !== source),
      );
    },
    on(fault, source, nowMs) {
      for (let at = standing.length - 1; at >= 0; at -= 1) {
        const one = standing[at];
        if (one?.fault !== fault || !isOn(one, nowMs)) continue;
        if (one.source === 'all' || one.source === source) return one;
      }
      return null;
    },
    nextChange(nowMs) {
      const later = standing.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs ?? nowMs]);
      const next = Math.min(...later.filter((atMs) => atMs > nowMs));
      return Number.isFinite(next) ? next : null;
    },
  };
}
