// The shot clock being drawn: how it comes and goes, also by itself when the venue's goes off, and lights once at zero.
import { Container } from 'pixi.js';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { finish, type Motion, motion } from '../../src/stage/motion.ts';
import { Face } from './face.ts';
import { BOXES, cornerOf } from './layout.ts';
import type { ShotClockView } from './view.ts';

/** Shares of the theme's `in` and `out`; travels in units. */
const IN = { plates: 0.84, inkAfter: 0.16, ink: 0.68, travel: -16 };
const OUT = { plates: 12 / 14, ink: 8 / 14, travel: -12 };

/** Draws the shot clock. */
export const makeShotClock: MakeScene<ShotClockView> = (kit): Scene<ShotClockView> => {
  const pace = kit.theme.motion;
  const view = new Container();
  const faces = { regular: new Face(kit, BOXES.regular), large: new Face(kit, BOXES.large) };
  view.addChild(faces.regular.view, faces.large.view);
  let face = faces.regular;
  let running: Motion | null = null;

  /** What was moving is brought to its end. */
  const rest = (): void => {
    if (running) finish(running);
    running = null;
  };

  const start = (next: Motion): Motion => {
    running = next;
    return next;
  };

  const set = (next: ShotClockView): void => {
    face = faces[next.size];
    faces.regular.view.visible = next.size === 'regular';
    faces.large.view.visible = next.size === 'large';
    const { x, y } = cornerOf(next.place, BOXES[next.size]);
    view.position.set(x, y);
    face.set(next);
  };

  const hide = (): void => {
    face.wipe.open = 0;
    face.ink.alpha = 0;
  };

  const show = (next: ShotClockView): void => {
    rest();
    set(next);
    face.rest();
    if (next.text === null) hide();
  };

  const wipeIn = (): Motion =>
    motion()
      .fromTo(face.wipe, { open: 0 }, { open: 1, duration: IN.plates * pace.in, ease: pace.easeIn }, 0)
      .fromTo(
        face.ink,
        { y: IN.travel, alpha: 0 },
        { y: 0, alpha: 1, duration: IN.ink * pace.in, ease: pace.easeIn },
        IN.inkAfter * pace.in,
      );

  const wipeOut = (): Motion =>
    motion()
      .fromTo(
        face.ink,
        { y: 0, alpha: 1 },
        { y: OUT.travel, alpha: 0, duration: OUT.ink * pace.out, ease: pace.easeOut },
        0,
      )
      .fromTo(face.wipe, { open: 1 }, { open: 0, duration: OUT.plates * pace.out, ease: pace.easeOut }, 0);

  const light = (): Motion =>
    motion().fromTo(face.flash, { alpha: 1 }, { alpha: 0, duration: pace.settle, ease: pace.easeSettle }, 0);

  return {
    view,
    show,
    enter: (next) => {
      show(next);
      return next.text === null ? motion() : start(wipeIn());
    },
    update: (next, last) => {
      const moved = next.size !== last.size || next.place !== last.place;
      if (moved) {
        show(next);
        return null;
      }
      if (next.text === null && last.text === null) return null;
      if (next.text === null) {
        rest();
        return start(wipeOut());
      }
      set(next);
      if (last.text === null) {
        rest();
        face.rest();
        return start(wipeIn());
      }
      if (!next.expired || last.expired) return null;
      rest();
      return start(light());
    },
    exit: () => {
      rest();
      // What the venue has put out is out already.
      return face.wipe.open === 0 ? motion() : start(wipeOut());
    },
    dispose: () => {
      rest();
      view.destroy({ children: true });
    },
  };
};
