// The floor itself: drawn once as a picture, then cropped and stretched to the camera's window; and the two rims that stand above it.
import { Container, Rectangle, Sprite, Texture } from 'pixi.js';
import type { Court } from '../../src/game/court.ts';
import type { Backdrop } from '../../src/stage/backdrop.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { APRON_MM, type FloorCamera } from './camera.ts';
import { type HeadedPanel, paintPanel } from './floor-picture.ts';
import { Rim } from './rim.ts';

/** A picture has no width of nothing. */
const LEAST = 0.01;

/** The floor of one court with the head of its panel: `floor` with what is painted there, and the `rims`, whose origin is the floor's corner. */
export class Floor {
  readonly floor = new Container();
  readonly rims = new Container();
  /** The picture, cropped and stretched to a window that moves. */
  readonly #moving: Sprite;
  /** The same for a window at rest, rims and all, where that is cheaper. */
  readonly #resting: Backdrop | null;
  readonly #picture: Texture;
  readonly #texture: Texture;
  readonly #panel: HeadedPanel;
  readonly #court: Court;
  readonly #ends: readonly Rim[];
  /** What the window sees of the picture, in its units. */
  #from = 0;
  #wide: number;
  #reveal = 1;
  #isAtRest = false;

  constructor(kit: StageKit, court: Court, panel: HeadedPanel) {
    this.#court = court;
    this.#panel = panel;
    this.#wide = panel.width;
    const { colour } = kit.theme;
    const { width, height } = panel;
    this.#picture = kit.picture({
      key: `floor ${court.name} ${colour.floor} ${colour.floorLine}`,
      width,
      height,
      draw: (context) => paintPanel(context, court, panel, colour),
    });
    const frame = new Rectangle(0, 0, width, height);
    this.#texture = new Texture({ source: this.#picture.source, frame, dynamic: true });
    this.#moving = new Sprite(this.#texture);
    this.#resting = kit.backdrop({ width, height });
    this.floor.addChild(this.#moving);
    if (this.#resting) this.floor.addChild(this.#resting.view);
    this.#ends = [new Rim(kit, court, 1), new Rim(kit, court, -1)];
    for (const { view } of this.#ends) this.rims.addChild(view);
    this.#crop();
  }

  /** Part of the floor that is drawn, from its left edge: 1 at rest, less while its plate wipes. */
  get reveal(): number {
    return this.#reveal;
  }
  set reveal(part: number) {
    if (part === this.#reveal) return;
    this.#reveal = part;
    this.#crop();
  }

  /** True while it hides all that lies below it on the panel. */
  get covers(): boolean {
    return this.#reveal === 1;
  }

  /** Lays the floor under the camera's window. The court looks the same from both sides. Allocates nothing. */
  place(camera: FloorCamera): void {
    const wholeMm = this.#court.lengthMm + 2 * APRON_MM.ends;
    this.#from = Math.max(0, ((camera.fromMm + wholeMm / 2) / wholeMm) * this.#panel.width);
    this.#wide = Math.min(
      this.#panel.width - this.#from,
      (this.#panel.width / camera.alongScale / wholeMm) * this.#panel.width,
    );
    this.#isAtRest = false;
    for (const end of this.#ends) end.place(camera);
    this.#crop();
  }

  /** The window stands where it was placed last, on a panel with its corner at that place of the frame. True when the floor is drawn otherwise from now on. */
  rest(corner: { readonly x: number; readonly y: number }): boolean {
    if (this.#isAtRest || this.#resting === null) return false;
    this.#isAtRest = true;
    const { width, height, head } = this.#panel;
    const { resource, resolution } = this.#picture.source;
    this.#resting.paint(corner, (context) => {
      const [from, wide] = [this.#from * resolution, this.#wide * resolution];
      const picture = resource as HTMLCanvasElement;
      context.drawImage(picture, from, 0, wide, height * resolution, 0, 0, width, height);
      context.translate(0, head);
      for (const end of this.#ends) end.paint(context);
    });
    this.#crop();
    return true;
  }

  #crop(): void {
    const { frame } = this.#texture;
    frame.x = this.#from;
    frame.width = Math.max(LEAST, this.#wide * this.#reveal);
    this.#texture.update();
    const rests = this.#isAtRest && this.#reveal === 1;
    if (this.#resting) this.#resting.view.visible = rests;
    this.rims.visible = !rests;
    this.#moving.visible = this.#reveal > 0 && !rests;
    this.#moving.setSize(Math.max(LEAST, this.#panel.width * this.#reveal), this.#panel.height);
  }

  dispose(): void {
    this.#resting?.dispose();
    this.floor.destroy({ children: true });
    this.rims.destroy({ children: true });
    // The source is the kit's.
    this.#texture.destroy(false);
  }
}
