// A short trail behind what moves: where it was at fixed ages by its own track, drawn as a chain that thins and fades with age.
import type { Texture } from 'pixi.js';
import { Piece } from '../../src/stage/flock.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { makeTrace, TRACE } from '../../src/time/body-track.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';
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
  #seen = false;
  /** Where it is, and was at the end of each link. */
  readonly #trace = makeTrace(LINKS + 1);

  constructor(kit: StageKit, look: TrailLook) {
    this.#look = look;
    this.#trace[TRACE.stepMs] = look.lastsMs / LINKS;
    const texture = linkPicture(kit, look.colour);
    this.links = Array.from({ length: LINKS }, (_, i) => linkAt(i, texture));
  }

  /** Nothing of it is seen until it is drawn again. */
  hide(): void {
    this.#seen = false;
    for (let i = 0; i < LINKS; i += 1) (this.links[i] as Piece).alpha = 0;
  }

  /**
   * Draws it from its head back to where it was, in panel units, but for what lies wholly under what is drawn over the head: a disc of radius `cover`, 0 for
   * none. True while anything of it is, or was, seen. Allocates nothing.
   */
  draw(camera: FloorCamera, { past, atMs }: Moment, body: SampledBody, head: TrailHead): boolean {
    const was = this.#seen;
    const trace = this.#trace;
    trace[TRACE.atMs] = atMs;
    if (!past?.trace(body, trace)) {
      this.hide();
      return was;
    }
    this.#seen = false;
    let x = head.x;
    let y = head.y;
    let alpha = this.#look.alpha * head.alpha;
    let thickness = this.#look.width * head.scale;
    for (let i = 0; i < LINKS; i += 1) {
      const link = this.links[i] as Piece;
      const at = TRACE.places + TRACE.stride * (i + 1);
      const pastX = camera.originX + camera.alongX * (trace[at + 1] as number);
      const floorY = camera.originY + camera.acrossY * (trace[at] as number);
      const pastY = this.#look.hangs ? floorY - camera.upY * (trace[at + 2] as number) : floorY;
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
}

/** Of all trails the older links lie below the newer ones. */
function linkAt(index: number, texture: Texture): Piece {
  const link = new Piece(texture);
  link.depth = -index / LINKS;
  return link;
}

const isWithin = (radius: number, x: number, y: number): boolean =>
  radius >= 0 && x * x + y * y <= radius * radius;
