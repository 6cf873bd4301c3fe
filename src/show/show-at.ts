// What a show is at an instant follows from the show and that instant alone: what goes by itself, and the take that was armed. Every page works it out for
// itself, so that outputs change on the same frame, with or without the relay.
import { armedDueMs, armLapsesMs } from './arm-take.ts';
import { nextOutMs, outsAt } from './auto-out.ts';
import { afterTake } from './rundown-step.ts';
import type { Show } from './show.ts';
import { takePreview } from './take.ts';
import { rememberTake } from './undo.ts';

/** When the show next changes by itself, of the relay's clock; infinite when it does not. */
export const nextChangeMs = (show: Show): number =>
  Math.min(nextOutMs(show), armedDueMs(show), armLapsesMs(show));

/** The show as it is at an instant. The same Show when nothing is due. */
export function showAt(show: Show, nowMs: number): Show {
  if (nextChangeMs(show) > nowMs) return show;
  const dueMs = armedDueMs(show);
  if (dueMs <= nowMs) return outsAt(takeArmed(outsAt(show, dueMs), dueMs), nowMs);
  const kept = armLapsesMs(show) <= nowMs ? { ...show, armed: null } : show;
  return outsAt(kept, nowMs);
}

/** What is in preview goes to air; where nothing is there any more, nothing goes. Once. */
function takeArmed(show: Show, atMs: number): Show {
  const disarmed = { ...show, armed: null };
  const taken = takePreview(disarmed, {}, atMs);
  if ('fault' in taken) return disarmed;
  return rememberTake(disarmed, { ...taken.show, rundown: afterTake(disarmed) }, 'armed take', atMs);
}
