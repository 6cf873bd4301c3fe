// One dot: where its body is now; a trail behind it, a name beside it.
import { Piece } from '../../src/stage/flock.ts';
import type { Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import type { SampledBody } from '../../src/time/moment.ts';
import type { FloorCamera } from './camera.ts';
import {
  badgePicture,
  DOT_RADIUS,
  DOT_REACH,
  type DotLook,
  dotPicture,
  FLAME,
  HALO_REACH,
} from './dot-picture.ts';
import { Trail, type TrailHead } from './trail.ts';

const CLOSE_GROWTH = 0.25;
/** Who stands out is drawn so much larger. */
const SELECTED_GROWTH = 1.2;
/** A dot that leaves the panel is smaller than life from where it would touch the edge, and fades over this part of its way beyond. */
const EDGE_FADE = 0.5;
/** Further than this between two ticks is a new track, whoever is sampled: it takes no trail along. Millimetres, and metres a second. */
const BREAK = { mm: 800, mps: 14 } as const;
const TRAIL = { width: 16, lastsMs: 700, alpha: 0.75, hangs: false } as const;

const nameFace = (colour: string): TextFace => ({
  family: 'display',
  weight: 600,
  sizePx: 20,
  colour,
  spacing: 0.4,
});
export const NAME_WIDTH = 176;

export type DotDress = DotLook & {
  readonly hot: boolean;
  /** Empty for none. */
  readonly name: string;
  readonly trail: boolean;
  readonly selected: boolean;
};

/** How large everything on the panel is drawn, closer or further. */
export const growth = (camera: FloorCamera): number => 1 + CLOSE_GROWTH * camera.closeness;

export class Dot {
  readonly #kit: StageKit;
  /** What the pool stacks: trails under names under discs. */
  readonly disc = new Piece();
  /** Lies on its disc, on who is hot. */
  readonly flame: Piece;
  #trail: Trail | null = null;
  #name: Label | null = null;
  #dress: DotDress;
  /** The body's id; what it stands for when the pool lends it. */
  id = '';
  /** Place on the panel in units, how far inside its edge that is, radius there, and how much of it is seen, 0 to 1. */
  x = 0;
  y = 0;
  inside = 0;
  radius = 0;
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
  readonly #head: TrailHead = { x: 0, y: 0, scale: 1, cover: 0, alpha: 0 };

  constructor(kit: StageKit, dress: DotDress) {
    this.#kit = kit;
    this.#dress = dress;
    this.flame = new Piece(badgePicture(kit));
    this.#wear(dress);
    this.hide();
  }

  get trail(): Trail | null {
    return this.#trail;
  }
  get name(): Label | null {
    return this.#name;
  }
  get selected(): boolean {
    return this.#dress.selected;
  }
  /** Where its name may begin, from its middle: beyond its ring where it wears one for good. In units. */
  get reach(): number {
    return this.selected ? (this.radius * HALO_REACH) / DOT_RADIUS : this.radius;
  }

  /** Looks like this from now on, wherever it is. True when its trail or name is another, which the scene has to stack. */
  dress(next: DotDress): boolean {
    const last = this.#dress;
    this.#dress = next;
    const { jersey } = last;
    const isSameJersey =
      jersey.fill === next.jersey.fill && jersey.ink === next.jersey.ink && jersey.ring === next.jersey.ring;
    const isSame = isSameJersey && last.number === next.number && last.hot === next.hot;
    const [trail, name] = [this.#trail, this.#name];
    if (isSame && last.name === next.name && last.trail === next.trail) return false;
    this.#wear(next, last);
    return trail !== this.#trail || name !== this.#name;
  }

  #wear(next: DotDress, last?: DotDress): void {
    const { fill } = next.jersey;
    this.disc.texture = dotPicture(this.#kit, next);
    this.#placeFlame();
    if (!last || next.trail !== last.trail || fill !== last.jersey.fill)
      this.#trail = next.trail ? new Trail(this.#kit, { ...TRAIL, colour: fill }) : null;
    if (next.name !== '')
      this.#name ??= this.#kit.label({
        face: nameFace(this.#kit.theme.colour.text),
        maxWidth: NAME_WIDTH,
        align: 'centre',
      });
    else {
      this.#name?.view.destroy({ children: true });
      this.#name = null;
    }
    this.#name?.set(next.name);
  }

  /** Puts it where its body is. True when anything of it changed. Allocates nothing. */
  place(body: SampledBody, camera: FloorCamera, atMs: number): boolean {
    this.#join(body, atMs);
    const x = camera.screenX(body.yMm);
    const y = camera.screenY(body.xMm);
    const full = growth(camera) * (this.#dress.selected ? SELECTED_GROWTH : 1);
    const inside = Math.min(x, camera.panel.width - x, y, camera.panel.height - y);
    // Nothing of it ever lies over the panel's edge: from there it shrinks, about its true place.
    const part = Math.min(1, Math.max(0, inside / (DOT_REACH * full)));
    const alpha = body.presence * Math.min(1, part / EDGE_FADE);
    const scale = full * part;
    let changed = Math.abs(x - this.x) > 0.01 || Math.abs(y - this.y) > 0.01 || alpha !== this.alpha;
    this.x = x;
    this.y = y;
    this.inside = inside;
    this.radius = DOT_RADIUS * scale;
    this.alpha = alpha;
    const { disc } = this;
    disc.alpha = alpha;
    disc.x = x;
    disc.y = y;
    disc.scaleX = scale;
    disc.scaleY = scale;
    this.#placeFlame();
    if (this.#trail) {
      this.#trail.remember(atMs, body);
      const head = this.#head;
      head.x = x;
      head.y = y;
      head.scale = scale;
      head.alpha = alpha;
      head.cover = alpha === 1 ? this.radius : 0;
      if (this.#trail.draw(camera, atMs, head)) changed = true;
    }
    return changed;
  }

  /** Takes it off the floor. True when it was there. */
  hide(): boolean {
    const was = this.alpha > 0;
    this.disc.alpha = 0;
    this.flame.alpha = 0;
    this.alpha = 0;
    this.nameAlpha = 0;
    this.nameTarget = 0;
    this.#atMs = Number.NaN;
    this.#trail?.clear();
    if (this.#name) this.#name.view.visible = false;
    return was;
  }

  #placeFlame(): void {
    const { disc, flame } = this;
    flame.alpha = this.#dress.hot ? disc.alpha : 0;
    flame.x = disc.x + FLAME.x * disc.scaleX;
    flame.y = disc.y + FLAME.y * disc.scaleY;
    flame.scaleX = disc.scaleX;
    flame.scaleY = disc.scaleY;
  }

  #join(body: SampledBody, atMs: number): void {
    const elapsedMs = atMs - this.#atMs;
    const alongMm = body.yMm - this.#yMm;
    const acrossMm = body.xMm - this.#xMm;
    const movedMm = Math.sqrt(alongMm * alongMm + acrossMm * acrossMm);
    // Also false for the first place, and for an instant before the last.
    const joined = elapsedMs >= 0 && movedMm <= Math.max(BREAK.mm, BREAK.mps * elapsedMs);
    if (!joined) this.#trail?.clear();
    this.#xMm = body.xMm;
    this.#yMm = body.yMm;
    this.#atMs = atMs;
  }

  dispose(): void {
    this.#name?.view.destroy({ children: true });
  }
}
