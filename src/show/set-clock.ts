// A clock as the operator set it, read at an instant: its figures are made only when they change.
import { type Cut, figure } from '../game/clock.ts';
import type { ClockReading } from '../time/moment.ts';
import { readSetClock } from './field-value.ts';
import type { SetClock } from './overrides.ts';

/** Gives one reading, reused: valid until the next call. */
export class SetClockReader {
  readonly #text: (shown: number) => string;
  readonly #reading = { remainingMs: 0, running: false, text: '' };
  #shown = Number.NaN;
  /** Rises with each change of the figures, and of running. */
  version = 0;

  constructor(text: (shown: number) => string) {
    this.#text = text;
  }

  at(clock: SetClock, cut: Cut, atMs: number): ClockReading {
    const reading = this.#reading;
    reading.remainingMs = readSetClock(clock, atMs);
    const running = clock.running && reading.remainingMs > 0;
    const shown = figure(cut, reading.remainingMs);
    if (shown === this.#shown && running === reading.running) return reading;
    reading.running = running;
    reading.text = this.#text(shown);
    this.#shown = shown;
    this.version += 1;
    return reading;
  }
}
