// A provider's text with other instants in it, and every other byte as it was: also where the text is no JSON.
import { stampMs } from '../feeds/offset.ts';
import type { Shift } from '../feeds/tape/shift.ts';

/** Source: Live Data V2: `t` in most sources, `at` in summaries, `startTimestamp` and `timestamp` in possessions. HudStats LiveData: `publishedAt`. IMG Arena: `timestamp`, as text. Only what can be an instant since 2001. */
const STAMP = /"(t|at|timestamp|startTimestamp|publishedAt)"(\s*:\s*)(\d{9,19}(?:\.\d+)?)(?![\d.eE])/g;
const FORMATTED = /"(at_formatted|timestamp)"(\s*:\s*)"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g;

/** Each stamp moved, in the unit in which it was written: seconds to nanoseconds. */
export function restamped(text: string, shift: Shift): string {
  const moved = text.replace(STAMP, (_, key: string, colon: string, digits: string) => {
    const written = Number(digits);
    const atMs = stampMs(written);
    return `"${key}"${colon}${Math.round(shift(atMs) * (written / atMs))}`;
  });
  return moved.replace(FORMATTED, (whole, key: string, colon: string, written: string) => {
    const atMs = Date.parse(written);
    return Number.isNaN(atMs) ? whole : `"${key}"${colon}"${new Date(shift(atMs)).toISOString()}"`;
  });
}

const NAMED = /"(gid|gameId)"(\s*:\s*)(?:"([^"\\]*)"|(\d+))/g;

/** The text as if it were of another game: wherever a message names `from`, it names `to`. */
export const renamed = (text: string, from: string, to: string): string =>
  text.replace(NAMED, (whole, key: string, colon: string, word?: string, digits?: string) =>
    (word ?? digits) === from ? `"${key}"${colon}${JSON.stringify(to)}` : whole,
  );
