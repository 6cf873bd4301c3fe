// One tab: a stripe in its team's colour, who or what, and a figure; behind the strip at rest, moved out of it by one number.
import { Container, type Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import type { CardPart } from '../../src/stage/ceremony.ts';
import { type Box, cornerOf, cutPlate } from '../../src/stage/cut.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import { type Wipe, wipeOf } from '../../src/stage/wipe.ts';
import { HAIRLINE, INK_TRAVEL, layoutOf, PAD, TAB_HEIGHT } from './layout.ts';
import type { TabView } from './view.ts';

const SIZE = 28;
const STRIPE = 8;
/** Between number, words and figure. */
const GAP = 8;
/** What of the strip the number takes beside the words, and what else does. */
const TAKEN = { number: 52, rest: 136 } as const;
/** The words are made so much smaller for the number's sake; where that is not enough it gives way to them. */
const FOR_THE_NUMBER = 0.85;
const ORDER = { away: 1, home: 2, clock: 3 } as const;

/** On which side of the strip it comes out: above it, or below. */
export type Out = 'above' | 'below';

export class TabFace implements CardPart {
  readonly view = new Container();
  readonly plates = new Container();
  readonly ink = new Container();
  readonly travel = INK_TRAVEL;
  readonly grows = [];
  /** Opens it from its left edge, as a part of the strip: for the strip's own way in and out. */
  readonly wipe: Wipe;
  readonly #kit: StageKit;
  readonly #plate: Sprite;
  /** Parts it from the strip. */
  readonly #edge: Sprite;
  readonly #ring: Sprite;
  readonly #stripe: Sprite;
  readonly #number: Label;
  readonly #words: Label;
  /** The same with the room of a number that gave way. */
  readonly #wide: Label;
  readonly #besideNumber: number;
  readonly #figure: Label;
  #shown: TabView | null = null;
  #out: Out = 'above';
  #slide = 0;
  #width = 0;

  constructor(kit: StageKit) {
    const { colour } = kit.theme;
    this.#kit = kit;
    const { width } = layoutOf(kit.theme).away;
    this.#plate = plate({ width, height: TAB_HEIGHT, colour: colour.raised });
    this.#edge = plate({ width, height: HAIRLINE, colour: colour.plate });
    this.#ring = plate({ width: STRIPE, height: TAB_HEIGHT, colour: colour.plate });
    this.#stripe = plate({ width: STRIPE, height: TAB_HEIGHT, colour: colour.line });
    this.plates.addChild(this.#plate, this.#ring, this.#stripe, this.#edge);
    this.wipe = wipeOf(this.plates, 'x');
    const face: TextFace = {
      family: 'display',
      weight: 600,
      sizePx: SIZE,
      colour: colour.text,
      spacing: 0.5,
    };
    const label = (more: Partial<TextFace>, maxWidth: number, align: 'left' | 'right'): Label => {
      const made = kit.label({ face: { ...face, ...more }, maxWidth, align });
      made.view.y = TAB_HEIGHT / 2;
      this.ink.addChild(made.view);
      return made;
    };
    this.#number = label({ colour: colour.quiet }, 64, 'left');
    this.#besideNumber = width - TAKEN.rest - TAKEN.number;
    this.#words = label({}, this.#besideNumber, 'left');
    this.#wide = label({}, width - TAKEN.rest, 'left');
    this.#figure = label({ weight: 700 }, 96, 'right');
    this.view.addChild(this.plates, this.ink);
    this.slide = 0;
  }

  /** It comes after its block, and goes before it. */
  get order(): number {
    return ORDER[this.#shown?.side ?? 'clock'];
  }

  /** What it says; null while it says nothing. */
  get shown(): TabView | null {
    return this.#shown;
  }

  /** 0 is behind the strip, and not drawn; 1 is out. */
  get slide(): number {
    return this.#slide;
  }
  set slide(part: number) {
    this.#slide = part;
    this.view.visible = part > 0;
    this.view.y = this.#out === 'above' ? -TAB_HEIGHT * part : this.#bugHeight - TAB_HEIGHT * (1 - part);
  }

  /** The words, the place along the strip, and on which side of it, at once. */
  set(tab: TabView, x: number, out: Out): void {
    this.#shown = tab;
    this.#out = out;
    const { away, clock } = layoutOf(this.#kit.theme);
    const { width } = tab.side === null ? clock : away;
    const { colour } = this.#kit.theme;
    this.view.x = x;
    this.#width = width;
    this.#cut(this.#plate, { x: 0, width });
    // The stripe goes on behind the strip's turned corner.
    this.#edge.x = this.#behind === 0 ? 0 : STRIPE;
    this.#edge.width = width - this.#edge.x;
    this.#edge.y = out === 'above' ? TAB_HEIGHT - HAIRLINE : 0;
    for (const words of [this.#words, this.#wide]) {
      words.setColour(tab.warm ? colour.warm : colour.text);
      words.set(tab.words);
    }
    const hasRoom = this.#wide.width * FOR_THE_NUMBER <= this.#besideNumber;
    this.#words.view.visible = hasRoom;
    this.#wide.view.visible = !hasRoom;
    this.#number.set(hasRoom ? tab.number : '');
    this.#figure.set(tab.figure);
    this.#number.view.x = STRIPE + PAD;
    this.#wide.view.x = STRIPE + PAD;
    this.#words.view.x = STRIPE + PAD + (this.#number.width === 0 ? 0 : this.#number.width + GAP);
    this.#figure.view.x = width - PAD;
    this.slide = this.#slide;
  }

  /** The stripe: in the team's colours, or in the line's where it is no team's. */
  paint(look: JerseyLook | null): void {
    const { colour } = this.#kit.theme;
    const ringed = look?.ring !== null && look?.ring !== undefined;
    this.#ring.tint = look?.ring ?? colour.plate;
    this.#stripe.tint = look?.fill ?? colour.line;
    const edge = ringed ? HAIRLINE : 0;
    this.#cut(this.#ring, { x: 0, width: STRIPE });
    this.#cut(this.#stripe, { x: edge, width: STRIPE - edge * 2 }, edge);
  }

  /** Says nothing any more: it is behind the strip. */
  clear(): void {
    this.#shown = null;
    this.slide = 0;
  }

  get #bugHeight(): number {
    return layoutOf(this.#kit.theme).height;
  }

  /** How far it goes on behind the strip, whose corner would else leave a notch between them. */
  get #behind(): number {
    return cornerOf(this.#kit.theme);
  }

  /** From its far edge on, `inset` from it, to behind the strip: only the far corners are cut. */
  #cut(sprite: Sprite, { x, width }: Pick<Box, 'x' | 'width'>, inset = 0): void {
    const y = this.#out === 'above' ? 0 : -this.#behind;
    const height = TAB_HEIGHT + this.#behind;
    const own = { x, y: y + inset, width, height: height - 2 * inset };
    sprite.position.set(x, own.y);
    cutPlate(this.#kit, sprite, own, { x: 0, y, width: this.#width, height });
  }
}
