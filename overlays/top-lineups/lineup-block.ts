// One line-up: five players by number and surname, and what happened while they were on the floor.
import type { Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { type CardPart, makeCardPart } from '../../src/stage/ceremony.ts';
import { type Box, cutPlate, openAbove, openBelow } from '../../src/stage/cut.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Figures, Label, StageKit } from '../../src/stage/stage-kit.ts';
import { TeamPanel } from '../../src/stage/team-panel.ts';
import {
  BLOCK_HEIGHT,
  blockY,
  CELL_WIDTH,
  CELLS_X,
  LOWER_Y,
  PLAYERS,
  RESULT_WIDTH,
  RESULT_X,
  UPPER_Y,
  WIDTH,
} from './layout.ts';
import type { LineupPlayer, LineupView } from './view.ts';

const CHIP = { width: 88, height: 68, size: 48 } as const;
const NAME_SIZE = 30;
const LABEL_SIZE = 24;
const PLUS_MINUS = { x: 80, size: 64, widest: 3 } as const;
const POINTS = { x: 224, size: 44, widest: 7 } as const;
/** A block's plates, its players one after another, its results when the plate has reached them. */
const ORDER = { first: 1.6, step: 1.2, cell: 0.8, result: 3.2 } as const;

const BLOCK: Box = { x: 0, y: 0, width: WIDTH, height: BLOCK_HEIGHT };
const RESULT: Box = { ...BLOCK, x: RESULT_X, width: RESULT_WIDTH };
/** The card's outline as the last block sees it, and as another does. */
const OUTLINE = { last: openAbove(BLOCK), other: openAbove(openBelow(BLOCK)) } as const;

type Cell = { readonly part: CardPart; readonly chip: TeamPanel; readonly name: Label };

export class LineupBlock {
  readonly #kit: StageKit;
  readonly #ground: CardPart;
  readonly #base: Sprite;
  readonly #side: Sprite;
  readonly #cells: readonly Cell[];
  readonly #result: CardPart;
  readonly #plusMinus: Figures;
  readonly #points: Figures;
  readonly #pointsLabel: Label;

  constructor(kit: StageKit, index: number) {
    const { colour } = kit.theme;
    const order = ORDER.first + index * ORDER.step;
    const y = blockY(index);
    this.#ground = makeCardPart({ order, y });
    this.#kit = kit;
    this.#base = plate({ ...BLOCK, colour: colour.plate });
    this.#side = plate({ ...RESULT, colour: colour.raised });
    const line = plate({ width: WIDTH, height: 2, colour: colour.line });
    this.#ground.plates.addChild(this.#base, this.#side, line);
    this.#cells = Array.from({ length: PLAYERS }, (_, at) =>
      makeCell(kit, order + (at + 1) * ORDER.cell, CELLS_X + (at + 0.5) * CELL_WIDTH, y),
    );
    this.#result = makeCardPart({ order: order + ORDER.result, x: RESULT_X, y, travel: { x: 0, y: 12 } });
    const figures = ({ x, size, widest }: typeof PLUS_MINUS | typeof POINTS): Figures => {
      const made = kit.figures({
        face: { family: 'display', weight: 700, sizePx: size, colour: colour.text },
        maxLength: widest,
        align: 'centre',
      });
      made.view.position.set(x, UPPER_Y);
      this.#result.ink.addChild(made.view);
      return made;
    };
    const label = (x: number, text: string): Label => {
      const made = kit.label({
        face: { family: 'display', weight: 600, sizePx: LABEL_SIZE, colour: colour.quiet, spacing: 1 },
        maxWidth: 160,
        align: 'centre',
        text,
      });
      made.view.position.set(x, LOWER_Y);
      this.#result.ink.addChild(made.view);
      return made;
    };
    this.#plusMinus = figures(PLUS_MINUS);
    this.#points = figures(POINTS);
    label(PLUS_MINUS.x, '+/-');
    this.#pointsLabel = label(POINTS.x, 'FOR-AGAINST');
  }

  /** What moves, from below. */
  get parts(): readonly CardPart[] {
    return [this.#ground, ...this.#cells.map(({ part }) => part), this.#result];
  }

  /** Null: there is no such line-up. The last one has the card's lower corners. */
  set(lineup: LineupView | null, look: JerseyLook, isLast: boolean): void {
    for (const { view } of this.parts) view.visible = lineup !== null;
    if (lineup === null) return;
    const outline = isLast ? OUTLINE.last : OUTLINE.other;
    cutPlate(this.#kit, this.#base, BLOCK, outline);
    cutPlate(this.#kit, this.#side, RESULT, outline);
    for (const [index, cell] of this.#cells.entries()) setCell(cell, lineup.players[index] ?? null, look);
    this.#plusMinus.set(lineup.plusMinus);
    this.#points.set(lineup.points ?? '');
    this.#pointsLabel.view.visible = lineup.points !== null;
  }
}

/** A player's place: the number on a chip of the team's colour, the surname under it. */
function makeCell(kit: StageKit, order: number, x: number, y: number): Cell {
  const part = makeCardPart({ order, x, y, travel: { x: 0, y: 12 } });
  const { width, height, size: sizePx } = CHIP;
  const chip = new TeamPanel(kit, { width, height, sizePx, x: -width / 2, y: UPPER_Y - height / 2 });
  const name = kit.label({
    face: { family: 'display', weight: 600, sizePx: NAME_SIZE, colour: kit.theme.colour.text, spacing: 0.5 },
    maxWidth: CELL_WIDTH - 16,
    align: 'centre',
  });
  name.view.y = LOWER_Y;
  part.plates.addChild(chip.plates);
  part.ink.addChild(chip.ink, name.view);
  return { part, chip, name };
}

function setCell({ part, chip, name }: Cell, player: LineupPlayer | null, look: JerseyLook): void {
  part.view.visible = player !== null;
  if (player === null) return;
  chip.set([player.number]);
  chip.paint(look);
  name.set(player.name);
}
