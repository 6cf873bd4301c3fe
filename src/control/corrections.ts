// The operator's corrections: which fields the page offers, what one step up or down makes of each, and what is shown for it now.
import type { Period } from '../game/period.ts';
import { type RuleSetName, rulesOf } from '../game/rules.ts';
import type { OverrideField } from '../show/overrides.ts';
import type { DeskState } from './desk-state.ts';
import { feedValue, type Readout, type Side } from './readout.ts';

/** Figures that each team has, with the highest that can be given. */
export const TEAM_FIGURES = [
  { name: 'score', label: 'Score', max: 999 },
  { name: 'fouls', label: 'Fouls', max: 99 },
  { name: 'timeouts', label: 'Timeouts', max: 9 },
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

/**
 * The value one step on. It counts from what was asked for last, so that two quick steps are two steps. A figure that nobody has said counts
 * from 0 and stays in its range. Undefined when there is no step: nothing has been heard.
 */
export function stepped(state: DeskState, readout: Readout, field: OverrideField, by: 1 | -1): unknown {
  if (!state.heard) return undefined;
  const asked = state.asked[field];
  const value = asked ? asked.value : shownValue(state, readout, field).value;
  if (field === 'period') return neighbour(periodsOf(state.heard.rules), value as Period, by);
  if (field === 'arrow') return neighbour(ARROWS, value as Side | null, by);
  const figure = TEAM_FIGURES.find(({ name }) => field.endsWith(`.${name}`));
  if (!figure) return undefined;
  return Math.min(figure.max, Math.max(0, (typeof value === 'number' ? value : 0) + by));
}

/** Fields that hold the operator's value now. */
export const heldFields = ({ heard }: DeskState): readonly string[] =>
  Object.keys(heard?.show.overrides ?? {});
