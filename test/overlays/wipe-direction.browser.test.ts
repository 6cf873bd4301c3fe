// What is written comes from where its plates open: along its row, or from above; and parts follow one another in both.
import { Container } from 'pixi.js';
import { describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { type CardPart, Ceremony, makeCardPart } from '../../src/stage/ceremony.ts';
import { seek } from '../../src/stage/motion.ts';
import { HOUSE_THEME, THEMES } from '../../src/stage/theme.ts';
import { wipeOf } from '../../src/stage/wipe.ts';
import { isSeen, remembering } from '../kit/ink.ts';
import { benchScene, makeBench } from '../kit/scene-bench.ts';
import { playedGame } from '../shots/played-game.ts';

/** Seconds: on the way. */
const ON_ITS_WAY = 0.16;
/** There lines stand by somebody who moves. */
const MOVING = ['player-dots', 'floor-dots'];
const ids = [...graphics.keys()].filter((id) => !MOVING.includes(id));
const DOWN = Object.values(THEMES).filter(({ motion }) => motion.wipe === 'down');

describe.each(DOWN)('in $name', (theme) => {
  test.each(ids)('nothing that the %s says travels along its row', async (id) => {
    const graphic = graphics.get(id);
    if (!graphic) throw new Error(`there is no graphic ${id}`);
    const bench = await makeBench({ theme, renderer: 'canvas' });
    const { kit, written } = remembering(bench.kit);
    const scene = await benchScene({ stage: bench.stage, kit }, graphic);
    const { moment } = await playedGame();
    const places = (): (number | null)[] =>
      written.map(({ view }) => (isSeen(view) ? Math.round(view.toGlobal({ x: 0, y: 0 }).x * 100) : null));
    scene.show(moment);
    const settled = places();
    scene.enter(moment, ON_ITS_WAY);
    const moving = places().map((x, index) => (x === null ? null : [x, settled[index]]));
    expect(moving.filter((pair) => pair !== null && pair[0] !== pair[1])).toEqual([]);
    expect(moving.some((pair) => pair !== null)).toBe(true);
    scene.dispose();
    bench.dispose();
  });
});

/** As a part that knows its order only when it is asked. */
class LatePart implements CardPart {
  readonly view = new Container();
  readonly plates = new Container();
  readonly ink = new Container();
  readonly wipe = wipeOf(this.plates, 'x');
  readonly travel = { x: -16, y: 0 };
  readonly grows = [];
  get order(): number {
    return 3;
  }
}

test.each([...DOWN, HOUSE_THEME])(
  'in $name parts whose order is worked out follow one another too',
  (theme) => {
    const [first, later] = [makeCardPart({ order: 0 }), new LatePart()];
    const ceremony = new Ceremony([first, later], theme.motion);
    ceremony.hide();
    const entering = ceremony.enter();
    seek(entering, 2.5 * theme.motion.stagger);
    expect(first.plates.visible).toBe(true);
    expect(later.plates.visible).toBe(false);
    expect(entering.duration()).toBeGreaterThan(theme.motion.stagger * 3);
  },
);
