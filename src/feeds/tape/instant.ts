// An instant of a tape as a person names it: by the wall clock, by the game clock, or so far from the tape's beginning or end.
import { type Period, periodSchema } from '../../game/period.ts';
import type { OpenTape } from '../../tape/open.ts';
import { beginOf } from '../../tape/tape.ts';
import { makeTapeTeller } from './tell.ts';

/** `edgeMs`: after the beginning, or (negative, or -0) before the end. */
export type Instant =
  | { readonly is: 'wall'; readonly atMs: number }
  | { readonly is: 'edge'; readonly afterMs: number; readonly of: 'begin' | 'end' }
  | { readonly is: 'game'; readonly period: Period; readonly remainingMs: number };

/** How instants are written, for whoever wrote something else. */
export const INSTANT_FORMS =
  '2026-11-03T19:30:05Z, "Q3 4:12", +1:30 after its beginning or =-60s before its end';

const SECOND_MS = 1_000;

/** `90s`, `90`, `1:30`, `1:30.5`, `1:02:03` in milliseconds; null for anything else. */
export function spanMs(text: string): number | null {
  if (/^\d+(\.\d+)?s?$/.test(text)) return Number.parseFloat(text) * SECOND_MS;
  if (!/^\d+(:[0-5]?\d){1,2}(\.\d+)?$/.test(text)) return null;
  return text.split(':').reduce((ms, part) => ms * 60 + Number(part) * SECOND_MS, 0);
}

/** Reads an instant; null when it is none. */
export function readInstant(text: string): Instant | null {
  const [sign = ''] = text;
  if (sign === '+' || sign === '-') {
    const afterMs = spanMs(text.slice(1));
    if (afterMs === null) return null;
    return { is: 'edge', afterMs: sign === '+' ? afterMs : -afterMs, of: sign === '+' ? 'begin' : 'end' };
  }
  const game = /^(\S+)\s+(\S+)$/.exec(text);
  if (game) {
    const period = periodSchema.safeParse(game[1]?.toUpperCase());
    const remainingMs = spanMs(game[2] ?? '');
    return period.success && remainingMs !== null ? { is: 'game', period: period.data, remainingMs } : null;
  }
  const atMs = /^\d{12,14}(\.\d+)?$/.test(text)
    ? Number(text)
    : /^\d{4}-\d\d-\d\dT/.test(text)
      ? Date.parse(text)
      : Number.NaN;
  return Number.isNaN(atMs) ? null : { is: 'wall', atMs };
}

/** Where that is on a tape, in its own milliseconds since 1970; null when its game clock never showed it. */
export async function instantOn(tape: OpenTape, instant: Instant): Promise<number | null> {
  switch (instant.is) {
    case 'wall':
      return instant.atMs;
    case 'edge':
      return instant.afterMs + (instant.of === 'begin' ? beginOf(tape.about, tape.firstMs) : tape.lastMs);
    case 'game':
      return gameInstant(tape, instant);
    default: {
      const never: never = instant;
      return never;
    }
  }
}

/** The first instant at which the game clock was at or below a time of that period. */
async function gameInstant(
  tape: OpenTape,
  { period, remainingMs }: Extract<Instant, { is: 'game' }>,
): Promise<number | null> {
  const teller = makeTapeTeller(tape.about);
  const topics = ['clock', 'broadcastsummary'].map((source) => `${tape.about.words}/${source}`);
  let now: Period | null = null;
  for await (const entry of tape.read({ topics }))
    for (const message of teller.tell(entry)) {
      if (message.kind === 'period') now = message.period;
      if (message.kind !== 'clock') continue;
      now = message.period ?? now;
      const { game } = message;
      if (now !== period || game.remainingMs > remainingMs) continue;
      // The table tells it truncated: the truth may lie up to its resolution above.
      return message.atMs - (game.running ? Math.max(0, remainingMs - game.remainingMs) : 0);
    }
  return null;
}
