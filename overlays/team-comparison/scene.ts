// The comparison being drawn: both teams' panels about a title, and under it the rows, all opening from the common line.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import { cardCorner } from '../../src/stage/card-place.ts';
import { cardScene } from '../../src/stage/card-scene.ts';
import { makeCardPart } from '../../src/stage/ceremony.ts';
import { openBelow } from '../../src/stage/cut.ts';
import type { MakeScene } from '../../src/stage/graphic.ts';
import { headPlates } from '../../src/stage/head-plate.ts';
import { TeamPanel } from '../../src/stage/team-panel.ts';
import { HALF_WIDTH, HEADER_HEIGHT, heightOf, MOST_ROWS, NAME_WIDTH, TITLE_WIDTH, WIDTH } from './layout.ts';
import { Row } from './row.ts';
import type { ComparisonView } from './view.ts';

const SIDES = ['away', 'home'] as const;
/** The card's head, from the common line. */
const CARD = openBelow({ x: -HALF_WIDTH, y: 0, width: WIDTH, height: HEADER_HEIGHT });
const NAME = { width: NAME_WIDTH, height: HEADER_HEIGHT, sizePx: 34, card: CARD } as const;

/** Draws the comparison. */
export const makeComparison: MakeScene<ComparisonView> = (kit) => {
  const { colour } = kit.theme;
  const guard = makeJerseyGuard(colour);
  const heading = makeCardPart({ order: 0, x: HALF_WIDTH, travel: { x: 0, y: 8 } });
  // Both halves of the header open from the common line: no picture is seen between them on the way.
  const sides = {
    away: makeCardPart({ order: 0, x: HALF_WIDTH, travel: { x: 16, y: 0 } }),
    home: makeCardPart({ order: 0, x: HALF_WIDTH }),
  };
  const panels = {
    away: new TeamPanel(kit, { ...NAME, x: -HALF_WIDTH, markAt: 'left' }),
    home: new TeamPanel(kit, { ...NAME, x: TITLE_WIDTH / 2, markAt: 'right' }),
  };
  const half = { y: 0, width: TITLE_WIDTH / 2, height: HEADER_HEIGHT };
  for (const side of SIDES) {
    const ground = headPlates(kit, { ...half, x: side === 'home' ? 0 : -half.width }, CARD);
    sides[side].plates.addChild(...ground, panels[side].plates);
    sides[side].ink.addChild(panels[side].ink);
  }
  const face = { family: 'display', colour: colour.headText, spacing: 1 } as const;
  const line = { maxWidth: TITLE_WIDTH - 48, align: 'centre' } as const;
  const title = kit.label({ face: { ...face, weight: 700, sizePx: 40 }, ...line });
  const subtitle = kit.label({
    face: { ...face, weight: 600, sizePx: 26, colour: colour.headQuiet },
    ...line,
  });
  title.view.y = 38;
  subtitle.view.y = 74;
  heading.ink.addChild(title.view, subtitle.view);

  const rows = Array.from({ length: MOST_ROWS }, (_, index) => new Row(kit, index));
  const view = new Container();
  const parts = [sides.away, sides.home, heading, ...rows.flatMap((row) => row.parts)];
  view.addChild(...parts.map((part) => part.view));

  const set = (next: ComparisonView) => {
    const { x, y } = cardCorner(kit.theme, WIDTH, heightOf(next.rows.length));
    view.position.set(x, y);
    const jerseys = guard(next.home.colour, next.away.colour);
    for (const side of SIDES) {
      panels[side].paint(jerseys[side]);
      panels[side].set(next[side].names, next[side].mark);
    }
    title.set(next.title);
    subtitle.set(next.subtitle);
    return rows.flatMap((row, index) => {
      row.paint(jerseys);
      return row.set(next.rows[index] ?? null, index === next.rows.length - 1);
    });
  };

  const isAnother = (next: ComparisonView, last: ComparisonView): boolean =>
    next.title !== last.title || next.span !== last.span;
  return cardScene({ view, parts, set, isAnother }, kit.theme.motion);
};
