// One dot: a disc in jersey colour with its number, where its body is now; a trail behind it, a name beside it.
import { Container, Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import type { Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import type { SampledBody } from '../../src/time/moment.ts';
import type { FloorCamera } from './camera.ts';
import { Trail, type TrailHead } from './trail.ts';

/** Radius of a dot on the whole floor, in units, without its keyline; closer up it grows. */
export const DOT_RADIUS = 19;
const RING = 3;
const KEYLINE = 2;
const CLOSE_GROWTH = 0.25;
/** Nothing is drawn nearer to the panel's edge than it fades over, in units. */
const EDGE_FADE = 24;
/** Further than this between two ticks is a new track, whoever is sampled: it takes no trail along. Millimetres, and metres a second. */
const BREAK = { mm: 800, mps: 14 } as const;
const TRAIL_MS = 700;

const numberFace = (colour: string): TextFace => ({ family: 'display', weight: 700, sizePx: 26, colour });
const nameFace = (colour: string): TextFace => ({
  family: 'display',
  weight: 600,
  sizePx: 20,
  colour,
  spacing: 0.4,
});
export const NAME_WIDTH = 132;

export type DotLook = {
  readonly jersey: JerseyLook;
  /** As worn; empty for none. */
  readonly number: string;
  /** Empty for none. */
  readonly name: string;
  readonly trail: boolean;
};

/** How large everything on the panel is drawn, closer or further. */
export const growth = (camera: FloorCamera): number => 1 + CLOSE_GROWTH * camera.closeness;

function discPicture(kit: StageKit, { fill, ring }: JerseyLook) {
  const size = 2 * (DOT_RADIUS + KEYLINE + 1);
  const rim = ring ?? kit.theme.colour.text;
  return kit.picture({
    key: `dot ${fill} ${rim} ${kit.theme.colour.plate}`,
    width: size,
    height: size,
    draw: (context) => {
      const disc = (radius: number, colour: string) => {
        context.fillStyle = colour;
        context.beginPath();
        context.arc(size / 2, size / 2, radius, 0, 2 * Math.PI);
        context.fill();
      };
      disc(DOT_RADIUS + KEYLINE, kit.theme.colour.plate);
      disc(DOT_RADIUS, rim);
      disc(DOT_RADIUS - RING, fill);
    },
  });
}

export class Dot {
  /** Layers that the scene stacks: trails under names under discs. */
  readonly disc = new Container();
  readonly trail: Trail | null;
  readonly name: Label | null;
  /** The body's id; what it stands for when the pool lends it. */
  id = '';
  /** Place on the panel in units, and how much of it is seen, 0 to 1. */
  x = 0;
  y = 0;
  alpha = 0;
  /** Tick in which its body was last there. */
  seenTick = -1;
  /** Where its name is to stand and stands, how much of it is to be seen and is (name-places.ts). */
  nameSlot = 0;
  nameShownSlot = 0;
  nameTarget = 0;
  nameAlpha = 0;
  #xMm = 0;
  #yMm = 0;
  #atMs = Number.NaN;
  /** Reused at every tick. */
  readonly #head: TrailHead = { x: 0, y: 0, scale: 1, cover: 0 };

  constructor(kit: StageKit, look: DotLook) {
    this.disc.addChild(new Sprite(discPicture(kit, look.jersey)));
    if (look.number !== '') this.disc.addChild(numberOf(kit, look));
    this.trail = look.trail
      ? new Trail(kit, { colour: look.jersey.fill, width: 16, lastsMs: TRAIL_MS, alpha: 0.75 })
      : null;
    this.name =
      look.name === ''
        ? null
        : kit.label({
            face: nameFace(kit.theme.colour.text),
            maxWidth: NAME_WIDTH,
            align: 'centre',
            text: look.name,
          });
    this.hide();
  }

  /** Puts it where its body is. True when anything of it changed. Allocates nothing. */
  place(body: SampledBody, camera: FloorCamera, atMs: number): boolean {
    this.#join(body, atMs);
    const x = camera.screenX(body.yMm);
    const y = camera.screenY(body.xMm);
    const inside = Math.min(x, camera.panel.width - x, y, camera.panel.height - y);
    const alpha = body.presence * Math.min(1, Math.max(0, inside / EDGE_FADE));
    const scale = growth(camera);
    let changed = Math.abs(x - this.x) > 0.01 || Math.abs(y - this.y) > 0.01 || alpha !== this.alpha;
    this.x = x;
    this.y = y;
    this.alpha = alpha;
    this.disc.visible = alpha > 0;
    this.disc.alpha = alpha;
    this.disc.position.set(x, y);
    this.disc.scale.set(scale);
    if (this.trail) {
      this.trail.view.visible = alpha > 0;
      this.trail.view.alpha = alpha;
      this.trail.remember(atMs, body.xMm, body.yMm, 0);
      const head = this.#head;
      head.x = x;
      head.y = y;
      head.scale = scale;
      head.cover = alpha === 1 ? DOT_RADIUS * scale : 0;
      if (this.trail.draw(camera, atMs, head)) changed = true;
    }
    return changed;
  }

  /** Takes it off the floor. True when it was there. */
  hide(): boolean {
    const was = this.disc.visible;
    this.disc.visible = false;
    this.alpha = 0;
    this.nameAlpha = 0;
    this.nameTarget = 0;
    this.#atMs = Number.NaN;
    this.trail?.clear();
    if (this.name) this.name.view.visible = false;
    return was;
  }

  #join(body: SampledBody, atMs: number): void {
    const elapsedMs = atMs - this.#atMs;
    const movedMm = Math.hypot(body.xMm - this.#xMm, body.yMm - this.#yMm);
    // Also false for the first place, and for an instant before the last.
    const joined = elapsedMs >= 0 && movedMm <= Math.max(BREAK.mm, BREAK.mps * elapsedMs);
    if (!joined) this.trail?.clear();
    this.#xMm = body.xMm;
    this.#yMm = body.yMm;
    this.#atMs = atMs;
  }

  dispose(): void {
    this.disc.destroy({ children: true });
    this.trail?.view.destroy({ children: true });
    this.name?.view.destroy({ children: true });
  }
}

function numberOf(kit: StageKit, { number, jersey }: DotLook): Container {
  const face = numberFace(jersey.ink);
  if (!/^\d{1,2}$/.test(number))
    return kit.label({ face, maxWidth: 2 * (DOT_RADIUS - RING), align: 'centre', text: number }).view;
  const figures = kit.figures({ face, maxLength: 2, align: 'centre' });
  figures.set(number);
  return figures.view;
}
