// One basket, seen from the side: the board on edge with its arm, the ring as an ellipse, the net below it; above the floor by its true height.
import { Container, Sprite, type Texture } from 'pixi.js';
import { type Court, nominalHoop } from '../../src/game/court.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { FloorCamera } from './camera.ts';

type Context = CanvasRenderingContext2D;

/** Height of a board's lower and upper edge above the floor. Source: NBA Rule 1, FIBA Equipment: 2.90 m and 1.05 m high. */
const BOARD_MM = { lower: 2_900, upper: 3_950 } as const;
/** Source: FIBA Equipment: a net is 400 to 450 mm long. */
const NET_MM = 450;
/** What is smaller is drawn as large as this, in units: or nobody would see it. */
const LEAST = { ring: 22, net: 11, board: 5 } as const;
/** The board's shadow on the floor says where it hangs. */
const SHADOW = 0.35;

const PICTURE = 64;
/** Of the ring in its picture, as a part of its width. */
const RING_RADIUS = 0.42;

function ringPicture(kit: StageKit): Texture {
  const { warm } = kit.theme.colour;
  return kit.picture({
    key: `rim ring ${warm}`,
    width: PICTURE,
    height: PICTURE,
    draw: (context) => {
      context.strokeStyle = warm;
      context.lineWidth = PICTURE * 0.15;
      context.beginPath();
      context.arc(PICTURE / 2, PICTURE / 2, PICTURE * RING_RADIUS, 0, 2 * Math.PI);
      context.stroke();
    },
  });
}

/** As wide as the ring, and narrower at its foot. */
function netPicture(kit: StageKit): Texture {
  const { text } = kit.theme.colour;
  return kit.picture({
    key: `rim net ${text}`,
    width: PICTURE,
    height: PICTURE / 2,
    draw: (context) => {
      const [middle, length] = [PICTURE / 2, PICTURE / 2];
      const [top, foot] = [PICTURE * RING_RADIUS, PICTURE * 0.2];
      context.fillStyle = text;
      context.globalAlpha = 0.4;
      context.beginPath();
      context.moveTo(middle - top, 0);
      context.lineTo(middle + top, 0);
      context.lineTo(middle + foot, length);
      context.lineTo(middle - foot, length);
      context.fill();
    },
  });
}

/** A bar that lies on its side: the board on edge, with a dark line about it. */
const boardPicture = (kit: StageKit): Texture =>
  kit.picture({
    key: `rim board ${kit.theme.colour.text} ${kit.theme.colour.plate}`,
    width: 5,
    height: PICTURE,
    draw: (context) => {
      context.fillStyle = kit.theme.colour.plate;
      context.fillRect(0, 0, 5, PICTURE);
      context.fillStyle = kit.theme.colour.text;
      context.fillRect(1, 1, 3, PICTURE - 2);
    },
  });

const shadowPicture = (kit: StageKit): Texture =>
  kit.picture({
    key: 'rim shadow',
    width: 4,
    height: PICTURE,
    draw: (context) => {
      context.fillStyle = '#000000';
      context.fillRect(0, 0, 4, PICTURE);
    },
  });

export class Rim {
  readonly view = new Container();
  readonly #shadow: Sprite;
  readonly #board: Sprite;
  readonly #net: Sprite;
  readonly #ring: Sprite;
  readonly #court: Court;
  readonly #end: 1 | -1;

  constructor(kit: StageKit, court: Court, end: 1 | -1) {
    this.#court = court;
    this.#end = end;
    this.#shadow = new Sprite(shadowPicture(kit));
    this.#shadow.alpha = SHADOW;
    this.#board = new Sprite(boardPicture(kit));
    this.#net = new Sprite(netPicture(kit));
    this.#ring = new Sprite(ringPicture(kit));
    this.view.addChild(this.#shadow, this.#board, this.#net, this.#ring);
  }

  /** Hangs where the camera's window sees it. */
  place(camera: FloorCamera): void {
    const court = this.#court;
    const hoopMm = nominalHoop(court, this.#end).yMm;
    const boardX = camera.screenX(this.#end * (court.lengthMm / 2 - court.backboardFromEndMm));
    const half = court.backboardWidthMm / 2;
    const wide = 2 * half * camera.acrossScale;
    const foot = camera.screenY(0);
    this.#shadow.position.set(boardX, foot);
    this.#shadow.setSize(LEAST.board, wide);
    const lift = foot - camera.screenY(0, BOARD_MM.upper);
    const drop = foot - camera.screenY(0, BOARD_MM.lower);
    this.#board.position.set(boardX, foot - (lift + drop) / 2);
    this.#board.setSize(LEAST.board, wide + lift - drop);
    const ringMm = court.hoopRadiusMm / RING_RADIUS;
    const ringY = camera.screenY(0, court.hoopHeightMm);
    const ring = Math.max(LEAST.ring, ringMm * camera.alongScale);
    const deep = (ring * camera.acrossScale) / camera.alongScale;
    this.#ring.position.set(camera.screenX(hoopMm), ringY);
    this.#ring.setSize(ring, Math.max(LEAST.ring / 2, deep));
    const net = Math.max(LEAST.net, NET_MM * camera.upScale);
    this.#net.position.set(this.#ring.x, ringY + net / 2);
    this.#net.setSize(ring, net);
    this.view.visible = this.#ring.x > 0 && this.#ring.x < camera.panel.width;
  }

  /** Paints it where it hangs. */
  paint(context: Context): void {
    if (!this.view.visible) return;
    for (const part of [this.#shadow, this.#board, this.#net, this.#ring]) {
      const { x, y, width, height, alpha, texture } = part;
      context.globalAlpha = alpha;
      const picture = texture.source.resource as HTMLCanvasElement;
      context.drawImage(picture, x - width / 2, y - height / 2, width, height);
    }
    context.globalAlpha = 1;
  }
}
