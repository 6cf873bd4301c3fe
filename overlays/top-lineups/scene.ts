// The line-ups card being drawn: a header, and under it a block for each line-up.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import { CardHeader } from '../../src/stage/card-header.ts';
import { cardCorner } from '../../src/stage/card-place.ts';
import { cardScene } from '../../src/stage/card-scene.ts';
import type { MakeScene } from '../../src/stage/graphic.ts';
import { same } from '../../src/stage/same.ts';
import { heightOf, MOST_LINEUPS, WIDTH } from './layout.ts';
import { LineupBlock } from './lineup-block.ts';
import type { LineupsView } from './view.ts';

const playersOf = ({ lineups }: LineupsView) => lineups.map(({ players }) => players);

/** Draws the line-ups card. */
export const makeLineups: MakeScene<LineupsView> = (kit) => {
  const guard = makeJerseyGuard(kit.theme.colour);
  const header = new CardHeader(kit, WIDTH);
  const blocks = Array.from({ length: MOST_LINEUPS }, (_, index) => new LineupBlock(kit, index));
  const parts = [...header.parts, ...blocks.flatMap((block) => block.parts)];
  const view = new Container();
  view.addChild(...parts.map((part) => part.view));

  const set = (next: LineupsView): [] => {
    const { x, y } = cardCorner(kit.theme, WIDTH, heightOf(next.lineups.length));
    view.position.set(x, y);
    const look = guard(next.homeColour, next.awayColour)[next.side];
    header.set(next, look);
    const last = next.lineups.length - 1;
    for (const [index, block] of blocks.entries())
      block.set(next.lineups[index] ?? null, look, index === last);
    return [];
  };

  const isAnother = (next: LineupsView, last: LineupsView): boolean =>
    next.side !== last.side || !same(playersOf(next), playersOf(last));
  return cardScene({ view, parts, set, isAnother }, kit.theme.motion);
};
