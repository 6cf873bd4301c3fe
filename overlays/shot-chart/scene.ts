// The drawing of the shot chart: a header on a plate, under it the zones of a half court, which build from the rim outwards.
import { Container } from 'pixi.js';
import { type JerseyGuard, makeJerseyGuard } from '../../src/game/jersey.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { type Motion, motion } from '../../src/stage/motion.ts';
import { plate } from '../../src/stage/plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { FRAME } from '../../src/stage/theme.ts';
import { type Wipe, wipeOf } from '../../src/stage/wipe.ts';
import { Board } from './board.ts';
import { COURT_WIDTH } from './half-court.ts';
import { HEADER_HEIGHT, Header } from './header.ts';
import type { ChartView } from './view.ts';
import type { ZoneTile } from './zone-tile.ts';

const MARGIN = 16;
const WIDTH = COURT_WIDTH + 2 * MARGIN;
/** Room for the highest half court there is. */
const COURT_HEIGHT = 624;
const HEIGHT = HEADER_HEIGHT + COURT_HEIGHT + 2 * MARGIN;
/** Its lower edge leaves a step of the grid above the tab of a scorebug at the bottom. */
const BOTTOM = 888;
export const PANEL = { width: WIDTH, height: HEIGHT, y: BOTTOM - HEIGHT } as const;

/** Shares of the theme's `in`, `settle` and `out`. */
const BUILD = 1.2;
const FOLLOW = 0.72;
const SETTLE = 2 / 3;
const OUT = { words: 8 / 14, header: 12 / 14 } as const;
const RISE = 12;
/** So many zones changing at once are another chart: it builds anew. */
const REBUILD_FROM = 6;

const panelX = (position: ChartView['position']): number => {
  const last = FRAME.width - FRAME.graphicsSafe.x - WIDTH;
  if (position === 'right') return last;
  return position === 'left' ? FRAME.graphicsSafe.x : (FRAME.graphicsSafe.x + last) / 2;
};

class ChartScene implements Scene<ChartView> {
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #guard: JerseyGuard;
  readonly #base;
  readonly #baseWipe: Wipe;
  readonly #headerWipe: Wipe;
  readonly #content = new Container();
  readonly #header: Header;
  #board: Board | null = null;
  #court: ChartView['court'] | null = null;

  constructor(kit: StageKit) {
    this.#kit = kit;
    this.#guard = makeJerseyGuard(kit.theme.colour);
    this.#base = plate({ width: WIDTH, height: HEIGHT, colour: kit.theme.colour.plate });
    // It wipes from its lower edge, where the hoop is.
    this.#base.anchor.set(0, 1);
    this.#base.y = HEIGHT;
    this.#header = new Header(kit, WIDTH);
    this.#baseWipe = wipeOf(this.#base, 'y', HEIGHT);
    this.#headerWipe = wipeOf(this.#header.ground, 'x');
    this.#content.addChild(this.#header.words, this.#header.sums);
    this.view.addChild(this.#base, this.#header.ground, this.#content);
    this.view.y = PANEL.y;
  }

  show(view: ChartView): void {
    this.#apply(view);
    this.#rest();
  }

  enter(view: ChartView): Motion {
    this.show(view);
    const { words, sums } = this.#header;
    const { in: duration, easeIn: ease, stagger } = this.#kit.theme.motion;
    const follow = { alpha: 1, x: 0, duration: FOLLOW * duration, ease };
    const entering = motion()
      .fromTo(this.#baseWipe, { open: 0 }, { open: 1, duration, ease }, 0)
      .fromTo(this.#headerWipe, { open: 0 }, { open: 1, duration, ease }, 2 * stagger)
      .fromTo(words, { alpha: 0, x: -RISE }, follow, 4 * stagger)
      .fromTo(sums, { alpha: 0, x: -RISE }, follow, 6 * stagger);
    return this.#build(entering);
  }

  update(next: ChartView, last: ChartView): Motion | null {
    this.#rest();
    const changed = this.#apply(next);
    const another = next.title[0] !== last.title[0] || next.subtitle[0] !== last.subtitle[0];
    if (next.court !== last.court || another || changed.length >= REBUILD_FROM) return this.#build(motion());
    if (changed.length === 0) return null;
    const { settle, easeSettle: ease } = this.#kit.theme.motion;
    const settling = motion();
    for (const tile of changed)
      settling.fromTo(tile, { settled: 0 }, { settled: 1, duration: SETTLE * settle, ease }, 0);
    return settling;
  }

  exit(): Motion {
    this.#rest();
    const { out: duration, easeOut: ease } = this.#kit.theme.motion;
    const words = { alpha: 0, y: RISE, duration: OUT.words * duration, ease };
    return motion()
      .fromTo(this.#content, { alpha: 1, y: 0 }, words, 0)
      .fromTo(this.#headerWipe, { open: 1 }, { open: 0, duration: OUT.header * duration, ease }, 0)
      .fromTo(this.#baseWipe, { open: 1 }, { open: 0, duration, ease }, 0);
  }

  dispose(): void {
    this.#board?.dispose();
    this.view.destroy({ children: true });
  }

  #build(by: Motion): Motion {
    const board = this.#board;
    if (board === null) return by;
    const duration = BUILD * this.#kit.theme.motion.in;
    return by.fromTo(board, { built: 0 }, { built: 1, duration, ease: 'none' }, 0);
  }

  #rest(): void {
    this.#baseWipe.open = 1;
    this.#headerWipe.open = 1;
    for (const part of [this.#header.words, this.#header.sums]) {
      part.alpha = 1;
      part.x = 0;
    }
    this.#content.alpha = 1;
    this.#content.y = 0;
    if (this.#board === null) return;
    this.#board.built = 1;
    for (const tile of this.#board.tiles) tile.settled = 1;
  }

  /** Draws a View, settled. Gives the zones that changed. */
  #apply(view: ChartView): readonly ZoneTile[] {
    this.view.x = panelX(view.position);
    const jerseys = this.#guard(view.homeColour, view.awayColour);
    this.#header.set(view, jerseys[view.side]);
    return this.#boardOf(view.court).set(view);
  }

  #boardOf(court: ChartView['court']): Board {
    if (this.#board !== null && this.#court === court) return this.#board;
    this.#board?.dispose();
    this.#board = new Board(this.#kit, court);
    this.#court = court;
    this.#board.view.position.set(MARGIN, HEIGHT - MARGIN - this.#board.height);
    this.#content.addChildAt(this.#board.view, 0);
    return this.#board;
  }
}

/** Makes the drawing. */
export const makeChartScene: MakeScene<ChartView> = (kit) => new ChartScene(kit);
