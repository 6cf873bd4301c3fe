// How what is made of parts comes and goes: its plates wipe one after another, what is written follows its plate, bars and figures grow from nothing.
import { Container } from 'pixi.js';
import { glide, type Motion, motion } from './motion.ts';
import type { ThemeMotion } from './theme.ts';
import { type Wipe, wipeOf } from './wipe.ts';

/** What grows as a card arrives: 0 is nothing, 1 is as it stands. */
export interface Growing {
  grown: number;
}

/** Where ink comes from, in units off its place; where plates open downwards, from above. */
type Travel = { readonly x: number; readonly y: number };

/** One part of what comes and goes. Its plates are wiped along x from the part's origin; its ink lies at 0, 0. */
export type CardPart = {
  readonly view: Container;
  readonly plates: Container;
  readonly ink: Container;
  readonly wipe: Wipe;
  /** It opens from its upper edge in every theme. */
  readonly opensDown?: boolean;
  readonly travel: Travel;
  /** When it comes, in steps of the stagger. */
  readonly order: number;
  readonly grows: readonly Growing[];
};

export type CardPartOptions = {
  readonly order: number;
  readonly x?: number;
  readonly y?: number;
  /** From the left by a little, unless it says otherwise. */
  readonly travel?: Travel;
};

/** An empty part. */
export function makeCardPart({ order, x = 0, y = 0, travel = { x: -16, y: 0 } }: CardPartOptions) {
  const view = new Container({ x, y });
  const plates = new Container();
  const ink = new Container();
  view.addChild(plates, ink);
  const grows: Growing[] = [];
  return { view, plates, ink, wipe: wipeOf(plates, 'x'), travel, order, grows } satisfies CardPart;
}

/** Shares of the theme's `in` and `out`. Ink starts after its plate, and what grows with it. */
const IN = { wipe: 0.84, inkAfter: 0.2, ink: 0.64, grow: 0.72 } as const;
const OUT = { wipe: 12 / 14, ink: 7 / 14, spread: 3 / 14 } as const;

/** The motions of the parts of one scene. It remembers nothing: each begins with the pose that the parts have. */
export class Ceremony {
  readonly #parts: readonly CardPart[];
  readonly #pace: ThemeMotion;

  constructor(parts: readonly CardPart[], pace: ThemeMotion) {
    this.#pace = pace;
    this.#parts = pace.wipe === 'across' ? parts : parts.map(downwards);
  }

  /** All stands as it is when nothing moves. */
  rest(): void {
    for (const { wipe, ink, grows } of this.#parts) {
      wipe.open = 1;
      ink.position.set(0, 0);
      ink.alpha = 1;
      for (const growing of grows) growing.grown = 1;
    }
  }

  /** Nothing is seen, and all is where it comes from. */
  hide(): void {
    for (const part of this.#parts) {
      part.wipe.open = 0;
      blank(part);
    }
  }

  /** Takes on the pose of another that it replaces, part by part; what it has more of comes with its last. */
  poseAs(other: Ceremony): void {
    for (const [index, { wipe, ink, grows }] of this.#parts.entries()) {
      const as = other.#parts[index] ?? other.#parts.at(-1);
      if (!as) continue;
      wipe.open = as.wipe.open;
      ink.position.copyFrom(as.ink.position);
      ink.alpha = as.ink.alpha;
      for (const [at, growing] of grows.entries()) growing.grown = as.grows[at]?.grown ?? 1;
    }
  }

  /** To the settled picture. What is still seen comes back at once, the rest in its order. */
  enter(): Motion {
    const entering = motion();
    const { in: seconds, easeIn: ease } = this.#pace;
    for (const part of this.#parts) {
      const at = part.wipe.open > 0 ? 0 : this.#after(part);
      glide(entering, part.wipe, { open: 1 }, { duration: IN.wipe * seconds, ease }, at);
      this.#arrive(entering, part, at + IN.inkAfter * seconds);
    }
    return entering;
  }

  /** To nothing, the last part first. */
  exit(): Motion {
    const leaving = motion();
    const { out: seconds, easeOut: ease } = this.#pace;
    const last = this.#last;
    for (const { wipe, ink, travel, order } of this.#parts) {
      const at = order < last ? (1 - order / last) * OUT.spread * seconds : 0;
      const gone = { x: travel.x / 2, y: travel.y / 2, alpha: 0 };
      glide(leaving, ink, gone, { duration: OUT.ink * seconds, ease }, at);
      glide(leaving, wipe, { open: 0 }, { duration: OUT.wipe * seconds, ease }, at);
    }
    return leaving;
  }

  /** The plates stay; what is written on them arrives anew: another player, another team. Null while something is arriving: that says it too. */
  refresh(): Motion | null {
    if (!this.isAtRest) return null;
    const arriving = motion();
    for (const part of this.#parts) {
      blank(part);
      this.#arrive(arriving, part, this.#after(part));
    }
    return arriving;
  }

  /** True while nothing comes or goes. */
  get isAtRest(): boolean {
    return this.#parts.every(
      ({ wipe, ink, grows }) => wipe.open === 1 && ink.alpha === 1 && grows.every(({ grown }) => grown === 1),
    );
  }

  get isHidden(): boolean {
    return this.#parts.every(({ wipe, ink }) => wipe.open === 0 && ink.alpha === 0);
  }

  /** The order of the last part that is seen when all are there. */
  get #last(): number {
    return Math.max(0, ...this.#parts.map(({ view, order }) => (view.visible ? order : 0)));
  }

  /** When it comes, in seconds. One that is not there comes with the last: should it be there before, it is not late. */
  #after({ order }: CardPart): number {
    return Math.min(order, this.#last) * this.#pace.stagger;
  }

  #arrive(by: Motion, { ink, grows }: CardPart, at: number): void {
    const { in: seconds, easeIn: ease } = this.#pace;
    glide(by, ink, { x: 0, y: 0, alpha: 1 }, { duration: IN.ink * seconds, ease }, at);
    for (const growing of grows) glide(by, growing, { grown: 1 }, { duration: IN.grow * seconds, ease }, at);
  }
}

/** Of the way that ink comes along a row, this part is enough along its height. */
const DOWN = 0.5;

/** The same part in a theme whose plates open from their upper edge: what is written comes from above too. */
function downwards(part: CardPart): CardPart {
  if (part.opensDown) return part;
  const { view, plates, ink, grows, travel } = part;
  const y = -Math.round(Math.max(Math.abs(travel.x) * DOWN, Math.abs(travel.y)));
  return {
    ...{ view, plates, ink, grows, travel: { x: 0, y } },
    wipe: wipeOf(plates, 'y'),
    // A tab's changes with what it says.
    get order() {
      return part.order;
    },
  };
}

/** What is written is where it comes from. */
function blank({ ink, travel, grows }: CardPart): void {
  ink.position.copyFrom(travel);
  ink.alpha = 0;
  for (const growing of grows) growing.grown = 0;
}
