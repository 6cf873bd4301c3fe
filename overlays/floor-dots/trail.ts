// A short trail on the floor behind what moves: where it was at fixed steps of time, as a band that lies in perspective, thins and fades.
import { Container, Matrix, Sprite, type Texture } from 'pixi.js';
import type { FloorView } from '../../src/stage/floor-view.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';

const LINKS = 14;
const LASTS_MS = 900;
const STEP_MS = LASTS_MS / LINKS;
/** Numbers a place takes: stamp, x, y. */
const STRIDE = 3;
/** Of the band at its head, on the floor, and from one link to the next. */
const WIDTH_MM = 260;
const FALL = { alpha: 0.87, width: 0.95 } as const;
const ALPHA = 0.8;
/** Shorter links are not drawn: whoever stands has no trail. Millimetres. */
const SHORTEST_MM = 20;
/** The picture of a link, in units; soft only at its long edges. */
const LINK = { length: 8, width: 16, edge: 2 } as const;

const linkPicture = (kit: StageKit, colour: string): Texture =>
  kit.picture({
    key: `floor trail ${colour}`,
    width: LINK.length,
    height: LINK.width,
    draw: (context) => {
      context.fillStyle = colour;
      context.fillRect(0, LINK.edge, LINK.length, LINK.width - 2 * LINK.edge);
    },
  });

export class FloorTrail {
  readonly view = new Container();
  readonly #links: Sprite[] = [];
  /** Places, newest first. */
  readonly #past = new Float64Array(LINKS * STRIDE);
  readonly #lay = new Matrix();
  #count = 0;
  #seen = false;

  constructor(kit: StageKit, colour: string) {
    const texture = linkPicture(kit, colour);
    for (let i = 0; i < LINKS; i += 1) {
      const link = new Sprite(texture);
      link.visible = false;
      this.#links.push(link);
      this.view.addChild(link);
    }
  }

  /** Forgets where it was: a new track begins. */
  clear(): void {
    this.#count = 0;
    this.#seen = false;
    for (const link of this.#links) link.visible = false;
  }

  /** Draws it back from where its body is now, and remembers that when its step of time has come. True while anything of it is, or was, seen. Allocates nothing. */
  draw(floor: FloorView, atMs: number, xMm: number, yMm: number): boolean {
    const was = this.#seen;
    this.#seen = false;
    let [headX, headY] = [xMm, yMm];
    for (let i = 0; i < LINKS; i += 1) {
      const link = this.#links[i] as Sprite;
      const at = i * STRIDE;
      const isThere = i < this.#count && atMs - (this.#past[at] as number) <= LASTS_MS;
      link.visible = isThere;
      if (!isThere) continue;
      const [tailX, tailY] = [this.#past[at + 1] as number, this.#past[at + 2] as number];
      const length = Math.hypot(headX - tailX, headY - tailY);
      link.visible = length >= SHORTEST_MM && floor.lookAt((headX + tailX) / 2, (headY + tailY) / 2);
      if (link.visible) this.#lie(link, floor, (headX - tailX) / length, (headY - tailY) / length, length, i);
      this.#seen ||= link.visible;
      headX = tailX;
      headY = tailY;
    }
    this.#remember(atMs, xMm, yMm);
    return was || this.#seen;
  }

  /** Lays a link along a direction of the floor, its width across it. */
  #lie(
    link: Sprite,
    { spot, step }: FloorView,
    alongX: number,
    alongY: number,
    lengthMm: number,
    index: number,
  ): void {
    const along = lengthMm / LINK.length;
    const across = (WIDTH_MM * FALL.width ** index) / LINK.width;
    this.#lay.set(
      (step.xx * alongX + step.xy * alongY) * along,
      (step.yx * alongX + step.yy * alongY) * along,
      (step.xx * alongY - step.xy * alongX) * across,
      (step.yx * alongY - step.yy * alongX) * across,
      spot.x,
      spot.y,
    );
    link.setFromMatrix(this.#lay);
    link.alpha = ALPHA * FALL.alpha ** index;
  }

  #remember(atMs: number, xMm: number, yMm: number): void {
    const past = this.#past;
    if (this.#count > 0 && atMs - (past[0] as number) < STEP_MS) return;
    past.copyWithin(STRIDE, 0, (LINKS - 1) * STRIDE);
    past[0] = atMs;
    past[1] = xMm;
    past[2] = yMm;
    this.#count = Math.min(LINKS, this.#count + 1);
  }
}
