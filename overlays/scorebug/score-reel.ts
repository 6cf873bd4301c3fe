// The scores of one team one above the other, as on a reel: what is seen of it is one number, so that it can turn on from wherever it is.
import { Container } from 'pixi.js';
import type { Figures, StageKit, TextFace } from '../../src/stage/stage-kit.ts';

/** From one score to the next, in units: the old one is gone from the cell when the new one is in. */
const STEP = 72;

const textOf = (score: number | null): string => (score === null ? '-' : String(score));

export class ScoreReel {
  /** Its origin is the middle of the score that stands in the cell. */
  readonly view = new Container();
  /** Two are seen at most: the one that leaves, and the one that comes. */
  readonly #figures: readonly [Figures, Figures];
  /** The oldest that may still be seen first; the last one is where it turns to. */
  #scores: (number | null)[] = [null];
  #turned = 0;

  constructor(kit: StageKit, face: TextFace) {
    const figures = (): Figures => {
      const made = kit.figures({ face, maxLength: 3, align: 'centre' });
      this.view.addChild(made.view);
      return made;
    };
    this.#figures = [figures(), figures()];
    this.#lay();
  }

  /** How many scores it has turned past since it last stood still. */
  get turned(): number {
    return this.#turned;
  }
  set turned(turned: number) {
    this.#turned = turned;
    this.#lay();
  }

  /** Where it turns to. */
  get last(): number {
    return this.#scores.length - 1;
  }

  /** Stands at a score. */
  stand(score: number | null): void {
    this.#scores = [score];
    this.turned = 0;
  }

  /** The last one is another, wherever it is. */
  correct(score: number | null): void {
    this.#scores[this.last] = score;
    this.#lay();
  }

  /** One more, to turn to. */
  add(score: number | null): void {
    if (this.#turned === this.last) this.stand(this.#scores[this.last] ?? null);
    this.#scores.push(score);
  }

  setColour(colour: string): void {
    for (const figures of this.#figures) figures.setColour(colour);
  }

  #lay(): void {
    const first = Math.floor(this.#turned);
    for (const index of [first, first + 1]) {
      // Always by the same figures, so that none of them jumps.
      const figures = this.#figures[index % 2 === 0 ? 0 : 1];
      const off = index - this.#turned;
      const score = this.#scores[index];
      figures.view.visible = score !== undefined && off < 1;
      figures.view.y = off * STEP;
      if (score !== undefined) figures.set(textOf(score));
    }
  }
}
