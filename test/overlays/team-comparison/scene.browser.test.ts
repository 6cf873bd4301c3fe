// What the comparison paints, read back from pixels.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { teamComparison } from '../../../overlays/team-comparison/graphic.ts';
import {
  BAR_GAP,
  BAR_LENGTH,
  HALF_WIDTH,
  HEADER_HEIGHT,
  heightOf,
  ROW_HEIGHT,
  WIDTH,
} from '../../../overlays/team-comparison/layout.ts';
import type { StatLine } from '../../../src/game/stat-line.ts';
import { cardCorner } from '../../../src/stage/card-place.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { cardLaws } from '../../kit/card-laws.ts';
import { aMoment } from '../../kit/moments.ts';
import { colourAt, coloursIn } from '../../kit/pixels.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';

const { colour } = HOUSE_THEME;
const LINE: StatLine = {
  fieldGoalsMade: 30,
  fieldGoalsAttempted: 60,
  threesMade: 10,
  threesAttempted: 40,
  freeThrowsMade: 17,
  freeThrowsAttempted: 18,
  rebounds: 41,
  assists: 22,
  turnovers: 9,
  paintPoints: 38,
  secondChancePoints: 12,
};
const WIDEST_LINE: StatLine = {
  fieldGoalsMade: 99,
  fieldGoalsAttempted: 99,
  threesMade: 29,
  threesAttempted: 29,
  freeThrowsMade: 44,
  freeThrowsAttempted: 44,
  rebounds: 188,
  assists: 188,
  turnovers: 188,
  paintPoints: 188,
  secondChancePoints: 188,
};
const game = (homeLine: StatLine, awayLine: StatLine = homeLine) =>
  aMoment({ home: { line: homeLine }, away: { line: awayLine } });
const ORDINARY = game(LINE, { ...LINE, fieldGoalsMade: 20, rebounds: 33 });
const WIDEST = aMoment({
  home: { line: WIDEST_LINE, colour: '#0a0a0a', name: 'Minnesota Timberwolves of the North', code: 'WWWW' },
  away: { line: WIDEST_LINE, colour: '#ffffff', name: 'Oklahoma City Thunder', code: 'MMMM' },
});

cardLaws(teamComparison, [
  { name: 'ordinary', moment: ORDINARY },
  { name: 'widest', moment: WIDEST },
  { name: 'one row', moment: game({ assists: 0 }, { assists: 1 }) },
]);

let bench: Bench;
let card: Awaited<ReturnType<typeof benchScene>>;
beforeAll(async () => {
  bench = await makeBench();
});
afterAll(() => bench.dispose());
beforeEach(async () => {
  bench.stage.removeChildren();
  card = await benchScene(bench, teamComparison);
});

const CORNER = cardCorner(HOUSE_THEME, WIDTH, heightOf(8));
/** How far a row's bars reach from the common line, told from their pixels. */
const reach = (picture: ImageData, row: number) => {
  const y = CORNER.y + HEADER_HEIGHT + row * ROW_HEIGHT + 51;
  const centre = CORNER.x + HALF_WIDTH;
  const span = (direction: 1 | -1): number => {
    let length = 0;
    const at = (step: number) => centre + direction * step - (direction === -1 ? 1 : 0);
    while (length < BAR_LENGTH && colourAt(picture, at(BAR_GAP + length), y) !== colour.raised) length += 1;
    return length;
  };
  return { home: span(1), away: span(-1) };
};

test('bars are as long as their values say, from one line', () => {
  card.show(ORDINARY);
  const { home, away } = reach(bench.picture(), 0);
  expect(home).toBeGreaterThan(180);
  // 50 % and 33.3 %.
  expect(Math.abs(away / home - 2 / 3)).toBeLessThan(0.02);
});

