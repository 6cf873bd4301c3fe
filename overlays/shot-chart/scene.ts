// The drawing of the shot chart: a header on a plate, under it the zones of a half court, which build from the rim outwards.
import { Container } from 'pixi.js';
import { type JerseyGuard, makeJerseyGuard } from '../../src/game/jersey.ts';
import { roomBesideBug } from '../../src/stage/bug-measures.ts';
import { cutPlate } from '../../src/stage/cut.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { glide, type Motion, motion } from '../../src/stage/motion.ts';
import { plate } from '../../src/stage/plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { FRAME, type Theme } from '../../src/stage/theme.ts';
import { type Wipe, wipeAxis, wipeOf, wipeTravel } from '../../src/stage/wipe.ts';
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
const OUTLINE = { x: 0, y: 0, width: WIDTH, height: HEIGHT } as const;
/** It ends behind the header, whose corners are the panel's upper ones. */
const BASE = { ...OUTLINE, y: HEADER_HEIGHT / 2, height: HEIGHT - HEADER_HEIGHT / 2 } as const;
export const PANEL = { width: WIDTH, height: HEIGHT } as const;
/** Upper edge of the panel: it stands as low as the scorebug allows. */
export const panelY = (theme: Theme): number => roomBesideBug(theme).bottom - HEIGHT;

/** Shares of the theme's `in`, `settle` and `out`. */
const BUILD = 1.2;
const FOLLOW = 0.72;
const SETTLE = 2 / 3;
const OUT = { words: 8 / 14, header: 12 / 14 } as const;
const RISE = 12;
/** So many zones changing at once are another chart: it builds anew. */
const REBUILD_FROM = 6;

const panelX = ({ safe }: Theme, position: ChartView['position']): number => {
  const last = FRAME.width - safe.x - WIDTH;
  if (position === 'right') return last;
  return position === 'left' ? safe.x : (safe.x + last) / 2;
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
    this.#base = plate({ width: WIDTH, height: BASE.height, colour: kit.theme.colour.plate });
    // It wipes from its lower edge, where the hoop is.
    this.#base.anchor.set(0, 1);
    this.#base.y = HEIGHT;
    this.#header = new Header(kit, WIDTH);
    cutPlate(kit, this.#base, BASE, OUTLINE);
    this.#baseWipe = wipeOf(this.#base, 'y', this.#base.scale.y);
    this.#headerWipe = wipeOf(this.#header.ground, wipeAxis(kit.theme.motion));
    this.#content.addChild(this.#header.words, this.#header.sums);
    this.view.addChild(this.#base, this.#header.ground, this.#content);
    this.view.y = panelY(kit.theme);
  }

  show(view: ChartView): void {
    this.#apply(view);
    this.#rest();
  }

  hide(): void {
    this.#rest();
    this.#baseWipe.open = 0;
    this.#headerWipe.open = 0;
    for (const part of [this.#header.words, this.#header.sums]) {
      part.alpha = 0;
      part.position.copyFrom(wipeTravel(this.#kit.theme.motion, RISE));
    }
    if (this.#board) this.#board.built = 0;
  }

  enter(): Motion {
    const { in: duration, easeIn: ease, stagger } = this.#kit.theme.motion;
    const wipe = { duration, ease };
    const follow = { duration: FOLLOW * duration, ease };
    const entering = motion();
    glide(entering, this.#baseWipe, { open: 1 }, wipe);
    glide(entering, this.#headerWipe, { open: 1 }, wipe, 2 * stagger);
    glide(entering, this.#header.words, { alpha: 1, x: 0, y: 0 }, follow, 4 * stagger);
    glide(entering, this.#header.sums, { alpha: 1, x: 0, y: 0 }, follow, 6 * stagger);
    glide(entering, this.#content, { alpha: 1, y: 0 }, follow);
    return this.#build(entering);
  }

  update(next: ChartView, last: ChartView): Motion | null {
    const isAtRest = this.#isAtRest;
    const changed = this.#apply(next);
    const another = next.title[0] !== last.title[0] || next.subtitle[0] !== last.subtitle[0];
    if (next.court !== last.court || another || changed.length >= REBUILD_FROM) {
      // What still builds says it too.
      if (!isAtRest || !this.#board) return null;
      this.#board.built = 0;
      return this.#build(motion());
    }
    if (changed.length === 0 || !isAtRest) return null;
    const settling = motion();
    const { settle, easeSettle: ease } = this.#kit.theme.motion;
    for (const tile of changed) {
      tile.settled = 0;
      glide(settling, tile, { settled: 1 }, { duration: SETTLE * settle, ease });
    }
    return settling;
  }

  exit(): Motion {
    const { out: duration, easeOut: ease } = this.#kit.theme.motion;
    const leaving = motion();
    glide(leaving, this.#content, { alpha: 0, y: RISE }, { duration: OUT.words * duration, ease });
    glide(leaving, this.#headerWipe, { open: 0 }, { duration: OUT.header * duration, ease });
    return glide(leaving, this.#baseWipe, { open: 0 }, { duration, ease });
  }

  dispose(): void {
    this.#board?.dispose();
    this.view.destroy({ children: true });
  }

  #build(by: Motion): Motion {
    const duration = BUILD * this.#kit.theme.motion.in;
    return glide(by, this, { built: 1 }, { duration: duration * (1 - this.built), ease: 'none' });
  }

  /** How much of the board stands, whichever it is: 0 to 1. */
  get built(): number {
    return this.#board?.built ?? 1;
  }
  set built(part: number) {
    if (this.#board) this.#board.built = part;
  }

  get #isAtRest(): boolean {
    const { words, sums } = this.#header;
    const parts = [words, sums, this.#content];
    return this.built === 1 && this.#baseWipe.open === 1 && parts.every(({ alpha }) => alpha === 1);
  }

  #rest(): void {
    this.#baseWipe.open = 1;
    this.#headerWipe.open = 1;
    for (const part of [this.#header.words, this.#header.sums]) {
      part.alpha = 1;
      part.position.set(0, 0);
    }
    this.#content.alpha = 1;
    this.#content.y = 0;
    if (this.#board === null) return;
    this.#board.built = 1;
    for (const tile of this.#board.tiles) tile.settled = 1;
  }

  /** Draws a View, settled. Gives the zones that changed. */
  #apply(view: ChartView): readonly ZoneTile[] {
    this.view.x = panelX(this.#kit.theme, view.position);
    const jerseys = this.#guard(view.homeColour, view.awayColour);
    this.#header.set(view, jerseys[view.side]);
    return this.#boardOf(view.court).set(view);
  }

  #boardOf(court: ChartView['court']): Board {
    if (this.#board !== null && this.#court === court) return this.#board;
    const { built } = this;
    this.#board?.dispose();
    this.#board = new Board(this.#kit, court);
    this.#board.built = built;
    this.#court = court;
    this.#board.view.position.set(MARGIN, HEIGHT - MARGIN - this.#board.height);
    this.#content.addChildAt(this.#board.view, 0);
    return this.#board;
  }
}

/** Makes the drawing. */
export const makeChartScene: MakeScene<ChartView> = (kit) => new ChartScene(kit);
