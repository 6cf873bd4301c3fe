// The comparison being drawn: both teams' panels about a title, and under it the rows, all opening from the common line.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import { cardCorner } from '../../src/stage/card-place.ts';
import { Ceremony, makeCardPart } from '../../src/stage/ceremony.ts';
import type { MakeScene } from '../../src/stage/graphic.ts';
import { plate } from '../../src/stage/plate.ts';
import { TeamPanel } from '../../src/stage/team-panel.ts';
import { HALF_WIDTH, HEADER_HEIGHT, heightOf, MOST_ROWS, NAME_WIDTH, TITLE_WIDTH, WIDTH } from './layout.ts';
import { Row } from './row.ts';
import type { ComparisonView } from './view.ts';

const SIDES = ['away', 'home'] as const;
const NAME = { width: NAME_WIDTH, height: HEADER_HEIGHT, sizePx: 40 } as const;

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
    away: new TeamPanel(kit, { ...NAME, x: -HALF_WIDTH }),
    home: new TeamPanel(kit, { ...NAME, x: TITLE_WIDTH / 2 }),
  };
  const half = { width: TITLE_WIDTH / 2, height: HEADER_HEIGHT, colour: colour.raised };
  for (const side of SIDES) {
    const ground = plate({ ...half, x: side === 'home' ? 0 : -half.width });
    sides[side].plates.addChild(ground, panels[side].plates);
    sides[side].ink.addChild(panels[side].ink);
  }
  const face = { family: 'display', colour: colour.text, spacing: 1 } as const;
  const line = { maxWidth: TITLE_WIDTH - 48, align: 'centre' } as const;
  const title = kit.label({ face: { ...face, weight: 700, sizePx: 40 }, ...line });
  const subtitle = kit.label({ face: { ...face, weight: 600, sizePx: 26, colour: colour.quiet }, ...line });
  title.view.y = 38;
  subtitle.view.y = 74;
  heading.ink.addChild(title.view, subtitle.view);

  const rows = Array.from({ length: MOST_ROWS }, (_, index) => new Row(kit, index));
  const view = new Container();
  const parts = [sides.away, sides.home, heading, ...rows.flatMap((row) => row.parts)];
  view.addChild(...parts.map((part) => part.view));
  const ceremony = new Ceremony(parts, kit.theme.motion);

  const set = (next: ComparisonView) => {
    const { x, y } = cardCorner(WIDTH, heightOf(next.rows.length));
    view.position.set(x, y);
    const jerseys = guard(next.home.colour, next.away.colour);
    for (const side of SIDES) {
      panels[side].paint(jerseys[side]);
      panels[side].set(next[side].names);
    }
    title.set(next.title);
    subtitle.set(next.subtitle);
    return rows.flatMap((row, index) => {
      row.paint(jerseys);
      return row.set(next.rows[index] ?? null);
    });
  };

  const show = (next: ComparisonView): void => {
    ceremony.rest();
    set(next);
  };

  return {
    view,
    show,
    enter: (next) => {
      show(next);
      return ceremony.enter();
    },
    update: (next, last) => {
      const changing = ceremony.change(() => set(next));
      return next.title === last.title && next.span === last.span ? changing : ceremony.refresh();
    },
    exit: () => ceremony.exit(),
    dispose: () => {
      ceremony.rest();
      view.destroy({ children: true });
    },
  };
};