test('on the way in bars grow and figures count; at the end they are as they stand', () => {
  card.show(ORDINARY);
  const rest = bench.picture();
  card.enter(ORDINARY, 0.2);
  const some = reach(bench.picture(), 0);
  expect(some.home).toBeGreaterThan(0);
  expect(some.home).toBeLessThan(reach(rest, 0).home);
  card.enter(ORDINARY, 5);
  expect(reach(bench.picture(), 0)).toEqual(reach(rest, 0));
});

test('a new value is written at once, and its bar grows there', () => {
  const next = game({ ...LINE, fieldGoalsMade: 45 }, { ...LINE, fieldGoalsMade: 20, rebounds: 33 });
  card.show(next);
  const expected = bench.picture();
  card.show(ORDINARY);
  const before = reach(bench.picture(), 0);
  const growing = card.update(next, 0);
  const begun = bench.picture();
  expect(reach(begun, 0)).toEqual(before);
  const figures = { x: CORNER.x + WIDTH - 160, y: CORNER.y + HEADER_HEIGHT, width: 160, height: ROW_HEIGHT };
  const written = bench.picture(null, figures);
  growing?.progress(1, true);
  expect(difference(bench.picture(), expected, 0)).toBe(0);
  expect(difference(bench.picture(null, figures), written, 0)).toBe(0);
});

test('a value that changes again while its bar grows ends where it should, whoever plays the older motion', () => {
  const values = [33, 39, 45].map((fieldGoalsMade) => game({ ...LINE, fieldGoalsMade }, LINE));
  const [first, second, third] = values as [typeof ORDINARY, typeof ORDINARY, typeof ORDINARY];
  card.show(third);
  const expected = bench.picture();
  card.show(first);
  const older = card.update(second, 0.1);
  card.update(third, 0.1)?.progress(1, true);
  older?.time(0.3, true);
  expect(difference(bench.picture(), expected, 0)).toBe(0);
});

test('a value that changes on the way in is arrived at', () => {
  const next = game({ ...LINE, fieldGoalsMade: 45 }, LINE);
  card.show(next);
  const expected = bench.picture();
  const entering = card.enter(ORDINARY, 0.15);
  card.update(next, 0.1)?.progress(1, true);
  entering?.progress(1, true);
  expect(difference(bench.picture(), expected, 0)).toBe(0);
});

test('at their widest, figures keep clear of the edge and of the bars', () => {
  card.show(WIDEST);
  const picture = bench.picture(null, { ...CORNER, width: WIDTH, height: heightOf(8) });
  for (let row = 0; row < 8; row += 1) {
    const y = HEADER_HEIGHT + row * ROW_HEIGHT;
    for (const x of [
      0,
      WIDTH - 24,
      HALF_WIDTH - BAR_GAP - BAR_LENGTH - 13,
      HALF_WIDTH + BAR_GAP + BAR_LENGTH + 1,
    ])
      expect([...coloursIn(picture, { x, y, width: 12, height: ROW_HEIGHT - 2 })], `${row} ${x}`).toEqual([
        colour.plate,
      ]);
  }
});

test('no figure lies on the picture while its plate is on the way', () => {
  for (const seconds of [0.1, 0.2, 0.25, 0.3, 0.4, 0.5]) {
    card.enter(WIDEST, seconds);
    const picture = bench.picture(null, { ...CORNER, width: WIDTH, height: heightOf(8) });
    // Between the plate's edge and the frame there is nothing at all: ink on it would leave a gap in what is drawn.
    for (let row = 0; row < 8; row += 1) {
      const y = HEADER_HEIGHT + row * ROW_HEIGHT + 60;
      const ink = HEADER_HEIGHT + row * ROW_HEIGHT + 33;
      const drawn = (x: number, at: number) => (picture.data[(at * WIDTH + x) * 4 + 3] ?? 0) > 0;
      for (let x = HALF_WIDTH; x < WIDTH; x += 1)
        if (drawn(x, ink) && !drawn(x, y)) throw new Error(`ink off its plate at ${seconds} s, row ${row}`);
    }
  }
});
