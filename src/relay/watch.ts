// What the show waits for from the feed: an event for guided sync, one for an armed take, a story for a rule that is armed. Looked for only while it waits.
import type { Timekeeper } from '../feeds/feed.ts';
import type { Fact } from '../game/message.ts';
import { EventFinder } from '../show/event-finder.ts';
import type { Timeline } from '../time/timeline.ts';
import type { ShowDesk } from './show-desk.ts';
import { makeStoryteller } from './storyteller.ts';

/** So far back all ticks about an instant of the clock have been heard: one beat of the table and what the network takes. Milliseconds. */
const CLOCK_SETTLED_MS = 700;

export interface Watch {
  /** A fact that the timeline has taken. */
  hear(fact: Fact): void;
}

/** Watches for a desk, in a history. */
export function makeWatch(desk: ShowDesk, timeline: Timeline, time: Pick<Timekeeper, 'now'>): Watch {
  const finder = new EventFinder((atMs) => timeline.at(atMs));
  const storyteller = makeStoryteller({
    now: () => time.now(),
    timeline,
    show: () => desk.show(),
    take: (story) => desk.tell(story),
  });
  return {
    hear(fact) {
      desk.foresee();
      storyteller.look();
      if (!desk.waitsForEvent()) return;
      const basket = finder.basketIn(fact);
      if (basket) desk.heard(basket);
      if (fact.kind === 'clock')
        for (const found of finder.clockUntil(fact.atMs - CLOCK_SETTLED_MS)) desk.heard(found);
    },
  };
}
