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

/** A chip about its middle, in units at its own size. `long` with the percentage. */
export type Chip = {
  readonly view: Container;
  readonly height: number;
  readonly widthLong: number;
  readonly widthShort: number;
  lay(isLong: boolean): void;
};

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
  const widthShort = main.width + 2 * PADDING + 2 * EDGE;
  const widthLong = percent === '' ? widthShort : widthShort + GAP + side.width;
  const edge = plate({ width: 1, height: HEIGHT, colour: kit.theme.colour.plate });
  const fill = plate({ width: 1, height: HEIGHT - 2 * EDGE, colour: ground });
  view.addChild(edge, fill, main.view, side.view);
  const lay = (isLong: boolean): void => {
    const width = isLong ? widthLong : widthShort;
    const left = -width / 2;
    edge.setSize(width, HEIGHT);
    edge.position.set(left, -HEIGHT / 2);
    fill.setSize(width - 2 * EDGE, HEIGHT - 2 * EDGE);
    fill.position.set(left + EDGE, EDGE - HEIGHT / 2);
    main.view.x = left + EDGE + PADDING;
    side.view.x = main.view.x + main.width + GAP;
    side.view.visible = isLong && percent !== '';
  };
  lay(true);
  return { view, height: HEIGHT, widthLong, widthShort, lay };
}
