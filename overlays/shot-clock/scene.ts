// The shot clock being drawn: how it comes and goes, also by itself when the venue's goes off, and lights once at zero.
import { Container } from 'pixi.js';
import { Ceremony } from '../../src/stage/ceremony.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { glide, type Motion, motion } from '../../src/stage/motion.ts';
import { Face } from './face.ts';
import { BOXES, cornerOf } from './layout.ts';
import type { ShotClockView } from './view.ts';

/** Draws the shot clock. */
export const makeShotClock: MakeScene<ShotClockView> = (kit): Scene<ShotClockView> => {
  const view = new Container();
  const faces = { regular: new Face(kit, BOXES.regular), large: new Face(kit, BOXES.large) };
  view.addChild(faces.regular.view, faces.large.view);
  const ceremony = new Ceremony([faces.regular, faces.large], kit.theme.motion);
  /** The venue has put it out. */
  let isOff = false;

  const set = (next: ShotClockView): void => {
    isOff = next.text === null;
    faces.regular.view.visible = next.size === 'regular';
    faces.large.view.visible = next.size === 'large';
    const { x, y } = cornerOf(kit.theme, next.place, BOXES[next.size]);
    view.position.set(x, y);
    faces[next.size].set(next);
  };

  const light = ({ size }: ShotClockView): Motion => {
    const { settle: duration, easeSettle: ease } = kit.theme.motion;
    const { flash } = faces[size];
    flash.alpha = 1;
    return glide(motion(), flash, { alpha: 0 }, { duration, ease });
  };

  return {
    view,
    show: (next) => {
      set(next);
      for (const face of [faces.regular, faces.large]) face.flash.alpha = 0;
      if (isOff) ceremony.hide();
      else ceremony.rest();
    },
    hide: () => ceremony.hide(),
    enter: () => (isOff ? motion() : ceremony.enter()),
    update: (next, last) => {
      set(next);
      if (isOff) return last.text === null ? null : ceremony.exit();
      if (last.text === null) return ceremony.enter();
      return next.expired && !last.expired ? light(next) : null;
    },
    // What the venue has put out is out already.
    exit: () => (isOff && ceremony.isHidden ? motion() : ceremony.exit()),
    dispose: () => view.destroy({ children: true }),
  };
};
