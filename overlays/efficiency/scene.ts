// The efficiency card being drawn: a header, the columns' heads, and the rows.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import { CARD_HEADER_HEIGHT, CardHeader } from '../../src/stage/card-header.ts';
import { cardCorner } from '../../src/stage/card-place.ts';
import { cardScene } from '../../src/stage/card-scene.ts';
import { makeCardPart } from '../../src/stage/ceremony.ts';
import type { MakeScene } from '../../src/stage/graphic.ts';
import { plate } from '../../src/stage/plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { COUNT_X, HEADS_HEIGHT, heightOf, MOST_ROWS, VALUE_X, WIDTH } from './layout.ts';
import { Row } from './row.ts';
import type { EfficiencyView } from './view.ts';

const HEAD_SIZE = 24;

/** Draws the efficiency card. */
export const makeEfficiency: MakeScene<EfficiencyView> = (kit) => {
  const { colour } = kit.theme;
  const guard = makeJerseyGuard(colour);
  const header = new CardHeader(kit, WIDTH);
  const heads = makeHeads(kit);
  const rows = Array.from({ length: MOST_ROWS }, (_, index) => new Row(kit, index));
  const parts = [...header.parts, ...heads, ...rows.flatMap((row) => row.parts)];
  const view = new Container();
  view.addChild(...parts.map((part) => part.view));

  const set = (next: EfficiencyView) => {
    const { overall, full, side } = next;
    const all = overall === null ? next.rows : [overall, ...next.rows];
    const { x, y } = cardCorner(kit.theme, WIDTH, heightOf(all.length));
    view.position.set(x, y);
    const look = guard(next.homeColour, next.awayColour)[side];
    header.set(next, look);
    return rows.flatMap((row, index) => {
      const shown = all[index] ?? null;
      const isOverall = shown !== null && shown === overall;
      row.paint(isOverall ? { fill: colour.quiet, ring: null } : look);
      const mark = isOverall ? null : (overall?.pointsPerPossession ?? null);
      return row.set(shown, { full, mark, isLast: index === all.length - 1 });
    });
  };

  const isAnother = (next: EfficiencyView, last: EfficiencyView): boolean => next.side !== last.side;
  return cardScene({ view, parts, set, isAnother }, kit.theme.motion);
};

/** What the columns of figures are: their plate, and their words, which wait until it has reached them. */
function makeHeads(kit: StageKit) {
  const { quiet, plate: ground } = kit.theme.colour;
  const strip = makeCardPart({ order: 1.2, y: CARD_HEADER_HEIGHT });
  const words = makeCardPart({ order: 3.4, y: CARD_HEADER_HEIGHT });
  strip.plates.addChild(plate({ width: WIDTH, height: HEADS_HEIGHT, colour: ground }));
  for (const [text, x] of [
    ['PTS/POSS', VALUE_X],
    ['POSS', COUNT_X],
  ] as const) {
    const label = kit.label({
      face: { family: 'display', weight: 600, sizePx: HEAD_SIZE, colour: quiet, spacing: 1 },
      maxWidth: 128,
      align: 'right',
      text,
    });
    label.view.position.set(x, HEADS_HEIGHT / 2 + 4);
    words.ink.addChild(label.view);
  }
  return [strip, words];
}
