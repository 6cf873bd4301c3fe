// The scorebug being drawn: four blocks in one strip, and how they come, change and go.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { finish, type Motion, motion } from '../../src/stage/motion.ts';
import type { Block } from './block.ts';
import { ClockBlock } from './clock-block.ts';
import { CLOCK_WIDTH, cornerOf, TEAM_WIDTH } from './layout.ts';
import { ShotCell } from './shot-cell.ts';
import { Tab } from './tab.ts';
import { TeamBlock } from './team-block.ts';
import type { ScorebugView } from './view.ts';

/** Shares of the theme's `in` and `out`: a block's plates, then its ink. Travels in units. */
const WIPE = { plates: 0.84, inkAfter: 0.32, ink: 0.56, inkTravel: -24 };
const AWAY = { plates: 11 / 14, stagger: 1 / 14, ink: 7 / 14, inkTravel: -16 };

const SIDES = ['away', 'home'] as const;

type Part = Pick<Block, 'wipe' | 'ink'> & { readonly order: number };
const TAB_ORDER = { away: 1, home: 2, clock: 3 } as const;

/** Draws the scorebug. */
export const makeScorebug: MakeScene<ScorebugView> = (kit): Scene<ScorebugView> => {
  const pace = kit.theme.motion;
  const view = new Container();
  const teams = { away: new TeamBlock(kit, 0), home: new TeamBlock(kit, TEAM_WIDTH) };
  const clock = new ClockBlock(kit, TEAM_WIDTH * 2);
  const shot = new ShotCell(kit, TEAM_WIDTH * 2 + CLOCK_WIDTH);
  const blocks = [teams.away.block, teams.home.block, clock.block, shot.block];
  const tab = new Tab(kit);
  view.addChild(tab.view, ...blocks.map((block) => block.view));
  const guard = makeJerseyGuard(kit.theme.colour);
  let entering: Motion | null = null;
  let leaving: Motion | null = null;

  /** What was moving is brought to its end. */
  const rest = (): void => {
    for (const moving of [entering, leaving]) if (moving) finish(moving);
    entering = null;
    leaving = null;
    for (const side of SIDES) teams[side].score.rest();
    tab.rest();
  };

  const paintJerseys = ({ away, home, position }: ScorebugView): void => {
    const looks = guard(home.jersey, away.jersey);
    for (const side of SIDES) teams[side].paint(looks[side]);
    tab.dress(position === 'top-left' ? 'below' : 'above', looks);
  };

  /** What wipes, and its order from the left; the tab comes after its block, and goes before it. */
  const parts = (): readonly Part[] => {
    const strip = blocks.map((block, order) => ({ ...block, order }));
    const { face } = tab;
    if (!face) return strip;
    return [...strip, { wipe: face.wipe, ink: face.ink, order: TAB_ORDER[face.shown?.side ?? 'clock'] }];
  };

  /** All but the scores and the tab, at once. */
  const set = (next: ScorebugView): void => {
    const { x, y } = cornerOf(next.position, next.hasShot);
    view.position.set(x, y);
    paintJerseys(next);
    for (const side of SIDES) teams[side].set(next[side], next.hasDetails);
    clock.set(next.period, next.clock, next.hasShot && next.shot === null);
    shot.block.view.visible = next.hasShot;
    shot.set(next.shot);
  };

  const show = (next: ScorebugView): void => {
    rest();
    for (const { wipe, ink } of blocks) {
      wipe.open = 1;
      ink.x = 0;
      ink.alpha = 1;
    }
    set(next);
    tab.show(next.tab);
    for (const side of SIDES) teams[side].score.set(next[side].score);
  };

  const enter = (next: ScorebugView): Motion => {
    show(next);
    entering = motion();
    const { in: seconds, easeIn: ease, stagger } = pace;
    for (const { wipe, ink, order } of parts()) {
      const at = order * stagger;
      const arrive = { x: 0, alpha: 1, duration: WIPE.ink * seconds, ease };
      entering
        .fromTo(wipe, { open: 0 }, { open: 1, duration: WIPE.plates * seconds, ease }, at)
        .fromTo(ink, { x: WIPE.inkTravel, alpha: 0 }, arrive, at + WIPE.inkAfter * seconds);
    }
    return entering;
  };

  const update = (next: ScorebugView, last: ScorebugView): Motion | null => {
    set(next);
    // Under the wipe a figure changes quietly: it needs no second motion.
    const isEntering = entering !== null && entering.progress() < 1;
    const started: Motion[] = [];
    const slide = tab.change(next.tab);
    if (slide) started.push(slide);
    for (const side of SIDES) {
      const { score, justScored } = next[side];
      const cell = teams[side].score;
      cell.tidy();
      if (score === last[side].score) continue;
      if (justScored && score !== null && !isEntering) started.push(cell.roll(last[side].score, score));
      else cell.set(score);
    }
    return together(started);
  };

  const exit = (): Motion => {
    rest();
    leaving = motion();
    const { out: seconds, easeOut: ease } = pace;
    for (const { wipe, ink, order } of parts()) {
      const at = (blocks.length - 1 - order) * AWAY.stagger * seconds;
      const depart = { x: AWAY.inkTravel, alpha: 0, duration: AWAY.ink * seconds, ease };
      leaving
        .fromTo(ink, { x: 0, alpha: 1 }, depart, at)
        .fromTo(wipe, { open: 1 }, { open: 0, duration: AWAY.plates * seconds, ease }, at);
    }
    return leaving;
  };

  return {
    view,
    show,
    enter,
    update,
    exit,
    dispose: () => {
      rest();
      view.destroy({ children: true });
    },
  };
};

/** Motions that start at once, as one; null for none. */
function together(motions: readonly Motion[]): Motion | null {
  const [only] = motions;
  if (only === undefined || motions.length === 1) return only ?? null;
  const all = motion();
  for (const each of motions) all.add(each.paused(false), 0);
  return all;
}
