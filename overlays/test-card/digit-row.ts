// Figures that change at every tick without making anything: one cell a digit, set from numbers.
import { Container } from 'pixi.js';
import type { Figures, StageKit, TextFace } from '../../src/stage/stage-kit.ts';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** What a separator takes of a digit's width. */
const SEPARATOR = 0.6;

export type DigitRowOptions = {
  readonly face: TextFace;
  /** Such as `00:00:00.000`: each run of noughts is a field, the rest stands still. */
  readonly pattern: string;
  readonly align: 'left' | 'right';
};

/** About x = 0 by `align`, the middle of the figures at y = 0. */
export class DigitRow {
  readonly view = new Container();
  /** Cells of each field, its last digit first. */
  readonly #fields: Figures[][] = [];

  constructor(kit: StageKit, { face, pattern, align }: DigitRowOptions) {
    let x = 0;
    let field: Figures[] | null = null;
    for (const character of pattern) {
      const cell = kit.figures({ face, maxLength: 1, align: 'centre' });
      const isDigit = character === '0';
      const width = Math.round(cell.width * (isDigit ? 1 : SEPARATOR));
      cell.view.x = x + Math.round(width / 2);
      cell.set(character);
      this.view.addChild(cell.view);
      x += width;
      if (!isDigit) {
        field = null;
        continue;
      }
      if (field === null) this.#fields.push((field = []));
      field.unshift(cell);
    }
    if (align === 'right') this.view.pivot.x = x;
  }

  /** Writes a whole number into a field, with leading noughts; only its last digits where it is too long. */
  set(field: number, value: number): void {
    let rest = value;
    for (const cell of this.#fields[field] ?? []) {
      cell.set(DIGITS[rest % 10] ?? '0');
      rest = Math.floor(rest / 10);
    }
  }
}
