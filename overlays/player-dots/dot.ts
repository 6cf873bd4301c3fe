// One dot: where its body is now; a trail behind it, a name beside it.
import { Piece } from '../../src/stage/flock.ts';
import type { Named } from '../../src/stage/name-places.ts';
import type { Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import type { Tenth } from '../../src/stage/tenths.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';
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
/** The plate of a name, in units: over the floor's lines nobody reads bare letters. */
const NAME_PLATE = { height: 24, padding: 6 } as const;
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

/** How far inside the panel's edge a place is, in units. */
const insideAt = ({ panel }: FloorCamera, x: number, y: number): number =>
  Math.min(x, panel.width - x, y, panel.height - y);
/** How much of its size a dot has there: nothing of it ever lies over the panel's edge, from there it shrinks, about its true place. */
const partAt = (inside: number, full: number): number =>
  Math.min(1, Math.max(0, inside / (DOT_REACH * full)));
const fullSize = (camera: FloorCamera, isSelected: boolean): number =>
  growth(camera) * (isSelected ? SELECTED_GROWTH : 1);
const reachOf = (radius: number, isSelected: boolean): number =>
  isSelected ? (radius * HALO_REACH) / DOT_RADIUS : radius;

/** Where the name of a dot may begin that stands at a place of the panel, from its middle; 0 where none is seen. In units. */
export function reachAt(camera: FloorCamera, x: number, y: number, isSelected: boolean): number {
  const full = fullSize(camera, isSelected);
  return reachOf(DOT_RADIUS * full * partAt(insideAt(camera, x, y), full), isSelected);
}

export class Dot implements Named {
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
  /** How near it is to whoever looks, in millimetres across the court, and its place among all dots: what lies over what hangs on these. */
  nearMm = 0;
  index = 0;
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
    return reachOf(this.radius, this.selected);
  }
  get halfWidth(): number {
    return (this.#name?.width ?? 0) / 2;
  }
  get halfHeight(): number {
    return NAME_PLATE.height / 2;
  }
  get isWanted(): boolean {
    return this.selected;
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
        plate: { ...NAME_PLATE, colour: this.#kit.theme.colour.plate },
      });
    else {
      this.#name?.view.destroy({ children: true });
      this.#name = null;
    }
    this.#name?.set(next.name);
  }

  /** Puts it where its body is; `lately`: where all were by whom they are ordered. True when anything of it changed. Allocates nothing. */
  place(body: SampledBody, camera: FloorCamera, moment: Moment, lately: Tenth): boolean {
    const i = lately.indexOf(body.id);
    this.nearMm = camera.turn * (i < 0 ? body.xMm : (lately.xMm[i] as number));
    const x = camera.screenX(body.yMm);
    const y = camera.screenY(body.xMm);
    const full = fullSize(camera, this.#dress.selected);
    const inside = insideAt(camera, x, y);
    const part = partAt(inside, full);
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
      const head = this.#head;
      head.x = x;
      head.y = y;
      head.scale = scale;
      head.alpha = alpha;
      head.cover = alpha === 1 ? this.radius : 0;
      if (this.#trail.draw(camera, moment, body, head)) changed = true;
    }
    return changed;
  }

  /** Takes it off the floor. True when it was there. */
  hide(): boolean {
    const was = this.alpha > 0;
    this.disc.alpha = 0;
    this.flame.alpha = 0;
    this.alpha = 0;
    this.#trail?.hide();
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

  dispose(): void {
    this.#name?.view.destroy({ children: true });
  }
}
