// The words of one zone, upright over the floor: made and attempted, and the percentage, on a plate of the feed's own colour.
import { Container } from 'pixi.js';
import { inkOn } from '../../src/game/jersey.ts';
import type { ChartZone } from '../../src/game/zone-map.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit } from '../../src/stage/stage-kit.ts';

const HEIGHT = 40;
const EDGE = 2;
const PADDING = 10;
const GAP = 10;
const MOST_WIDTH = 120;

/** How large a chip is drawn, in units. */
export type ChipSize = { readonly height: number; readonly widthLong: number; readonly widthShort: number };

/** A chip about its middle. */
export type Chip = {
  readonly view: Container;
  /** About so many times its own size: its edges stand on whole units. */
  sizeAt(scale: number): ChipSize;
  /** `isLong`: with the percentage. */
  lay(size: ChipSize, isLong: boolean): void;
};

/** The nearest even number: half of it is whole too. */
const even = (units: number): number => 2 * Math.round(units / 2);

export function zoneChip(kit: StageKit, { display, percent, colour }: ChartZone): Chip {
  const view = new Container();
  const ground = colour ?? kit.theme.colour.raised;
  const ink = inkOn(ground);
  const line = (text: string, weight: number, sizePx: number): Label =>
    kit.label({
      face: { family: 'display', weight, sizePx, colour: ink },
      maxWidth: MOST_WIDTH,
      align: 'left',
      text,
    });
  const main = line(display, 700, 30);
  const side = line(percent, 600, 24);
  const short = main.width + 2 * PADDING + 2 * EDGE;
  const long = percent === '' ? short : short + GAP + side.width;
  const edge = plate({ width: 1, height: 1, colour: kit.theme.colour.plate });
  const fill = plate({ width: 1, height: 1, colour: ground });
  view.addChild(edge, fill, main.view, side.view);
  return {
    view,
    sizeAt: (wanted) => {
      const height = even(HEIGHT * wanted);
      const scale = height / HEIGHT;
      return { height, widthLong: even(long * scale), widthShort: even(short * scale) };
    },
    lay: ({ height, widthLong, widthShort }, isLong) => {
      const scale = height / HEIGHT;
      const width = isLong ? widthLong : widthShort;
      const left = -width / 2;
      edge.setSize(width, height);
      edge.position.set(left, -height / 2);
      fill.setSize(width - 2 * EDGE, height - 2 * EDGE);
      fill.position.set(left + EDGE, EDGE - height / 2);
      for (const label of [main, side]) label.view.scale.set(scale);
      main.view.x = left + (EDGE + PADDING) * scale;
      side.view.x = main.view.x + (main.width + GAP) * scale;
      side.view.visible = isLong && percent !== '';
    },
  };
}
