// The floor itself: drawn once as a picture, then cropped and stretched to the camera's window, on its panel; and the two rims that stand above it.
import { Container, Rectangle, Sprite, Texture } from 'pixi.js';
import type { Court } from '../../src/game/court.ts';
import type { Backdrop } from '../../src/stage/backdrop.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { FloorCamera } from './camera.ts';
import { paintFloor } from './floor-picture.ts';
import { APRON_MM } from './followed-window.ts';
import { type HeadedPanel, Panel } from './panel.ts';
import { Rim } from './rim.ts';

/** A picture has no width of nothing. */
const LEAST = 0.01;

/** The floor of one court on its panel: `floor` with what is painted there, and the `rims`, whose origin is the floor's corner. */
export class Floor {
  readonly floor = new Container();
  readonly rims = new Container();
  readonly #panel: Panel;
  /** The picture, cropped and stretched to a window that moves. */
  readonly #moving: Sprite;
  /** Panel, picture and rims for a window at rest, where that is cheaper. */
  readonly #resting: Backdrop | null;
  readonly #picture: Texture;
  readonly #texture: Texture;
  readonly #size: HeadedPanel;
  readonly #court: Court;
  readonly #ends: readonly Rim[];
  /** What the window sees of the picture, in its units. */
  #from = 0;
  #wide: number;
  #isAtRest = false;

  constructor(kit: StageKit, court: Court, size: HeadedPanel) {
    this.#court = court;
    this.#size = size;
    this.#panel = new Panel(kit, size);
    const { colour } = kit.theme;
    const { width } = size;
    const { top } = this.#panel;
    const height = size.height - top;
    this.#wide = width;
    this.#picture = kit.picture({
      key: `floor ${court.name} ${colour.plate} ${colour.floor} ${colour.floorLine}`,
      width,
      height,
      draw: (context) => paintFloor(context, court, { width, height, under: size.head - top }, colour),
    });
    const frame = new Rectangle(0, 0, width, height);
    this.#texture = new Texture({ source: this.#picture.source, frame, dynamic: true });
    this.#moving = new Sprite(this.#texture);
    this.#moving.y = top;
    this.#resting = kit.backdrop({ width, height: size.height });
    this.floor.addChild(this.#moving, this.#panel.view);
    if (this.#resting) this.floor.addChild(this.#resting.view);
    this.#ends = [new Rim(kit, court, 1), new Rim(kit, court, -1)];
    for (const { view } of this.#ends) this.rims.addChild(view);
    this.#crop();
  }

  /** Part of the panel and its floor that is drawn, from the edge that the theme's plates open from: 1 at rest, less while it wipes. */
  get reveal(): number {
    return this.#panel.open;
  }
  set reveal(part: number) {
    if (part === this.#panel.open) return;
    this.#panel.open = part;
    this.#crop();
  }

  /** Lays the floor under the camera's window. The court looks the same from both sides. Allocates nothing. */
  place(camera: FloorCamera): void {
    const { width } = this.#size;
    const wholeMm = this.#court.lengthMm + 2 * APRON_MM.ends;
    this.#from = Math.max(0, ((camera.fromMm + wholeMm / 2) / wholeMm) * width);
    this.#wide = Math.min(width - this.#from, (width / camera.alongScale / wholeMm) * width);
    this.#isAtRest = false;
    for (const end of this.#ends) end.place(camera);
    this.#crop();
  }

  /** The window stands where it was placed last, on a panel with its corner at that place of the frame. True when the floor is drawn otherwise from now on. */
  rest(corner: { readonly x: number; readonly y: number }): boolean {
    if (this.#isAtRest || this.#resting === null) return false;
    this.#isAtRest = true;
    this.#paintResting(this.#resting, corner);
    this.#crop();
    return true;
  }

  /** Apart from what asks for it at every tick: a function that is made there makes garbage there, called or not. */
  #paintResting(resting: Backdrop, corner: { readonly x: number; readonly y: number }): void {
    const { width, height, head } = this.#size;
    const { resource, resolution } = this.#picture.source;
    resting.paint(corner, (context) => {
      const [from, wide] = [this.#from * resolution, this.#wide * resolution];
      const { top } = this.#panel;
      const picture = resource as HTMLCanvasElement;
      this.#panel.paint(context, () => {
        const tall = height - top;
        context.drawImage(picture, from, 0, wide, tall * resolution, 0, top, width, tall);
      });
      context.translate(0, head);
      for (const end of this.#ends) end.paint(context);
    });
  }

  #crop(): void {
    const { across, down } = this.#panel;
    const { frame } = this.#texture;
    frame.x = this.#from;
    frame.width = Math.max(LEAST, this.#wide * across);
    frame.height = Math.max(LEAST, down);
    this.#texture.update();
    const rests = this.#isAtRest && this.#panel.open === 1;
    if (this.#resting) this.#resting.view.visible = rests;
    this.rims.visible = !rests;
    this.#panel.view.visible = this.#panel.open > 0 && !rests;
    this.#moving.visible = across > 0 && down > 0 && !rests;
    this.#moving.setSize(Math.max(LEAST, this.#size.width * across), Math.max(LEAST, down));
  }

  dispose(): void {
    this.#resting?.dispose();
    this.floor.destroy({ children: true });
    this.rims.destroy({ children: true });
    // The source is the kit's.
    this.#texture.destroy(false);
  }
}
