// What the feed has told of after an instant, for takes that wait for it.
import type { Timekeeper } from '../feeds/feed.ts';
import type { Foretell } from '../show/arm-take.ts';
import { comingEvents, isTakenBack } from '../show/foresight.ts';
import type { Timeline } from '../time/timeline.ts';

/** Looks into that timeline, from this instant on. */
export const foretellingOf = (timeline: Timeline, time: Pick<Timekeeper, 'now'>): Foretell => ({
  coming: (fromMs) => comingEvents(timeline, fromMs, time.now()),
  isTakenBack: (id, sinceMs) => isTakenBack(timeline, id, sinceMs),
  sinceMs: time.now(),
});
