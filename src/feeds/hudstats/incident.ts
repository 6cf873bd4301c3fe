// One incident, read: what happened, on which side, and what the clock of its period reads. Pure; what is not known is passed by.
import { type Fault, fault } from '../../game/fault.ts';
import type { Period } from '../../game/period.ts';
import { boundOf, type FoulKind, foulKindOf, GOALS, periodOf } from './incident-names.ts';
import { type Side, sideOf } from './sides.ts';
import type { IncidentWords } from './words.ts';

/** What an incident means. `classification` is a word of our play-by-play. */
type What =
  | { readonly is: 'start' | 'end'; readonly period: Period }
  | { readonly is: 'clock'; readonly running: boolean }
  | { readonly is: 'play'; readonly classification: string; readonly side: Side | null }
  | {
      readonly is: 'foul';
      readonly classification: string;
      readonly side: Side | null;
      readonly foul: FoulKind;
    }
  | { readonly is: 'other' };

export type Incident = {
  readonly what: What;
  /** The period that it names, where it is one of basketball's. */
  readonly period: Period | null;
  /** Of the period, in milliseconds; null where it is not said. Source: NBA2K incidents, `time` is what remains. */
  readonly remainingMs: number | null;
};

/** No period of any league is longer. Milliseconds. */
export const LONGEST_MS = 60 * 60_000;
const WORD_LENGTH = 60;

const wordOf = (type: string): string =>
  type
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .slice(0, WORD_LENGTH);

function sideIn(words: IncidentWords, faults: Fault[]): Side | null {
  const team = words.payload?.team;
  const side = sideOf(team);
  if (side === null)
    faults.push(fault('bad-field', 'incident.payload.team', 'home or away', JSON.stringify(team ?? null)));
  return side;
}

function goal(words: IncidentWords, faults: Fault[]): What {
  const type = words.payload?.type?.toLowerCase() ?? '';
  const classification = GOALS.get(type);
  if (classification !== undefined) return { is: 'play', classification, side: sideIn(words, faults) };
  faults.push(
    fault('bad-field', 'incident.payload.type', '1-pointer, 2-pointer or 3-pointer', JSON.stringify(type)),
  );
  return { is: 'other' };
}

function foul(words: IncidentWords, faults: Fault[]): What {
  const type = words.payload?.type ?? '';
  const known = foulKindOf(type);
  if (known === null)
    faults.push(fault('bad-field', 'incident.payload.type', 'a documented foul', JSON.stringify(type)));
  // Assumed: what is called a foul and is of no documented type is a team foul.
  const kind = known ?? 'team';
  const word = wordOf(type);
  const ending = kind === 'violation' ? '' : word === '' ? 'FOUL' : '_FOUL';
  return { is: 'foul', foul: kind, classification: `${word}${ending}`, side: sideIn(words, faults) };
}

function whatOf(words: IncidentWords, faults: Fault[]): What {
  const name = words.name.toLowerCase();
  const bound = boundOf(name);
  if (bound !== null) return bound;
  switch (name) {
    case 'clock-start':
    case 'clock-stop':
      return { is: 'clock', running: name === 'clock-start' };
    case 'goal':
      return goal(words, faults);
    case 'foul':
      return foul(words, faults);
    case 'start-timeout':
      return { is: 'play', classification: 'TIMEOUT', side: sideIn(words, faults) };
    case 'end-timeout':
      return { is: 'play', classification: 'END_TIMEOUT', side: sideOf(words.payload?.team) };
    default:
      // The end of the documented list is not public: an unknown name is on the tape, and no trouble.
      return { is: 'other' };
  }
}

function remaining({ time }: IncidentWords, faults: Fault[]): number | null {
  if (time === undefined) return null;
  if (time >= 0 && time <= LONGEST_MS) return time;
  faults.push(fault('bad-field', 'incident.time', 'milliseconds of a period', String(time)));
  return null;
}

/** What an incident says; what is wrong with it is added to `faults`. */
export function readIncident(words: IncidentWords, faults: Fault[]): Incident {
  const what = whatOf(words, faults);
  const named = periodOf(words.period?.type, words.period?.value);
  const period = what.is === 'start' || what.is === 'end' ? what.period : named;
  // Source: NBA2K incidents: of the half-time's, time and value are unused.
  return { what, period, remainingMs: period === 'HT' ? null : remaining(words, faults) };
}
