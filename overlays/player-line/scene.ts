// The player line being drawn: a panel in the team's colour with the number, the name, and the figures under it.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import { roomBesideBug } from '../../src/stage/bug-measures.ts';
import { cardScene } from '../../src/stage/card-scene.ts';
import { makeCardPart } from '../../src/stage/ceremony.ts';
import { beside, cardPlate } from '../../src/stage/cut.ts';
import type { MakeScene } from '../../src/stage/graphic.ts';
import { headPlates } from '../../src/stage/head-plate.ts';
import { TeamPanel } from '../../src/stage/team-panel.ts';
import { FRAME, type Theme } from '../../src/stage/theme.ts';
import { StatCell } from './stat-cell.ts';
import { TEAM_END_WIDTH, TeamEnd } from './team-end.ts';
import type { PlayerLineView } from './view.ts';

const PANEL_WIDTH = 136;
const NAME_HEIGHT = 72;
const STATS_HEIGHT = 88;
const ROW_WIDTH = 880;
const PADDING = 24;
const MOST_STATS = 6;

const WIDTH = PANEL_WIDTH + ROW_WIDTH;
const HEIGHT = NAME_HEIGHT + STATS_HEIGHT;
/** The line's outline, from its corner and from its lower row's. */
const OUTLINE = { x: 0, y: 0, width: WIDTH, height: HEIGHT } as const;
const FROM_STATS = { ...OUTLINE, y: -NAME_HEIGHT } as const;

/** Where the line stands, in units of the frame. */
export const lineArea = (theme: Theme, position: PlayerLineView['position']) => ({
  x: position === 'left' ? theme.safe.x : (FRAME.width - WIDTH) / 2,
  y: roomBesideBug(theme).bottom - HEIGHT,
  width: WIDTH,
  height: HEIGHT,
});

/** Draws the player line. */
export const makePlayerLine: MakeScene<PlayerLineView> = (kit) => {
  const { colour } = kit.theme;
  const guard = makeJerseyGuard(colour);
  const panel = makeCardPart({ order: 0 });
  // The rows' plates come from behind the panel: no picture is seen between them on the way.
  const name = makeCardPart({ order: 1 });
  const stats = makeCardPart({ order: 2, y: NAME_HEIGHT });
  const detail = makeCardPart({ order: 3 });
  // The figures follow one another more closely than the plates do.
  const cells = Array.from(
    { length: MOST_STATS },
    (_, index) => new StatCell(kit, 2 + index * 0.8, index === 0),
  );

  const number = new TeamPanel(kit, { width: PANEL_WIDTH, height: HEIGHT, sizePx: 80, card: OUTLINE });
  panel.plates.addChild(number.plates);
  panel.ink.addChild(number.ink);

  name.plates.addChild(...headPlates(kit, beside({ ...OUTLINE, height: NAME_HEIGHT }), OUTLINE));
  const display = { family: 'display', colour: colour.headText, spacing: 0.5 } as const;
  const names = kit.label({
    face: { ...display, weight: 700, sizePx: 48 },
    maxWidth: ROW_WIDTH - TEAM_END_WIDTH - 3 * PADDING,
    align: 'left',
  });
  const team = new TeamEnd(kit);
  // Above the rule, where the theme has one.
  const middle = (NAME_HEIGHT - kit.theme.shape.rule) / 2;
  names.view.position.set(PANEL_WIDTH + PADDING, middle);
  team.view.position.set(WIDTH - PADDING, middle);
  name.ink.addChild(names.view);
  detail.ink.addChild(team.view);

  const ground = beside({ x: 0, y: 0, width: WIDTH, height: STATS_HEIGHT });
  stats.plates.addChild(cardPlate(kit, { ...ground, colour: colour.plate }, FROM_STATS));
  stats.view.addChild(...cells.map(({ part }) => part.view));

  const view = new Container();
  view.addChild(name.view, stats.view, detail.view, panel.view);

  const parts = [panel, name, stats, detail, ...cells.map(({ part }) => part)];

  const set = (next: PlayerLineView): [] => {
    const { x, y } = lineArea(kit.theme, next.position);
    view.position.set(x, y);
    number.paint(guard(next.homeColour, next.awayColour)[next.side]);
    number.set([next.panel]);
    names.set(next.names);
    team.set(next);
    const share = Math.floor(ROW_WIDTH / next.stats.length);
    for (const [index, cell] of cells.entries())
      cell.set(next.stats[index] ?? null, PANEL_WIDTH + index * share, share);
    return [];
  };

  const isAnother = (next: PlayerLineView, last: PlayerLineView): boolean =>
    next.playerId !== last.playerId || next.side !== last.side;
  return cardScene({ view, parts, set, isAnother }, kit.theme.motion);
};
