// The drawing of the shot chart on the real floor: zones and words as the camera sees them, and a plate that says whose they are.
import { Container, type Sprite } from 'pixi.js';
import { type JerseyGuard, makeJerseyGuard } from '../../src/game/jersey.ts';
import { roomBesideBug } from '../../src/stage/bug-measures.ts';
import { floorLines } from '../../src/stage/floor-lines.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { type Motion, motion } from '../../src/stage/motion.ts';
import { same } from '../../src/stage/same.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { type Wipe, wipeAxis, wipeOf, wipeTravel } from '../../src/stage/wipe.ts';
import { Board } from './board.ts';
import { TITLE, Title } from './title.ts';
import type { FloorChartView } from './view.ts';

const BUILD_S = 0.6;
const RISE = 16;
/** The title's words follow its plate by this part of the whole. */
const AFTER = 0.2;

class FloorChartScene implements Scene<FloorChartView> {
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #guard: JerseyGuard;
  readonly #floor = new Container();
  readonly #title: Title;
  readonly #titleWipe: Wipe;
  readonly #bottom: number;
  #board: Board | null = null;
  #lines: Sprite | null = null;
  #shown: FloorChartView | null = null;
  #built = 1;

  constructor(kit: StageKit) {
    this.#kit = kit;
    this.#guard = makeJerseyGuard(kit.theme.colour);
    const { left, bottom } = roomBesideBug(kit.theme);
    this.#bottom = bottom;
    this.#title = new Title(kit);
    this.#titleWipe = wipeOf(this.#title.plates, wipeAxis(kit.theme.motion));
    const title = new Container({ x: left, y: bottom - TITLE.height });
    title.addChild(this.#title.plates, this.#title.ink);
    this.view.addChild(this.#floor, title);
  }

  show(view: FloorChartView): void {
    this.#apply(view);
    this.#pose(1);
  }

  hide(): void {
    this.#pose(0);
  }

  enter(): Motion {
    const { in: duration, easeIn: ease } = this.#kit.theme.motion;
    return this.#build(this.#move(1, { duration, ease }, duration * AFTER));
  }

  update(next: FloorChartView, last: FloorChartView): Motion | null {
    const isSame = same({ ...next, zones: null }, { ...last, zones: null });
    this.#apply(next);
    // The same chart with other figures stands as it is; another builds anew.
    if (isSame || this.#built < 1) return null;
    this.built = 0;
    return this.#build(motion());
  }

  exit(): Motion {
    const { out: duration, easeOut: ease } = this.#kit.theme.motion;
    return this.#move(0, { duration, ease }, 0).fromTo(
      this.#floor,
      { alpha: this.#floor.alpha },
      { alpha: 0, duration, ease },
      0,
    );
  }

  dispose(): void {
    this.#board?.dispose();
    this.view.destroy({ children: true });
  }

  /** How far the zones have come, 0 to 1. */
  get built(): number {
    return this.#built;
  }
  set built(part: number) {
    this.#built = part;
    if (this.#board) this.#board.built = part;
  }

  #build(by: Motion): Motion {
    const duration = BUILD_S;
    return by
      .fromTo(this, { built: this.#built }, { built: 1, duration, ease: 'none' }, 0)
      .fromTo(
        this.#floor,
        { alpha: this.#floor.alpha },
        { alpha: 1, duration: duration / 4, ease: 'none' },
        0,
      );
  }

  /** The title, from as it is; its words after its plate. */
  #move(to: 0 | 1, how: { readonly duration: number; readonly ease: string }, after: number): Motion {
    const { ink } = this.#title;
    const off = wipeTravel(this.#kit.theme.motion, RISE * (1 - to));
    return motion()
      .fromTo(this.#titleWipe, { open: this.#titleWipe.open }, { open: to, ...how }, 0)
      .fromTo(
        ink,
        { alpha: ink.alpha, x: ink.x, y: ink.y },
        { alpha: to, ...off, ...how, duration: how.duration - after },
        after,
      );
  }

  #pose(part: 0 | 1): void {
    this.built = part;
    this.#floor.alpha = part;
    this.#titleWipe.open = part;
    this.#title.ink.alpha = part;
    this.#title.ink.position.copyFrom(wipeTravel(this.#kit.theme.motion, RISE * (1 - part)));
  }

  #apply(view: FloorChartView): void {
    const last = this.#shown;
    this.#shown = view;
    this.#title.set(view, this.#guard(view.homeColour, view.awayColour)[view.side]);
    if (last !== null && same(onFloor(view), onFloor(last))) return;
    this.#board?.dispose();
    this.#lines?.destroy({ texture: true, textureSource: true });
    const { warm, plate } = this.#kit.theme.colour;
    this.#board = new Board(this.#kit, view, this.#bottom - TITLE.height);
    this.#board.built = this.#built;
    this.#lines = view.showLines ? floorLines(this.#kit, view, warm, plate) : null;
    this.#floor.addChild(this.#board.areas, ...(this.#lines ? [this.#lines] : []), this.#board.words);
  }
}

/** What of a view lies on the floor. */
const onFloor = ({ court, matrix, end, showLines, zones }: FloorChartView) => ({
  court,
  matrix,
  end,
  showLines,
  zones,
});

/** Makes the drawing. */
export const makeFloorChartScene: MakeScene<FloorChartView> = (kit) => new FloorChartScene(kit);
