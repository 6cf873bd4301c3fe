// The parts of a game, by one name each, whatever a provider calls them.
import { z } from 'zod';

/**
 * `PRE` before the game, `Q1`..`Q4` quarters, `H1`/`H2` halves, `HT` half-time, `OT1`.. overtimes, `END` between periods or after the last
 * before it is official, `FINAL` when the game is completed, `TEST` for a provider's test pattern.
 * Source: Live Data V2, broadcastsummary.period.
 */
export const periodSchema = z
  .string()
  .regex(/^(PRE|Q[1-4]|H[12]|HT|OT\d{1,2}|END|FINAL|TEST)$/)
  .transform((text) => text as Period);

export type Period =
  | 'PRE'
  | `Q${1 | 2 | 3 | 4}`
  | `H${1 | 2}`
  | 'HT'
  | `OT${number}`
  | 'END'
  | 'FINAL'
  | 'TEST';

/** True while a clock of this period can run: quarters, halves and overtimes. */
export const isPlayed = (period: Period): boolean => /^(Q|H\d|OT)/.test(period);

/**
 * Where a played period stands among those of its game, from 1: halves with the quarters they are made of (`H2` with `Q3`), overtimes after
 * them; 0 for every other period.
 */
export function placeOf(period: Period): number {
  const number = Number(/\d+/.exec(period)?.[0] ?? 0);
  if (period.startsWith('OT')) return 4 + number;
  return period.startsWith('H') && number > 0 ? 2 * number - 1 : number;
}

/** The number of an overtime, from 1; 0 for every other period. */
export const overtimeNumber = (period: Period): number =>
  period.startsWith('OT') ? Number(period.slice(2)) : 0;

/** What viewers read: `1ST`, `HALF`, `OT2`, `FINAL`; empty for a test pattern. */
export function periodLabel(period: Period): string {
  switch (period) {
    case 'PRE':
      return 'PRE';
    case 'Q1':
    case 'H1':
      return '1ST';
    case 'Q2':
    case 'H2':
      return '2ND';
    case 'Q3':
      return '3RD';
    case 'Q4':
      return '4TH';
    case 'HT':
      return 'HALF';
    case 'END':
      return 'END';
    case 'FINAL':
      return 'FINAL';
    case 'TEST':
      return '';
    default:
      return period === 'OT1' ? 'OT' : period;
  }
}
