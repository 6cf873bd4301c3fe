// What the desk knows of the game: the last seconds, for figures to be read from; and as far back as the pictures that it foresees for.
import { rulesOf } from '../game/rules.ts';
import { reachMs } from '../show/playhead.ts';
import type { Show } from '../show/show.ts';
import { HISTORY_MS as LONGEST_MS, makeTimeline, type Timeline } from '../time/timeline.ts';
import type { Down } from '../wire/wire.ts';

/** History that figures need: enough for a clock to be read from. Milliseconds. */
export const HISTORY_MS = 10_000;

/** History is asked for in steps of this, so that a delay that is nudged is no reason to ask again. Milliseconds. */
const STEP_MS = 30_000;

export class DeskHistory {
  #timeline: Timeline | null = null;
  #keptMs = HISTORY_MS;

  /** Takes what the relay says; only snapshots, facts and the table of teams matter here. */
  hear(down: Down): void {
    if (down.type === 'snapshot') {
      this.#timeline = makeTimeline({ rules: rulesOf(down.rules), historyMs: this.#keptMs });
      this.#timeline.reset({ game: down.game, facts: down.facts, frames: [] });
      this.#timeline.setTeams(down.look.table);
    }
    if (down.type === 'look') this.#timeline?.setTeams(down.look.table);
    if (down.type === 'facts') for (const fact of down.facts) this.#timeline?.push(fact);
  }

  /** How far back history should be asked for, since an output plays further behind than is kept here; null while there is enough. Asked for once. */
  missingMs(show: Show | null, nowMs: number): number | null {
    if (!show || !this.#timeline) return null;
    const farthestMs = Math.max(
      0,
      ...Object.values(show.playheads).map((playhead) => reachMs(playhead, nowMs, HISTORY_MS)),
    );
    if (farthestMs <= this.#keptMs) return null;
    const wantedMs = Math.min(LONGEST_MS, Math.ceil(farthestMs / STEP_MS) * STEP_MS);
    if (wantedMs <= this.#keptMs) return null;
    this.#keptMs = wantedMs;
    return wantedMs;
  }

  /** Null before the first snapshot. */
  get timeline(): Timeline | null {
    return this.#timeline;
  }
}
