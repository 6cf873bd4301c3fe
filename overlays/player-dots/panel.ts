// What the floor lies in: the panel's head and foot with the theme's corners, opening from the edge that the theme's plates open from.
import { Container } from 'pixi.js';
import { cardPlate, cornerOf, openAbove, openBelow, outline } from '../../src/stage/cut.ts';
import { headPlates } from '../../src/stage/head-plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { Theme } from '../../src/stage/theme.ts';
import { wipeAxis } from '../../src/stage/wipe.ts';

/** In units; the head is as high as this, the floor lies below it. */
export type HeadedPanel = { readonly width: number; readonly height: number; readonly head: number };

/** Head and foot lie so far over the floor: between two edges that lie between pixels the picture would be seen. */
const OVER = 8;

export class Panel {
  /** Head and foot; they lie over the floor's edges. */
  readonly view = new Container();
  readonly #head = new Container();
  readonly #foot = new Container();
  readonly #size: HeadedPanel;
  readonly #theme: Theme;
  /** The foot is so much higher than the corners that it has; 0 where they are square, and there is no foot. */
  readonly #corner: number;
  #open = 1;

  constructor(kit: StageKit, size: HeadedPanel) {
    const { width, head } = size;
    this.#size = size;
    this.#theme = kit.theme;
    this.#corner = cornerOf(kit.theme);
    const top = { x: 0, y: 0, width, height: head };
    this.#head.addChild(...headPlates(kit, top, openBelow(top)));
    if (this.#corner > 0) {
      const low = { x: 0, y: 0, width, height: this.#corner + OVER };
      this.#foot.addChild(cardPlate(kit, { ...low, colour: kit.theme.colour.plate }, openAbove(low)));
    }
    this.view.addChild(this.#head, this.#foot);
    this.#lay();
  }

  /** How much of it is open, 0 to 1. */
  get open(): number {
    return this.#open;
  }
  set open(part: number) {
    this.#open = part;
    this.#lay();
  }

  /** The part of the floor's width that is open, 0 to 1. */
  get across(): number {
    return wipeAxis(this.#theme.motion) === 'x' ? this.#open : 1;
  }

  /** Upper edge of the floor: behind the head. */
  get top(): number {
    return this.#size.head - OVER;
  }

  /** So many units of the floor are open below that. */
  get down(): number {
    return Math.max(0, this.#bottom - this.top - this.#corner);
  }

  /** The lower edge of what is open. */
  get #bottom(): number {
    return this.#size.height * (wipeAxis(this.#theme.motion) === 'x' ? 1 : this.#open);
  }

  /** Paints it over a floor, which is painted first: both within the corners. */
  paint(context: CanvasRenderingContext2D, paintFloor: () => void): void {
    const { colour, shape } = this.#theme;
    const { width, height, head } = this.#size;
    if (this.#corner > 0) {
      outline(context, { x: 0, y: 0, width, height }, shape.corner, this.#corner);
      context.clip();
    }
    paintFloor();
    context.fillStyle = colour.head;
    context.fillRect(0, 0, width, head);
    context.fillStyle = colour.accent;
    context.fillRect(0, head - shape.rule, width, shape.rule);
  }

  #lay(): void {
    const { head } = this.#size;
    if (this.#open === 0) return;
    this.view.scale.x = this.across;
    // The foot goes before the floor: it is the edge that opens.
    this.#head.scale.y = Math.min(1, this.#bottom / head);
    const [room, foot] = [this.#bottom - head, this.#corner + OVER];
    this.#foot.visible = room > 0 && this.#corner > 0;
    if (!this.#foot.visible) return;
    this.#foot.scale.y = Math.min(1, room / foot);
    this.#foot.y = head + Math.max(0, room - foot);
  }
}
