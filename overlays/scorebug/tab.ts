// The tab that slides out of the strip: when another follows, one slides back while the other slides out, from wherever they were.
import { Container } from 'pixi.js';
import type { JerseyPair } from '../../src/game/jersey.ts';
import { finish, type Motion, motion } from '../../src/stage/motion.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { ThemeMotion } from '../../src/stage/theme.ts';
import { TEAM_WIDTH } from './layout.ts';
import { type Out, TabFace } from './tab-face.ts';
import type { TabView } from './view.ts';

/** Share of the theme's `in`. */
const SLIDE_IN = 0.84;
const X = { away: 0, home: TEAM_WIDTH, clock: TEAM_WIDTH * 2 } as const;

export class Tab {
  /** Lies behind the strip. */
  readonly view = new Container();
  /** The one that is out, or coming; the other ones are behind the strip, or on their way there. */
  #current: TabFace;
  #others: TabFace[];
  #moving: Motion | null = null;
  readonly #pace: ThemeMotion;
  #jerseys: JerseyPair | null = null;
  #out: Out = 'above';

  constructor(kit: StageKit) {
    this.#pace = kit.theme.motion;
    // A third, for a tab that comes while two are still moving.
    const [first, ...others] = [new TabFace(kit), new TabFace(kit), new TabFace(kit)] as const;
    this.#current = first;
    this.#others = others;
    this.view.addChild(first.view, ...others.map(({ view }) => view));
  }

  /** The one that is out, or coming; null for none. */
  get face(): TabFace | null {
    return this.#current.shown ? this.#current : null;
  }

  /** On which side of the strip it comes out, at once; and in which colours. */
  dress(out: Out, jerseys: JerseyPair): void {
    this.#out = out;
    this.#jerseys = jerseys;
    for (const face of [this.#current, ...this.#others]) if (face.shown) this.#say(face, face.shown);
  }

  /** What should be out, at rest, at once. */
  show(tab: TabView | null): void {
    this.rest();
    if (tab) this.#say(this.#current, tab);
    else this.#current.clear();
    this.#current.rest();
  }

  /** What should be out from now on; the motion to it, or null where it needs none. */
  change(tab: TabView | null): Motion | null {
    if (tab?.key === this.#current.shown?.key) {
      if (tab) this.#say(this.#current, tab);
      return null;
    }
    // Not to its end: what moves goes on from where it is.
    this.#moving?.clear();
    if (this.#current.shown) this.#swap();
    const moving = motion();
    const { in: inS, out: outS, easeIn, easeOut } = this.#pace;
    this.#moving = moving;
    for (const face of this.#others) {
      if (face.slide === 0) face.clear();
      else moving.fromTo(face, { slide: face.slide }, { slide: 0, duration: outS, ease: easeOut }, 0);
    }
    if (tab) {
      this.#say(this.#current, tab);
      moving.fromTo(this.#current, { slide: 0 }, { slide: 1, duration: SLIDE_IN * inS, ease: easeIn }, 0);
    }
    return moving;
  }

  /** What was moving is brought to its end; what is no longer out says nothing. */
  rest(): void {
    if (this.#moving) finish(this.#moving);
    this.#moving = null;
    for (const face of this.#others) face.clear();
    this.#current.rest();
  }

  /** The current one becomes one of the others; the one that is seen least takes its place, in front of them. */
  #swap(): void {
    const free = this.#others.reduce((least, face) => (face.slide < least.slide ? face : least));
    this.#others = [...this.#others.filter((face) => face !== free), this.#current];
    this.#current = free;
    free.clear();
    this.view.addChild(free.view);
  }

  #say(face: TabFace, tab: TabView): void {
    face.set(tab, X[tab.side ?? 'clock'], this.#out);
    face.paint(tab.side === null ? null : (this.#jerseys?.[tab.side] ?? null));
  }
}
