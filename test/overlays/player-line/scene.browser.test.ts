// What the player line paints, read back from pixels.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playerLine } from '../../../overlays/player-line/graphic.ts';
import { lineArea } from '../../../overlays/player-line/scene.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { cardLaws } from '../../kit/card-laws.ts';
import { aMoment, aPlayer } from '../../kit/moments.ts';
import { coloursIn } from '../../kit/pixels.ts';
import { type Bench, benchScene, difference, makeBench } from '../../kit/scene-bench.ts';

const { colour } = HOUSE_THEME;
const WIDEST_LINE = {
  points: 100,
  rebounds: 55,
  assists: 30,
  fieldGoalsMade: 36,
  fieldGoalsAttempted: 63,
  threesMade: 14,
  threesAttempted: 14,
  freeThrowsMade: 28,
  freeThrowsAttempted: 28,
  fouls: 6,
  plusMinus: -58,
};
const player = (id: string, points: number) =>
  aPlayer(id, { line: { points, rebounds: 4, assists: 2, fouls: 1 } });
const ORDINARY = aMoment({ home: { players: { 7: player('7', 18), 8: player('8', 11) } } });
const WIDEST = aMoment({
  home: {
    code: 'WWWW',
    colour: '#ffffff',
    players: {
      7: aPlayer('7', {
        number: '00',
        firstName: 'Kentavious',
        lastName: 'Caldwell-Pope',
        position: 'G-F',
        line: WIDEST_LINE,
      }),
    },
  },
});
const BARE = aMoment({
  home: {
    code: 'WWWW',
    colour: '#0a0a0a',
    players: { 7: aPlayer('7', { number: null, line: { fouls: 0 } }) },
  },
});

cardLaws(playerLine, [
  { name: 'ordinary', moment: ORDINARY, options: { player: '7' } },
  { name: 'widest', moment: WIDEST, options: { player: '7', position: 'left' } },
  { name: 'widest percentages', moment: WIDEST, options: { player: '7', stats: 'shooting' } },
  { name: 'one figure, no number, a dark jersey', moment: BARE, options: { player: '7' } },
]);

let bench: Bench;
beforeAll(async () => {
  bench = await makeBench();
});
afterAll(() => bench.dispose());

const AREA = lineArea(HOUSE_THEME, 'centre');
const STATS = { x: AREA.x + 136, y: AREA.y + 72, width: 880, height: 88 };
const NAMES = { x: AREA.x + 136, y: AREA.y, width: 880, height: 72 };

test('at its widest no figure touches the line between it and the next', async () => {
  const card = await benchScene(bench, playerLine, { player: '7', stats: 'shooting' });
  card.show(WIDEST);
  const picture = bench.picture(null, STATS);
  const share = Math.floor(STATS.width / 6);
  for (let cell = 1; cell < 6; cell += 1)
    for (const x of [cell * share - 4, cell * share + 3])
      expect([...coloursIn(picture, { x, y: 0, width: 2, height: 88 })], `${cell}`).toEqual([colour.plate]);
  card.dispose();
});

test('the widest name stands whole, and clear of the team beside it', async () => {
  const card = await benchScene(bench, playerLine, { player: '7' });
  card.show(WIDEST);
  const picture = bench.picture(null, NAMES);
  const plain = (x: number) => coloursIn(picture, { x, y: 0, width: 1, height: 72 }).size === 1;
  let gap = 0;
  let widest = 0;
  for (let x = 24; x < NAMES.width - 24; x += 1) {
    gap = plain(x) ? gap + 1 : 0;
    widest = Math.max(widest, gap);
  }
  expect(widest).toBeGreaterThan(48);
  expect([...coloursIn(picture, { x: 0, y: 0, width: 20, height: 72 })]).toEqual([colour.raised]);
  expect([...coloursIn(picture, { x: 860, y: 0, width: 20, height: 72 })]).toEqual([colour.raised]);
  card.dispose();
});

test('a new figure is there at once; another player arrives', async () => {
  const card = await benchScene(bench, playerLine, { player: '7' });
  const later = aMoment({ home: { players: { 7: player('7', 20), 8: player('8', 11) } } });
  card.show(later);
  const expected = bench.picture(null, AREA);
  card.show(ORDINARY);
  expect(card.update(later)).toBeNull();
  expect(difference(bench.picture(null, AREA), expected, 0)).toBe(0);
  const [seven, eight] = ['7', '8'].map((id) =>
    playerLine.pick(later, playerLine.options.parse({ player: id })),
  );
  if (!seven || !eight) throw new Error('nothing picked');
  expect(card.scene.update(eight, seven)?.duration()).toBeGreaterThan(0.3);
  card.dispose();
});

test('the panel is in the colour of the jersey', async () => {
  const card = await benchScene(bench, playerLine, { player: '7' });
  card.show(ORDINARY);
  const corner = { x: AREA.x + 4, y: AREA.y + 4, width: 8, height: 8 };
  expect([...coloursIn(bench.picture(null, corner), { x: 0, y: 0, width: 8, height: 8 })]).toEqual([
    '#007a33',
  ]);
  card.dispose();
});
