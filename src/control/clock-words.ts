// A clock as an operator types it: figures as they stand on the scoreboard.

const MINUTES = /^(\d{0,2}):([0-5]\d)(?:[.,](\d))?$/;
const SECONDS = /^(\d{1,3})(?:[.,](\d))?$/;
const SECOND_MS = 1_000;
const TENTH_MS = 100;

/** `4:32`, `:45`, `32.4`, `12` (seconds) in milliseconds; null for what is no clock. Tenths after a point or a comma. */
export function clockTyped(text: string): number | null {
  const [, minutes, seconds, tenths] = MINUTES.exec(text.trim()) ?? [];
  if (seconds !== undefined) return msOf(Number(minutes ?? 0) * 60 + Number(seconds), tenths);
  const [, alone, tenth] = SECONDS.exec(text.trim()) ?? [];
  return alone === undefined ? null : msOf(Number(alone), tenth);
}

const msOf = (seconds: number, tenths: string | undefined): number =>
  seconds * SECOND_MS + Number(tenths ?? 0) * TENTH_MS;
