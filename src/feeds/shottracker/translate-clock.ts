// `clock` in our words: game clock and shot clock, each as fine as its digits. It bears no stamp: it is true when it is heard.
import { type Fault, fault } from '../../game/fault.ts';
import type { ClockSaid } from '../../game/message.ts';
import { defined, type Fact, type Translation } from '../told.ts';
import type { Context } from './context.ts';
import type { ClockWords } from './live-words.ts';
import { readPeriod } from './periods.ts';

const SECOND_MS = 1_000;
const MINUTE_S = 60;
/** No period of any league is longer. */
const LONGEST_MS = 60 * MINUTE_S * SECOND_MS;

/** Assumed: STARTED is documented; these others mean the same, and every other word means that the clock stands. */
const RUNNING: ReadonlySet<string> = new Set(['STARTED', 'START', 'RUNNING', 'RESUMED', 'RESUME']);
const STANDING: ReadonlySet<string> = new Set([
  'STOPPED',
  'STOP',
  'PAUSED',
  'PAUSE',
  'ENDED',
  'END',
  'EXPIRED',
  'RESET',
  'SET',
  'READY',
]);

function isRunning(state: string | undefined, faults: Fault[]): boolean {
  const word = (state ?? '').toUpperCase();
  if (RUNNING.has(word)) return true;
  if (!STANDING.has(word))
    faults.push(fault('bad-field', 'clock.state', 'STARTED or STOPPED', JSON.stringify(word)));
  return false;
}

/** A whole number of at most three digits; undefined where nothing is written. */
function digits(text: string | undefined, where: string, faults: Fault[]): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,3}$/.test(text)) return text;
  faults.push(fault('bad-field', where, 'up to three digits', JSON.stringify(text)));
  return undefined;
}

/** Tenths, hundredths or milliseconds, by how many digits are written. Source: Live Data V2, clock.subSec is text. */
function fractionMs(sub: string | undefined): { readonly ms: number; readonly resolutionMs: number } {
  if (sub === undefined) return { ms: 0, resolutionMs: SECOND_MS };
  const resolutionMs = SECOND_MS / 10 ** sub.length;
  return { ms: Number(sub) * resolutionMs, resolutionMs };
}

function said(
  wholeS: number,
  sub: string | undefined,
  running: boolean,
  where: string,
  faults: Fault[],
): ClockSaid | undefined {
  const { ms, resolutionMs } = fractionMs(sub);
  const remainingMs = wholeS * SECOND_MS + ms;
  if (remainingMs <= LONGEST_MS) return { remainingMs, running, resolutionMs };
  faults.push(fault('bad-field', where, 'at most 60 minutes', `${wholeS} s`));
  return undefined;
}

function gameOf(words: ClockWords, running: boolean, faults: Fault[]): ClockSaid | undefined {
  const min = digits(words.min, 'clock.min', faults);
  const sec = digits(words.sec, 'clock.sec', faults);
  // What is not said is not zero: a clock without its minutes would read 0:00.
  if (min === undefined || sec === undefined) return undefined;
  const sub = digits(words.subSec, 'clock.subSec', faults);
  return said(Number(min) * MINUTE_S + Number(sec), sub, running, 'clock.min', faults);
}

/** Assumed: the shot clock runs and stands with the game clock, and is off where it is null. */
function shotOf(words: ClockWords, running: boolean, faults: Fault[]): ClockSaid | null | undefined {
  if (words.shotSec === undefined || words.shotSec === '') return null;
  const sec = digits(words.shotSec, 'clock.shotSec', faults);
  if (sec === undefined) return undefined;
  const sub = digits(words.shotSubSec, 'clock.shotSubSec', faults);
  return said(Number(sec), sub, running, 'clock.shotSec', faults);
}

/** One tick. `type` says which clocks it speaks of; without one it speaks of both. A tick of the shot clock before any of the game clock says nothing. */
export function translateClock(words: ClockWords, { gameClock }: Context): Translation {
  const faults: Fault[] = [];
  const running = isRunning(words.state, faults);
  const period = readPeriod(words.period, 'clock.period', faults);
  const type = (words.type ?? '').toUpperCase();
  const isShotOnly = type.includes('SHOT') && !type.includes('GAME');
  const isGameOnly = type.includes('GAME') && !type.includes('SHOT');
  const game = isShotOnly ? gameClock : gameOf(words, running, faults);
  if (game === null || game === undefined) return { told: [], faults };
  const shot = isGameOnly ? undefined : shotOf(words, running, faults);
  const fact: Fact = { kind: 'clock', witness: 'official', game, ...defined({ period, shot }) };
  return { told: [{ fact }], faults };
}
