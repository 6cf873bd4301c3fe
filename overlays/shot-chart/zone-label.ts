// The words of one zone: what was made large, the percentage small, in ink that reads on the zone's colour; stacked where the zone is narrow, side by side where it is low.
import { Container } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit } from '../../src/stage/stage-kit.ts';

/** Sizes of the large line, tried in turn; below the last nothing is drawn. Units. */
const SIZES = [34, 30, 26, 22] as const;
const STACKED_SIZE = 24;
const PERCENT_SIZE = 22;
const LEAST_SIZE = 20;
/** Heights of capitals, as a part of the size, and the air between two lines and about all of them. */
const CAPITAL = 0.7;
const AIR = 8;
const PADDING = 3;
/** From words to their zone's borders; a percentage is small, and may come nearer. */
const EDGE = 7;
const PERCENT_EDGE = 4;

/** Height of a label of two lines, in units: what its zone must have room for. */
export const LABEL_HEIGHT = SIZES[0] * CAPITAL + AIR + PERCENT_SIZE * CAPITAL;

/** `7/12` as 7 and 12, whatever stands between. */
const FRACTION = /^\s*(\d+)\s*[/\-–]\s*(\d+)\s*$/;

/** Shorter forms of a percentage: `42.9%`, `43%`, `43`. */
export function percentForms(percent: string): readonly string[] {
  const number = Number.parseFloat(percent);
  if (!/^\s*\d/.test(percent) || Number.isNaN(number)) return [percent];
  return [percent, `${Math.round(number)}%`, String(Math.round(number))];
}

/** `lines`: one over the other; `stack`: what was made over what was attempted, too; `row`: beside each other. */
export type LabelForm = 'lines' | 'stack' | 'row';

export class ZoneLabel {
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #room: number;
  readonly #percentRoom: number;
  readonly #labels = new Map<string, Label>();
  readonly #chip;
  readonly #bar;
  #display = '';
  #percent = '';
  #ink = '#ffffff';

  /** `room`: width of the zone at the label, in units. */
  constructor(kit: StageKit, room: number) {
    this.#kit = kit;
    this.#room = room - 2 * EDGE;
    this.#percentRoom = room - 2 * PERCENT_EDGE;
    this.#chip = plate({ width: 1, height: 1, colour: '#000000' });
    this.#chip.anchor.set(0.5);
    this.#bar = plate({ width: 1, height: 2, colour: '#000000' });
    this.#bar.anchor.set(0.5);
    this.view.addChild(this.#chip, this.#bar);
  }

  /** Whether there is anything to read. */
  get isWritten(): boolean {
    return this.#display !== '';
  }

  set(display: string, percent: string, ink: string): void {
    this.#display = display;
    this.#percent = percent;
    this.#ink = ink;
  }

  /** Whether the large line does not fit beside itself at any size, but stacked. */
  get wantsStack(): boolean {
    return FRACTION.test(this.#display) && this.#sizeFor(this.#display) === null;
  }

  /** Lays the words out and gives the room they take, in units. `chip`: the colour of a plate behind them, for where marks lie under them; null for none. */
  lay(form: LabelForm, chip: string | null): { readonly width: number; readonly height: number } {
    for (const { view } of this.#labels.values()) view.visible = false;
    this.#bar.visible = false;
    const { width, height } = form === 'row' ? this.#layRow() : this.#layLines(form === 'stack');
    const size = { width: width + 2 * PADDING, height: height + 2 * PADDING };
    this.#chip.visible = chip !== null && height > 0;
    this.#chip.tint = chip ?? 0;
    this.#chip.setSize(size.width, size.height);
    return size;
  }

  /** Side by side, on one baseline. */
  #layRow() {
    const [main, percent] = this.#rowLines();
    if (main === undefined) return { width: 0, height: 0 };
    const width = main.label.width + (percent === undefined ? 0 : AIR + percent.label.width);
    main.label.view.position.set((main.label.width - width) / 2, 0);
    percent?.label.view.position.set(
      (width - percent.label.width) / 2,
      Math.round(((main.size - percent.size) * CAPITAL) / 2),
    );
    return { width, height: main.size * CAPITAL };
  }

  #rowLines() {
    if (this.#display === '') return [];
    const percent = this.#percentLine()[0];
    const beside = percent === undefined ? 0 : AIR + percent.label.width;
    const fits = (size: number): boolean => this.#widthAt(size, this.#display) + beside <= this.#room;
    const size = SIZES.find(fits) ?? LEAST_SIZE;
    const main = { label: this.#line('display', size, [this.#display]), size };
    return percent === undefined ? [main] : [main, percent];
  }

  #layLines(stacked: boolean) {
    const parts = stacked ? FRACTION.exec(this.#display) : null;
    const lines = parts === null ? this.#plainLines() : this.#stackedLines(parts[1] ?? '', parts[2] ?? '');
    if (lines.length === 0) return { width: 0, height: 0 };
    const height = lines.reduce((sum, { size }) => sum + size * CAPITAL, AIR * (lines.length - 1));
    let y = -height / 2;
    let width = 0;
    lines.forEach(({ label, size }, i) => {
      label.view.position.set(0, Math.round(y + (size * CAPITAL) / 2));
      width = Math.max(width, label.width);
      if (parts !== null && i === 0) this.#layBar(y + size * CAPITAL + AIR / 2);
      y += size * CAPITAL + AIR;
    });
    return { width, height };
  }

  #plainLines() {
    if (this.#display === '') return [];
    const size = this.#sizeFor(this.#display) ?? LEAST_SIZE;
    return [{ label: this.#line('display', size, [this.#display]), size }, ...this.#percentLine()];
  }

  #stackedLines(made: string, attempted: string) {
    const size = STACKED_SIZE;
    return [
      { label: this.#line('made', size, [made]), size },
      { label: this.#line('attempted', size, [attempted]), size },
      ...this.#percentLine(),
    ];
  }

  #percentLine() {
    if (this.#percent.trim() === '') return [];
    const forms = percentForms(this.#percent);
    const fits = this.#widthAt(PERCENT_SIZE, forms[0] ?? '') <= this.#percentRoom;
    const size = fits ? PERCENT_SIZE : LEAST_SIZE;
    return [{ label: this.#line('percent', size, forms), size }];
  }

  #layBar(y: number): void {
    this.#bar.visible = true;
    this.#bar.tint = this.#ink;
    this.#bar.setSize(Math.min(this.#room, 24), 2);
    this.#bar.y = Math.round(y);
  }

  #sizeFor(text: string): number | null {
    return SIZES.find((size) => this.#widthAt(size, text) <= this.#room) ?? null;
  }

  #widthAt(size: number, text: string): number {
    const label = this.#label('measure', size, 1_000);
    label.set(text);
    label.view.visible = false;
    return label.width;
  }

  #line(role: string, size: number, forms: readonly string[]): Label {
    const label = this.#label(role, size, role === 'percent' ? this.#percentRoom : this.#room);
    label.set(forms);
    label.setColour(this.#ink);
    label.view.visible = true;
    return label;
  }

  #label(role: string, size: number, maxWidth: number): Label {
    const key = `${role} ${size}`;
    const known = this.#labels.get(key);
    if (known) return known;
    const weight = role === 'percent' ? 600 : 700;
    const face = { family: 'display', weight, sizePx: size, colour: this.#ink } as const;
    const label = this.#kit.label({ face, maxWidth, align: 'centre' });
    this.#labels.set(key, label);
    this.view.addChild(label.view);
    return label;
  }
}
