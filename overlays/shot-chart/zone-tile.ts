// One zone: its area in the feed's colour, its words, and how both come and change.
import { Container, Graphics, GraphicsContext } from 'pixi.js';
import type { Place } from '../../src/game/court.ts';
import { inkOn } from '../../src/game/jersey.ts';
import type { ChartZone } from '../../src/game/zone-map.ts';
import { widthInside, type ZoneShape } from '../../src/game/zone-shapes.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { HalfCourt } from './half-court.ts';
import { leastCovering } from './label-place.ts';
import { LABEL_HEIGHT, ZoneLabel } from './zone-label.ts';

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
  #labelY = 0;
  #shown: ChartZone | null = null;
  #settled = 1;
  #built = 1;

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
    return (
      last !== null &&
      (last.display !== zone.display || last.percent !== zone.percent || last.colour !== zone.colour)
    );
  }

  /** Lays its words out where they cover the fewest marks; with marks about, on a plate of the zone's colour. */
  lay(stacked: boolean, marks: readonly Place[]): void {
    const half = this.#half;
    const { width, height } = this.label.lay(stacked, marks.length > 0 ? this.colour : null);
    const room = { widthMm: width / half.scale, heightMm: height / half.scale };
    const { xMm, yMm } = marks.length > 0 ? leastCovering(this.#shape, room, marks) : this.#shape.anchor;
    this.#labelY = Math.round(half.y(yMm));
    this.label.view.position.set(Math.round(half.x(xMm)), this.#labelY);
  }

  /** How far the whole chart has been built, 0 to 1: this zone's own part of it follows. */
  get built(): number {
    return this.#built;
  }
  set built(whole: number) {
    this.#built = whole;
    const part = clamp((whole - this.#begins) / TAKES);
    this.area.alpha = clamp(part * 2);
    this.area.scale.set(FROM_SCALE + (1 - FROM_SCALE) * eased(part));
    this.label.view.alpha = clamp(part * 2 - 0.6);
    this.label.view.y = this.#labelY + 10 * (1 - eased(part));
  }

  /** How far a change has settled, 0 to 1. */
  get settled(): number {
    return this.#settled;
  }
  set settled(part: number) {
    this.#settled = part;
    // A change may still move one that has gone with its court.
    if (this.area.destroyed) return;
    this.#flash.visible = part < 1;
    this.#flash.alpha = FLASH_ALPHA * (1 - part);
    this.label.view.scale.set(1 + LABEL_POP * (1 - part));
  }

  dispose(): void {
    this.area.destroy({ children: true });
    this.label.view.destroy({ children: true });
    this.#context.destroy();
  }
}
