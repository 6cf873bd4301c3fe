// The scorebug being drawn: four blocks in one strip, and how they come, change and go.
import { Container } from 'pixi.js';
import { makeJerseyGuard } from '../../src/game/jersey.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { DURATION, EASE, type Motion, motion, settle } from '../../src/stage/motion.ts';
import { ClockBlock } from './clock-block.ts';
import { CLOCK_WIDTH, cornerOf, TEAM_WIDTH } from './layout.ts';
import { ShotCell } from './shot-cell.ts';
import { TeamBlock } from './team-block.ts';
import type { ScorebugView } from './view.ts';

/** Seconds. A block's plates, then its ink. */
const WIPE = { duration: 0.42, inkAfter: 0.1, ink: 0.32, inkTravel: -24 };
const AWAY = { plates: 0.22, stagger: 0.02, ink: 0.14, inkTravel: -16 };

const SIDES = ['away', 'home'] as const;

/** Draws the scorebug. */
export const makeScorebug: MakeScene<ScorebugView> = (kit): Scene<ScorebugView> => {
  const view = new Container();
  const teams = { away: new TeamBlock(kit, 0), home: new TeamBlock(kit, TEAM_WIDTH) };
  const clock = new ClockBlock(kit, TEAM_WIDTH * 2);
  const shot = new ShotCell(kit, TEAM_WIDTH * 2 + CLOCK_WIDTH);
  const blocks = [teams.away.block, teams.home.block, clock.block, shot.block];
  view.addChild(...blocks.map((block) => block.view));
  const guard = makeJerseyGuard(kit.theme.colour);
  let running: { readonly motion: Motion; readonly entering: boolean } | null = null;

  /** One motion at a time: what the last one moved is brought to its end first. */
  const finish = (): void => {
    if (!running) return;
    settle(running.motion);
    running.motion.kill();
    running = null;
    for (const side of SIDES) teams[side].score.rest();
  };

  const paintJerseys = ({ away, home }: ScorebugView): void => {
    const looks = guard(home.colour, away.colour);
    for (const side of SIDES) teams[side].paint(looks[side]);
  };

  /** All but the scores, at once. */
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
    finish();
    for (const { plates, ink } of blocks) {
      plates.scale.x = 1;
      ink.x = 0;
      ink.alpha = 1;
    }
    set(next);
    for (const side of SIDES) teams[side].score.set(next[side].score);
  };

  const enter = (next: ScorebugView): Motion => {
    show(next);
    const entering = motion();
    blocks.forEach(({ plates, ink }, index) => {
      const at = index * DURATION.stagger;
      const { duration, inkAfter, ink: inkDuration, inkTravel } = WIPE;
      entering
        .fromTo(plates.scale, { x: 0 }, { x: 1, duration, ease: EASE.in }, at)
        .fromTo(
          ink,
          { x: inkTravel, alpha: 0 },
          { x: 0, alpha: 1, duration: inkDuration, ease: EASE.in },
          at + inkAfter,
        );
    });
    running = { motion: entering, entering: true };
    return entering;
  };

  const update = (next: ScorebugView, last: ScorebugView): Motion | null => {
    if (running?.motion.progress() === 1) finish();
    set(next);
    const changed = SIDES.filter((side) => next[side].score !== last[side].score);
    if (changed.length === 0) return null;
    if (running?.entering) {
      // The strip is still on its way in: a figure that changes under the wipe needs no second motion.
      for (const side of changed) teams[side].score.set(next[side].score);
      return null;
    }
    finish();
    const celebrated = motion();
    for (const side of changed) {
      const { score, justScored } = next[side];
      if (justScored && score !== null) teams[side].roll(celebrated, last[side].score, score);
      else teams[side].score.set(score);
    }
    if (celebrated.duration() === 0) return null;
    running = { motion: celebrated, entering: false };
    return celebrated;
  };

  const exit = (): Motion => {
    finish();
    const leaving = motion();
    blocks.forEach(({ plates, ink }, index) => {
      const at = (blocks.length - 1 - index) * AWAY.stagger;
      leaving
        .fromTo(
          ink,
          { x: 0, alpha: 1 },
          { x: AWAY.inkTravel, alpha: 0, duration: AWAY.ink, ease: EASE.out },
          at,
        )
        .fromTo(plates.scale, { x: 1 }, { x: 0, duration: AWAY.plates, ease: EASE.out }, at);
    });
    running = { motion: leaving, entering: false };
    return leaving;
  };

  return {
    view,
    show,
    enter,
    update,
    exit,
    dispose: () => {
      running?.motion.kill();
      running = null;
      view.destroy({ children: true });
    },
  };
};
