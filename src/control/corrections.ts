// The operator's corrections: which fields the page offers, what one step up or down makes of each, and what is shown for it now.
import type { Period } from '../game/period.ts';
import { type RuleSetName, rulesOf } from '../game/rules.ts';
import type { Cue } from '../show/cue.ts';
import type { OverrideField, SetClock } from '../show/overrides.ts';
import type { DeskState } from './desk-state.ts';
import { feedValue, type Readout, type Side } from './readout.ts';

/** Figures that each team has. */
export const TEAM_FIGURES = [
  { name: 'score', label: 'Score' },
  { name: 'fouls', label: 'Fouls' },
  { name: 'timeouts', label: 'Timeouts' },
] as const;

/** What is shown for a field, and where it comes from. `feed` is what it will be once released. */
export type Shown = { readonly value: unknown; readonly held: boolean; readonly feed: unknown };

/** The operator's value while it holds, else the feed's. */
export function shownValue({ heard }: DeskState, readout: Readout, field: OverrideField): Shown {
  const feed = feedValue(readout, field);
  const held = heard?.show.overrides[field];
  return held ? { value: held.value, held: true, feed } : { value: feed, held: false, feed };
}

const OVERTIMES: readonly Period[] = ['OT1', 'OT2', 'OT3', 'OT4', 'OT5', 'OT6'];

/** The periods of a game in order, half-time where the rules have it. */
export function periodsOf(rules: RuleSetName): readonly Period[] {
  const played = rulesOf(rules).periods;
  const half = played.length / 2;
  return ['PRE', ...played.slice(0, half), 'HT', ...played.slice(half), ...OVERTIMES, 'END', 'FINAL'];
}

const ARROWS: readonly (Side | null)[] = ['away', null, 'home'];

const neighbour = <T>(all: readonly T[], value: T, by: number): T | undefined =>
  all[Math.min(all.length - 1, Math.max(0, all.indexOf(value) + by))];

/** What a correction says: a value, or so much more than what is shown when it arrives. */
export type Correction = { readonly value: unknown } | { readonly add: number };

/** The cue of a correction, to hold as this operator wants corrections to hold. */
export const corrected = (
  { operator }: Pick<DeskState, 'operator'>,
  field: string,
  correction: Correction,
): Extract<Cue, { cue: 'override' }> => ({
  cue: 'override',
  field,
  ...correction,
  ...(operator.untilAgrees ? { until: 'agrees' as const } : {}),
});

/** A clock goes by seconds. */
const CLOCK_STEP_MS = 1_000;

/**
 * One step on. A figure or a clock is told as what to add: whoever else steps at once loses nothing. A period or an arrow is its
 * neighbour, from what was asked for last, so that two quick steps are two steps. Null when nothing has been heard, or there is no step.
 */
export function stepped(
  state: DeskState,
  readout: Readout,
  field: OverrideField,
  by: 1 | -1,
): Correction | null {
  if (!state.heard) return null;
  if (field === 'clock' || field === 'shotClock') return { add: by * CLOCK_STEP_MS };
  if (TEAM_FIGURES.some(({ name }) => field.endsWith(`.${name}`))) return { add: by };
  const asked = state.asked[field];
  const value = asked ? asked.value : shownValue(state, readout, field).value;
  const next =
    field === 'period'
      ? neighbour(periodsOf(state.heard.rules), value as Period, by)
      : field === 'arrow'
        ? neighbour(ARROWS, value as Side | null, by)
        : undefined;
  return next === undefined ? null : { value: next };
}

/** Holds the clock that runs on air, lets run the one that stands. */
export function clockToggled(
  { heard }: DeskState,
  { running }: Readout,
): { readonly value: { readonly running: boolean } } {
  const held = heard?.show.overrides.clock?.value as SetClock | undefined;
  return { value: { running: !(held?.running ?? running) } };
}

type ShotWish = { readonly value: { readonly remainingMs?: number; readonly running: boolean } };

/** Whether the shot clock runs as it is shown; where none is shown, as the game clock does. */
function shotRuns({ heard }: DeskState, { shotRunning }: Readout): boolean {
  const held = heard?.show.overrides.shotClock?.value as SetClock | null | undefined;
  return held?.running ?? shotRunning;
}

/** Stops the shot clock that runs on air, lets run the one that stands; where there is none, a whole possession begins. */
export function shotToggled(state: DeskState, readout: Readout): ShotWish {
  const held = state.heard?.show.overrides.shotClock;
  const isShown = held ? held.value !== null : readout.shotClock !== null;
  if (!isShown && state.heard)
    return { value: { remainingMs: rulesOf(state.heard.rules).shotClock.fullMs, running: true } };
  return { value: { running: !shotRuns(state, readout) } };
}

/** The shot clock set anew; it goes on running, or standing. */
export function shotReset(
  state: DeskState,
  rules: RuleSetName,
  readout: Readout,
  to: 'full' | 'short',
): ShotWish {
  const { fullMs, shortMs } = rulesOf(rules).shotClock;
  return { value: { remainingMs: to === 'full' ? fullMs : shortMs, running: shotRuns(state, readout) } };
}

/** Fields that hold the operator's value now. */
export const heldFields = ({ heard }: DeskState): readonly string[] =>
  Object.keys(heard?.show.overrides ?? {});
