// Where names stand by what they name: in the first of a few places that has been free for a while, so that none flickers; nowhere where none has.
//
// They are laid out five times a second, each time by where all were in the second before: whenever it is asked for, the same layout.
import { TENTH_MS, type Tenth, type Tenths } from './tenths.ts';

/** A place beside what is named: to which side, and how far from its edge. */
export type NameSlot = { readonly across: -1 | 0 | 1; readonly down: -1 | 0 | 1; readonly gap: number };

export type NameRules = {
  /** The best first. */
  readonly slots: readonly NameSlot[];
  /** Where names may stand: a middle and half a size, in units. */
  readonly room: {
    readonly x: number;
    readonly y: number;
    readonly halfWidth: number;
    readonly halfHeight: number;
  };
  /** How many times it counts what hangs over the room's edge, lies on a body, or on another name; nobody reads half a name. */
  readonly weighs: { readonly outside: number; readonly onBody: number; readonly onName: number };
  /** Nearer to each other than this two names on a line would read as one. Units. */
  readonly apart: number;
  /** A part of a name that is covered: up to `free` its place will do; with more than `hide` everywhere it is not shown. */
  readonly covered: { readonly free: number; readonly hide: number };
};

/** A body as it is seen: its middle and how far it reaches, in units; `scale`: how large its name is drawn. */
export type SeenSpot = { x: number; y: number; reachX: number; reachY: number; scale: number };

/** Says where a body of a tenth is seen. False where it is not. Allocates nothing. */
export type Look = (tenth: Tenth, index: number, into: SeenSpot) => boolean;

/** A name to be laid out. */
export interface Named {
  /** Of the body that it names; empty for one that nobody has. */
  readonly id: string;
  /** Half its size at its own scale, in units; 0 for none. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** It is shown whatever covers it. */
  readonly isWanted: boolean;
}

/** From one layout to the next, and how many instants each looks at, one such step apart. Tenths of a second. */
const STEP = 2;
const LOOKS = 5;
/** So many tenths are looked back at, at most. */
export const NAMED_TENTHS = STEP * (LOOKS + 1) + 1;
const MOST_BODIES = 32;
/** Names that come nearer to each other than this since they were laid out: the later one goes, by as much as they have come. Units. */
const NEAR = 2;

/** How long two stretches lie on each other, each given by its middle and half its length. */
export const overlap = (a: number, aHalf: number, b: number, bHalf: number): number =>
  Math.max(0, Math.min(a + aHalf, b + bHalf) - Math.max(a - aHalf, b - bHalf));

/** Where the middle of a name is along an axis, in a slot to that side of what lies there and reaches so far. Units. */
export const besideAt = (at: number, side: -1 | 0 | 1, reach: number, gap: number, half: number): number =>
  at + (side === 0 ? 0 : side * (reach + gap + half));

/** All bodies at one instant, as they are seen. */
class Crowd {
  count = 0;
  readonly ids: string[] = [];
  readonly spots: readonly SeenSpot[] = Array.from({ length: MOST_BODIES }, () => ({
    x: 0,
    y: 0,
    reachX: 0,
    reachY: 0,
    scale: 1,
  }));

  see(tenth: Tenth, look: Look): void {
    this.count = 0;
    for (let i = 0; i < tenth.count; i += 1) {
      if (!look(tenth, i, this.spots[this.count] as SeenSpot)) continue;
      this.ids[this.count] = tenth.ids[i] as string;
      this.count += 1;
    }
  }

  of(id: string): SeenSpot | null {
    for (let i = 0; i < this.count; i += 1) if (this.ids[i] === id) return this.spots[i] as SeenSpot;
    return null;
  }
}

/** Which slot each name has, by its place among all; -1 for none. */
class Layout {
  slots = new Int8Array(0);
  readonly #crowds = Array.from({ length: LOOKS }, () => new Crowd());
  readonly #rules: NameRules;
  #looks = 0;

  constructor(rules: NameRules) {
    this.#rules = rules;
  }

