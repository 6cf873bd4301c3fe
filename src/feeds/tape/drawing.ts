// A game's outline as it stands: what each part of its tape added, put together when somebody looks at it.
import type { Outline } from '../../game/outline.ts';
import type { Period } from '../../game/period.ts';
import type { Zstd } from '../../tape/zstd.ts';
import { type Packed, unpacked } from './gist.ts';
import type { Drawn } from './outliner.ts';

const NOTHING: Drawn = { home: '', away: '', periods: [], scores: [], events: [], cues: [], ticks: [] };

const inTime = <Dated extends { readonly atMs: number }>(list: readonly Dated[]): readonly Dated[] =>
  [...list].sort((a, b) => a.atMs - b.atMs);

export class Drawing {
  readonly #zstd: Zstd;
  #drawn: Drawn = NOTHING;
  /** Not looked at yet. */
  #waiting: Packed[] = [];

  constructor(zstd: Zstd) {
    this.#zstd = zstd;
  }

  /** What the next part of the tape adds. */
  add(drawn: Packed): void {
    this.#waiting.push(drawn);
  }

  /** As far as it is drawn: up to `readMs`. */
  outline(readMs: number): Outline {
    const { ticks: _ticks, ...drawn } = this.#all();
    return {
      ...drawn,
      readMs,
      periods: inTime(drawn.periods),
      scores: inTime(drawn.scores),
      events: inTime(drawn.events),
    };
  }

  /** The first instant at which the game clock was at or below a time of that period; null where it never was. */
  clockAt(period: Period, remainingMs: number): number | null {
    const found = this.#all().ticks.find((tick) => tick.period === period && tick.remainingMs <= remainingMs);
    if (!found) return null;
    // The table tells it truncated: the truth may lie up to its resolution above.
    return found.atMs - (found.running ? Math.max(0, remainingMs - found.remainingMs) : 0);
  }

  #all(): Drawn {
    if (this.#waiting.length === 0) return this.#drawn;
    const all = [this.#drawn, ...this.#waiting.map((one) => unpacked<Drawn>(this.#zstd, one))];
    const last = all.at(-1) ?? NOTHING;
    this.#waiting = [];
    this.#drawn = {
      home: last.home,
      away: last.away,
      periods: all.flatMap(({ periods }) => periods),
      scores: all.flatMap(({ scores }) => scores),
      events: all.flatMap(({ events }) => events),
      cues: all.flatMap(({ cues }) => cues),
      ticks: all.flatMap(({ ticks }) => ticks),
    };
    return this.#drawn;
  }
}
