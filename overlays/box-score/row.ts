// One line of a table: a player's, or the team's own below them.
import type { Sprite } from 'pixi.js';
import type { CardPart } from '../../src/stage/ceremony.ts';
import { cardPlate, openAbove } from '../../src/stage/cut.ts';
import { plate } from '../../src/stage/plate.ts';
import { makeSheetPart } from '../../src/stage/sheet-part.ts';
import type { Figures, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import { HAIRLINE, longestIn, type TableShape } from './layout.ts';
import type { CellView } from './view.ts';

const SIZE = 30;
/** A leader's figure stands on a plate of its own. */
const LEAD = { inset: 6, overhang: 10 } as const;

type Cell = { readonly plain: Figures; readonly lead: Figures; readonly ground: Sprite };

export type RowOptions = {
  readonly shape: TableShape;
  /** How many lines come before it. */
  readonly fromTop: number;
  readonly y: number;
  readonly height: number;
  /** `totals`: the team's own, on a raised plate. */
  readonly kind: 'player' | 'totals';
};

/** What stands in it; the number is empty where there is none. */
export type RowWords = {
  readonly number: string;
  readonly names: readonly string[];
  /** False: he is only named, quietly. */
  readonly played: boolean;
  readonly cells: readonly CellView[];
};

export class Row {
  readonly part: CardPart;
  readonly #number;
  readonly #name;
  /** Above a player's row. */
  readonly #line: Sprite | null;
  readonly #inks: { readonly loud: string; readonly quiet: string };
  readonly #cells: readonly Cell[];

  constructor(kit: StageKit, { shape, fromTop, y, height, kind }: RowOptions) {
    const { colour } = kit.theme;
    const isTotals = kind === 'totals';
    this.part = makeSheetPart({ fromTop, height, y });
    const { plates, ink } = this.part;
    const box = { x: 0, y: 0, width: shape.width, height };
    this.#inks = { loud: colour.text, quiet: colour.quiet };
    this.#line = isTotals ? null : plate({ ...box, height: HAIRLINE, colour: colour.raised });
    if (this.#line) plates.addChild(plate({ ...box, colour: colour.plate }), this.#line);
    else plates.addChild(cardPlate(kit, { ...box, colour: colour.raised }, openAbove(box)));
    const middle = height / 2 + (isTotals ? 0 : HAIRLINE / 2);
    const face = (weight: number, ofColour: string): TextFace => ({
      family: 'display',
      weight,
      sizePx: SIZE,
      colour: ofColour,
    });
    this.#number = kit.figures({ face: face(600, colour.quiet), maxLength: 2, align: 'right' });
    this.#number.view.position.set(shape.numberRight, middle);
    this.#name = kit.label({
      face: { ...face(isTotals ? 700 : 600, colour.text), spacing: 0.5 },
      maxWidth: shape.nameWidth,
      align: 'left',
    });
    this.#name.view.position.set(shape.nameX, middle);
    ink.addChild(this.#number.view, this.#name.view);
    this.#cells = shape.columns.map(({ column, right }) => {
      const maxLength = longestIn(column);
      const isLoud = isTotals || column === 'PTS';
      const plain = kit.figures({
        face: face(isTotals ? 700 : 600, isLoud ? colour.text : colour.quiet),
        maxLength,
        align: 'right',
      });
      const lead = kit.figures({
        face: face(700, colour.text),
        maxLength: column === 'PTS' ? 3 : 2,
        align: 'right',
      });
      for (const { view } of [plain, lead]) view.position.set(right, middle);
      const ground = plate({
        x: right - lead.width - LEAD.overhang,
        y: HAIRLINE + LEAD.inset,
        width: lead.width + 2 * LEAD.overhang,
        height: height - HAIRLINE - 2 * LEAD.inset,
        colour: colour.line,
      });
      ground.visible = false;
      plates.addChild(ground);
      ink.addChild(plain.view, lead.view);
      return { plain, lead, ground };
    });
  }

  /** Null: nobody stands in this row, and no line marks it. */
  set(words: RowWords | null): void {
    if (this.#line) this.#line.visible = words !== null;
    this.#name.setColour(words?.played === false ? this.#inks.quiet : this.#inks.loud);
    this.#number.set(words?.number ?? '');
    this.#name.set(words?.names ?? []);
    for (const [index, { plain, lead, ground }] of this.#cells.entries()) {
      const { text, leads } = words?.cells[index] ?? { text: '', leads: false };
      plain.set(leads ? '' : text);
      lead.set(leads ? text : '');
      ground.visible = leads;
    }
  }
}
