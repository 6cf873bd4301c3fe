// One kind of possession: its name, a bar from the common line, its points per possession and how often it happened.
import { Container } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { Bar } from '../../src/stage/bar.ts';
import { CardFoot } from '../../src/stage/card-foot.ts';
import { type CardPart, makeCardPart } from '../../src/stage/ceremony.ts';
import { Counter } from '../../src/stage/counter.ts';
import type { Wanted } from '../../src/stage/level.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit } from '../../src/stage/stage-kit.ts';
import type { Theme } from '../../src/stage/theme.ts';
import { BAR_LENGTH, COUNT_X, LINE_X, PADDING, ROW_HEIGHT, rowY, VALUE_X, WIDTH } from './layout.ts';
import type { EfficiencyRow } from './view.ts';

const LABEL_SIZE = 32;
const VALUE = { size: 48, widest: 4 } as const;
const COUNT = { size: 40, widest: 3 } as const;
const BAR_HEIGHT = 32;
/** Of the common line. */
const LINE_WIDTH = 2;
const MARK = { width: 2, air: 3, y: 8, height: ROW_HEIGHT - 18 } as const;
/** Rows come after the header; their figures wait until the plate has reached them. */
const ORDER = { first: 1.6, step: 0.75, figures: 2.2 } as const;

/** A thin line across a bar: where all possessions together stand. */
class Mark {
  readonly view = new Container({ y: MARK.y });
  #level = 0;

  constructor({ text, plate: ground }: Theme['colour']) {
    const { width, air, height } = MARK;
    // Air on both sides: it is seen on a bar of any colour.
    this.view.addChild(
      plate({ x: -air - width / 2, width: width + 2 * air, height, colour: ground }),
      plate({ x: -width / 2, width, height, colour: text }),
    );
  }

  /** Where it stands, as a part of a whole bar. */
  get level(): number {
    return this.#level;
  }
  set level(level: number) {
    this.#level = level;
    this.view.x = LINE_X + LINE_WIDTH + Math.round(BAR_LENGTH * level);
  }
}

export type RowScale = {
  /** What a whole bar stands for. */
  readonly full: number;
  /** Where the mark stands; null for no mark. */
  readonly mark: number | null;
  /** The last row has the card's lower corners. */
  readonly isLast: boolean;
};

export class Row {
  readonly #ground;
  readonly #ends;
  readonly #foot: CardFoot;
  readonly #label: Label;
  readonly #bar: Bar;
  readonly #mark: Mark;
  readonly #value: Counter;
  readonly #count: Counter;
  #shown: EfficiencyRow | null = null;

  constructor(kit: StageKit, index: number) {
    const { colour } = kit.theme;
    const order = ORDER.first + index * ORDER.step;
    this.#ground = makeCardPart({ order, y: rowY(index) });
    this.#ends = makeCardPart({ order: order + ORDER.figures, y: rowY(index), travel: { x: 0, y: 12 } });
    this.#label = kit.label({
      face: { family: 'text', weight: 500, sizePx: LABEL_SIZE, colour: colour.text },
      maxWidth: LINE_X - PADDING - 24,
      align: 'left',
    });
    this.#label.view.position.set(PADDING, ROW_HEIGHT / 2);
    this.#bar = new Bar({ length: BAR_LENGTH, height: BAR_HEIGHT, direction: 1 });
    this.#bar.view.position.set(LINE_X + LINE_WIDTH, (ROW_HEIGHT - BAR_HEIGHT) / 2);
    this.#mark = new Mark(colour);
    this.#foot = new CardFoot(kit, { x: 0, y: 0, width: WIDTH, height: ROW_HEIGHT });
    this.#ground.plates.addChild(...this.#foot.plates);
    const { y, height } = MARK;
    const line = plate({ x: LINE_X, y, width: LINE_WIDTH, height, colour: colour.quiet });
    this.#ground.ink.addChild(this.#label.view, line, this.#bar.view, this.#mark.view);
    this.#ground.grows.push(this.#bar);
    this.#value = this.#figures(kit, { ...VALUE, weight: 700, colour: colour.text, x: VALUE_X });
    this.#count = this.#figures(kit, { ...COUNT, weight: 600, colour: colour.quiet, x: COUNT_X });
  }

  /** What moves, from below. */
  get parts(): readonly CardPart[] {
    return [this.#ground, this.#ends];
  }

  /** Takes on a row, settled, but for its bar and mark; says where those are wanted. Null: there is no such row. */
  set(row: EfficiencyRow | null, { full, mark, isLast }: RowScale): readonly Wanted[] {
    for (const { view } of this.parts) view.visible = row !== null;
    const last = this.#shown;
    this.#shown = row;
    if (row === null) return [];
    this.#foot.set(isLast);
    this.#label.set(row.label);
    this.#value.set(row.pointsPerPossession, 'ratio');
    this.#count.set(row.possessions, 'count');
    this.#mark.view.visible = mark !== null;
    // Another row in its place has nothing to grow from.
    const isAnother = last?.type !== row.type;
    return [
      { of: this.#bar, level: row.pointsPerPossession / full, isNew: isAnother },
      { of: this.#mark, level: (mark ?? 0) / full, isNew: isAnother },
    ];
  }

  paint(look: Pick<JerseyLook, 'fill' | 'ring'>): void {
    this.#bar.paint(look);
  }

  #figures(
    kit: StageKit,
    face: { size: number; weight: number; colour: string; widest: number; x: number },
  ): Counter {
    const { size: sizePx, weight, colour, widest: maxLength, x } = face;
    const figures = kit.figures({
      face: { family: 'display', weight, sizePx, colour },
      maxLength,
      align: 'right',
    });
    figures.view.position.set(x, ROW_HEIGHT / 2);
    const counter = new Counter(figures);
    this.#ends.ink.addChild(figures.view);
    this.#ends.grows.push(counter);
    return counter;
  }
}
