// The provider's instants and clock readings, from text.

const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/;

/** Milliseconds since 1970 of `2023-02-27T11:33:13.001313400Z`; null for anything else. Assumed: UTC where no zone is said. */
export function readStamp(text: string | undefined): number | null {
  if (text === undefined || !STAMP.test(text)) return null;
  const cut = text.replace(/(\.\d{3})\d+/, '$1');
  const stampMs = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(cut) ? cut : `${cut}Z`);
  return Number.isFinite(stampMs) ? stampMs : null;
}

export type Reading = { readonly remainingMs: number; readonly resolutionMs: number };

/** Assumed: `08:02` is what remains of the period, as all boards of the game show it. Null for anything else. */
export function readClockTime(text: string | undefined): Reading | null {
  const parts = /^(\d{1,2}):([0-5]\d)(?:\.(\d{1,3}))?$/.exec(text ?? '');
  if (parts === null) return null;
  const [, minutes = '0', seconds = '0', rest = ''] = parts;
  const remainingMs = Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(rest.padEnd(3, '0'));
  return { remainingMs, resolutionMs: 1000 / 10 ** rest.length };
}
