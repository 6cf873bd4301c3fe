// One measured figure against its bar: what every bench prints.

/** `met` is null where a figure has no bar. */
export type Row = {
  readonly what: string;
  readonly figure: string;
  readonly bar: string;
  readonly met: boolean | null;
};

/** What one bench found. */
export type Found = { readonly title: string; readonly rows: readonly Row[] };

/** A figure that only informs. */
export const told = (what: string, value: number, unit = '', digits = 2): Row => ({
  what,
  figure: `${value.toFixed(digits)}${unit}`,
  bar: '',
  met: null,
});

/** A row whose figure must not exceed its bar. */
export const atMost = (what: string, value: number, bar: number, unit = '', digits = 2): Row => ({
  what,
  figure: `${value.toFixed(digits)}${unit}`,
  bar: `<= ${bar}${unit}`,
  met: value <= bar,
});

/** A row whose figure must not fall below its bar. */
export const atLeast = (what: string, value: number, bar: number, unit = '', digits = 2): Row => ({
  what,
  figure: `${value.toFixed(digits)}${unit}`,
  bar: `>= ${bar}${unit}`,
  met: value >= bar,
});

/** The rows as a table that reads in a terminal and in Markdown. */
export function table({ title, rows }: Found): string {
  const mark = (met: boolean | null) => (met === null ? '' : met ? 'met' : 'NOT MET');
  const cells = [
    ['what', 'figure', 'bar', ''],
    ...rows.map(({ what, figure, bar, met }) => [what, figure, bar, mark(met)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length), 3));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head, ...body] = cells;
  return [`\n## ${title}\n`, line(head ?? []), rule, ...body.map(line)].join('\n');
}
