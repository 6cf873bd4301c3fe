// The box score being drawn: a title, and under it one table or two, which come row by row from the top.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import { cardCorner } from '../../src/stage/card-place.ts';
import { Ceremony } from '../../src/stage/ceremony.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import type { Motion } from '../../src/stage/motion.ts';
import { plate } from '../../src/stage/plate.ts';
import { same } from '../../src/stage/same.ts';
import { makeSheetPart } from '../../src/stage/sheet-part.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { FROM_TOP, GAP, heightOf, PADDING, shapeOf, type TableShape, TITLE_HEIGHT } from './layout.ts';
import { TeamTable } from './team-table.ts';
import type { BoxScoreView } from './view.ts';

const shapeFor = ({ tables, columns }: BoxScoreView): TableShape =>
  shapeOf({
    isAlone: tables.length === 1,
    columns,
    rowCount: Math.max(...tables.map(({ rows }) => rows.length)),
    periodCount: tables[0]?.periods.length ?? 0,
  });

function makeTitle(kit: StageKit, width: number) {
  const { raised, text, quiet } = kit.theme.colour;
  const part = makeSheetPart({ fromTop: FROM_TOP.title, height: TITLE_HEIGHT });
  part.plates.addChild(plate({ width, height: TITLE_HEIGHT, colour: raised }));
  const name = kit.label({
    face: { family: 'display', weight: 700, sizePx: 36, colour: text, spacing: 1 },
    maxWidth: width / 2,
    align: 'left',
    text: 'BOX SCORE',
  });
  const when = kit.label({
    face: { family: 'display', weight: 600, sizePx: 30, colour: quiet, spacing: 1 },
    maxWidth: width / 2 - 3 * PADDING,
    align: 'right',
  });
  name.view.position.set(PADDING, TITLE_HEIGHT / 2);
  when.view.position.set(width - PADDING, TITLE_HEIGHT / 2);
  part.ink.addChild(name.view, when.view);
  return { part, when };
}

/** Everything of one shape: made anew when a player joins the table, or the tables are others. */
class Sheet {
  readonly view = new Container();
  readonly shape: TableShape;
  readonly tableCount: number;
  readonly ceremony: Ceremony;
  readonly #title;
  readonly #tables: readonly TeamTable[];

  constructor(kit: StageKit, shape: TableShape, tableCount: number) {
    this.shape = shape;
    this.tableCount = tableCount;
    const width = tableCount * shape.width + (tableCount - 1) * GAP.between;
    this.#title = makeTitle(kit, width);
    this.#tables = Array.from({ length: tableCount }, () => new TeamTable(kit, shape));
    for (const [index, { view }] of this.#tables.entries())
      view.position.set(index * (shape.width + GAP.between), TITLE_HEIGHT + GAP.below);
    this.view.addChild(this.#title.part.view, ...this.#tables.map(({ view }) => view));
    const parts = [this.#title.part, ...this.#tables.flatMap((table) => table.parts)];
    this.ceremony = new Ceremony(parts, kit.theme.motion);
    const { x, y } = cardCorner(width, TITLE_HEIGHT + GAP.below + heightOf(shape));
    this.view.position.set(x, y);
  }

  set(view: BoxScoreView, looks: ReturnType<ReturnType<typeof makeJerseyGuard>>): void {
    this.#title.when.set(view.when);
    for (const [index, table] of this.#tables.entries()) {
      const next = view.tables[index];
      if (next) table.set(next, looks[next.side]);
    }
  }
}

class BoxScoreScene implements Scene<BoxScoreView> {
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #guard;
  #sheet: Sheet | null = null;

  constructor(kit: StageKit) {
    this.#kit = kit;
    this.#guard = makeJerseyGuard(kit.theme.colour);
  }

  show(view: BoxScoreView): void {
    this.#set(view).ceremony.rest();
  }

  enter(view: BoxScoreView): Motion {
    return this.#set(view).ceremony.enter();
  }

  update(next: BoxScoreView, last: BoxScoreView): Motion | null {
    const { ceremony } = this.#set(next);
    const teams = (view: BoxScoreView) => view.tables.map(({ teamId }) => teamId);
    return same(teams(next), teams(last)) ? null : ceremony.refresh();
  }

  exit(): Motion {
    return (this.#sheet ?? this.#make(EMPTY_SHAPE, 1)).ceremony.exit();
  }

  dispose(): void {
    this.#drop();
    this.view.destroy({ children: true });
  }

  #set(view: BoxScoreView): Sheet {
    const shape = shapeFor(view);
    const known = this.#sheet;
    const fits = known?.tableCount === view.tables.length && same(known.shape, shape);
    const sheet = known && fits ? known : this.#make(shape, view.tables.length);
    sheet.set(view, this.#guard(view.homeColour, view.awayColour));
    return sheet;
  }

  #make(shape: TableShape, tableCount: number): Sheet {
    this.#drop();
    const sheet = new Sheet(this.#kit, shape, tableCount);
    this.#sheet = sheet;
    this.view.addChild(sheet.view);
    return sheet;
  }

  /** What was moving moves nothing any more. */
  #drop(): void {
    this.#sheet?.ceremony.rest();
    this.#sheet?.view.destroy({ children: true });
    this.#sheet = null;
  }
}

const EMPTY_SHAPE = shapeOf({ isAlone: true, columns: [], rowCount: 0, periodCount: 0 });

/** Draws the box score. */
export const makeBoxScore: MakeScene<BoxScoreView> = (kit) => new BoxScoreScene(kit);
