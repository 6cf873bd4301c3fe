// The floor itself: drawn once as a picture, then cropped and stretched to the camera's window; and the two rims that stand above it.
import { Container, Rectangle, Sprite, Texture } from 'pixi.js';
import { type Court, nominalHoop } from '../../src/game/court.ts';
import { courtLines, runsOf } from '../../src/game/court-lines.ts';
import type { Backdrop } from '../../src/stage/backdrop.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { Theme } from '../../src/stage/theme.ts';
import { APRON_MM, type FloorCamera, type FloorPanel } from './camera.ts';

/** Height of a board's lower and upper edge above the floor. Source: NBA Rule 1, FIBA Equipment: 2.90 m and 1.05 m high. */
const BOARD_MM = { lower: 2_900, upper: 3_950 } as const;

function paintFloor(
  context: CanvasRenderingContext2D,
  court: Court,
  panel: FloorPanel,
  colour: Theme['colour'],
): void {
  const alongMm = court.lengthMm + 2 * APRON_MM.ends;
  const acrossMm = court.widthMm + 2 * APRON_MM.sides;
  context.fillStyle = colour.plate;
  context.fillRect(0, 0, panel.width, panel.height);
  context.scale(panel.width / alongMm, panel.height / acrossMm);
  context.translate(alongMm / 2, acrossMm / 2);
  context.fillStyle = colour.floor;
  context.fillRect(-court.lengthMm / 2, -court.widthMm / 2, court.lengthMm, court.widthMm);
  context.fillStyle = colour.raised;
  for (const end of [1, -1])
    context.fillRect(
      end === 1 ? court.lengthMm / 2 - court.freeThrowFromEndMm : -court.lengthMm / 2,
      -court.laneWidthMm / 2,
      court.freeThrowFromEndMm,
      court.laneWidthMm,
    );
  context.strokeStyle = colour.floorLine;
  context.lineWidth = court.lineMm * LINE_BOLDNESS;
  context.lineJoin = 'round';
  for (const line of courtLines(court)) {
    context.globalAlpha = line.part === 'hoop' || line.part === 'backboard' ? 0.5 : 1;
    for (const run of runsOf(line)) {
      context.beginPath();
      for (const { xMm, yMm } of run) context.lineTo(yMm, xMm);
      context.stroke();
    }
  }
}

/** Painted lines are drawn this much wider than they are: at three metres from a screen a true one is lost. */
const LINE_BOLDNESS = 1.25;

/** One rim, seen from the side: the ring as an ellipse, the board on edge. */
class Rim {
  readonly view = new Container();
  readonly #ring: Sprite;
  readonly #board: Sprite;
  readonly #court: Court;
  readonly #end: 1 | -1;

  constructor(kit: StageKit, court: Court, end: 1 | -1) {
    this.#court = court;
    this.#end = end;
    const { warm, text } = kit.theme.colour;
    const size = RING_PICTURE;
    this.#ring = new Sprite(
      kit.picture({
        key: `rim ring ${warm}`,
        width: size,
        height: size,
        draw: (context) => {
          context.strokeStyle = warm;
          context.lineWidth = size * 0.16;
          context.beginPath();
          context.arc(size / 2, size / 2, size * 0.4, 0, 2 * Math.PI);
          context.stroke();
        },
      }),
    );
    this.#board = new Sprite(Texture.WHITE);
    this.#board.anchor.set(0.5, 0);
    this.#board.tint = text;
    this.#board.alpha = 0.75;
    this.view.addChild(this.#board, this.#ring);
  }

  place(camera: FloorCamera): void {
    const court = this.#court;
    const hoopMm = nominalHoop(court, this.#end).yMm;
    const boardMm = this.#end * (court.lengthMm / 2 - court.backboardFromEndMm);
    const ringMm = court.hoopRadiusMm / 0.4;
    this.#ring.position.set(camera.screenX(hoopMm), camera.screenY(0, court.hoopHeightMm));
    this.#ring.setSize(
      Math.max(RING_LEAST, ringMm * camera.alongScale),
      Math.max(RING_LEAST / 2, ringMm * camera.acrossScale),
    );
    const half = (camera.turn * court.backboardWidthMm) / 2;
    const top = camera.screenY(-half, BOARD_MM.upper);
    this.#board.position.set(camera.screenX(boardMm), top);
    this.#board.setSize(2, camera.screenY(half, BOARD_MM.lower) - top);
    this.view.visible = this.#ring.x > 0 && this.#ring.x < camera.panel.width;
  }
}

const RING_PICTURE = 64;
const RING_LEAST = 16;

/** A picture has no width of nothing. */
const LEAST = 0.01;

/** The floor of one court on one panel: `floor` with what is painted on it, and the `rims`. */
export class Floor {
  readonly floor = new Container();
  readonly rims = new Container();
  /** The picture, cropped and stretched to a window that moves. */
  readonly #moving: Sprite;
  /** The same for a window at rest, where that is cheaper. */
  readonly #resting: Backdrop | null;
  readonly #picture: Texture;
  readonly #texture: Texture;
  readonly #panel: FloorPanel;
  readonly #court: Court;
  readonly #ends: readonly Rim[];
  /** What the window sees of the picture, in its units. */
  #from = 0;
  #wide: number;
  #reveal = 1;
  #isAtRest = false;

  constructor(kit: StageKit, court: Court, panel: FloorPanel) {
    this.#court = court;
    this.#panel = panel;
    this.#wide = panel.width;
    const { colour } = kit.theme;
    this.#picture = kit.picture({
      key: `floor ${court.name} ${colour.floor} ${colour.floorLine}`,
      ...panel,
      draw: (context) => paintFloor(context, court, panel, colour),
    });
    const frame = new Rectangle(0, 0, panel.width, panel.height);
    this.#texture = new Texture({ source: this.#picture.source, frame, dynamic: true });
    this.#moving = new Sprite(this.#texture);
    this.#resting = kit.backdrop(panel);
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
    this.#crop();
    for (const end of this.#ends) end.place(camera);
  }

  /** The window stands where it was placed last, on a panel with its corner at that place of the frame. True when the floor is drawn otherwise from now on. */
  rest(corner: { readonly x: number; readonly y: number }): boolean {
    if (this.#isAtRest || this.#resting === null) return false;
    this.#isAtRest = true;
    const { width, height } = this.#panel;
    const { resource, resolution } = this.#picture.source;
    this.#resting.paint(corner, (context) =>
      context.drawImage(
        resource as HTMLCanvasElement,
        this.#from * resolution,
        0,
        this.#wide * resolution,
        height * resolution,
        0,
        0,
        width,
        height,
      ),
    );
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
