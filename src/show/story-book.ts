// The stories of a game as they stand at an instant of its history, looked up again and again: what takes more than one look to know is kept here.
import { type FieldGoalClock, followFieldGoals, noFieldGoals, playedMs } from '../game/field-goal-clock.ts';
import { type Story, storiesOf } from '../game/stories.ts';
import type { Timeline } from '../time/timeline.ts';

/** Stories are looked for at most so often, in milliseconds. */
export const STORIES_EVERY_MS = 1_000;

export class StoryBook {
  #fieldGoals: FieldGoalClock = noFieldGoals;
  /** The game is heard since here: of what was before, no time of play is known. */
  #sinceMs: number | null = null;
  #lookedMs = Number.NEGATIVE_INFINITY;
  #stories: readonly Story[] = [];

  /** The stories at an instant, the best first; the same list while it is not time to look again. */
  at(timeline: Pick<Timeline, 'at' | 'rules'>, instantMs: number): readonly Story[] {
    if (Math.abs(instantMs - this.#lookedMs) < STORIES_EVERY_MS) return this.#stories;
    this.#lookedMs = instantMs;
    this.#sinceMs ??= instantMs;
    const sinceMs = this.#sinceMs;
    const { rules } = timeline;
    const { game } = timeline.at(instantMs);
    // A Moment is valid until the next look: its clock is read last.
    this.#fieldGoals = followFieldGoals(this.#fieldGoals, game, (atMs) => {
      if (atMs < sinceMs && atMs !== game.atMs) return null;
      const then = timeline.at(Math.max(atMs, sinceMs));
      return then.clock ? playedMs(rules, then.game.period, then.clock.remainingMs) : null;
    });
    const { clock } = timeline.at(instantMs);
    this.#stories = storiesOf({ game, rules, clock, fieldGoals: this.#fieldGoals });
    return this.#stories;
  }
}
