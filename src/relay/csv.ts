// One line of a table for a spreadsheet. Source: RFC 4180.

export type Field = string | number | null;

/** A field of a table; what a spreadsheet would take for a formula is text. Numbers are never formulas. */
function field(value: Field): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The fields as a line, without its end. */
export const csvLine = (fields: readonly Field[]): string => fields.map(field).join(',');
