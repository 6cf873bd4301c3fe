// One body on the real floor: a ring that lies at his feet, a tag that stands by it, a trail behind.
import { Sprite } from 'pixi.js';
import type { BodyMark } from '../../src/stage/body-pool.ts';
import type { FloorView } from '../../src/stage/floor-view.ts';
import { besideAt, type Named, type NamePlaces, type SeenSpot } from '../../src/stage/name-places.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';
import { NameTag, type TagWords } from './name-tag.ts';
import { RING_MM, RING_MM_PER_UNIT, ringPicture } from './ring.ts';
import { FloorTrail } from './trail.ts';

/** A tag is drawn at its own size where a metre takes so many units; nearer and further it grows and shrinks by its root, within bounds: it must be read. */
const OWN_SIZE_UNITS_PER_M = 62;
const TAG_SCALE = { least: 0.86, most: 1.3 } as const;
/** A ring comes from this part of its size. */
const FROM_SIZE = 0.4;

/** `id`: of the body that it is kept for; empty where it is lent. */
export type MarkLook = TagWords & { readonly id: string; readonly trail: boolean };

/** The floor that marks lie on; a new camera is put here. */
export type Ground = { view: FloorView | null };

/** Looks at a place of the floor: how a ring lies there, and how large a tag is drawn. False where the camera does not see it. Allocates nothing. */
export function lookAt(floor: FloorView, xMm: number, yMm: number, into: SeenSpot): boolean {
  if (!floor.lookAt(xMm, yMm)) return false;
  into.x = floor.spot.x;
  into.y = floor.spot.y;
  into.reachX = RING_MM * floor.reachAcross;
  into.reachY = RING_MM * floor.reachDown;
  const asFar = Math.sqrt(floor.unitsPerM / OWN_SIZE_UNITS_PER_M);
  into.scale = Math.min(TAG_SCALE.most, Math.max(TAG_SCALE.least, asFar));
  return true;
}

export class FloorMark implements BodyMark, Named {
  readonly ring: Sprite;
  readonly name: NameTag | null;
  readonly trail: FloorTrail | null;
  readonly id: string;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly isWanted = false;
  readonly #spot: SeenSpot = { x: 0, y: 0, reachX: 0, reachY: 0, scale: 1 };
  readonly #ground: Ground;
  #grown = 1;
  #xMm = 0;
  #yMm = 0;
  #alpha = 0;

  constructor(kit: StageKit, ground: Ground, look: MarkLook) {
    this.#ground = ground;
    this.id = look.id;
    this.ring = new Sprite(ringPicture(kit, look.jersey));
    this.name = look.number === '' && look.name === '' ? null : new NameTag(kit, look);
    this.halfWidth = (this.name?.width ?? 0) / 2;
    this.halfHeight = (this.name?.height ?? 0) / 2;
    this.trail = look.trail ? new FloorTrail(kit, look.jersey.fill) : null;
    this.hide();
  }

  /** How far it has come, 0 to 1. */
  set grown(part: number) {
    this.#grown = part;
    if (this.ring.visible && this.#ground.view?.lookAt(this.#xMm, this.#yMm)) this.#lie(this.#ground.view);
  }

  place(body: SampledBody, moment: Moment): boolean {
    const floor = this.#ground.view;
    const spot = this.#spot;
    const [lastX, lastY, lastAlpha] = [spot.x, spot.y, this.#alpha];
    const { xMm, yMm, presence } = body;
    if (floor === null || !(presence > 0) || !lookAt(floor, xMm, yMm, spot)) return this.hide();
    this.#xMm = xMm;
    this.#yMm = yMm;
    this.#alpha = presence;
    this.ring.visible = true;
    this.ring.alpha = presence;
    this.#lie(floor);
    this.name?.size(spot.scale);
    const changed =
      Math.abs(spot.x - lastX) > 0.01 || Math.abs(spot.y - lastY) > 0.01 || presence !== lastAlpha;
    if (this.trail === null) return changed;
    this.trail.view.alpha = presence;
    return this.trail.draw(floor, moment, body) || changed;
  }

  /** Puts the tag where it was laid out, the mark's own place among all, as much of it as is to be seen. True when it changed. Allocates nothing. */
  putTag(places: NamePlaces, index: number): boolean {
    if (this.name === null) return false;
    const { view, width, height } = this.name;
    const { x, y, reachX, reachY } = this.#spot;
    const was = view.visible ? view.alpha : 0;
    const slot = this.#alpha > 0 ? places.slotOf(index) : null;
    view.visible = false;
    if (slot === null) return was > 0;
    // In whole units: what is read stands on the pixels.
    const atX = Math.round(besideAt(x, slot.across, reachX, slot.gap, width / 2));
    const atY = Math.round(besideAt(y, slot.down, reachY, slot.gap, height / 2));
    const alpha = places.shownAt(index, atX, atY, width / 2, height / 2) * this.#alpha;
    if (alpha === 0) return was > 0;
    view.visible = true;
    view.alpha = alpha;
    view.position.set(atX, atY);
    return alpha !== was;
  }

  hide(): boolean {
    const was = this.ring.visible;
    this.ring.visible = false;
    this.#alpha = 0;
    this.trail?.hide();
    if (this.name) this.name.view.visible = false;
    return was;
  }

  dispose(): void {
    this.ring.destroy();
    this.name?.view.destroy({ children: true });
    this.trail?.view.destroy({ children: true });
  }

  #lie(floor: FloorView): void {
    floor.layFlat(this.ring, RING_MM_PER_UNIT * (FROM_SIZE + (1 - FROM_SIZE) * this.#grown));
  }
}
