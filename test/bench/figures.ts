// How a bench says what it found: a figure, its aim, and whether it was met.

export type Row = {
  readonly what: string;
  readonly figure: number;
  /** At most so much; without one the figure only informs. */
  readonly aim?: number;
  readonly unit?: string;
  readonly note?: string;
};

/** The middle one; of an even count the lower. @throws RangeError for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of all does not exceed. @throws RangeError for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (found === undefined) throw new RangeError('no values');
  return found;
}

/** One line a figure; less is better in all of them. */
export function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const { what, figure, aim, unit = '', note = '' } of rows) {
    const told = `${figure.toFixed(2)}${unit}`.padStart(10);
    const judged =
      aim === undefined ? '' : `aim ${aim}${unit}`.padEnd(12) + (figure <= aim ? 'met' : 'NOT MET');
    console.log(`  ${what.padEnd(48)} ${told}  ${judged.padEnd(21)} ${note}`);
  }
}
