// What the box score paints, read back from pixels.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boxScore } from '../../../overlays/box-score/graphic.ts';
import { HEAD_HEIGHT, shapeOf, TITLE_HEIGHT } from '../../../overlays/box-score/layout.ts';
import { COLUMNS } from '../../../overlays/box-score/view.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import type { Moment } from '../../../src/time/moment.ts';
import { halfTime, widestBox } from '../../kit/box-game.ts';
import { cardLaws } from '../../kit/card-laws.ts';
import { aMoment, aPlayer } from '../../kit/moments.ts';
import { coloursIn } from '../../kit/pixels.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';

const { colour } = HOUSE_THEME;

cardLaws(boxScore, [
  { name: 'five a side', moment: halfTime(5) },
  { name: 'half-time', moment: halfTime() },
  { name: 'widest', moment: widestBox() },
  { name: 'widest, one team', moment: widestBox(), options: { side: 'home' } },
  {
    name: 'points alone',
    moment: aMoment({ home: { players: { 1: aPlayer('1', { line: { points: 3 } }) } } }),
  },
]);

let bench: Bench;
let card: Awaited<ReturnType<typeof benchScene<{ side: 'both' | 'home' | 'away' }, unknown>>>;
beforeAll(async () => {
  bench = await makeBench();
});
afterAll(() => bench.dispose());

const opened = async (side: 'both' | 'home' | 'away' = 'both') => {
  card = await benchScene(bench, boxScore, { side });
  return card;
};

/** Upper left corner of the sheet, from the pixels. */
function corner(image: ImageData): { x: number; y: number } {
  for (let index = 3; index < image.data.length; index += 4)
    if (image.data[index] !== 0) {
      const pixel = (index - 3) / 4;
      return { x: pixel % image.width, y: Math.floor(pixel / image.width) };
    }
  throw new Error('nothing is drawn');
}

test.each(['both', 'home'] as const)('at its widest no figure touches its neighbour: %s', async (side) => {
  await opened(side);
  card.show(widestBox());
  const image = bench.picture();
  const { x, y } = corner(image);
  const view = boxScore.pick(widestBox(), { side });
  const isAlone = side !== 'both';
  const shape = shapeOf({
    isAlone,
    columns: view?.columns ?? COLUMNS,
    rowCount: 13,
    periodCount: 8,
    room: 0,
  });
  const top = y + TITLE_HEIGHT + HEAD_HEIGHT + 4;
  const grounds = new Set([colour.plate, colour.raised, colour.line]);
  for (const { column, right, width } of shape.columns)
    for (const seam of coloursIn(image, { x: x + right - width + 1, y: top, width: 1, height: 680 }))
      expect([...grounds], `left of ${column}`).toContain(seam);
  card.dispose();
});

test('a new figure is there at once, without motion', async () => {
  const later = halfTime();
  const [first, ...others] = Object.values(later.game.teams);
  if (!first) throw new Error('no team');
  const grown = { ...first, score: (first.score ?? 0) + 3, line: { ...first.line, points: 77 } };
  const after: Moment = {
    ...later,
    game: { ...later.game, teams: Object.fromEntries([grown, ...others].map((team) => [team.id, team])) },
  };
  await opened();
  card.show(after);
  const expected = bench.picture();
  card.show(halfTime());
  expect(card.update(after)).toBeNull();
  expect(difference(bench.picture(), expected, 0)).toBe(0);
  card.dispose();
});

test('a player who joins is there at once', async () => {
  await opened();
  card.show(halfTime(7));
  const expected = bench.picture();
  card.show(halfTime(6));
  expect(card.update(halfTime(7))).toBeNull();
  expect(difference(bench.picture(), expected, 0)).toBe(0);
  card.dispose();
});

test('a player who joins under the way in comes with the rest, without a jump to its end', async () => {
  await opened();
  card.show(halfTime(7));
  const expected = bench.picture();
  const entering = card.enter(halfTime(6), 0.2);
  const goesOn = card.update(halfTime(7), 0);
  const atOnce = bench.picture();
  expect(difference(atOnce, expected, 0)).toBeGreaterThan(0);
  // What it came with before moves nothing any more.
  entering?.time(0.3, true);
  expect(difference(bench.picture(), atOnce, 0)).toBe(0);
  goesOn?.progress(1, true);
  expect(difference(bench.picture(), expected, 0)).toBe(0);
  card.dispose();
});

test('each head is in the colour of its team', async () => {
  await opened();
  card.show(halfTime());
  const image = bench.picture();
  const { x, y } = corner(image);
  const spot = (left: number) => ({ x: left + 8, y: y + TITLE_HEIGHT + 8, width: 8, height: 8 });
  expect([...coloursIn(image, spot(x))]).toEqual(['#552583']);
  expect([...coloursIn(image, spot(x + 856 + 16))]).toEqual(['#007a33']);
  card.dispose();
});
