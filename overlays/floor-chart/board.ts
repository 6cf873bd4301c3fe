// All zones on the floor and their words, drawn anew for each view; they come from the rim outwards.
import { Container, type Sprite } from 'pixi.js';
import { courtOf } from '../../src/game/court.ts';
import { PICTURE } from '../../src/game/floor-camera.ts';
import { type ZoneShape, zoneShapes } from '../../src/game/zone-shapes.ts';
import { FloorView } from '../../src/stage/floor-view.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { type ChipWish, placeChips } from './chip-places.ts';
import type { FloorChartView } from './view.ts';
import { type Lie, onCourt, zoneArea } from './zone-area.ts';
import { type Chip, zoneChip } from './zone-chip.ts';

/** Rings come one after another: when each begins and how long it takes, as parts of the whole. */
const BEGINS: Readonly<Record<string, number>> = { rim: 0, short: 0.16, long: 0.34, three: 0.52 };
const TAKES = 0.48;
const RISE = 12;
/** A chip is drawn at its own size where a metre takes so many units. */
const OWN_SIZE_UNITS_PER_M = 56;
const SCALE = { least: 0.84, most: 1.2 } as const;
/** Words stay so far from the picture's edges. Units. */
const EDGE = 12;

const clamp = (part: number): number => Math.min(1, Math.max(0, part));
const eased = (part: number): number => 1 - (1 - part) ** 4;

type Zone = {
  readonly begins: number;
  readonly area: Sprite;
  readonly chip: Chip | null;
  readonly y: number;
};

export class Board {
  readonly areas = new Container();
  readonly words = new Container();
  readonly #zones: readonly Zone[];
  #built = 1;

  constructor(kit: StageKit, view: FloorChartView, bottom: number) {
    const lie: Lie = { court: courtOf(view.court), end: view.end, matrix: view.matrix };
    const floor = new FloorView(view.matrix);
    const made = zoneShapes(view.court).flatMap((shape, i) => {
      const said = view.zones[i];
      if (!said) return [];
      const chip = said.quiet ? null : zoneChip(kit, said);
      const wish = chip && wishOf(floor, lie, shape, chip);
      return [
        {
          shape,
          area: zoneArea(
            kit,
            lie,
            shape,
            said.quiet ? null : (said.colour ?? kit.theme.colour.raised),
            kit.theme.colour.quiet,
          ),
          chip,
          wish,
        },
      ];
    });
    const wishes = made.flatMap(({ wish }) => wish ?? []);
    const room = { left: EDGE, right: PICTURE.width - EDGE, top: EDGE, bottom };
    const places = placeChips(wishes, room);
    this.#zones = made.map(({ shape, area, chip, wish }) => {
      this.areas.addChild(area);
      const place = wish && places[wishes.indexOf(wish)];
      const begins = BEGINS[shape.place.split('-')[0] ?? ''] ?? 0;
      if (!chip || !wish || !place) {
        chip?.view.destroy({ children: true });
        return { begins, area, chip: null, y: 0 };
      }
      chip.lay(wish, place.isLong);
      // In whole units: what is read stands on the pixels.
      const [x, y] = [Math.round(place.x), Math.round(place.y)];
      chip.view.position.set(x, y);
      this.words.addChild(chip.view);
      return { begins, area, chip, y };
    });
  }

  /** How far all of it has come, 0 to 1. */
  get built(): number {
    return this.#built;
  }
  set built(whole: number) {
    this.#built = whole;
    for (const { begins, area, chip, y } of this.#zones) {
      const part = clamp((whole - begins) / TAKES);
      area.alpha = clamp(part * 2);
      if (!chip) continue;
      chip.view.alpha = clamp(part * 2 - 0.6);
      chip.view.y = y + RISE * (1 - eased(part));
    }
  }

  dispose(): void {
    this.areas.destroy({ children: true, texture: true, textureSource: true });
    this.words.destroy({ children: true });
  }
}

function wishOf(floor: FloorView, lie: Lie, { anchor }: ZoneShape, chip: Chip): ChipWish | null {
  const { xMm, yMm } = onCourt(lie, anchor);
  if (!floor.lookAt(xMm, yMm)) return null;
  const { x, y } = floor.spot;
  if (x < 0 || x > PICTURE.width || y < 0 || y > PICTURE.height) return null;
  const asFar = Math.sqrt(floor.unitsPerM / OWN_SIZE_UNITS_PER_M);
  const scale = Math.min(SCALE.most, Math.max(SCALE.least, asFar));
  return { x, y, ...chip.sizeAt(scale) };
}
