// A card as a scene: what it is made of and how a View is set are the card's own; how it comes, changes and goes is the same for all.
import type { Container } from 'pixi.js';
import type { Moment } from '../time/moment.ts';
import { type CardPart, Ceremony } from './ceremony.ts';
import type { Scene } from './graphic.ts';
import { Levels, type Wanted } from './level.ts';
import { type Motion, together } from './motion.ts';
import type { ThemeMotion } from './theme.ts';

export type Card<View> = {
  readonly view: Container;
  readonly parts: readonly CardPart[];
  /** Takes on a View, settled, but for its levels; says where those are wanted. */
  set(next: View): readonly Wanted[];
  /** It is about someone or something else: it arrives anew on its plates. */
  isAnother(next: View, last: View): boolean;
  tick?(moment: Moment): boolean;
};

/** The scene of a card. */
export function cardScene<View>(card: Card<View>, pace: ThemeMotion): Scene<View> {
  const ceremony = new Ceremony(card.parts, pace);
  const levels = new Levels(pace);
  return {
    view: card.view,
    show: (next) => {
      levels.place(card.set(next));
      ceremony.rest();
    },
    hide: () => ceremony.hide(),
    enter: () => ceremony.enter(),
    update: (next, last): Motion | null => {
      const another = card.isAnother(next, last);
      const wanted = card.set(next);
      const sent = levels.send(another ? wanted.map((one) => ({ ...one, isNew: true })) : wanted);
      return together([sent, another ? ceremony.refresh() : null]);
    },
    exit: () => ceremony.exit(),
    ...(card.tick ? { tick: (moment: Moment) => card.tick?.(moment) ?? false } : {}),
    dispose: () => card.view.destroy({ children: true }),
  };
}