  /** Lays out names by the tenths that begin so many ago. */
  lay(names: readonly Named[], tenths: Tenths, ago: number, look: Look): void {
    if (this.slots.length !== names.length) this.slots = new Int8Array(names.length);
    this.#looks = tenths.isStill ? 1 : LOOKS;
    for (let i = 0; i < this.#looks; i += 1) (this.#crowds[i] as Crowd).see(tenths.ago(ago + STEP * i), look);
    for (let i = 0; i < names.length; i += 1) this.slots[i] = this.#choose(names, i);
  }

  #choose(names: readonly Named[], index: number): number {
    const { id, halfWidth, isWanted } = names[index] as Named;
    if (halfWidth === 0 || (this.#crowds[0] as Crowd).of(id) === null) return -1;
    const { slots, covered } = this.#rules;
    let best = -1;
    let least = isWanted ? Number.POSITIVE_INFINITY : covered.hide;
    for (let slot = 0; slot < slots.length; slot += 1) {
      const cost = this.#cost(names, index, slot);
      if (cost <= covered.free) return slot;
      if (cost >= least) continue;
      least = cost;
      best = slot;
    }
    return best;
  }

  /** The most of a name that would have been covered in a slot. */
  #cost(names: readonly Named[], index: number, slot: number): number {
    let most = 0;
    for (let i = 0; i < this.#looks; i += 1)
      most = Math.max(most, this.#covered(this.#crowds[i] as Crowd, names, index, slot));
    return most;
  }

  #covered(crowd: Crowd, names: readonly Named[], index: number, slot: number): number {
    const { id, halfWidth, halfHeight } = names[index] as Named;
    const own = crowd.of(id);
    if (own === null) return 0;
    const { slots, room, weighs, apart } = this.#rules;
    const { across, down, gap } = slots[slot] as NameSlot;
    const [wide, high] = [halfWidth * own.scale, halfHeight * own.scale];
    const x = besideAt(own.x, across, own.reachX, gap, wide);
    const y = besideAt(own.y, down, own.reachY, gap, high);
    const whole = 4 * wide * high;
    const within = overlap(x, wide, room.x, room.halfWidth) * overlap(y, high, room.y, room.halfHeight);
    let lost = weighs.outside * (whole - within);
    for (let i = 0; i < crowd.count; i += 1) {
      const other = crowd.spots[i] as SeenSpot;
      if (other === own) continue;
      lost +=
        weighs.onBody * overlap(x, wide, other.x, other.reachX) * overlap(y, high, other.y, other.reachY);
    }
    for (let i = 0; i < index; i += 1) {
      const laid = this.slots[i] as number;
      const other = laid < 0 ? null : crowd.of((names[i] as Named).id);
      if (other === null) continue;
      const name = names[i] as Named;
      const stands = slots[laid] as NameSlot;
      const [otherWide, otherHigh] = [name.halfWidth * other.scale, name.halfHeight * other.scale];
      const otherX = besideAt(other.x, stands.across, other.reachX, stands.gap, otherWide);
      const otherY = besideAt(other.y, stands.down, other.reachY, stands.gap, otherHigh);
      lost +=
        weighs.onName * overlap(x, wide + apart, otherX, otherWide) * overlap(y, high, otherY, otherHigh);
    }
    return lost / whole;
  }
}

/** The layouts of an instant: the last one, and the one before it, from which names go over through nothing. */
export class NamePlaces {
  readonly #rules: NameRules;
  #last: Layout;
  #before: Layout;
  #lastMs = Number.NaN;
  /** Of the tenths that it was laid out by, and whether these could still change. */
  #version = -1;
  #revision = -1;
  #isFirm = false;
  #part = 1;
  #names: readonly Named[] = [];
  /** Where names stand at this instant: middle and half a size of each, as told so far. */
  readonly #standing = new Float64Array(4 * MOST_BODIES);
  #told = 0;

  constructor(rules: NameRules) {
    this.#rules = rules;
    this.#last = new Layout(rules);
    this.#before = new Layout(rules);
  }

  /** The next look lays out all anew: names, or how all is seen, have changed. */
  clear(): void {
    this.#lastMs = Number.NaN;
  }

  /**
   * Lays out names for an instant; earlier ones choose first. `lookAt`: how bodies are seen in a layout that is so many tenths ago. Allocates nothing but at a
   * new layout.
   */
  look(names: readonly Named[], atMs: number, tenths: Tenths, lookAt: (ago: number) => Look): void {
    this.#names = names;
    this.#told = 0;
    const ago = tenths.sinceMultiple(STEP);
    const { atMs: lastMs, isFirm } = tenths.ago(ago);
    this.#part = tenths.isStill ? 1 : (atMs - lastMs) / (STEP * TENTH_MS);
    const { version, revision } = tenths;
    const stands = version === this.#version || (this.#isFirm && revision === this.#revision);
    if (stands && lastMs === this.#lastMs) return;
    const isNext = this.#isFirm && revision === this.#revision && lastMs - this.#lastMs === STEP * TENTH_MS;
    const older = this.#before;
    this.#before = this.#last;
    this.#last = older;
    if (!isNext) this.#before.lay(names, tenths, ago + STEP, lookAt(ago + STEP));
    this.#last.lay(names, tenths, ago, lookAt(ago));
    this.#lastMs = lastMs;
    this.#version = version;
    this.#revision = revision;
    this.#isFirm = isFirm;
  }

  /** The slot in which a name stands; null for none. */
  slotOf(index: number): NameSlot | null {
    return this.#rules.slots[(this.#part < 0.5 ? this.#before : this.#last).slots[index] as number] ?? null;
  }

  /**
   * How much of a name is seen, 0 to 1, whose middle is there now and which reaches so far. Ask for all in their order: bodies have moved on since
   * names were laid out, and one that has come upon an earlier one gives way.
   */
  shownAt(index: number, x: number, y: number, halfWidth: number, halfHeight: number): number {
    let shown = this.#laidOut(index);
    const { isWanted } = this.#names[index] as Named;
    const standing = this.#standing;
    for (let i = 0; i < this.#told && shown > 0 && !isWanted; i += 4) {
      const across = Math.abs(x - (standing[i] as number)) - halfWidth - (standing[i + 2] as number);
      const down = Math.abs(y - (standing[i + 1] as number)) - halfHeight - (standing[i + 3] as number);
      shown *= Math.min(1, Math.max(0, across / NEAR, down / NEAR));
    }
    if (shown === 0 || this.#told === standing.length) return shown;
    standing[this.#told] = x;
    standing[this.#told + 1] = y;
    standing[this.#told + 2] = halfWidth;
    standing[this.#told + 3] = halfHeight;
    this.#told += 4;
    return shown;
  }

  /** By the layouts: a name that changes its slot goes and comes. */
  #laidOut(index: number): number {
    const before = this.#before.slots[index] as number;
    const last = this.#last.slots[index] as number;
    if (before === last) return last < 0 ? 0 : 1;
    const stands = this.#part < 0.5 ? before : last;
    return stands < 0 ? 0 : Math.min(1, Math.abs(2 * this.#part - 1));
  }
}
