// Figures that count up to their value as they arrive, and are simply there whenever it changes after that.
import { type Measure, measureText } from '../game/stat-word.ts';
import type { Growing } from './ceremony.ts';
import type { Figures } from './stage-kit.ts';

export class Counter implements Growing {
  readonly #figures: Figures;
  #measure: Measure = 'count';
  #value: number | null = null;
  #grown = 1;

  constructor(figures: Figures) {
    this.#figures = figures;
  }

  /** Null: nothing is written. */
  set(value: number | null, measure: Measure): void {
    this.#value = value;
    this.#measure = measure;
    this.#write();
  }

  /** How much of the value has been counted, 0 to 1. */
  get grown(): number {
    return this.#grown;
  }
  set grown(part: number) {
    this.#grown = part;
    this.#write();
  }

  #write(): void {
    const value = this.#value;
    this.#figures.set(value === null ? '' : measureText(value * this.#grown, this.#measure));
  }
}
