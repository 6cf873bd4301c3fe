// How counts are written for viewers: fractions, percentages, signs; null where what they are made of was not said.
import type { Efficiency, StatLine } from './stat-line.ts';

/** `count`: whole; `percent`: 0 to 100, one decimal and the sign; `ratio`: two decimals. */
export type Measure = 'count' | 'percent' | 'ratio';

/** A value as viewers read it: `12`, `47.3%`, `1.08`. */
export function measureText(value: number, measure: Measure): string {
  switch (measure) {
    case 'count':
      return String(Math.round(value));
    case 'percent':
      return `${value.toFixed(1)}%`;
    case 'ratio':
      return value.toFixed(2);
    default: {
      const never: never = measure;
      return never;
    }
  }
}

/** 0 to 100; null where one of them was not said, and where nothing was attempted: nobody is nought for nought per cent. */
export function percentOf(made: number | undefined, attempted: number | undefined): number | null {
  if (made === undefined || attempted === undefined || attempted <= 0) return null;
  return (100 * made) / attempted;
}

/** `7/12`; null where one of them was not said. */
export const fractionText = (made: number | undefined, attempted: number | undefined): string | null =>
  made === undefined || attempted === undefined ? null : `${made}/${attempted}`;

/** `+7`, `−3`, `0`: a true minus, as wide as the plus, and no hyphen. */
export const signedText = (value: number): string =>
  value > 0 ? `+${value}` : value < 0 ? `\u2212${-value}` : '0';

/** All rebounds; the two kinds together where only they were said. */
export function reboundsOf({ rebounds, offensiveRebounds, defensiveRebounds }: StatLine): number | undefined {
  if (rebounds !== undefined) return rebounds;
  return offensiveRebounds === undefined || defensiveRebounds === undefined
    ? undefined
    : offensiveRebounds + defensiveRebounds;
}

/** Points per possession: as said, else divided; null where neither can be, and where there was no possession. */
export function pointsPerPossession({ pointsPerPossession: said, points, possessions }: Efficiency) {
  if (possessions === 0) return null;
  if (said !== undefined) return said;
  return points === undefined || possessions === undefined ? null : points / possessions;
}

const WORDS = /^[A-Z]+(?:_[A-Z]+)*$/;

/** Assumed: PT and BR say whether a possession touched the paint and whether the ball was reversed. Source: Live Data V2 counts `ballReversals` of a possession. */
const KINDS: Readonly<Record<string, string>> = {
  PT1_BR1: 'Paint and reversal',
  PT1_BR0: 'Paint touch',
  PT0_BR1: 'Ball reversal',
  PT0_BR0: 'No paint, no reversal',
};

/** A provider's kind of possession for viewers: `PT1_BR0` is `Paint touch`, `TRANSITION` is `Transition`, `HALF_COURT` is `Half court`; any other code stands as it is, `PT2 / BR0`. */
export function possessionLabel(type: string): string {
  const known = KINDS[type];
  if (known !== undefined) return known;
  if (!WORDS.test(type)) return type.replaceAll('_', ' / ');
  const words = type.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
