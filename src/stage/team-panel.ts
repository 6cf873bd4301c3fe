// A solid panel in a team's colour, ringed where that is lost on its ground, with the team's logo on it, or words in ink that reads on it, or both.
import { Container, type Sprite } from 'pixi.js';
import type { JerseyLook } from '../game/jersey.ts';
import { type Box, cardPlate, inset } from './cut.ts';
import type { Label, Mark, MarkGround, StageKit } from './stage-kit.ts';

const HAIRLINE = 2;
/** From words to the panel's edges, in parts of its width: between so many units. */
const PADDING = { share: 1 / 16, least: 12, most: 24 } as const;
/** From a logo's box to the panel's edges; and, where words stand beside it, how much wider than high it is. */
const MARK_PADDING = 8;
const MARK_WIDER = 1.25;

export type TeamPanelOptions = {
  readonly width: number;
  readonly height: number;
  /** Of the words, in units; `weight` 700 by default. */
  readonly sizePx: number;
  readonly weight?: number;
  /** On which side of the words the logo stands; in their stead by default. */
  readonly markAt?: 'left' | 'right';
  /** Upper left corner within its part. */
  readonly x?: number;
  readonly y?: number;
  /** Outline of the card that it is a part of, in its part's frame; its own by default. */
  readonly card?: Box;
};

export class TeamPanel {
  readonly plates = new Container();
  readonly ink = new Container();
  readonly #ground: string;
  readonly #ring: Sprite;
  readonly #fill: Sprite;
  readonly #label: Label;
  /** The words where a logo stands beside them; null where it stands in their stead. */
  readonly #beside: Label | null;
  readonly #mark: Mark;
  #address: string | null = null;
  #on: MarkGround;

  constructor(kit: StageKit, options: TeamPanelOptions) {
    const { width, height, sizePx, weight = 700, x = 0, y = 0 } = options;
    const { colour } = kit.theme;
    const box = { x, y, width, height };
    const { card = box } = options;
    this.#ground = colour.plate;
    this.#ring = cardPlate(kit, { ...box, colour: colour.plate }, card);
    const inner = { ...inset(box, HAIRLINE), colour: colour.raised };
    this.#fill = cardPlate(kit, inner, inset(card, HAIRLINE));
    this.plates.addChild(this.#ring, this.#fill);
    const padding = Math.min(PADDING.most, Math.max(PADDING.least, Math.round(width * PADDING.share)));
    const face = { family: 'display', weight, sizePx, colour: colour.text, spacing: 1 } as const;
    this.#label = kit.label({ face, maxWidth: width - 2 * padding, align: 'centre' });
    this.#label.view.position.set(x + width / 2, y + height / 2);
    const tall = height - 2 * MARK_PADDING;
    const wide = options.markAt ? Math.round(tall * MARK_WIDER) : width - 2 * MARK_PADDING;
    this.#mark = kit.mark({ width: wide, height: tall, onArrived: () => this.#stand() });
    const fromEdge = options.markAt ? MARK_PADDING + wide / 2 : width / 2;
    this.#mark.view.position.set(
      x + (options.markAt === 'right' ? width - fromEdge : fromEdge),
      y + height / 2,
    );
    this.#beside = null;
    if (options.markAt) {
      const taken = 2 * MARK_PADDING + wide;
      const room = width - taken - padding;
      this.#beside = kit.label({ face, maxWidth: room, align: 'centre' });
      const left = options.markAt === 'left' ? taken : padding;
      this.#beside.view.position.set(x + left + room / 2, y + height / 2);
      this.ink.addChild(this.#beside.view);
    }
    this.#on = { fill: colour.raised, ink: colour.text };
    this.ink.addChild(this.#label.view, this.#mark.view);
  }

  /** What stands on it, longest form first, and the logo at that address, where there is one and it can be shown. */
  set(words: readonly string[], mark: string | null = null): void {
    this.#label.set(words);
    this.#beside?.set(words);
    this.#address = mark;
    this.#stand();
  }

  paint({ fill, ink, ring }: JerseyLook): void {
    // A dark hairline parts a white panel from a white floor too.
    this.#ring.tint = ring ?? this.#ground;
    this.#fill.tint = fill;
    this.#label.setColour(ink);
    this.#beside?.setColour(ink);
    this.#on = { fill, ink };
    this.#stand();
  }

  #stand(): void {
    this.#mark.set(this.#address, this.#on);
    this.#label.view.visible = !this.#mark.shown;
    if (this.#beside) this.#beside.view.visible = this.#mark.shown;
  }
}
