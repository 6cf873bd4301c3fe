// One zone: its area in the feed's colour, its words, and how both come and change.
import { Container, Graphics, GraphicsContext } from 'pixi.js';
import type { Place } from '../../src/game/court.ts';
import { inkOn } from '../../src/game/jersey.ts';
import type { ChartZone } from '../../src/game/zone-map.ts';
import { widthInside, type ZoneShape } from '../../src/game/zone-shapes.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { HalfCourt } from './half-court.ts';
import { behindBoard, leastCovering } from './label-place.ts';
import { LABEL_HEIGHT, type LabelForm, ZoneLabel } from './zone-label.ts';

/** Rings come one after another: when each begins and how long it takes, as parts of the whole. */
const BEGINS = { rim: 0, short: 0.16, long: 0.34, three: 0.52 } as const;
const TAKES = 0.48;
/** A zone grows from this part of its size, about the hoop. */
const FROM_SCALE = 0.86;
const FLASH_ALPHA = 0.4;
const LABEL_POP = 0.16;

/** A fast start and a soft end. */
const eased = (part: number): number => 1 - (1 - part) ** 4;
const clamp = (part: number): number => Math.min(1, Math.max(0, part));

/** What a label covers: its middle and size, in units of the board. */
export type Chip = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export class ZoneTile {
  readonly area = new Container();
  readonly label: ZoneLabel;
  readonly #fill: Graphics;
  readonly #flash: Graphics;
  readonly #context: GraphicsContext;
  readonly #begins: number;
  readonly #unshot: string;
  readonly #half: HalfCourt;
  readonly #shape: ZoneShape;
  /** Where its label goes to, and where it comes from while a change settles. */
  #to = { x: 0, y: 0 };
  #from = this.#to;
  #chip: Chip | null = null;
  #shown: ChartZone | null = null;
  /** Its words or its colour, and not only where they stand. */
  #isChanged = false;
  #settled = 1;
  #built = 1;
  /** Its own part of that. */
  #grown = 1;

  constructor(kit: StageKit, half: HalfCourt, shape: ZoneShape) {
    const { outline, anchor, place } = shape;
    this.#half = half;
    this.#shape = shape;
    const points = outline.flatMap(({ xMm, yMm }) => [half.x(xMm), half.y(yMm)]);
    this.#context = new GraphicsContext().poly(points).fill('#ffffff');
    this.#fill = new Graphics(this.#context);
    this.#flash = new Graphics(this.#context);
    this.#flash.visible = false;
    this.area.addChild(this.#fill, this.#flash);
    this.area.pivot.set(half.x(0), half.y(0));
    this.area.position.copyFrom(this.area.pivot);
    this.#begins = BEGINS[place.split('-')[0] as keyof typeof BEGINS];
    this.#unshot = kit.theme.colour.raised;
    this.label = new ZoneLabel(kit, widthInside(outline, anchor, LABEL_HEIGHT / half.scale) * half.scale);
  }

  /** The colour it is drawn in. */
  get colour(): string {
    return this.#shown?.colour ?? this.#unshot;
  }

  /** Takes on a zone's colour and words. True when they are others than before. Lay its label out after. */
  set(zone: ChartZone): boolean {
    const last = this.#shown;
    this.#shown = zone;
    this.#fill.tint = this.colour;
    this.label.set(zone.display, zone.percent, inkOn(this.colour));
    this.#isChanged =
      last !== null &&
      (last.display !== zone.display || last.percent !== zone.percent || last.colour !== zone.colour);
    return this.#isChanged;
  }

  /** What its label covers among marks; null where there are none about, or no words. */
  get chip(): Chip | null {
    return this.#chip;
  }

  /** Lays its words out where they cover the fewest marks; with marks about, on a plate of the zone's colour. True when they stand elsewhere than before. */
  lay(form: LabelForm, marks: readonly Place[]): boolean {
    const { anchor, place } = this.#shape;
    const isAmong = marks.length > 0;
    const isRim = isAmong && place === 'rim';
    const at = isRim ? behindBoard(this.#half.court) : isAmong ? this.#clearest(form, marks) : anchor;
    const size = this.label.lay(isRim ? 'row' : form, isAmong ? this.colour : null);
    const [x, y] = [Math.round(this.#half.x(at.xMm)), Math.round(this.#half.y(at.yMm))];
    this.#chip = isAmong && this.label.isWritten ? { x, y, ...size } : null;
    const last = this.#to;
    this.#to = { x, y };
    this.#from = this.#shown === null ? this.#to : last;
    this.#put();
    return last.x !== x || last.y !== y;
  }

  #clearest(form: LabelForm, marks: readonly Place[]): Place {
    const { scale } = this.#half;
    const { width, height } = this.label.lay(form, this.colour);
    return leastCovering(this.#shape, { widthMm: width / scale, heightMm: height / scale }, marks);
  }

  #put(): void {
    const part = eased(this.#settled);
    const [from, to] = [this.#from, this.#to];
    const grown = 10 * (1 - eased(this.#grown));
    this.label.view.position.set(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part + grown);
  }

  /** How far the whole chart has been built, 0 to 1: this zone's own part of it follows. */
  get built(): number {
    return this.#built;
  }
  set built(whole: number) {
    this.#built = whole;
    const part = clamp((whole - this.#begins) / TAKES);
    this.#grown = part;
    this.area.alpha = clamp(part * 2);
    this.area.scale.set(FROM_SCALE + (1 - FROM_SCALE) * eased(part));
    this.label.view.alpha = clamp(part * 2 - 0.6);
    this.#put();
  }

  /** How far a change has settled, 0 to 1. */
  get settled(): number {
    return this.#settled;
  }
  set settled(part: number) {
    this.#settled = part;
    // A change may still move one that has gone with its court.
    if (this.area.destroyed) return;
    this.#put();
    this.#flash.visible = part < 1 && this.#isChanged;
    this.#flash.alpha = FLASH_ALPHA * (1 - part);
    this.label.view.scale.set(this.#isChanged ? 1 + LABEL_POP * (1 - part) : 1);
  }

  dispose(): void {
    this.area.destroy({ children: true });
    this.label.view.destroy({ children: true });
    this.#context.destroy();
  }
}
