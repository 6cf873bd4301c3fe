// What was done and what went wrong, in order, with the relay's time and the game clock's: for whoever must tell afterwards what was on air, and why.
import { type Fault, faultText } from '../game/fault.ts';
import type { Period } from '../game/period.ts';
import type { Asked } from '../show/asked.ts';
import type { Cue } from '../show/cue.ts';
import { csvLine } from './csv.ts';
import type { Redact } from './redact.ts';
import type { Doing } from './show-desk.ts';

/** Entries that are kept; the oldest go first. The tape keeps them all. */
export const LOG_KEPT = 2_000;
/** The same Fault again within this time is no new entry but a higher count. Milliseconds. */
export const SAME_FAULT_MS = 10_000;
/** A longer cue is told in words alone. Characters of its JSON. */
const LONGEST_CUE = 2_000;

/** The game's own time: what the clock showed; null while it is not known. */
export type GameTime = {
  readonly period: Period | null;
  readonly remainingMs: number | null;
  readonly clock: string | null;
};

/** `atMs`: relay time. `revision`: of the show after it; null where it changed nothing. `times`: how often, within `SAME_FAULT_MS` each. */
export type LogEntry = GameTime & {
  readonly n: number;
  readonly atMs: number;
  readonly kind: 'cue' | 'auto' | 'refusal' | 'fault' | 'status';
  readonly by: string | null;
  readonly revision: number | null;
  readonly what: string;
  readonly times: number;
  readonly cue?: unknown;
  readonly fault?: Fault;
};

export interface Log {
  did(doing: Doing, revision: number): void;
  refused(cue: Cue, asked: Asked, why: Fault): void;
  fault(told: Fault): void;
  status(what: string): void;
  /** Entries with a higher `n`, oldest first. */
  since(n: number): readonly LogEntry[];
  /** Rises with every entry, and with every Fault that is counted in one. */
  readonly changes: number;
}

export type LogOptions = {
  readonly now: () => number;
  readonly gameTime: () => GameTime;
  readonly redact: Redact;
};

/** One line that says which cue it was. */
function cueText(cue: Cue): string {
  const { cue: name, ...rest } = cue;
  if (cue.cue === 'rundown' && cue.step.step === 'load') return 'rundown load';
  const text = `${name} ${toldText(rest)}`.trim();
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** Fields by name, one after the other, those inside others too; what is empty is left out. */
function toldText(told: object): string {
  const text = (value: unknown): string =>
    typeof value === 'object' && value !== null ? toldText(value) : JSON.stringify(value);
  const named = ([key, value]: [string, unknown]): string =>
    key !== 'step' ? `${key} ${text(value)}` : typeof value === 'string' ? value : text(value);
  if (Array.isArray(told)) return told.map(text).join(', ');
  return Object.entries(told)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(named)
    .join(' ');
}

function doingText(doing: Exclude<Doing, { is: 'cue' }>): string {
  if (doing.is === 'auto-out') return `${doing.graphics.join(', ')} went by itself`;
  if (doing.is === 'armed')
    return doing.taken.length > 0
      ? `armed take: ${doing.taken.join(', ')} on air`
      : 'armed take: gone without one';
  if (doing.is === 'story') return `story on air by its rule: ${doing.words}`;
  if (doing.is === 'foreseen')
    return doing.event === null ? 'armed take: its event is no more' : `armed take holds ${doing.event}`;
  return doing.is === 'agreed'
    ? `${doing.fields.join(', ')} released: the feed agrees`
    : 'guided sync heard its event';
}

/** An empty log. */
export function makeLog({ now, gameTime, redact }: LogOptions): Log {
  let entries: LogEntry[] = [];
  let n = 0;
  let changes = 0;
  const add = (entry: Pick<LogEntry, 'kind' | 'what'> & Partial<LogEntry>): void => {
    n += 1;
    changes += 1;
    const whole = { n, atMs: now(), ...gameTime(), by: null, revision: null, times: 1, ...entry };
    entries.push({ ...whole, what: redact(whole.what) });
    // Cut by a tenth at a time, not at every entry.
    if (entries.length > LOG_KEPT * 1.1) entries = entries.slice(-LOG_KEPT);
  };
  const told = (cue: Cue): { readonly cue?: unknown } => {
    const text = redact(JSON.stringify(cue));
    return text.length > LONGEST_CUE ? {} : { cue: JSON.parse(text) as unknown };
  };
  const by = (asked: Asked): string | null => asked.by ?? null;

  return {
    did(doing, revision) {
      if (doing.is !== 'cue') return add({ kind: 'auto', what: doingText(doing), revision });
      const { cue, asked } = doing;
      add({ kind: 'cue', what: cueText(cue), revision, by: by(asked), ...told(cue) });
    },
    refused(cue, asked, why) {
      const what = `${cueText(cue)}: ${faultText(why)}`;
      add({ kind: 'refusal', what, by: by(asked), fault: why, ...told(cue) });
    },
    fault(why) {
      const index = entries.findIndex(
        ({ atMs, fault }) =>
          fault?.code === why.code && fault.where === why.where && now() - atMs < SAME_FAULT_MS,
      );
      const known = entries[index];
      if (known?.kind === 'fault') {
        entries[index] = { ...known, times: known.times + 1 };
        changes += 1;
      } else add({ kind: 'fault', what: faultText(why), fault: why });
    },
    status: (what) => add({ kind: 'status', what }),
    since: (last) => entries.filter((entry) => entry.n > last).slice(-LOG_KEPT),
    get changes() {
      return changes;
    },
  };
}

const COLUMNS = ['n', 'time', 'period', 'clock', 'kind', 'by', 'revision', 'times', 'what'] as const;

/** Entries as a table with one line each. Source: RFC 4180. */
export const logCsv = (entries: readonly LogEntry[]): string =>
  [
    COLUMNS.join(','),
    ...entries.map((entry) =>
      csvLine(COLUMNS.map((name) => (name === 'time' ? new Date(entry.atMs).toISOString() : entry[name]))),
    ),
    '',
  ].join('\r\n');
