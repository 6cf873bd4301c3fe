// One tab: a stripe in its team's colour, who or what, and a figure; behind the strip at rest, moved out of it by one number.
import { Container, type Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import { type Wipe, wipeOf } from '../../src/stage/wipe.ts';
import { CLOCK_WIDTH, HAIRLINE, HEIGHT, PAD, TAB_HEIGHT, TEAM_WIDTH } from './layout.ts';
import type { TabView } from './view.ts';

const SIZE = 28;
const STRIPE = 8;
/** Between number, words and figure. */
const GAP = 8;
const WIDTH = { team: TEAM_WIDTH, clock: CLOCK_WIDTH } as const;

/** On which side of the strip it comes out: above it, or below. */
export type Out = 'above' | 'below';

export class TabFace {
  readonly view = new Container();
  readonly plates = new Container();
  readonly ink = new Container();
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
  readonly #figure: Label;
  #shown: TabView | null = null;
  #out: Out = 'above';
  #slide = 0;

  constructor(kit: StageKit) {
    const { colour } = kit.theme;
    this.#kit = kit;
    this.#plate = plate({ width: WIDTH.team, height: TAB_HEIGHT, colour: colour.raised });
    this.#edge = plate({ width: WIDTH.team, height: HAIRLINE, colour: colour.plate });
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
    this.#words = label({}, 172, 'left');
    this.#figure = label({ weight: 700 }, 96, 'right');
    this.view.addChild(this.plates, this.ink);
    this.slide = 0;
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
    this.view.y = this.#out === 'above' ? -TAB_HEIGHT * part : HEIGHT - TAB_HEIGHT * (1 - part);
  }

  /** The words, the place along the strip, and on which side of it, at once. */
  set(tab: TabView, x: number, out: Out): void {
    this.#shown = tab;
    this.#out = out;
    const width = tab.side === null ? WIDTH.clock : WIDTH.team;
    const { colour } = this.#kit.theme;
    this.view.x = x;
    this.#plate.setSize(width, TAB_HEIGHT);
    this.#edge.width = width;
    this.#edge.y = out === 'above' ? TAB_HEIGHT - HAIRLINE : 0;
    this.#words.setColour(tab.warm ? colour.warm : colour.text);
    this.#number.set(tab.number);
    this.#words.set(tab.words);
    this.#figure.set(tab.figure);
    this.#number.view.x = STRIPE + PAD;
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
    this.#stripe.position.set(edge, edge);
    this.#stripe.setSize(STRIPE - edge * 2, TAB_HEIGHT - edge * 2);
  }

  /** As it is when nothing moves: out, or behind the strip. */
  rest(): void {
    this.slide = this.#shown ? 1 : 0;
    this.wipe.open = 1;
    this.ink.x = 0;
    this.ink.alpha = 1;
  }

  /** Says nothing any more, once it is behind the strip. */
  clear(): void {
    this.#shown = null;
    this.rest();
  }
}
