// The chart's header: the team's panel, whose shots, what kind, since when, and all of them together.
import { Container } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { beside, openBelow } from '../../src/stage/cut.ts';
import { headPlates } from '../../src/stage/head-plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { TeamPanel } from '../../src/stage/team-panel.ts';
import type { ChartView } from './view.ts';

export const HEADER_HEIGHT = 88;
/** Four wide letters fit. */
const PANEL_WIDTH = 128;
const PADDING = 24;
const TOTAL_WIDTH = 128;

export class Header {
  /** What lies still, and what is written on it: at its left, and at its right, which the wipe reaches last. */
  readonly ground = new Container();
  readonly words = new Container();
  readonly sums = new Container();
  readonly #panel: TeamPanel;
  readonly #title;
  readonly #subtitle;
  readonly #total;
  readonly #percent;

  constructor(kit: StageKit, width: number) {
    const { headText, headQuiet } = kit.theme.colour;
    const box = { x: 0, y: 0, width, height: HEADER_HEIGHT };
    const card = openBelow(box);
    this.#panel = new TeamPanel(kit, { width: PANEL_WIDTH, height: HEADER_HEIGHT, sizePx: 40, card });
    this.ground.addChild(...headPlates(kit, beside(box), card), this.#panel.plates);
    const left = PANEL_WIDTH + PADDING;
    const room = width - left - PADDING;
    const line = (
      sizePx: number,
      weight: number,
      colour: string,
      maxWidth: number,
      align: 'left' | 'right',
    ) => kit.label({ face: { family: 'display', weight, sizePx, colour, spacing: 0.5 }, maxWidth, align });
    this.#title = line(38, 700, headText, room - TOTAL_WIDTH, 'left');
    this.#subtitle = line(24, 600, headQuiet, room - TOTAL_WIDTH, 'left');
    this.#total = line(38, 700, headText, TOTAL_WIDTH - PADDING / 2, 'right');
    this.#percent = line(24, 600, headQuiet, TOTAL_WIDTH - PADDING / 2, 'right');
    for (const label of [this.#title, this.#subtitle]) label.view.x = left;
    for (const label of [this.#total, this.#percent]) label.view.x = width - PADDING;
    for (const label of [this.#title, this.#total]) label.view.y = 31;
    for (const label of [this.#subtitle, this.#percent]) label.view.y = 65;
    this.words.addChild(this.#panel.ink, this.#title.view, this.#subtitle.view);
    this.sums.addChild(this.#total.view, this.#percent.view);
  }

  set({ code, mark, title, subtitle, total, totalPercent }: ChartView, look: JerseyLook): void {
    this.#panel.paint(look);
    this.#panel.set([code], mark);
    this.#title.set(title);
    this.#subtitle.set(subtitle);
    this.#total.set(total);
    this.#percent.set(totalPercent);
  }
}
