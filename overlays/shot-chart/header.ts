// The chart's header: whose shots, what kind, since when, and all of them together.
import { Container } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { cardPlate, openBelow, under } from '../../src/stage/cut.ts';
import { headPlates } from '../../src/stage/head-plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { ChartView } from './view.ts';

export const HEADER_HEIGHT = 88;
const BAR = 12;
const PADDING = 24;
const TOTAL_WIDTH = 152;

export class Header {
  /** What lies still, and what is written on it: at its left, and at its right, which the wipe reaches last. */
  readonly ground = new Container();
  readonly words = new Container();
  readonly sums = new Container();
  readonly #bar;
  readonly #rim;
  readonly #title;
  readonly #subtitle;
  readonly #total;
  readonly #percent;

  constructor(kit: StageKit, width: number) {
    const { raised, headText, headQuiet } = kit.theme.colour;
    const box = { x: 0, y: 0, width, height: HEADER_HEIGHT };
    const card = openBelow(box);
    this.#rim = cardPlate(kit, { ...box, width: BAR + 2, colour: raised }, under(card));
    this.#bar = cardPlate(kit, { ...box, width: BAR, colour: raised }, card);
    this.ground.addChild(
      ...headPlates(kit, { ...box, x: BAR - 2, width: width - BAR + 2 }, card),
      this.#rim,
      this.#bar,
    );
    const left = BAR + PADDING;
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
    this.words.addChild(this.#title.view, this.#subtitle.view);
    this.sums.addChild(this.#total.view, this.#percent.view);
  }

  set({ title, subtitle, total, totalPercent }: ChartView, { fill, ring }: JerseyLook): void {
    this.#bar.tint = fill;
    this.#rim.tint = ring ?? fill;
    this.#title.set(title);
    this.#subtitle.set(subtitle);
    this.#total.set(total);
    this.#percent.set(totalPercent);
  }
}
