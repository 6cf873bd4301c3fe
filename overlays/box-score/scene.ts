// The box score being drawn: a title, and under it one table or two, which come row by row from the top.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import { roomBesideBug } from '../../src/stage/bug-measures.ts';
import { cardCorner } from '../../src/stage/card-place.ts';
import { Ceremony } from '../../src/stage/ceremony.ts';
import { openBelow } from '../../src/stage/cut.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { headPlates } from '../../src/stage/head-plate.ts';
import { type Motion, motion, stop } from '../../src/stage/motion.ts';
import { same } from '../../src/stage/same.ts';
import { makeSheetPart } from '../../src/stage/sheet-part.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { Theme } from '../../src/stage/theme.ts';
import { FROM_TOP, GAP, heightOf, PADDING, shapeOf, type TableShape, TITLE_HEIGHT } from './layout.ts';
import { TeamTable } from './team-table.ts';
import type { BoxScoreView } from './view.ts';

const heightIn = (theme: Theme): number => {
  const { top, bottom } = roomBesideBug(theme);
  return bottom - top;
};

const shapeFor = (theme: Theme, { tables, columns }: BoxScoreView): TableShape =>
  shapeOf({
    room: heightIn(theme),
    isAlone: tables.length === 1,
    columns,
    rowCount: Math.max(...tables.map(({ rows }) => rows.length)),
    periodCount: tables[0]?.periods.length ?? 0,
  });

function makeTitle(kit: StageKit, width: number) {
  const { headText, headQuiet } = kit.theme.colour;
  const box = { x: 0, y: 0, width, height: TITLE_HEIGHT };
  const part = makeSheetPart({ fromTop: FROM_TOP.title, height: TITLE_HEIGHT });
  part.plates.addChild(...headPlates(kit, box, openBelow(box)));
  const name = kit.label({
    face: { family: 'display', weight: 700, sizePx: 36, colour: headText, spacing: 1 },
    maxWidth: width / 2,
    align: 'left',
    text: 'BOX SCORE',
  });
  const when = kit.label({
    face: { family: 'display', weight: 600, sizePx: 30, colour: headQuiet, spacing: 1 },
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
  readonly #ceremony: Ceremony;
  #moving: Motion | null = null;
  readonly #title;
  readonly #tables: readonly TeamTable[];

  constructor(kit: StageKit, shape: TableShape, tableCount: number) {
    this.shape = shape;
    this.tableCount = tableCount;
    const width = tableCount * shape.width + (tableCount - 1) * GAP;
    this.#title = makeTitle(kit, width);
    this.#tables = Array.from({ length: tableCount }, () => new TeamTable(kit, shape));
    for (const [index, { view }] of this.#tables.entries())
      view.position.set(index * (shape.width + GAP), TITLE_HEIGHT);
    this.view.addChild(this.#title.part.view, ...this.#tables.map(({ view }) => view));
    const parts = [this.#title.part, ...this.#tables.flatMap((table) => table.parts)];
    this.#ceremony = new Ceremony(parts, kit.theme.motion);
    const { left, right } = roomBesideBug(kit.theme);
    // Two tables fill the standard's safe area; a theme may leave less.
    const fit = Math.min(1, (right - left) / width);
    const height = TITLE_HEIGHT + heightOf(shape);
    const { x, y } = cardCorner(kit.theme, width * fit, height * fit);
    this.view.scale.set(fit);
    this.view.position.set(x, y);
  }

  set(view: BoxScoreView, looks: ReturnType<ReturnType<typeof makeJerseyGuard>>): void {
    this.#title.when.set(view.when);
    for (const [index, table] of this.#tables.entries()) {
      const next = view.tables[index];
      if (next) table.set(next, looks[next.side]);
    }
  }

  rest(): void {
    this.#ceremony.rest();
  }

  hide(): void {
    this.#ceremony.hide();
  }

  move(how: 'enter' | 'refresh' | 'exit'): Motion | null {
    const moving = this.#ceremony[how]();
    this.#moving = moving ?? this.#moving;
    return moving;
  }

  /** Stands in the place of another, and goes on as that did; null where that stood still. */
  follow(other: Sheet): Motion | null {
    this.#ceremony.poseAs(other.#ceremony);
    return other.#ceremony.isAtRest ? null : this.move('enter');
  }

  dispose(): void {
    if (this.#moving) stop(this.#moving);
    this.view.destroy({ children: true });
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
    const before = this.#set(view);
    if (before !== this.#sheet) before?.dispose();
    this.#sheet?.rest();
  }

  hide(): void {
    this.#sheet?.hide();
  }

  enter(): Motion {
    return this.#sheet?.move('enter') ?? motion();
  }

  update(next: BoxScoreView, last: BoxScoreView): Motion | null {
    const before = this.#set(next);
    const sheet = this.#sheet;
    if (sheet === null) return null;
    if (before !== null && before !== sheet) {
      const following = sheet.follow(before);
      before.dispose();
      if (following) return following;
    }
    const teams = (view: BoxScoreView) => view.tables.map(({ teamId }) => teamId);
    return same(teams(next), teams(last)) ? null : sheet.move('refresh');
  }

  exit(): Motion {
    return this.#sheet?.move('exit') ?? motion();
  }

  dispose(): void {
    this.#sheet?.dispose();
    this.#sheet = null;
    this.view.destroy({ children: true });
  }

  /** Takes on a View, on a sheet of its shape. Gives the sheet before: where it is another, it is off the picture. */
  #set(view: BoxScoreView): Sheet | null {
    const shape = shapeFor(this.#kit.theme, view);
    const before = this.#sheet;
    if (before?.tableCount !== view.tables.length || !same(before.shape, shape)) {
      before?.view.removeFromParent();
      this.#sheet = new Sheet(this.#kit, shape, view.tables.length);
      this.view.addChild(this.#sheet.view);
    }
    this.#sheet?.set(view, this.#guard(view.homeColour, view.awayColour));
    return before;
  }
}

/** Draws the box score. */
export const makeBoxScore: MakeScene<BoxScoreView> = (kit) => new BoxScoreScene(kit);
