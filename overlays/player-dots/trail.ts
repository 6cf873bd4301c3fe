// A short trail behind what moves: where it was at fixed ages, drawn as a chain that thins and fades with age.
import type { Texture } from 'pixi.js';
import { Piece } from '../../src/stage/flock.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { SampledBody } from '../../src/time/moment.ts';
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
  /** It hangs in the air where the body was; else it lies on the floor. */
  readonly hangs: boolean;
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
  /** From its head on. */
  readonly links: readonly Piece[];
  readonly #look: TrailLook;
  readonly #linkMs: number;
  readonly #placeMs: number;
  /** Places, newest first. */
  readonly #past = new Float64Array(PLACES * STRIDE);
  #count = 0;
  #seen = false;
  /** The instant and the place that were asked for last: numbers that never leave it need no box. */
  readonly #spot = new Float64Array(STRIDE);

  constructor(kit: StageKit, look: TrailLook) {
    this.#look = look;
    this.#linkMs = look.lastsMs / LINKS;
    // One more than needed on each side of the oldest age.
    this.#placeMs = look.lastsMs / (PLACES - 2);
    const texture = linkPicture(kit, look.colour);
    this.links = Array.from({ length: LINKS }, (_, i) => linkAt(i, texture));
  }

  /** Forgets where it was: a new track begins. */
  clear(): void {
    this.#count = 0;
    this.hide();
  }

  /** Nothing of it is seen until it is drawn again. */
  hide(): void {
    this.#seen = false;
    for (let i = 0; i < LINKS; i += 1) (this.links[i] as Piece).alpha = 0;
  }

  /** Remembers a place when its step of time has come. Allocates nothing. */
  remember(atMs: number, body: Pick<SampledBody, 'xMm' | 'yMm' | 'zMm'>): void {
    const past = this.#past;
    if (this.#count > 0 && atMs - (past[0] as number) < this.#placeMs) return;
    past.copyWithin(STRIDE, 0, (PLACES - 1) * STRIDE);
    past[0] = atMs;
    past[1] = body.xMm;
    past[2] = body.yMm;
    past[3] = this.#look.hangs ? body.zMm : 0;
    this.#count = Math.min(PLACES, this.#count + 1);
  }

  /**
   * Draws it from its head back to where it was, in panel units, but for what lies wholly under what is drawn over the head: a disc of radius `cover`, 0 for
   * none. True while anything of it is, or was, seen. Allocates nothing.
   */
  draw(camera: FloorCamera, atMs: number, head: TrailHead): boolean {
    const was = this.#seen;
    this.#seen = false;
    let x = head.x;
    let y = head.y;
    let alpha = this.#look.alpha * head.alpha;
    let thickness = this.#look.width * head.scale;
    const spot = this.#spot;
    for (let i = 0; i < LINKS; i += 1) {
      const link = this.links[i] as Piece;
      spot[0] = atMs - (i + 1) * this.#linkMs;
      this.#recall();
      const pastX = camera.originX + camera.alongX * (spot[2] as number);
      const pastY = camera.originY + camera.acrossY * (spot[1] as number) - camera.upY * (spot[3] as number);
      const alongX = x - pastX;
      const alongY = y - pastY;
      // NOTE: not Math.hypot, here and below: it is slower, and makes garbage at every call.
      const length = Math.sqrt(alongX * alongX + alongY * alongY);
      const isInside = pastX > 0 && pastX < camera.panel.width;
      const open = head.cover - thickness / 2;
      const isCovered =
        isWithin(open, x - head.x, y - head.y) && isWithin(open, pastX - head.x, pastY - head.y);
      const isSeen = length >= SHORTEST && isInside && !isCovered;
      link.alpha = isSeen ? alpha : 0;
      if (isSeen) {
        link.x = (x + pastX) / 2;
        link.y = (y + pastY) / 2;
        link.cos = alongX / length;
        link.sin = alongY / length;
        link.scaleX = length / LINK.width;
        // The picture is twice as high as what is full of it.
        link.scaleY = (2 * thickness) / LINK.height;
        this.#seen = true;
      }
      x = pastX;
      y = pastY;
      alpha *= FALL.alpha;
      thickness *= FALL.width;
    }
    return was || this.#seen;
  }

  /** Where it was at the spot's instant, between the two places about it; where it was first for what lies before that. */
  #recall(): void {
    const past = this.#past;
    const spot = this.#spot;
    const atMs = spot[0] as number;
    let older = 0;
    while (older < this.#count - 1 && (past[older * STRIDE] as number) > atMs) older += 1;
    const newer = Math.max(0, older - 1);
    const from = older * STRIDE;
    const to = newer * STRIDE;
    const spanMs = (past[to] as number) - (past[from] as number);
    const part = spanMs > 0 ? Math.min(1, Math.max(0, (atMs - (past[from] as number)) / spanMs)) : 0;
    for (let i = 1; i < STRIDE; i += 1)
      spot[i] = (past[from + i] as number) + part * ((past[to + i] as number) - (past[from + i] as number));
  }
}

/** Of all trails the older links lie below the newer ones. */
function linkAt(index: number, texture: Texture): Piece {
  const link = new Piece(texture);
  link.depth = -index / LINKS;
  return link;
}

const isWithin = (radius: number, x: number, y: number): boolean =>
  radius >= 0 && x * x + y * y <= radius * radius;
