// A figure that changes moves nothing beside it: no word, no other figure, no plate.
import { Container, Sprite } from 'pixi.js';
import { describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import type { Game, Team } from '../../src/game/game.ts';
import type { StatLine } from '../../src/game/stat-line.ts';
import { THEMES, type Theme } from '../../src/stage/theme.ts';
import type { Moment } from '../../src/time/moment.ts';
import { remembering, type Written } from '../kit/ink.ts';
import { aMoment, type MomentWish } from '../kit/moments.ts';
import { benchScene, makeBench } from '../kit/scene-bench.ts';
import { mapTeams, playedGame } from '../shots/played-game.ts';

type Place = Readonly<Record<string, string>>;
const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Where everything of a scene stands that is no part of a line itself; each line by its own origin. */
function placesIn(view: Container, written: readonly Written[]): Place {
  const lines = new Set(written.map((line) => line.view));
  const places: Record<string, string> = {};
  const visit = (one: Container, path: string): void => {
    const { x, y } = one.toGlobal({ x: 0, y: 0 });
    const size = one instanceof Sprite ? [one.width, one.height].map(round) : [];
    places[path] = [round(x), round(y), one.visible, ...size].join(' ');
    if (!lines.has(one)) one.children.forEach((child, index) => visit(child, `${path}/${index}`));
  };
  visit(view, '');
  return places;
}

/** Places of lines alone: bars of a card grow with what they count. */
const linesOf = (written: readonly Written[]): Place =>
  Object.fromEntries(
    written.map(({ view }, index) => {
      const { x, y } = view.toGlobal({ x: 0, y: 0 });
      return [String(index), `${round(x)} ${round(y)} ${view.visible}`];
    }),
  );

async function staged(theme: Theme, id: string, options: Readonly<Record<string, unknown>> = {}) {
  const graphic = graphics.get(id);
  if (!graphic) throw new Error(`there is no graphic ${id}`);
  const bench = await makeBench({ theme, renderer: 'canvas' });
  const { kit, written } = remembering(bench.kit);
  const scene = await benchScene({ stage: bench.stage, kit }, graphic, options);
  const dispose = (): void => {
    scene.dispose();
    bench.dispose();
  };
  return { scene, written, dispose };
}

const said = (written: readonly Written[]): string => written.map((line) => line.shown().text).join('|');

const SIDES: MomentWish = {
  home: { code: 'WWWW', score: 88, fouls: 6, timeouts: 3 },
  away: { code: 'MMMM', score: 91, fouls: 6, timeouts: 3 },
};
const ofHome = (more: Partial<Team>): MomentWish => ({ ...SIDES, home: { ...SIDES.home, ...more } });

const CHANGES: readonly (readonly [name: string, before: MomentWish, after: MomentWish])[] = [
  ['1:11 becomes 1:10', { ...SIDES, clockMs: 71_000 }, { ...SIDES, clockMs: 70_000 }],
  ['10:00 becomes 9:59', { ...SIDES, clockMs: 600_000 }, { ...SIDES, clockMs: 599_000 }],
  ['1:00 becomes 59.9', { ...SIDES, clockMs: 60_000 }, { ...SIDES, clockMs: 59_900 }],
  ['10.0 becomes 9.9', { ...SIDES, clockMs: 10_000 }, { ...SIDES, clockMs: 9_900 }],
  ['24 becomes 23', { ...SIDES, shotClockMs: 24_000 }, { ...SIDES, shotClockMs: 22_900 }],
  ['10 becomes 9', { ...SIDES, shotClockMs: 10_000 }, { ...SIDES, shotClockMs: 8_900 }],
  ['5 becomes 4.9', { ...SIDES, shotClockMs: 5_100 }, { ...SIDES, shotClockMs: 4_900 }],
  ['a score of 9 becomes 10', ofHome({ score: 9 }), ofHome({ score: 10 })],
  ['a score of 99 becomes 100', ofHome({ score: 99 }), ofHome({ score: 100 })],
  ['9 fouls become 10', ofHome({ fouls: 9 }), ofHome({ fouls: 10 })],
  ['1 foul becomes 2', ofHome({ fouls: 1 }), ofHome({ fouls: 2 })],
];

describe.each(Object.values(THEMES))('in $name', (theme) => {
  test.each(['scorebug', 'shot-clock'])('nothing of the %s moves with its figures', async (id) => {
    const { scene, written, dispose } = await staged(theme, id);
    let changed = 0;
    for (const [name, before, after] of CHANGES) {
      scene.show(aMoment(before));
      const [places, words] = [placesIn(scene.scene.view, written), said(written)];
      scene.show(aMoment(after));
      if (said(written) !== words) changed += 1;
      expect(placesIn(scene.scene.view, written), name).toEqual(places);
    }
    expect(changed, 'figures that changed').toBeGreaterThan(2);
    dispose();
  });

  const CARDS = ['player-line', 'box-score', 'efficiency', 'team-comparison', 'top-lineups'];
  test.each(CARDS)('no line of the %s moves with its figures', async (id) => {
    const { moment } = await playedGame();
    const { scene, written, dispose } = await staged(theme, id);
    for (const [before, after] of [
      [9, 10],
      [19, 21],
      [99, 100],
    ] as const) {
      scene.show(counted(moment, before));
      const [places, words] = [linesOf(written), said(written)];
      scene.show(counted(moment, after));
      expect(said(written)).not.toBe(words);
      expect(linesOf(written), `${before} becomes ${after}`).toEqual(places);
    }
    dispose();
  });
});

/** Everything that is counted comes to so much. */
function counted(moment: Moment, count: number): Moment {
  const line: StatLine = {
    ...{ points: count, rebounds: count, assists: count, fouls: count, plusMinus: count },
    ...{ fieldGoalsMade: count, fieldGoalsAttempted: count + 1, turnovers: count, paintPoints: count },
    ...{ threesMade: count, threesAttempted: count + 1, freeThrowsMade: count, freeThrowsAttempted: count },
  };
  const game: Game = mapTeams(moment.game, (team) => ({
    ...team,
    line,
    players: Object.fromEntries(
      Object.entries(team.players).map(([id, player]) => [id, { ...player, line }]),
    ),
    efficiency: ['OVERALL', 'TRANSITION'].map((type) => ({ type, possessions: count, points: count + 1 })),
    lineups: [
      {
        playerIds: team.onFloor.slice(0, 5),
        plusMinus: count,
        pointsScored: count,
        pointsAllowed: count - 1,
      },
    ],
  }));
  return { ...moment, version: moment.version + count, game };
}
