// One row: what it counts above the common line, a bar and a figure for each team.
import type { JerseyPair } from '../../src/game/jersey.ts';
import { Bar } from '../../src/stage/bar.ts';
import { CardFoot } from '../../src/stage/card-foot.ts';
import { type CardPart, makeCardPart } from '../../src/stage/ceremony.ts';
import { Counter } from '../../src/stage/counter.ts';
import type { Wanted } from '../../src/stage/level.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Figures, Label, StageKit } from '../../src/stage/stage-kit.ts';
import { BAR_GAP, BAR_LENGTH, HALF_WIDTH, HEADER_HEIGHT, PADDING, ROW_HEIGHT, WIDTH } from './layout.ts';
import type { RowView } from './view.ts';

const FIGURE = { size: 48, y: 34, widest: 6 } as const;
const LABEL = { size: 28, y: 20, width: 440 } as const;
const BAR = { length: BAR_LENGTH, height: 16, y: 42 } as const;
/** Of the common line. */
const LINE_WIDTH = 2;
/** Rows come after the header, more closely than plates of one line do. */
const ORDER = { first: 1, step: 0.75, figures: 1.6 } as const;

const SIDES = ['away', 'home'] as const;
type Side = (typeof SIDES)[number];

type Half = { readonly bar: Bar; readonly figures: Figures; readonly counter: Counter };

export class Row {
  readonly #ground;
  /** The figures, which wait until the plate has reached them. */
  readonly #ends;
  readonly #foot: CardFoot;
  readonly #kit: StageKit;
  readonly #label: Label;
  readonly #halves: Readonly<Record<Side, Half>>;
  #shown: RowView | null = null;

  constructor(kit: StageKit, index: number) {
    this.#kit = kit;
    const { colour } = kit.theme;
    const order = ORDER.first + index * ORDER.step;
    const place = { x: HALF_WIDTH, y: HEADER_HEIGHT + index * ROW_HEIGHT, travel: { x: 0, y: 12 } };
    this.#ground = makeCardPart({ ...place, order });
    this.#ends = makeCardPart({ ...place, order: order + ORDER.figures });
    this.#foot = new CardFoot(kit, { x: -HALF_WIDTH, y: 0, width: WIDTH, height: ROW_HEIGHT });
    const { plates, ink } = this.#ground;
    plates.addChild(
      ...this.#foot.plates,
      ...[-1, 1].map((direction) =>
        plate({
          x: direction === 1 ? BAR_GAP : -BAR_GAP - BAR.length,
          y: BAR.y,
          width: BAR.length,
          height: BAR.height,
          colour: colour.raised,
        }),
      ),
      plate({
        x: -LINE_WIDTH / 2,
        y: BAR.y - 3,
        width: LINE_WIDTH,
        height: BAR.height + 6,
        colour: colour.quiet,
      }),
    );
    this.#label = kit.label({
      face: { family: 'display', weight: 600, sizePx: LABEL.size, colour: colour.text, spacing: 1 },
      maxWidth: LABEL.width,
      align: 'centre',
    });
    this.#label.view.y = LABEL.y;
    ink.addChild(this.#label.view);
    this.#halves = { away: this.#half('away'), home: this.#half('home') };
  }

  /** What moves, from below. */
  get parts(): readonly CardPart[] {
    return [this.#ground, this.#ends];
  }

  /** Takes on a row, settled, but for its bars; says where those are wanted. Null: there is no such row. The last one has the card's lower corners. */
  set(row: RowView | null, isLast: boolean): readonly Wanted[] {
    for (const { view } of this.parts) view.visible = row !== null;
    const last = this.#shown;
    this.#shown = row;
    if (row === null) return [];
    this.#foot.set(isLast);
    this.#label.set(row.label);
    return SIDES.map((side) => {
      const { bar, figures, counter } = this.#halves[side];
      const { text, quiet } = this.#kit.theme.colour;
      figures.setColour(row.lead === null || row.lead === side ? text : quiet);
      counter.set(row[side], row.measure);
      // Another row in its place has nothing to grow from.
      return { of: bar, level: row[side] / row.full, isNew: last?.key !== row.key };
    });
  }

  paint(jerseys: JerseyPair): void {
    for (const side of SIDES) this.#halves[side].bar.paint(jerseys[side]);
  }

  #half(side: Side): Half {
    const direction = side === 'home' ? 1 : -1;
    const bar = new Bar({ length: BAR.length, height: BAR.height, direction });
    bar.view.position.set(direction * BAR_GAP, BAR.y);
    const figures = this.#kit.figures({
      face: { family: 'display', weight: 700, sizePx: FIGURE.size, colour: this.#kit.theme.colour.text },
      maxLength: FIGURE.widest,
      align: side === 'home' ? 'right' : 'left',
    });
    figures.view.position.set(direction * (HALF_WIDTH - PADDING), FIGURE.y);
    const counter = new Counter(figures);
    this.#ground.ink.addChild(bar.view);
    this.#ground.grows.push(bar);
    this.#ends.ink.addChild(figures.view);
    this.#ends.grows.push(counter);
    return { bar, figures, counter };
  }
}
