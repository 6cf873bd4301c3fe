// How what is made of parts comes and goes: its plates wipe one after another, what is written follows its plate, bars and figures grow from nothing.
import { Container } from 'pixi.js';
import { DURATION, EASE, glide, type Motion, motion } from './motion.ts';
import { type Wipe, wipeOf } from './wipe.ts';

/** What grows as a card arrives: 0 is nothing, 1 is as it stands. */
export interface Growing {
  grown: number;
}

/** Where ink comes from, in units off its place. */
type Travel = { readonly x: number; readonly y: number };

/** One part of what comes and goes. Its plates are wiped along x from the part's origin; its ink lies at 0, 0. */
export type CardPart = {
  readonly view: Container;
  readonly plates: Container;
  readonly ink: Container;
  readonly wipe: Wipe;
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

/** Seconds. Ink starts after its plate, and what grows with it. */
const IN = { wipe: 0.42, inkAfter: 0.1, ink: 0.32, grow: 0.36 } as const;
const OUT = { wipe: 0.24, ink: 0.14, spread: 0.06 } as const;

/** The motions of the parts of one scene. It remembers nothing: each begins with the pose that the parts have. */
export class Ceremony {
  readonly #parts: readonly CardPart[];

  constructor(parts: readonly CardPart[]) {
    this.#parts = parts;
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

  /** To the settled picture. What is still seen comes back at once, the rest in its order. */
  enter(): Motion {
    const entering = motion();
    for (const part of this.#parts) {
      const at = part.wipe.open > 0 ? 0 : Math.min(part.order, this.#last) * DURATION.stagger;
      glide(entering, part.wipe, { open: 1 }, { duration: IN.wipe, ease: EASE.in }, at);
      arrive(entering, part, at + IN.inkAfter);
    }
    return entering;
  }

  /** To nothing, the last part first. */
  exit(): Motion {
    const leaving = motion();
    const last = this.#last;
    for (const { wipe, ink, travel, order } of this.#parts) {
      const at = order < last ? (1 - order / last) * OUT.spread : 0;
      const gone = { x: travel.x / 2, y: travel.y / 2, alpha: 0 };
      glide(leaving, ink, gone, { duration: OUT.ink, ease: EASE.out }, at);
      glide(leaving, wipe, { open: 0 }, { duration: OUT.wipe, ease: EASE.out }, at);
    }
    return leaving;
  }

  /** The plates stay; what is written on them arrives anew: another player, another team. Null while something is arriving: that says it too. */
  refresh(): Motion | null {
    if (!this.isAtRest) return null;
    const arriving = motion();
    for (const part of this.#parts) {
      blank(part);
      arrive(arriving, part, Math.min(part.order, this.#last) * DURATION.stagger);
    }
    return arriving;
  }

  /** True while nothing comes or goes. */
  get isAtRest(): boolean {
    return this.#parts.every(
      ({ wipe, ink, grows }) => wipe.open === 1 && ink.alpha === 1 && grows.every(({ grown }) => grown === 1),
    );
  }

  /** The order of the last part that is seen when all are there. */
  get #last(): number {
    return Math.max(0, ...this.#parts.map(({ view, order }) => (view.visible ? order : 0)));
  }
}

/** What is written is where it comes from. */
function blank({ ink, travel, grows }: CardPart): void {
  ink.position.copyFrom(travel);
  ink.alpha = 0;
  for (const growing of grows) growing.grown = 0;
}

function arrive(by: Motion, { ink, grows }: CardPart, at: number): void {
  glide(by, ink, { x: 0, y: 0, alpha: 1 }, { duration: IN.ink, ease: EASE.in }, at);
  for (const growing of grows) glide(by, growing, { grown: 1 }, { duration: IN.grow, ease: EASE.in }, at);
}
