// What this output paints: its name, the instant, the frame of the second, the clocks to a tenth, and how the feed stands.
import { Container } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit } from '../../src/stage/stage-kit.ts';
import type { Moment } from '../../src/time/moment.ts';
import { DigitRow } from './digit-row.ts';
import { EPSILON_MS, frameOf } from './instants.ts';
import { BANDS, PADDING } from './layout.ts';
import type { TestCardView } from './view.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const TENTH_MS = 100;
const FACTS = ['PERIOD', 'CLOCK', 'SHOT CLOCK', 'DELAY, S', 'FRAME OF 50', 'FRAME OF 60', 'FEED'] as const;
const SHARES = [0.9, 1.3, 1.1, 1.1, 1, 1, 1.9] as const;
const LABEL_Y = 26;
const FIGURE_Y = 64;

export class Facts {
  readonly name = { plates: new Container(), ink: new Container() };
  readonly facts = { plates: new Container(), ink: new Container() };
  readonly #colours;
  readonly #instant: DigitRow;
  readonly #period: Label;
  readonly #clock: DigitRow;
  readonly #shotClock: DigitRow;
  readonly #delay: DigitRow;
  readonly #delayMs: () => number;
  readonly #fifty: DigitRow;
  readonly #sixty: DigitRow;
  readonly #feed: Label;

  constructor(kit: StageKit) {
    this.#colours = kit.theme.colour;
    const { text, quiet, plate: ground } = kit.theme.colour;
    const display = { family: 'display', colour: text, weight: 700 } as const;
    const { name } = BANDS;
    this.name.plates.addChild(plate({ width: name.width, height: name.height, colour: ground }));
    const title = (words: string, sizePx: number, colour: string, y: number, align: 'left' | 'right') => {
      const label = kit.label({
        face: { ...display, sizePx, colour, spacing: 1 },
        maxWidth: name.width / 2 - 2 * PADDING,
        align,
        text: words,
      });
      label.view.position.set(align === 'left' ? PADDING : name.width - PADDING, y);
      this.name.ink.addChild(label.view);
    };
    const { output } = kit;
    const card = 'COURTSIDE TEST CARD';
    const grid = '1920 × 1080 UNITS, 8-UNIT GRID';
    title(output?.name.toUpperCase() ?? card, 64, text, 48, 'left');
    title(output ? `${card}, ${output.renderer.toUpperCase()}, ${grid}` : grid, 24, quiet, 96, 'left');
    title('INSTANT PAINTED, UTC', 24, quiet, 96, 'right');
    this.#instant = new DigitRow(kit, {
      face: { ...display, sizePx: 72 },
      pattern: '00:00:00.000',
      align: 'right',
    });
    this.#instant.view.position.set(name.width - PADDING, 48);
    this.name.ink.addChild(this.#instant.view);

    const lefts = this.#layFacts(kit);
    const row = (index: number, pattern: string): DigitRow => {
      const digits = new DigitRow(kit, { face: { ...display, sizePx: 48 }, pattern, align: 'left' });
      digits.view.position.set(lefts[index] ?? 0, FIGURE_Y);
      this.facts.ink.addChild(digits.view);
      return digits;
    };
    const words = (index: number, maxWidth: number): Label => {
      const label = kit.label({ face: { ...display, sizePx: 40 }, maxWidth, align: 'left' });
      label.view.position.set(lefts[index] ?? 0, FIGURE_Y);
      this.facts.ink.addChild(label.view);
      return label;
    };
    this.#period = words(0, 144);
    this.#clock = row(1, '00:00.0');
    this.#shotClock = row(2, '00.0');
    this.#delay = row(3, '000.0');
    this.#delay.view.visible = output !== undefined;
    this.#delayMs = output?.delayMs ?? (() => 0);
    this.#fifty = row(4, '00');
    this.#sixty = row(5, '00');
    this.#feed = words(6, 330);
  }

  set({ period, feed, isLive }: TestCardView): void {
    this.#period.set(period);
    this.#feed.set(feed);
    this.#feed.setColour(isLive ? this.#colours.text : this.#colours.warm);
  }

  /** Stands as it should at an instant; a clock that was never said is not there. */
  at({ atMs, clock, shotClock }: Moment): void {
    const ms = Math.floor(atMs + EPSILON_MS);
    this.#instant.set(0, Math.floor(ms / HOUR_MS) % 24);
    this.#instant.set(1, Math.floor(ms / MINUTE_MS) % 60);
    this.#instant.set(2, Math.floor(ms / SECOND_MS) % 60);
    this.#instant.set(3, ms % SECOND_MS);
    const delayed = Math.round(this.#delayMs() / TENTH_MS);
    this.#delay.set(0, Math.floor(delayed / 10));
    this.#delay.set(1, delayed % 10);
    this.#fifty.set(0, frameOf(atMs, 50));
    this.#sixty.set(0, frameOf(atMs, 60));
    this.#clock.view.visible = clock !== null;
    this.#shotClock.view.visible = shotClock !== null;
    if (clock !== null) {
      const tenths = Math.floor((clock.remainingMs + EPSILON_MS) / TENTH_MS);
      this.#clock.set(0, Math.floor(tenths / 600));
      this.#clock.set(1, Math.floor(tenths / 10) % 60);
      this.#clock.set(2, tenths % 10);
    }
    if (shotClock !== null) {
      const tenths = Math.floor((shotClock.remainingMs + EPSILON_MS) / TENTH_MS);
      this.#shotClock.set(0, Math.floor(tenths / 10));
      this.#shotClock.set(1, tenths % 10);
    }
  }

  /** Cells with their labels; gives where each one's words begin. */
  #layFacts(kit: StageKit): readonly number[] {
    const { width, height } = BANDS.facts;
    const { plate: ground, line, quiet } = kit.theme.colour;
    this.facts.plates.addChild(plate({ width, height, colour: ground }));
    const share = width / SHARES.reduce((sum, part) => sum + part, 0);
    let x = 0;
    return FACTS.map((text, index) => {
      const left = Math.round(x) + PADDING;
      if (index > 0)
        this.facts.plates.addChild(
          plate({ x: Math.round(x), y: 20, width: 2, height: height - 40, colour: line }),
        );
      x += share * (SHARES[index] ?? 1);
      const label = kit.label({
        face: { family: 'display', weight: 600, sizePx: 24, colour: quiet, spacing: 1 },
        maxWidth: 240,
        align: 'left',
        text,
      });
      label.view.position.set(left, LABEL_Y);
      this.facts.ink.addChild(label.view);
      return left;
    });
  }
}
