// Tells what was written down in a step, in the words of the six sources that share a sequence.
import type { Source } from '../shottracker/sources.ts';
import type { Chronicle } from './chronicle.ts';
import type { Amendment, GameEvent } from './event.ts';
import { textOf, type Utterance } from './utterance.ts';
import {
  boxScoreWords,
  chartWords,
  correctionOf,
  type Data,
  lineupStatsWords,
  possessionStatsWords,
  possessionWords,
  type Telling,
} from './words-events.ts';

/** Counts the sequence: each correction and each event moves it on. */
export class EventTeller {
  readonly #telling: Telling;
  readonly #chronicle: Chronicle;
  #possession: GameEvent[] = [];
  #seq = 0;

  constructor(telling: Telling, chronicle: Chronicle) {
    this.#telling = telling;
    this.#chronicle = chronicle;
  }

  #say(source: Source, data: Data | null, simMs: number): Utterance[] {
    if (data === null) return [];
    this.#seq += 1;
    const seq = this.#seq;
    return [{ source, simMs, text: (stampOf) => textOf(source, data, seq, stampOf) }];
  }

  marker(data: Data, simMs: number): Utterance[] {
    return this.#say('marker', data, simMs);
  }

  #now(): Telling {
    return { ...this.#telling, book: this.#chronicle.book('game') };
  }

  #correction(amendment: Amendment): Utterance[] {
    const { before, after, atMs } = amendment;
    const telling = this.#now();
    const classification = correctionOf(amendment);
    const lines = boxScoreWords(telling, after ?? before, { classification, atMs });
    const said = lines.flatMap((data) => this.#say('boxscorestatsv2', data, atMs));
    const shot = after ?? before;
    if (shot.kind !== 'shot') return said;
    return [
      ...said,
      ...this.#say('chart', chartWords(telling, shot, after === null ? 'DELETED' : 'UPDATED'), atMs),
    ];
  }

  #possessions(event: GameEvent): Utterance[] {
    if (event.kind === 'distance' || event.possession === 0 || event.kind === 'foul-drawn') return [];
    if (event.kind === 'possession') this.#possession = [event];
    else this.#possession = [...this.#possession, event];
    return this.#say('possessions', possessionWords(this.#telling, this.#possession), event.atMs);
  }

  #afterPossession({ side, floor, atMs }: GameEvent): Utterance[] {
    const telling = this.#now();
    return [
      ...this.#say('possessionstats', possessionStatsWords(telling, side, atMs), atMs),
      ...(['home', 'away'] as const).flatMap((one) =>
        this.#say('lineupstats', lineupStatsWords(telling, one, floor[one]), atMs),
      ),
    ];
  }

  take(entry: GameEvent | Amendment): Utterance[] {
    this.#chronicle.take(entry);
    if (entry.kind === 'amendment') return this.#correction(entry);
    const telling = this.#now();
    return [
      ...boxScoreWords(telling, entry).flatMap((data) => this.#say('boxscorestatsv2', data, entry.atMs)),
      ...(entry.kind === 'shot'
        ? this.#say('chart', chartWords(telling, entry, 'RECORDED'), entry.atMs)
        : []),
      ...this.#possessions(entry),
      ...(entry.kind === 'possession-end' ? this.#afterPossession(entry) : []),
    ];
  }
}
