// Puts stories on air whose rules are armed: each once, and none that had begun before it was watched for.
import type { Story } from '../game/stories.ts';
import { FIRST_OUTPUT } from '../show/correct.ts';
import { instantOf } from '../show/playhead.ts';
import { playheadOf, type Show } from '../show/show.ts';
import { StoryBook } from '../show/story-book.ts';
import { mayTake } from '../show/story-rules.ts';
import type { Timeline } from '../time/timeline.ts';

/** Stories that are remembered as seen; the oldest go first. */
const SEEN_KEPT = 500;

export type StorytellerOptions = {
  readonly now: () => number;
  readonly timeline: Timeline;
  readonly show: () => Show;
  /** Puts a story on air; nothing where that cannot be. */
  readonly take: (story: Story) => void;
};

export interface Storyteller {
  /** The feed has said more. */
  look(): void;
}

/** Nothing is watched for until a rule is armed. Stories are of the instant in the first output's picture: none is told before it is seen. */
export function makeStoryteller({ now, timeline, show, take }: StorytellerOptions): Storyteller {
  const book = new StoryBook();
  const seen = new Set<string>();
  let isFirst = true;
  let last: readonly Story[] | null = null;
  return {
    look() {
      const shown = show();
      if (Object.keys(shown.storyRules).length === 0) {
        isFirst = true;
        return;
      }
      const stories = book.at(timeline, instantOf(playheadOf(shown, FIRST_OUTPUT), now(), 0));
      if (stories === last) return;
      last = stories;
      const fresh = stories.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      for (const id of seen) if (seen.size > SEEN_KEPT) seen.delete(id);
      const best = isFirst ? undefined : fresh.find(({ rule }) => mayTake(shown, rule, now()));
      isFirst = false;
      if (best) take(best);
    },
  };
}
