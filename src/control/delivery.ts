// A cue of this page on its way: with who wishes it, and with the show that he saw where it puts a value in the place of another.
import { effect, type ReadonlySignal } from '@preact/signals';
import { fault } from '../game/fault.ts';
import type { Asked } from '../show/asked.ts';
import type { Cue } from '../show/cue.ts';
import type { Show } from '../show/show.ts';
import type { CueAnswer, CueLine } from './cue-line.ts';
import type { DeskState } from './desk-state.ts';
import { isUntouched, overwrites } from './guard.ts';

/** How often a cue that was overtaken by what does not concern it is sent again. */
const MOST_AGAIN = 3;

/** Why an observer's cue is not sent, and why one that came too late was refused. */
export const OBSERVED = fault('observer', 'role', 'an operator', 'an observer: choose your role at the top');
export const OVERTAKEN = fault(
  'overtaken',
  'another desk',
  'what you saw to stand still',
  'a change by somebody else meanwhile: look, then press again',
);

/**
 * Sends cues. One that puts a value in the place of another says which revision of the show it was meant for. Where that is past by now and only
 * other things have changed, it is sent again; where what it would overwrite has changed, it stays refused as `stale`.
 */
export function makeDelivery(line: CueLine, state: ReadonlySignal<DeskState>, page?: string) {
  const askedFor = (cue: Cue): Asked => {
    const { operator, heard, granted } = state.peek();
    const guards = heard !== null && overwrites(cue, heard.show) !== undefined;
    return {
      ...(operator.name === '' ? {} : { by: operator.name }),
      ...(page === undefined ? {} : { page }),
      ...(guards ? { ifRevision: Math.max(heard.show.revision, granted?.revision ?? 0) } : {}),
    };
  };
  return async (cue: Cue): Promise<CueAnswer> => {
    const seen = state.peek().heard?.show;
    let answer = await line.send(cue, () => askedFor(cue));
    for (let again = 0; again < MOST_AGAIN && answer.status === 'stale' && seen; again += 1) {
      const show = await showFrom(state, answer.revision);
      if (!show || !isUntouched(cue, seen, show)) break;
      answer = await line.send(cue, () => askedFor(cue));
    }
    return answer;
  };
}

/** The show once it is of that revision, or a later one; null when the relay is lost before. */
const showFrom = (state: ReadonlySignal<DeskState>, revision: number): Promise<Show | null> =>
  new Promise((resolve) => {
    const stop = effect(() => {
      const { heard, link } = state.value;
      const show = heard !== null && heard.show.revision >= revision ? heard.show : null;
      if (link.status === 'open' && show === null) return;
      resolve(link.status === 'open' ? show : null);
      // Not before it has begun: the first look may be enough.
      queueMicrotask(() => stop());
    });
  });
