// How a card comes and goes: its plates wipe one after another, what is written follows its plate, bars and figures grow from nothing.
import { Container } from 'pixi.js';
import { DURATION, EASE, finish, type Motion, motion } from './motion.ts';
import { type Wipe, wipeOf } from './wipe.ts';

/** What grows as a card arrives: 0 is nothing, 1 is as it stands. */
export interface Growing {
  grown: number;
}

/** A bar whose value changes while it is on air. */
export type Change = { readonly bar: { level: number }; readonly from: number; readonly to: number };

/** Where ink comes from, in units off its place. */
type Travel = { readonly x: number; readonly y: number };

/** One part of a card. Its plates are wiped along x from the part's origin; its ink lies at 0, 0. */
export type CardPart = {
  readonly view: Container;
  readonly plates: Container;
  readonly ink: Container;
  readonly wipe: Wipe;
  readonly travel: Travel;
  /** When it comes, in steps of the stagger. */
  readonly order: number;
  readonly grows: Growing[];
};

export type CardPartOptions = {
  readonly order: number;
  readonly x?: number;
  readonly y?: number;
  /** From the left by a little, unless it says otherwise. */
  readonly travel?: Travel;
};

/** An empty part. */
export function makeCardPart({ order, x = 0, y = 0, travel = { x: -16, y: 0 } }: CardPartOptions): CardPart {
  const view = new Container({ x, y });
  const plates = new Container();
  const ink = new Container();
  view.addChild(plates, ink);
  return { view, plates, ink, wipe: wipeOf(plates, 'x'), travel, order, grows: [] };
}

/** Seconds. Ink starts after its plate, and what grows with it. */
const IN = { wipe: 0.42, inkAfter: 0.1, ink: 0.32, grow: 0.36 } as const;
const CHANGE_S = 0.5;
const OUT = { wipe: 0.24, ink: 0.14, spread: 0.06 } as const;

/** The motions of the parts of one card. */
export class Ceremony {
  readonly #parts: readonly CardPart[];
  /** The last one that moves whole parts, and the last one that moves bars: they touch different things. */
  #moving: Motion | null = null;
  #changing: Motion | null = null;

  constructor(parts: readonly CardPart[]) {
    this.#parts = parts;
  }

  /** From nothing to the settled picture. */
  enter(): Motion {
    const entering = this.#begin();
    for (const { wipe, order } of this.#shown)
      entering.fromTo(
        wipe,
        { open: 0 },
        { open: 1, duration: IN.wipe, ease: EASE.in },
        order * DURATION.stagger,
      );
    return this.#arrive(entering, IN.inkAfter);
  }

  /** The plates stay; what is written on them arrives anew: another player, another team. */
  refresh(): Motion {
    return this.#arrive(this.#begin(), 0);
  }

  /** To nothing, the last part first. */
  exit(): Motion {
    const leaving = this.#begin();
    const last = Math.max(1, ...this.#shown.map(({ order }) => order));
    for (const { wipe, ink, travel, order } of this.#shown) {
      const at = (1 - order / last) * OUT.spread;
      const gone = { x: travel.x / 2, y: travel.y / 2, alpha: 0 };
      leaving
        .fromTo(ink, { x: 0, y: 0, alpha: 1 }, { ...gone, duration: OUT.ink, ease: EASE.out }, at)
        .fromTo(wipe, { open: 1 }, { open: 0, duration: OUT.wipe, ease: EASE.out }, at);
    }
    return leaving;
  }

  /**
   * `set` takes on new values at once and says which bars they move; the bars go there, whatever else moves. Null where none does. The change before it is
   * brought to its end first.
   */
  change(set: () => readonly Change[]): Motion | null {
    if (this.#changing) finish(this.#changing);
    this.#changing = null;
    const moving = set().filter(({ from, to }) => from !== to);
    if (moving.length === 0) return null;
    const changing = motion();
    for (const { bar, from, to } of moving)
      changing.fromTo(bar, { level: from }, { level: to, duration: CHANGE_S, ease: EASE.in }, 0);
    this.#changing = changing;
    return changing;
  }

  /** What was moving is brought to its end; all stands as it is when nothing moves. */
  rest(): void {
    for (const one of [this.#moving, this.#changing]) if (one) finish(one);
    this.#moving = null;
    this.#changing = null;
    for (const { wipe, ink, grows } of this.#parts) {
      wipe.open = 1;
      ink.position.set(0, 0);
      ink.alpha = 1;
      for (const growing of grows) growing.grown = 1;
    }
  }

  get #shown(): readonly CardPart[] {
    return this.#parts.filter(({ view }) => view.visible);
  }

  #begin(): Motion {
    this.rest();
    this.#moving = motion();
    return this.#moving;
  }

  #arrive(by: Motion, after: number): Motion {
    for (const { ink, travel, order, grows } of this.#shown) {
      const at = order * DURATION.stagger + after;
      const there = { x: 0, y: 0, alpha: 1, duration: IN.ink, ease: EASE.in };
      by.fromTo(ink, { ...travel, alpha: 0 }, there, at);
      for (const growing of grows)
        by.fromTo(growing, { grown: 0 }, { grown: 1, duration: IN.grow, ease: EASE.in }, at);
    }
    return by;
  }
}
