// What the line-ups card paints, read back from pixels.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { topLineups } from '../../../overlays/top-lineups/graphic.ts';
import {
  BLOCK_HEIGHT,
  blockY,
  CELL_WIDTH,
  CELLS_X,
  heightOf,
  RESULT_X,
  WIDTH,
} from '../../../overlays/top-lineups/layout.ts';
import type { LineupLine } from '../../../src/game/stat-line.ts';
import { cardCorner } from '../../../src/stage/card-place.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { cardLaws } from '../../kit/card-laws.ts';
import { aMoment, aPlayer } from '../../kit/moments.ts';
import { coloursIn } from '../../kit/pixels.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';

const { colour } = HOUSE_THEME;
const IDS = ['1', '2', '3', '4', '5', '6'];
const five = (ids: readonly string[], pointsScored: number, pointsAllowed: number): LineupLine => ({
  playerIds: [...ids],
  plusMinus: pointsScored - pointsAllowed,
  pointsScored,
  pointsAllowed,
});
const game = (lineups: readonly LineupLine[], more: object = {}) =>
  aMoment({
    home: { lineups, players: Object.fromEntries(IDS.map((id) => [id, aPlayer(id)])), ...more },
  });
const FIRST = five(IDS.slice(0, 5), 31, 19);
const SECOND = five(IDS.slice(1), 20, 22);
const ORDINARY = game([FIRST, SECOND]);
const WIDE_PLAYERS = Object.fromEntries(
  IDS.map((id) => [id, aPlayer(id, { number: '00', firstName: null, lastName: 'Okonkwo-Fitzgerald' })]),
);
const WIDEST = game([five(IDS.slice(0, 5), 188, 100), five(IDS.slice(1), 100, 188)], {
  code: 'WWWW',
  name: 'Minnesota Timberwolves of the North',
  colour: '#ffffff',
  players: WIDE_PLAYERS,
});

cardLaws(topLineups, [
  { name: 'ordinary', moment: ORDINARY },
  { name: 'widest', moment: WIDEST },
  { name: 'one line-up, a dark jersey', moment: game([FIRST], { colour: '#0a0a0a' }) },
]);

let bench: Bench;
let card: Awaited<ReturnType<typeof benchScene>>;
beforeAll(async () => {
  bench = await makeBench();
});
afterAll(() => bench.dispose());
beforeEach(async () => {
  bench.stage.removeChildren();
  card = await benchScene(bench, topLineups);
});

test('at its widest no name touches its neighbour, and no result its edge or the other', () => {
  card.show(WIDEST);
  const height = heightOf(2);
  const picture = bench.picture(null, { ...cardCorner(HOUSE_THEME, WIDTH, height), width: WIDTH, height });
  for (const block of [0, 1]) {
    const plain = (x: number, width: number) => [
      ...coloursIn(picture, { x, y: blockY(block) + 4, width, height: BLOCK_HEIGHT - 8 }),
    ];
    for (let cell = 0; cell <= 5; cell += 1)
      expect(plain(CELLS_X + cell * CELL_WIDTH - 5, 10), `${block} ${cell}`).toEqual([colour.plate]);
    for (const x of [RESULT_X, RESULT_X + 132, WIDTH - 12])
      expect(plain(x, 12), `${block} ${x}`).toEqual([colour.raised]);
  }
});

test('points alone change at once; another five arrives', () => {
  const later = game([five(IDS.slice(0, 5), 33, 19), SECOND]);
  card.show(later);
  const expected = bench.picture();
  card.show(ORDINARY);
  expect(card.update(later)).toBeNull();
  expect(difference(bench.picture(), expected, 0)).toBe(0);
  const arriving = card.update(game([SECOND, five(IDS.slice(0, 5), 19, 31)]));
  expect(arriving?.duration()).toBeGreaterThan(0.4);
});

test('a second line-up that is told later makes the card grow, and the card leaves whole', () => {
  card.show(game([FIRST]));
  card.update(ORDINARY)?.progress(1, true);
  const grown = bench.picture();
  card.show(ORDINARY);
  expect(difference(grown, bench.picture(), 0)).toBe(0);
  card.exit(10);
  expect(bench.picture().data.every((channel) => channel === 0)).toBe(true);
});
