// One body on the real floor: a ring that lies at his feet, a tag that stands by it, a trail behind.
import { Sprite } from 'pixi.js';
import type { BodyMark } from '../../src/stage/body-pool.ts';
import type { FloorView } from '../../src/stage/floor-view.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { newTag, tagX, tagY } from '../../src/stage/tag-places.ts';
import type { SampledBody } from '../../src/time/moment.ts';
import { NameTag, type TagWords } from './name-tag.ts';
import { RING_MM, RING_MM_PER_UNIT, ringPicture } from './ring.ts';
import { FloorTrail } from './trail.ts';

/** A tag is drawn at its own size where a metre takes so many units; nearer and further it grows and shrinks by its root, within bounds: it must be read. */
const OWN_SIZE_UNITS_PER_M = 62;
const TAG_SCALE = { least: 0.86, most: 1.3 } as const;
/** Further than this between two ticks is a new track. Millimetres, and metres a second. */
const BREAK = { mm: 800, mps: 14 } as const;
/** A ring comes from this part of its size. */
const FROM_SIZE = 0.4;

export type MarkLook = TagWords & { readonly trail: boolean };

/** The floor that marks lie on; a new camera is put here. */
export type Ground = { view: FloorView | null };

export class FloorMark implements BodyMark {
  readonly ring: Sprite;
  readonly name: NameTag | null;
  readonly trail: FloorTrail | null;
  readonly tag = newTag();
  readonly #ground: Ground;
  #grown = 1;
  #xMm = 0;
  #yMm = 0;
  #atMs = Number.NaN;

  constructor(kit: StageKit, ground: Ground, look: MarkLook) {
    this.#ground = ground;
    this.ring = new Sprite(ringPicture(kit, look.jersey));
    this.name = look.number === '' && look.name === '' ? null : new NameTag(kit, look);
    this.trail = look.trail ? new FloorTrail(kit, look.jersey.fill) : null;
    this.hide();
  }

  /** How far it has come, 0 to 1. */
  set grown(part: number) {
    this.#grown = part;
    if (this.ring.visible && this.#ground.view?.lookAt(this.#xMm, this.#yMm)) this.#lie(this.#ground.view);
  }

  place(body: SampledBody, atMs: number): boolean {
    const floor = this.#ground.view;
    if (floor === null) return this.hide();
    const joined = this.#join(body, atMs);
    const { tag } = this;
    const isSeen = floor.lookAt(body.xMm, body.yMm) && body.presence > 0;
    if (!isSeen) return this.hide();
    const { x, y } = floor.spot;
    let changed = Math.abs(x - tag.x) > 0.01 || Math.abs(y - tag.y) > 0.01 || body.presence !== tag.alpha;
    tag.x = x;
    tag.y = y;
    tag.alpha = body.presence;
    this.ring.visible = true;
    this.ring.alpha = body.presence;
    this.#lie(floor);
    this.#size(floor);
    if (this.trail) {
      this.trail.view.alpha = body.presence;
      if (!joined) this.trail.clear();
      if (this.trail.draw(floor, atMs, body.xMm, body.yMm)) changed = true;
    }
    return changed;
  }

  /** Puts the tag where it was laid out. Allocates nothing. */
  putTag(): void {
    if (this.name === null) return;
    const { tag } = this;
    const { view } = this.name;
    const alpha = tag.shown * tag.alpha;
    view.visible = alpha > 0;
    view.alpha = alpha;
    // In whole units: what is read stands on the pixels.
    view.position.set(Math.round(tagX(tag, tag.shownSlot)), Math.round(tagY(tag, tag.shownSlot)));
  }

  hide(): boolean {
    const was = this.ring.visible;
    this.ring.visible = false;
    this.tag.alpha = 0;
    this.tag.shown = 0;
    this.tag.target = 0;
    this.#atMs = Number.NaN;
    this.trail?.clear();
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

  #size(floor: FloorView): void {
    const { tag, name } = this;
    tag.reachX = RING_MM * floor.reachAcross;
    tag.reachY = RING_MM * floor.reachDown;
    if (name === null) return;
    const asFar = Math.sqrt(floor.unitsPerM / OWN_SIZE_UNITS_PER_M);
    const scale = Math.min(TAG_SCALE.most, Math.max(TAG_SCALE.least, asFar));
    name.size(scale);
    tag.halfWidth = name.width / 2;
    tag.halfHeight = name.height / 2;
  }

  /** Whether it is still the same track. */
  #join({ xMm, yMm }: SampledBody, atMs: number): boolean {
    const elapsedMs = atMs - this.#atMs;
    const movedMm = Math.hypot(xMm - this.#xMm, yMm - this.#yMm);
    this.#xMm = xMm;
    this.#yMm = yMm;
    this.#atMs = atMs;
    // Also false for the first place, and for an instant before the last.
    return elapsedMs >= 0 && movedMm <= Math.max(BREAK.mm, BREAK.mps * elapsedMs);
  }
}
