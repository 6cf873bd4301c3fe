// The scorebug being drawn: four blocks in a strip or a stack, and how they come, change and go.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import { Ceremony } from '../../src/stage/ceremony.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { type Motion, together } from '../../src/stage/motion.ts';
import { same } from '../../src/stage/same.ts';
import { ClockBlock } from './clock-block.ts';
import { cornerOf, isAtTop } from './layout.ts';
import { ShotCell } from './shot-cell.ts';
import { Tab } from './tab.ts';
import { TeamBlock } from './team-block.ts';
import type { ScorebugView } from './view.ts';

const SIDES = ['away', 'home'] as const;

const isLaidAs = (a: ScorebugView, b: ScorebugView): boolean =>
  a.position === b.position && a.hasShot === b.hasShot;
const isDressedAs = (a: ScorebugView, b: ScorebugView): boolean =>
  a.position === b.position && same(a.away.jersey, b.away.jersey) && same(a.home.jersey, b.home.jersey);

/** Draws the scorebug. */
export const makeScorebug: MakeScene<ScorebugView> = (kit): Scene<ScorebugView> => {
  const view = new Container();
  const teams = { away: new TeamBlock(kit, 'away', 0), home: new TeamBlock(kit, 'home', 1) };
  const clock = new ClockBlock(kit, 2);
  const shot = new ShotCell(kit, 3);
  const blocks = [teams.away.block, teams.home.block, clock.block, shot.block];
  const tab = new Tab(kit);
  view.addChild(tab.view, ...blocks.map((block) => block.view));
  const guard = makeJerseyGuard(kit.theme.colour);
  const ceremony = new Ceremony([...tab.faces, ...blocks], kit.theme.motion);

  const paintJerseys = ({ away, home, position }: ScorebugView): void => {
    const looks = guard(home.jersey, away.jersey);
    for (const side of SIDES) teams[side].paint(looks[side]);
    tab.dress(isAtTop(kit.theme, position) ? 'below' : 'above', looks);
  };

  /** What was set last. */
  let stands: ScorebugView | null = null;
  /** All but the scores and the tab, at once. Most often a figure of a clock is all that is new. */
  const set = (next: ScorebugView): void => {
    const last = stands;
    stands = next;
    if (!last || !isLaidAs(next, last)) {
      const { x, y } = cornerOf(kit.theme, next.position, next.hasShot);
      view.position.set(x, y);
      clock.fit(next.hasShot);
    }
    if (!last || !isDressedAs(next, last)) paintJerseys(next);
    for (const side of SIDES) {
      const isOther = !last || next.hasDetails !== last.hasDetails || !same(next[side], last[side]);
      if (isOther) teams[side].set(next[side], next.hasDetails);
      teams[side].dim(next.dim);
    }
    clock.set(next.period, next.clock, next.hasShot && next.shot === null);
    clock.dim(next.dim.clock);
    shot.block.view.visible = next.hasShot;
    shot.set(next.shot, next.dim.shot);
  };

  const show = (next: ScorebugView): void => {
    set(next);
    tab.show(next.tab);
    for (const side of SIDES) teams[side].score.set(next[side].score);
    ceremony.rest();
  };

  const update = (next: ScorebugView, last: ScorebugView): Motion | null => {
    set(next);
    // Under the wipe a figure changes quietly.
    const { isAtRest } = ceremony;
    const started = SIDES.map((side): Motion | null => {
      const { score, justScored } = next[side];
      if (score === last[side].score) return null;
      const cell = teams[side].score;
      return justScored && score !== null && isAtRest ? cell.roll(score) : cell.correct(score);
    });
    return together([tab.change(next.tab), ...started]);
  };

  return {
    view,
    show,
    hide: () => ceremony.hide(),
    enter: () => ceremony.enter(),
    update,
    exit: () => ceremony.exit(),
    dispose: () => view.destroy({ children: true }),
  };
};
