// A solid panel in a team's colour, ringed where that is lost on its ground, with the team's logo on it, or a word in ink that reads on it.
import { Container, type Sprite } from 'pixi.js';
import type { JerseyLook } from '../game/jersey.ts';
import { type Box, cardPlate, inset } from './cut.ts';
import type { Label, Mark, MarkGround, StageKit } from './stage-kit.ts';

const HAIRLINE = 2;
/** From words to the panel's edges, in parts of its width: between so many units. */
const PADDING = { share: 1 / 16, least: 12, most: 24 } as const;
/** From a logo's box to the panel's edges. */
const MARK_PADDING = 8;

export type TeamPanelOptions = {
  readonly width: number;
  readonly height: number;
  /** Of the words, in units; `weight` 700 by default. */
  readonly sizePx: number;
  readonly weight?: number;
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
    this.#label = kit.label({
      face: { family: 'display', weight, sizePx, colour: colour.text, spacing: 1 },
      maxWidth:
        width - 2 * Math.min(PADDING.most, Math.max(PADDING.least, Math.round(width * PADDING.share))),
      align: 'centre',
    });
    this.#label.view.position.set(x + width / 2, y + height / 2);
    this.#mark = kit.mark({
      width: width - 2 * MARK_PADDING,
      height: height - 2 * MARK_PADDING,
      onArrived: () => this.#stand(),
    });
    this.#mark.view.position.copyFrom(this.#label.view.position);
    this.#on = { fill: colour.raised, ink: colour.text };
    this.ink.addChild(this.#label.view, this.#mark.view);
  }

  /** What stands on it, longest form first; or the logo at that address, where there is one and it can be shown. */
  set(words: readonly string[], mark: string | null = null): void {
    this.#label.set(words);
    this.#address = mark;
    this.#stand();
  }

  paint({ fill, ink, ring }: JerseyLook): void {
    // A dark hairline parts a white panel from a white floor too.
    this.#ring.tint = ring ?? this.#ground;
    this.#fill.tint = fill;
    this.#label.setColour(ink);
    this.#on = { fill, ink };
    this.#stand();
  }

  #stand(): void {
    this.#mark.set(this.#address, this.#on);
    this.#label.view.visible = !this.#mark.shown;
  }
}
