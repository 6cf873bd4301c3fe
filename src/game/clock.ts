// Reading and writing clocks: a remaining time becomes the figures that the rule set shows. No function here looks at a clock.
import type { Anchor } from './game.ts';
import type { Rounding, Rules } from './rules.ts';

/** What an anchored clock says at an instant, in milliseconds, never below 0. A stopped clock says what it said. */
export const readClock = (anchor: Anchor, atMs: number): number =>
  anchor.running ? Math.max(0, anchor.remainingMs - Math.max(0, atMs - anchor.atMs)) : anchor.remainingMs;

/** How a clock is cut to figures: whole seconds above `tenthsBelowMs`, tenths below it; 0 for no tenths. */
export type Cut = { readonly rounding: Rounding; readonly tenthsBelowMs: number };

const TENTH_MS = 100;
const SECOND_MS = 1000;
/** Keeps 59.9 s, stored as 59899.9999, from reading 59.8. Milliseconds. */
const EPSILON_MS = 1e-3;

const inUnits = (ms: number, unitMs: number, rounding: Rounding): number =>
  rounding === 'floor' ? Math.floor((ms + EPSILON_MS) / unitMs) : Math.ceil((ms - EPSILON_MS) / unitMs);

/** Below the bound for `floor`, at and below it for `ceil`: any other pairing skips a figure. */
const showsTenths = (ms: number, { rounding, tenthsBelowMs }: Cut): boolean =>
  tenthsBelowMs > 0 &&
  (rounding === 'floor' ? ms + EPSILON_MS < tenthsBelowMs : ms - EPSILON_MS <= tenthsBelowMs);

/**
 * What is shown, as one number that changes exactly when the figures do: tenths as they are, whole seconds as a negative (-720 is 12:00; -0 does not
 * occur: at zero without tenths it is -0.5). Cheap enough for every tick.
 */
export function figure(cut: Cut, remainingMs: number): number {
  const ms = Math.max(0, remainingMs);
  if (showsTenths(ms, cut)) return inUnits(ms, TENTH_MS, cut.rounding);
  const seconds = inUnits(ms, SECOND_MS, cut.rounding);
  return seconds === 0 ? -0.5 : -seconds;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const tenthsText = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`;
const secondsOf = (shown: number): number => Math.floor(-shown);

/** A figure of the game clock as viewers read it: `12:00`, `1:05`, `59.9`, `0.0`. */
export function gameFigureText(shown: number): string {
  if (shown >= 0) return tenthsText(shown);
  const seconds = secondsOf(shown);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** A figure of the shot clock as viewers read it: `24`, `9`, `4.9`, `0.0`. */
export const shotFigureText = (shown: number): string =>
  shown >= 0 ? tenthsText(shown) : String(secondsOf(shown));

/** The game clock as viewers read it at a remaining time. */
export const gameClockText = ({ gameClock }: Rules, remainingMs: number): string =>
  gameFigureText(figure(gameClock, remainingMs));

/** The shot clock as viewers read it at a remaining time. */
export const shotClockText = ({ shotClock }: Rules, remainingMs: number): string =>
  shotFigureText(figure(shotClock, remainingMs));
