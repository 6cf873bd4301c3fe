// A text as what stands between its numerals, and the numerals: texts that say the same of other instants differ in these alone.

/** What stands for a numeral in a frame. A text that holds it itself cannot be told apart. */
export const GAP = '\u0000';

/** At most so many digits behind the point: more is left in the frame. */
const MAX_DECIMALS = 6;
/** A sign is the numeral's own where anything but zeros follows. */
const NUMERAL = /(?:-(?=[\d.]*[1-9]))?(?:0|[1-9]\d{0,12})(?:\.\d{1,6})?/g;

export type Framed = { readonly frame: string; readonly numerals: readonly string[] };

/** Null where the text holds a GAP. */
export function framed(text: string): Framed | null {
  if (text.includes(GAP)) return null;
  const numerals: string[] = [];
  const frame = text.replace(NUMERAL, (numeral) => {
    numerals.push(numeral);
    return GAP;
  });
  return { frame, numerals };
}

/** How the numerals of one place are written: `decimals` digits behind the point, zeros at their end left out where `isShortest`. */
export type Notation = { readonly decimals: number; readonly isShortest: boolean };

const decimalsOf = (numeral: string): number => {
  const point = numeral.indexOf('.');
  return point < 0 ? 0 : numeral.length - point - 1;
};

/** The notation of all of these, as well as can be: what is written in it must be compared. */
export function notationOf(numerals: readonly string[]): Notation {
  let decimals = 0;
  let isShortest = false;
  for (const [n, numeral] of numerals.entries()) {
    const own = decimalsOf(numeral);
    if (n > 0 && own !== decimals) isShortest = true;
    decimals = Math.max(decimals, own);
  }
  return { decimals: Math.min(decimals, MAX_DECIMALS), isShortest };
}

const POWERS = Array.from({ length: MAX_DECIMALS + 1 }, (_, n) => 10 ** n);

/** A numeral as a whole number of its notation's last digit. */
export const valueOf = (numeral: string, { decimals }: Notation): number =>
  Number(numeral.replace('.', '')) * (POWERS[decimals - decimalsOf(numeral)] ?? 1);

/** The numeral of such a number. */
export function numeralOf(value: number, { decimals, isShortest }: Notation): string {
  const unit = POWERS[decimals] ?? 1;
  const size = Math.abs(value);
  let behind = size % unit;
  let digits = decimals;
  const whole = `${value < 0 ? '-' : ''}${(size - behind) / unit}`;
  while (isShortest && digits > 0 && behind % 10 === 0) {
    behind /= 10;
    digits -= 1;
  }
  return digits === 0 ? whole : `${whole}.${String(behind).padStart(digits, '0')}`;
}
