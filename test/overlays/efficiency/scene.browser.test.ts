// What the efficiency card paints, read back from pixels.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { efficiency } from '../../../overlays/efficiency/graphic.ts';
import {
  BAR_LENGTH,
  heightOf,
  LINE_X,
  PADDING,
  ROW_HEIGHT,
  rowY,
  VALUE_X,
  WIDTH,
} from '../../../overlays/efficiency/layout.ts';
import type { Efficiency } from '../../../src/game/stat-line.ts';
import { cardCorner } from '../../../src/stage/card-place.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { cardLaws } from '../../kit/card-laws.ts';
import { aMoment } from '../../kit/moments.ts';
import { colourAt, coloursIn } from '../../kit/pixels.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';

const { colour } = HOUSE_THEME;
const kind = (type: string, possessions: number, pointsPerPossession: number): Efficiency => ({
  type,
  possessions,
  pointsPerPossession,
});
const game = (transition: number, more: object = {}) =>
  aMoment({
    home: {
      efficiency: [kind('OVERALL', 60, 1.2), kind('PT0_BR0', 40, 0.75), kind('TRANSITION', 20, transition)],
      ...more,
    },
  });
const ORDINARY = game(1.2);
const WIDEST = aMoment({
  home: {
    code: 'WWWW',
    name: 'Minnesota Timberwolves of the North',
    colour: '#ffffff',
    efficiency: [
      kind('OVERALL', 188, 3),
      ...['A', 'B', 'C', 'D', 'E', 'F'].map((letter) =>
        kind(`${letter.repeat(9)}_WWWWWWWWWWWW_WWWWWWWWW`, 188, 3),
      ),
    ],
  },
});

cardLaws(efficiency, [
  { name: 'ordinary', moment: ORDINARY },
  { name: 'widest', moment: WIDEST, options: { rows: 6 } },
  {
    name: 'a dark jersey, one row',
    moment: aMoment({ home: { colour: '#0a0a0a', efficiency: [kind('A', 1, 0)] } }),
  },
]);

let bench: Bench;
let card: Awaited<ReturnType<typeof benchScene>>;
beforeAll(async () => {
  bench = await makeBench();
});
afterAll(() => bench.dispose());
beforeEach(async () => {
  bench.stage.removeChildren();
  card = await benchScene(bench, efficiency);
});

const CORNER = cardCorner(HOUSE_THEME, WIDTH, heightOf(3));
/** How far a row's bar reaches from the common line, under the mark's lower end. */
const reach = (row: number): number => {
  const picture = bench.picture();
  const y = CORNER.y + rowY(row) + ROW_HEIGHT / 2;
  const is = (step: number) => {
    const seen = colourAt(picture, CORNER.x + LINE_X + 2 + step, y);
    return seen !== colour.plate;
  };
  let length = 0;
  for (let step = 0; step < BAR_LENGTH + 20; step += 1) if (is(step)) length = step + 1;
  return length;
};

test('bars are as long as their values say, and the mark stands where the overall ends', () => {
  card.show(ORDINARY);
  // 1.2 and 0.75 of 1.5; the mark's own width is about its place.
  expect(reach(0)).toBe(Math.round(BAR_LENGTH * 0.8));
  expect(Math.abs(reach(1) - BAR_LENGTH * 0.8)).toBeLessThanOrEqual(1);
  const middle = { x: CORNER.x + LINE_X + 2 + BAR_LENGTH * 0.5, y: CORNER.y + rowY(1) + ROW_HEIGHT / 2 };
  const picture = bench.picture();
  expect(colourAt(picture, Math.round(middle.x) - 2, middle.y)).toBe('#007a33');
  expect(colourAt(picture, Math.round(middle.x) + 2, middle.y)).toBe(colour.plate);
});

test('a new value is written at once, and its bar grows there', () => {
  card.show(game(1.5));
  const expected = bench.picture();
  card.show(ORDINARY);
  const before = reach(2);
  const growing = card.update(game(1.5), 0);
  expect(reach(2)).toBe(before);
  growing?.progress(1, true);
  expect(difference(bench.picture(), expected, 0)).toBe(0);
});

test('the other team arrives anew', () => {
  const both = aMoment({
    home: { efficiency: [kind('A', 3, 1)] },
    away: { efficiency: [kind('A', 4, 1.2)] },
  });
  card.show(both);
  const [last, next] = (['home', 'away'] as const).map((side) =>
    efficiency.pick(both, efficiency.options.parse({ side })),
  );
  if (!last || !next) throw new Error('nothing picked');
  const arriving = card.scene.update(next, last);
  expect(arriving?.duration()).toBeGreaterThan(0.4);
});

test('at their widest, names keep clear of the line and figures of the bars', async () => {
  const wide = await benchScene(bench, efficiency, { rows: 6 });
  wide.show(WIDEST);
  const corner = cardCorner(HOUSE_THEME, WIDTH, heightOf(7));
  const picture = bench.picture(null, { ...corner, width: WIDTH, height: heightOf(7) });
  for (let row = 0; row < 7; row += 1)
    for (const x of [4, LINE_X - 12, LINE_X + 2 + BAR_LENGTH + 4, VALUE_X + 6, WIDTH - PADDING + 8])
      expect(
        [...coloursIn(picture, { x, y: rowY(row), width: 8, height: ROW_HEIGHT - 2 })],
        `${row} ${x}`,
      ).toEqual([colour.plate]);
});
