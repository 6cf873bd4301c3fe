// A short trail behind what moves: where it was at fixed steps of time, drawn as a chain that thins and fades with age.
import { Container, Sprite } from 'pixi.js';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { FloorCamera } from './camera.ts';

export type TrailLook = {
  /** `#rrggbb`. */
  readonly colour: string;
  /** Thickness at its head, in units. */
  readonly width: number;
  /** How old its end is, in milliseconds. */
  readonly lastsMs: number;
  /** At its head, 0 to 1. */
  readonly alpha: number;
};

const LINKS = 12;
/** Numbers a place takes: stamp, x, y, z. */
const STRIDE = 4;
/** From one link to the next a trail is this much fainter and thinner. Each link's picture falls by as much along its length, so that links join unseen. */
const FALL = { alpha: 0.7, width: 0.9 } as const;
/** A link's picture, head at the right: its middle half is full. Drawn in slices. */
const LINK = { width: 24, height: 16, slices: 48 } as const;
/** Shorter links, in units, are not drawn: whoever stands has no trail. */
const SHORTEST = 0.5;
/** Fainter links, of 0 to 1, are not drawn: nobody sees them, and each costs as much as a whole one. */
const FAINTEST = 0.03;

const linkPicture = (kit: StageKit, colour: string) =>
  kit.picture({
    key: `trail ${colour}`,
    width: LINK.width,
    height: LINK.height,
    draw: (context) => {
      context.fillStyle = colour;
      const slice = LINK.width / LINK.slices;
      for (let i = 0; i < LINK.slices; i += 1) {
        const fallen = (i + 0.5) / LINK.slices;
        const height = (LINK.height / 2) * FALL.width ** fallen;
        context.globalAlpha = FALL.alpha ** fallen;
        context.fillRect(LINK.width - (i + 1) * slice, (LINK.height - height) / 2, slice, height);
      }
    },
  });

/** Where a trail ends, in panel units, how large all is drawn, and how much of it is hidden there. */
export type TrailHead = { x: number; y: number; scale: number; cover: number };

/** How far from the head the further of two corners lies. */
const reachOf = (x: number, y: number, acrossX: number, acrossY: number): number =>
  Math.max(Math.hypot(x + acrossX, y + acrossY), Math.hypot(x - acrossX, y - acrossY));

export class Trail {
  readonly view = new Container();
  readonly #links: Sprite[] = [];
  readonly #look: TrailLook;
  readonly #stepMs: number;
  /** Places, newest first. */
  readonly #past = new Float64Array(LINKS * STRIDE);
  #count = 0;
  #seen = false;

  constructor(kit: StageKit, look: TrailLook) {
    this.#look = look;
    this.#stepMs = look.lastsMs / LINKS;
    const texture = linkPicture(kit, look.colour);
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
    for (const link of this.#links) link.visible = false;
  }

  /** Remembers a place when its step of time has come. Allocates nothing. */
  remember(atMs: number, xMm: number, yMm: number, zMm: number): void {
    const past = this.#past;
    if (this.#count > 0 && atMs - (past[0] as number) < this.#stepMs) return;
    past.copyWithin(STRIDE, 0, (LINKS - 1) * STRIDE);
    past[0] = atMs;
    past[1] = xMm;
    past[2] = yMm;
    past[3] = zMm;
    this.#count = Math.min(LINKS, this.#count + 1);
  }

  /**
   * Draws it from its head back to where it was, in panel units, but for what lies wholly under what is drawn over the head: a disc of radius `cover`, 0 for
   * none. True while anything of it is, or was, seen. Allocates nothing.
   */
  draw(camera: FloorCamera, atMs: number, { x: headX, y: headY, scale, cover }: TrailHead): boolean {
    const was = this.#seen;
    let x = headX;
    let y = headY;
    this.#seen = false;
    let youngMs = 0;
    for (let i = 0; i < LINKS; i += 1) {
      const link = this.#links[i] as Sprite;
      const offset = i * STRIDE;
      const oldMs = i < this.#count ? atMs - (this.#past[offset] as number) : Number.POSITIVE_INFINITY;
      link.visible = oldMs <= this.#look.lastsMs;
      if (!link.visible) continue;
      const pastX = camera.screenX(this.#past[offset + 2] as number);
      const pastY = camera.screenY(this.#past[offset + 1] as number, this.#past[offset + 3] as number);
      const length = Math.hypot(x - pastX, y - pastY);
      const fallen = youngMs / this.#stepMs;
      const alpha = this.#look.alpha * FALL.alpha ** fallen;
      const thickness = this.#look.width * scale * FALL.width ** fallen;
      const isInside = pastX > 0 && pastX < camera.panel.width;
      // The corners of a link lie no further out than its ends, turned by half its thickness.
      const half = thickness / 2 + 1;
      const acrossX = ((y - pastY) / length) * half;
      const acrossY = ((pastX - x) / length) * half;
      const isCovered =
        reachOf(x - headX, y - headY, acrossX, acrossY) <= cover &&
        reachOf(pastX - headX, pastY - headY, acrossX, acrossY) <= cover;
      link.visible = length >= SHORTEST && alpha >= FAINTEST && isInside && !isCovered;
      link.position.set((x + pastX) / 2, (y + pastY) / 2);
      link.rotation = Math.atan2(y - pastY, x - pastX);
      // The picture is twice as high as what is full of it.
      link.setSize(length, 2 * thickness);
      link.alpha = alpha;
      this.#seen ||= link.visible;
      x = pastX;
      y = pastY;
      youngMs = oldMs;
    }
    return was || this.#seen;
  }
}
