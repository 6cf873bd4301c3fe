// What the desk knows of the game over the last seconds: enough for its figures to be read at any instant of them.
import { rulesOf } from '../game/rules.ts';
import { makeTimeline, type Timeline } from '../time/timeline.ts';
import type { Down } from '../wire/wire.ts';

/** History that figures need: enough for a clock to be read from. Milliseconds. */
export const HISTORY_MS = 10_000;

export class DeskHistory {
  #timeline: Timeline | null = null;

  /** Takes what the relay says; only snapshots, facts and the table of teams matter here. */
  hear(down: Down): void {
    if (down.type === 'snapshot') {
      this.#timeline = makeTimeline({ rules: rulesOf(down.rules), historyMs: HISTORY_MS });
      this.#timeline.reset({ game: down.game, facts: down.facts, frames: [] });
      this.#timeline.setTeams(down.look.table);
    }
    if (down.type === 'look') this.#timeline?.setTeams(down.look.table);
    if (down.type === 'facts') for (const fact of down.facts) this.#timeline?.push(fact);
  }

  /** Null before the first snapshot. */
  get timeline(): Timeline | null {
    return this.#timeline;
  }
}
