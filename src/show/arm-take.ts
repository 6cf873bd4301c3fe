// Arms a take, and follows what the feed says until it is due: each word makes the next Show.
import type { ArmCue, Armed } from './armed.ts';
import { type Coming, LEAST_AHEAD_MS } from './foresight.ts';
import { type Granted, type Refused, refuse } from './grant.ts';
import { instantOf, playedAtMs } from './playhead.ts';
import { playheadOf, type Show } from './show.ts';

/** A take that nothing came for within so long is armed no more: nobody thinks of it any longer. Milliseconds: half an hour. */
export const ARM_LASTS_MS = 1_800_000;
/** An event that is heard so long after it was seen, or longer, is let go: a late take is a wrong one. Milliseconds. */
export const LATE_MS = 250;

/** What the feed has told. `coming`: the events after an instant, up to now; `isTakenBack`: of one, that it never was. `sinceMs`: since when it is listened to. */
export type Foretell = {
  readonly coming: (fromMs: number) => readonly Coming[];
  readonly isTakenBack: (id: string, sinceMs: number) => boolean;
  readonly sinceMs: number;
};

/** A feed that has told nothing. */
export const nothingTold: Foretell = { coming: () => [], isTakenBack: () => false, sinceMs: 0 };

/** A stop at the end of a period is a stop of the clock too. */
const fits = ({ on, event }: Armed, coming: Coming): boolean =>
  event === null
    ? coming.kind === on || (on === 'clock-stops' && coming.kind === 'period-ends')
    : coming.id === event;

/** Arms a take; one that was armed before is let go. */
export function armTake(
  show: Show,
  { on, event, output = FIRST }: ArmCue,
  atMs: number,
  { foretell, by }: { foretell: Foretell; by?: string | undefined },
): Granted | Refused {
  const playhead = playheadOf(show, output);
  const fromMs = instantOf(playhead, atMs, 0);
  if (atMs - fromMs < LEAST_AHEAD_MS || playedAtMs(playhead, atMs) === Number.POSITIVE_INFINITY)
    return refuse('arm', `${output} to play a second or more behind live`, `${Math.round(atMs - fromMs)} ms`);
  if (!Object.values(show.layers).some(({ preview }) => preview))
    return refuse('preview', 'a graphic in preview', 'none');
  const armed: Armed = {
    on,
    event: event ?? null,
    output,
    sinceMs: atMs,
    fromMs,
    ...(by === undefined ? {} : { by }),
    held: null,
  };
  const heard = foreseen({ ...show, armed }, foretell, atMs).armed;
  if (event !== undefined && !heard?.held) return refuse('event', 'an event that is about to be seen', event);
  return { show: { ...show, armed: heard } };
}

const FIRST = 'program';

/** Lets an armed take go. */
export const disarm = (show: Show): Granted | Refused =>
  show.armed ? { show: { ...show, armed: null } } : refuse('arm', 'a take that is armed', 'none');

/**
 * The show after the feed has said more. The soonest event that fits and is not seen yet is held; one that was held and is no more (a shot taken back)
 * is let go, and with it a take that was for it alone. The same Show when nothing has changed.
 */
export function foreseen(show: Show, foretell: Foretell, nowMs: number): Show {
  const { armed } = show;
  if (!armed) return show;
  const playhead = playheadOf(show, armed.output);
  const sinceMs = Math.max(armed.fromMs, instantOf(playhead, nowMs, 0) - LATE_MS);
  if (isOlder(armed, foretell)) return show;
  const next = foretell
    .coming(sinceMs)
    .find(
      (coming) =>
        fits(armed, coming) &&
        (coming.id === armed.held?.id || playedAtMs(playhead, coming.atMs) > nowMs - LATE_MS),
    );
  if (!next) {
    if (armed.held === null) return show;
    return { ...show, armed: armed.event === null ? { ...armed, held: null } : null };
  }
  if (next.id === armed.held?.id && next.atMs === armed.held.atMs) return show;
  return { ...show, armed: { ...armed, held: { id: next.id, atMs: next.atMs, heardMs: nowMs } } };
}

/** Held since before this history began (the relay was started again): it is not in it, and stands unless it is taken back. */
const isOlder = ({ held }: Armed, { sinceMs, isTakenBack }: Foretell): boolean =>
  held !== null && held.heardMs < sinceMs && !isTakenBack(held.id, sinceMs);

/** When an armed take goes to air, of the relay's clock; infinite while that is not known. */
export const armedDueMs = (show: Pick<Show, 'armed' | 'playheads'>): number =>
  show.armed?.held
    ? Math.max(show.armed.held.heardMs, playedAtMs(playheadOf(show, show.armed.output), show.armed.held.atMs))
    : Number.POSITIVE_INFINITY;

/** When an armed take is armed no more; infinite when it holds an event, or none is armed. */
export const armLapsesMs = ({ armed }: Pick<Show, 'armed'>): number =>
  armed && !armed.held ? armed.sinceMs + ARM_LASTS_MS : Number.POSITIVE_INFINITY;
