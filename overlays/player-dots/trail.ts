// A short trail behind what moves: where it was at fixed ages, drawn as a chain that thins and fades with age.
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

/** As few as a run's curve needs: without a graphics card each costs as much as a dot. */
const LINKS = 4;
/** Places remembered, and numbers that each takes: stamp, x, y, z. */
const PLACES = 14;
const STRIDE = 4;
/** From one link to the next a trail is this much fainter and thinner. Each link's picture falls by as much along its length, so that links join unseen. */
const FALL = { alpha: 0.44, width: 0.76 } as const;
/** A link's picture, head at the right: its middle half is full. Drawn in slices. */
const LINK = { width: 24, height: 16, slices: 48 } as const;
/** Shorter links, in units, are not drawn: whoever stands has no trail. */
const SHORTEST = 0.5;

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

/** Where a trail ends, in panel units, how large all is drawn, how much of it is hidden there, and how much of it is seen, 0 to 1. */
export type TrailHead = { x: number; y: number; scale: number; cover: number; alpha: number };

export class Trail {
  readonly view = new Container();
  readonly #links: Sprite[];
  readonly #look: TrailLook;
  readonly #linkMs: number;
  readonly #placeMs: number;
  /** Places, newest first. */
  readonly #past = new Float64Array(PLACES * STRIDE);
  #count = 0;
  #seen = false;
  /** The place that was asked for last. */
  #xMm = 0;
  #yMm = 0;
  #zMm = 0;

  constructor(kit: StageKit, look: TrailLook) {
    this.#look = look;
    this.#linkMs = look.lastsMs / LINKS;
    // One more than needed on each side of the oldest age.
    this.#placeMs = look.lastsMs / (PLACES - 2);
    const texture = linkPicture(kit, look.colour);
    this.#links = Array.from({ length: LINKS }, () => this.view.addChild(new Sprite(texture)));
    this.clear();
  }

  /** Forgets where it was: a new track begins. */
  clear(): void {
    this.#count = 0;
    this.#seen = false;
    for (const link of this.#links) link.alpha = 0;
  }

  /** Remembers a place when its step of time has come. Allocates nothing. */
  remember(atMs: number, xMm: number, yMm: number, zMm: number): void {
    const past = this.#past;
    if (this.#count > 0 && atMs - (past[0] as number) < this.#placeMs) return;
    past.copyWithin(STRIDE, 0, (PLACES - 1) * STRIDE);
    past[0] = atMs;
    past[1] = xMm;
    past[2] = yMm;
    past[3] = zMm;
    this.#count = Math.min(PLACES, this.#count + 1);
  }

  /**
   * Draws it from its head back to where it was, in panel units, but for what lies wholly under what is drawn over the head: a disc of radius `cover`, 0 for
   * none. Links are hidden by their alpha alone: a child that comes or goes makes the renderer go through all of them. True while anything of it is, or was,
   * seen. Allocates nothing.
   */
  draw(camera: FloorCamera, atMs: number, head: TrailHead): boolean {
    const was = this.#seen;
    this.#seen = false;
    let x = head.x;
    let y = head.y;
    for (let i = 0; i < LINKS; i += 1) {
      const link = this.#links[i] as Sprite;
      this.#recall(atMs - (i + 1) * this.#linkMs);
      const pastX = camera.screenX(this.#yMm);
      const pastY = camera.screenY(this.#xMm, this.#zMm);
      const length = Math.hypot(x - pastX, y - pastY);
      const thickness = this.#look.width * head.scale * FALL.width ** i;
      const isInside = pastX > 0 && pastX < camera.panel.width;
      const open = head.cover - thickness / 2;
      const isCovered =
        Math.hypot(x - head.x, y - head.y) <= open && Math.hypot(pastX - head.x, pastY - head.y) <= open;
      const isSeen = length >= SHORTEST && isInside && !isCovered;
      link.alpha = isSeen ? this.#look.alpha * FALL.alpha ** i * head.alpha : 0;
      if (isSeen) {
        link.position.set((x + pastX) / 2, (y + pastY) / 2);
        link.rotation = Math.atan2(y - pastY, x - pastX);
        // The picture is twice as high as what is full of it.
        link.scale.set(length / LINK.width, (2 * thickness) / LINK.height);
        this.#seen = true;
      }
      x = pastX;
      y = pastY;
    }
    return was || this.#seen;
  }

  /** Where it was at an instant, between the two places about it; where it was first for what lies before that. */
  #recall(atMs: number): void {
    const past = this.#past;
    let older = 0;
    while (older < this.#count - 1 && (past[older * STRIDE] as number) > atMs) older += 1;
    const newer = Math.max(0, older - 1);
    const from = older * STRIDE;
    const to = newer * STRIDE;
    const spanMs = (past[to] as number) - (past[from] as number);
    const part = spanMs > 0 ? Math.min(1, Math.max(0, (atMs - (past[from] as number)) / spanMs)) : 0;
    this.#xMm = (past[from + 1] as number) + part * ((past[to + 1] as number) - (past[from + 1] as number));
    this.#yMm = (past[from + 2] as number) + part * ((past[to + 2] as number) - (past[from + 2] as number));
    this.#zMm = (past[from + 3] as number) + part * ((past[to + 3] as number) - (past[from + 3] as number));
  }
}
