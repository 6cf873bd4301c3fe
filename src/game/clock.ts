// Reading and writing clocks: a remaining time becomes the figures that the rule set shows. No function here looks at a clock.
import type { Anchor } from './game.ts';
import type { Rounding, Rules } from './rules.ts';

/** What an anchored clock says at an instant, in milliseconds, never below 0. A stopped clock says what it said. */
export const readClock = (anchor: Anchor, atMs: number): number =>
  anchor.running ? Math.max(0, anchor.remainingMs - Math.max(0, atMs - anchor.atMs)) : anchor.remainingMs;

const TENTH_MS = 100;
const SECOND_MS = 1000;

const cut = (ms: number, unitMs: number, rounding: Rounding): number =>
  // The epsilon keeps 59.9 s, stored as 59899.9999, from reading 59.8.
  rounding === 'floor' ? Math.floor(ms / unitMs + 1e-6) : Math.ceil(ms / unitMs - 1e-6);

/** True when tenths are shown: below the bound for `floor`, at and below it for `ceil` (mixed pairs would skip a figure). */
const inTenths = (ms: number, belowMs: number, rounding: Rounding): boolean =>
  rounding === 'floor' ? ms < belowMs - 1e-6 : ms <= belowMs + 1e-6;

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** Tenths as `S.T`. */
const tenths = (n: number): string => `${Math.floor(n / 10)}.${n % 10}`;

/** The game clock as viewers read it: `12:00`, `1:05`, `59.9`, `0.0`. */
export function gameClockText({ gameClock }: Rules, remainingMs: number): string {
  const { rounding, tenthsBelowMs } = gameClock;
  if (inTenths(remainingMs, tenthsBelowMs, rounding)) return tenths(cut(remainingMs, TENTH_MS, rounding));
  const seconds = cut(remainingMs, SECOND_MS, rounding);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** The shot clock as viewers read it: `24`, `9`, `4.9`, `0.0`. */
export function shotClockText({ shotClock }: Rules, remainingMs: number): string {
  const { rounding, tenthsBelowMs } = shotClock;
  if (inTenths(remainingMs, tenthsBelowMs, rounding)) return tenths(cut(remainingMs, TENTH_MS, rounding));
  return String(cut(remainingMs, SECOND_MS, rounding));
}
