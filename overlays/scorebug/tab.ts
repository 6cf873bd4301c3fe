// The tab that slides out of the strip: when another follows, one slides back while the other slides out, from wherever they were.
import { Container } from 'pixi.js';
import type { JerseyPair } from '../../src/game/jersey.ts';
import { glide, type Motion, motion } from '../../src/stage/motion.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { ThemeMotion } from '../../src/stage/theme.ts';
import { type BugLayout, layoutOf } from './layout.ts';
import { type Out, TabFace } from './tab-face.ts';
import type { TabView } from './view.ts';

/** Share of the theme's `in`. */
const SLIDE_IN = 0.84;

export class Tab {
  /** Lies behind the strip. */
  readonly view = new Container();
  /** The one that is out, or coming; the other ones are behind the strip, or on their way there. */
  #current: TabFace;
  #others: TabFace[];
  readonly #pace: ThemeMotion;
  readonly #layout: BugLayout;
  #jerseys: JerseyPair | null = null;
  #out: Out = 'above';

  constructor(kit: StageKit) {
    this.#pace = kit.theme.motion;
    this.#layout = layoutOf(kit.theme);
    // A third, for a tab that comes while two are still moving.
    const [first, ...others] = [new TabFace(kit), new TabFace(kit), new TabFace(kit)] as const;
    this.#current = first;
    this.#others = others;
    this.view.addChild(first.view, ...others.map(({ view }) => view));
  }

  /** As parts of what comes and goes. */
  get faces(): readonly TabFace[] {
    return [this.#current, ...this.#others];
  }

  /** On which side of the strip it comes out, at once; and in which colours. */
  dress(out: Out, jerseys: JerseyPair): void {
    this.#out = out;
    this.#jerseys = jerseys;
    for (const face of this.faces) if (face.shown) this.#say(face, face.shown);
  }

  /** What should be out, at rest, at once. */
  show(tab: TabView | null): void {
    for (const face of this.faces) face.clear();
    if (!tab) return;
    this.#say(this.#current, tab);
    this.#current.slide = 1;
  }

  /** What should be out from now on; the motion to it, or null where it needs none. */
  change(tab: TabView | null): Motion | null {
    if (tab?.key === this.#current.shown?.key) {
      if (tab) this.#say(this.#current, tab);
      return null;
    }
    const moving = motion();
    const { in: inS, out: outS, easeIn, easeOut } = this.#pace;
    const back = { duration: outS, ease: easeOut };
    // Those before it are on their way back already.
    if (this.#current.shown) glide(moving, this.#swap(), { slide: 0 }, back);
    if (!tab) return glide(moving, this.#current, { slide: 0 }, back);
    this.#say(this.#current, tab);
    return glide(moving, this.#current, { slide: 1 }, { duration: SLIDE_IN * inS, ease: easeIn });
  }

  /** The current one becomes one of the others, and is given; the one that is seen least takes its place, in front of them. */
  #swap(): TabFace {
    const before = this.#current;
    const free = this.#others.reduce((least, face) => (face.slide < least.slide ? face : least));
    this.#others = [...this.#others.filter((face) => face !== free), before];
    this.#current = free;
    free.clear();
    this.view.addChild(free.view);
    return before;
  }

  #say(face: TabFace, tab: TabView): void {
    face.set(tab, this.#layout[tab.side ?? 'clock'].x, this.#out);
    face.paint(tab.side === null ? null : (this.#jerseys?.[tab.side] ?? null));
  }
}
