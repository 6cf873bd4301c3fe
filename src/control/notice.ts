// What the operator is told of a cue that was not granted: for a while, and no more than a few at once. Pure.
import type { Fault } from '../game/fault.ts';

/** How long a refusal stays when nobody dismisses it, in milliseconds. */
export const NOTICE_MS = 10_000;
/** Notices shown at once; the oldest go first. */
export const NOTICES_KEPT = 4;

/** What became of a cue that was not granted. `unknown`: it may be done, or not. */
export type Outcome = 'refused' | 'unknown' | 'not sent';

/** A cue that was not granted, with what was asked for. `shownMs` is the page's own clock. */
export type Notice = {
  readonly id: number;
  readonly about: string;
  readonly outcome: Outcome;
  readonly fault: Fault;
  readonly shownMs: number;
};

/** What is told, as it happened at the page's own instant `nowMs`. */
export type Untold = {
  readonly about: string;
  readonly fault: Fault;
  readonly nowMs: number;
  readonly outcome?: Outcome;
};

type Told = { readonly notices: readonly Notice[]; readonly nextNotice: number };

/** With one more; the oldest make room. */
export const noticed = (
  { notices, nextNotice }: Told,
  { about, fault, nowMs, outcome = 'refused' }: Untold,
): Told => ({
  nextNotice: nextNotice + 1,
  notices: [...notices, { id: nextNotice, about, outcome, fault, shownMs: nowMs }].slice(-NOTICES_KEPT),
});

/** Without those whose time is over; the same when there are none. */
export function expired<State extends Told>(state: State, nowMs: number): State {
  const notices = state.notices.filter(({ shownMs }) => nowMs - shownMs < NOTICE_MS);
  return notices.length === state.notices.length ? state : { ...state, notices };
}
