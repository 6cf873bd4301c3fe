// Fields of text in a tape that carry their own checksum: the format has none for them, and a tape that was never ended has none for the whole.
import { crc32 } from './crc32.ts';

const CHECK = 'check';

const checkOf = (fields: ReadonlyMap<string, string>): string => {
  const told = [...fields].filter(([name]) => name !== CHECK).sort(([a], [b]) => (a < b ? -1 : 1));
  return crc32(new TextEncoder().encode(JSON.stringify(told)))
    .toString(16)
    .padStart(8, '0');
};

/** What there is of these fields, as text, with its checksum. */
export function withCheck(record: Readonly<Record<string, unknown>>): Map<string, string> {
  const told = Object.entries(record).filter(([, value]) => value !== undefined);
  const fields = new Map(told.map(([name, value]): [string, string] => [name, String(value)]));
  return fields.set(CHECK, checkOf(fields));
}

/** The fields, or null when they are not as they were written. Without a checksum, as older tapes are, they are believed. */
export function checked(fields: ReadonlyMap<string, string>): Readonly<Record<string, string>> | null {
  const said = fields.get(CHECK);
  return said === undefined || said === checkOf(fields) ? Object.fromEntries(fields) : null;
}

/** What was written, without the checksum beside it. */
export const withoutCheck = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== CHECK));
