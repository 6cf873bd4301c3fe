// The provider's words for the parts of a game.
import { type Fault, fault } from '../../game/fault.ts';
import type { Period } from '../../game/period.ts';

const WORDS: ReadonlyMap<string, Period> = new Map([
  ['PRE', 'PRE'],
  ['Q1', 'Q1'],
  ['Q2', 'Q2'],
  ['Q3', 'Q3'],
  ['Q4', 'Q4'],
  ['H1', 'H1'],
  ['H2', 'H2'],
  ['HT', 'HT'],
  ['END', 'END'],
  ['COMPLETED', 'FINAL'],
  ['TP', 'TEST'],
]);

/** Assumed: overtimes after the first are OT2, OT_2, OT 2 or 2OT; the documents print only OT. */
const OVERTIME = /^(?:OT[ _-]?(\d{1,2})?|(\d{1,2})[ _-]?OT)$/;

/** The period that a word means; null for a word nobody knows. Source: Live Data V2, broadcastsummary.period. */
export function periodOf(word: string): Period | null {
  const upper = word.trim().toUpperCase();
  const known = WORDS.get(upper);
  if (known !== undefined) return known;
  const overtime = OVERTIME.exec(upper);
  if (overtime === null) return null;
  const count = Number(overtime[1] ?? overtime[2] ?? 1);
  return count >= 1 ? `OT${count}` : null;
}

/** The period of a word that may be absent; a word nobody knows is told at `where`, and is absent. */
export function readPeriod(word: string | undefined, where: string, faults: Fault[]): Period | undefined {
  if (word === undefined || word === '') return undefined;
  const period = periodOf(word);
  if (period !== null) return period;
  faults.push(
    fault(
      'unknown-period',
      where,
      'PRE, H1, H2, Q1 to Q4, HT, OT, END, COMPLETED or TP',
      JSON.stringify(word),
    ),
  );
  return undefined;
}
