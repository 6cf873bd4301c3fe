// The header of a card about one team: its panel of colour with its logo or its code, and beside it what the card tells and since when.
import type { JerseyLook } from '../game/jersey.ts';
import { type CardPart, makeCardPart } from './ceremony.ts';
import { beside, openBelow } from './cut.ts';
import { headPlates } from './head-plate.ts';
import type { Label, StageKit } from './stage-kit.ts';
import { TeamPanel } from './team-panel.ts';

/** Units. */
export const CARD_HEADER_HEIGHT = 104;
const PANEL_WIDTH = 184;
const PADDING = 32;
const TITLE = { size: 44, y: 38 } as const;
const SUBTITLE = { size: 26, y: 76 } as const;

export type CardHeaderView = {
  /** On the panel. */
  readonly code: string;
  /** Address of the logo that stands in its stead; absent where there is none. */
  readonly mark?: string | null;
  readonly title: string;
  /** Longest form first. */
  readonly subtitle: readonly string[];
};

export class CardHeader {
  readonly #ground: CardPart;
  readonly #team: CardPart;
  readonly #panel: TeamPanel;
  readonly #title: Label;
  readonly #subtitle: Label;

  constructor(kit: StageKit, width: number) {
    const { headText, headQuiet } = kit.theme.colour;
    const box = { x: 0, y: 0, width, height: CARD_HEADER_HEIGHT };
    const card = openBelow(box);
    // Its plate comes from behind the panel: no picture is seen between them on the way.
    this.#ground = makeCardPart({ order: 0.8 });
    this.#team = makeCardPart({ order: 0 });
    this.#ground.plates.addChild(...headPlates(kit, beside(box), card));
    this.#panel = new TeamPanel(kit, { width: PANEL_WIDTH, height: CARD_HEADER_HEIGHT, sizePx: 56, card });
    this.#team.plates.addChild(this.#panel.plates);
    this.#team.ink.addChild(this.#panel.ink);
    const line = (sizePx: number, weight: number, colour: string) =>
      kit.label({
        face: { family: 'display', weight, sizePx, colour, spacing: 1 },
        maxWidth: width - PANEL_WIDTH - 2 * PADDING,
        align: 'left',
      });
    this.#title = line(TITLE.size, 700, headText);
    this.#subtitle = line(SUBTITLE.size, 600, headQuiet);
    this.#title.view.position.set(PANEL_WIDTH + PADDING, TITLE.y);
    this.#subtitle.view.position.set(PANEL_WIDTH + PADDING, SUBTITLE.y);
    this.#ground.ink.addChild(this.#title.view, this.#subtitle.view);
  }

  /** What moves, from below. */
  get parts(): readonly CardPart[] {
    return [this.#ground, this.#team];
  }

  set({ code, mark = null, title, subtitle }: CardHeaderView, look: JerseyLook): void {
    this.#panel.set([code], mark);
    this.#panel.paint(look);
    this.#title.set(title);
    this.#subtitle.set(subtitle);
  }
}
