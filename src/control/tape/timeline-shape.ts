// The timeline's drawing from a game's outline: the score difference as steps, periods, events and cues along one line. Shares of its width and height.
import type { Outline } from '../../game/outline.ts';

export type Span = { readonly fromMs: number; readonly toMs: number };

/** Where an instant stands, 0 to 1. */
export const shareOf = (atMs: number, { fromMs, toMs }: Span): number =>
  toMs > fromMs ? Math.max(0, Math.min(1, (atMs - fromMs) / (toMs - fromMs))) : 0;

/** The least lead that fills the height. */
const LEAST_LEAD = 5;

/** What the height stands for: the largest lead either way. */
export const largestLead = ({ scores }: Outline): number =>
  scores.reduce((largest, { home, away }) => Math.max(largest, Math.abs(home - away)), LEAST_LEAD);

/**
 * The difference as a path of steps in a box of `width` by `height` about its middle, closed to the middle: the home team's lead above it. Drawn as far as
 * the tape is read.
 */
export function leadPath(outline: Outline, span: Span, width: number, height: number): string {
  const lead = largestLead(outline);
  const middle = height / 2;
  const x = (atMs: number): string => (shareOf(atMs, span) * width).toFixed(1);
  const y = (home: number, away: number): string =>
    (middle - ((home - away) / lead) * (middle - 1)).toFixed(1);
  const endMs = Math.max(span.fromMs, outline.readMs);
  const steps = outline.scores.flatMap(({ atMs, home, away }) => [`H${x(atMs)}`, `V${y(home, away)}`]);
  return [`M0 ${middle}`, ...steps, `H${x(endMs)}`, `V${middle}`, 'Z'].join(' ');
}

/** Labels nearer than this to the next would be written over it, as a share of the width. */
const LABEL = 0.065;

/** Those whose label has room before the next. */
export const spaced = <Dated extends { readonly atMs: number }>(
  labelled: readonly Dated[],
  span: Span,
): readonly Dated[] =>
  labelled.filter(({ atMs }, nth) => {
    const next = labelled[nth + 1];
    return next === undefined || shareOf(next.atMs, span) - shareOf(atMs, span) >= LABEL;
  });

/** The event nearest to an instant, within `withinMs`; null for none. */
export function eventNear(
  outline: Outline,
  atMs: number,
  withinMs: number,
): Outline['events'][number] | null {
  let nearest: Outline['events'][number] | null = null;
  for (const event of outline.events) {
    const far = Math.abs(event.atMs - atMs);
    if (far <= withinMs && (nearest === null || far < Math.abs(nearest.atMs - atMs))) nearest = event;
  }
  return nearest;
}

/** The score at an instant. */
export function scoreAt(
  { scores }: Outline,
  atMs: number,
): { readonly home: number; readonly away: number } | null {
  let last: Outline['scores'][number] | null = null;
  for (const score of scores) if (score.atMs <= atMs) last = score;
  return last;
}

const SECOND_MS = 1_000;

/** So long after the beginning: `1:02:03`, `4:05`; with tenths where it is stepped through. */
export function positionText(ms: number, tenths = false): string {
  const whole = Math.max(0, tenths ? Math.floor(ms / 100) * 100 : Math.floor(ms / SECOND_MS) * SECOND_MS);
  const hours = Math.floor(whole / 3_600_000);
  const minutes = Math.floor(whole / 60_000) % 60;
  const seconds = String(Math.floor(whole / SECOND_MS) % 60).padStart(2, '0');
  const text =
    hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
  return tenths ? `${text}.${Math.floor(whole / 100) % 10}` : text;
}
