// The drawing of the player dots: panel, floor, camera, dots and ball. Places come with every tick; a View only says who may come, and how he looks.
import { Container, Rectangle } from 'pixi.js';
import { courtOf } from '../../src/game/court.ts';
import { roomBesideBug } from '../../src/stage/bug-measures.ts';
import { both, type Changed } from '../../src/stage/changed.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { glide, type Motion, motion } from '../../src/stage/motion.ts';
import { NAMED_TENTHS } from '../../src/stage/name-places.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { Tenths } from '../../src/stage/tenths.ts';
import { FRAME, type Theme } from '../../src/stage/theme.ts';
import { wipeAxis } from '../../src/stage/wipe.ts';
import type { Moment } from '../../src/time/moment.ts';
import { BALL_COLOUR, Ball } from './ball.ts';
import { FloorCamera } from './camera.ts';
import { DotNames } from './dot-names.ts';
import { haloPicture } from './dot-picture.ts';
import { DotPool } from './dot-pool.ts';
import { Floor } from './floor.ts';
import { SEEN_TENTHS } from './followed-window.ts';
import { Halo } from './halo.ts';
import { Handler } from './handler.ts';
import { HEAD_HEIGHT, Head } from './head.ts';
import { knownAt } from './known.ts';
import type { DotsView } from './view.ts';

/** The panel, in units. */
export const PANEL = { width: 1016, height: 536 } as const;
/** What of it is floor: all below its head. */
export const FLOOR = { width: PANEL.width, height: PANEL.height - HEAD_HEIGHT } as const;
/** Its upper edge: it stands as low as the scorebug allows. */
export const panelY = (theme: Theme): number => roomBesideBug(theme).bottom - PANEL.height;
const RISE = 16;
/** Shares of the theme's `in` and `out`: what lives on the floor comes after it, and goes before it. */
const LIFE = { after: 0.3, out: 8 / 14 } as const;

/** What lies on the floor, lowest first; trails lie from above -1 to 0. */
const DEPTH = { shadow: -1, selected: 1, handler: 2 } as const;

/** Dots are ordered anew so often: side by side they would else flicker. Tenths of a second. */
const ORDERED_TENTHS = 2;
/** How long the ring takes to come about who has the ball, in milliseconds. */
const RING_COMES_MS = 180;
/** How long the window takes to another view of the floor, in seconds. */
const TURN_S = 0.8;

const panelX = ({ safe }: Theme, position: DotsView['position']): number => {
  const last = FRAME.width - safe.x - PANEL.width;
  if (position === 'left') return safe.x;
  return position === 'right' ? last : (safe.x + last) / 2;
};

class DotsScene implements Scene<DotsView> {
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #panel = new Container();
  /** What lies still, and all that stands and moves on it. */
  readonly #ground = new Container();
  readonly #life = new Container();
  /** Of that, what lies on the floor: its origin is the floor's corner. */
  readonly #field = new Container();
  readonly #pool: DotPool;
  readonly #head: Head;
  readonly #handler = new Handler();
  readonly #handlerHalo: Halo;
  readonly #selectedHalo: Halo;
  #floor: Floor | null = null;
  #camera: FloorCamera | null = null;
  #names: DotNames | null = null;
  readonly #tenths = new Tenths(SEEN_TENTHS + NAMED_TENTHS);
  #ball: Ball | null = null;
  #shown: DotsView | null = null;
  #possessionId: string | null = null;
  /** Asks for a drawing at the next tick whatever stands still. */
  #stale = true;
  #open = 1;

  constructor(kit: StageKit) {
    this.#kit = kit;
    this.#pool = new DotPool(kit);
    this.#head = new Head(kit, PANEL.width, BALL_COLOUR);
    this.#handlerHalo = new Halo(haloPicture(kit, BALL_COLOUR));
    this.#selectedHalo = new Halo(haloPicture(kit, kit.theme.colour.text));
    this.#panel.y = panelY(kit.theme);
    this.#panel.visible = false;
    // Known beforehand: nobody has to look for how far everything on it reaches.
    this.#panel.boundsArea = new Rectangle(0, 0, PANEL.width, PANEL.height);
    this.#field.y = HEAD_HEIGHT;
    const { low, names, high } = this.#pool;
    this.#selectedHalo.ring.depth = DEPTH.selected;
    this.#handlerHalo.ring.depth = DEPTH.handler;
    low.add(this.#selectedHalo.ring);
    low.add(this.#handlerHalo.ring);
    this.#field.addChild(low.view, names, high.view);
    this.#life.addChild(this.#head.view, this.#field);
    this.#panel.addChild(this.#ground, this.#life);
    this.view.addChild(this.#panel);
  }

  show(view: DotsView): void {
    this.#apply(view);
    this.turned = 1;
    this.#pose({ open: 1, alpha: 1, y: 0 });
  }

  hide(): void {
    this.#pose({ open: 0, alpha: 0, y: this.#rise });
  }

  enter(): Motion {
    const { in: duration, easeIn: ease } = this.#kit.theme.motion;
    const after = LIFE.after * duration;
    const entering = glide(motion(), this, { open: 1 }, { duration, ease });
    return glide(entering, this.#life, { alpha: 1, y: 0 }, { duration: duration - after, ease }, after);
  }

  update(next: DotsView, last: DotsView): Motion | null {
    this.#apply(next);
    if (next.view === last.view || this.#camera?.mode !== next.view) return null;
    this.turned = 0;
    return glide(motion(), this, { turned: 1 }, { duration: TURN_S, ease: 'power2.inOut' });
  }

  exit(): Motion {
    const { out: duration, easeOut: ease } = this.#kit.theme.motion;
    const leave = { duration: LIFE.out * duration, ease };
    const leaving = glide(motion(), this.#life, { alpha: 0, y: this.#rise }, leave);
    return glide(leaving, this, { open: 0 }, { duration, ease });
  }

  /** How much of panel and floor is open, by one edge: 0 to 1. */
  get open(): number {
    return this.#open;
  }
  set open(part: number) {
    this.#open = part;
    if (this.#floor) this.#floor.reveal = part;
  }

  /** How far the window has gone over to the view that is wanted now: 0 to 1. */
  get turned(): number {
    return this.#camera?.turned ?? 1;
  }
  set turned(part: number) {
    if (this.#camera) this.#camera.turned = part;
  }

  tick(moment: Moment): Changed {
    const camera = this.#camera;
    if (camera === null || this.#floor === null) return false;
    const tenths = this.#tenths;
    tenths.look(moment);
    const comesOrGoes = this.#notice(moment);
    let changed: Changed = this.#stale;
    if (camera.follow(moment, tenths) || this.#stale) {
      this.#floor.place(camera);
      changed = true;
    }
    if (camera.isAtRest && this.#floor.rest(this.#panel)) changed = true;
    this.#stale = false;
    if (this.#move(moment, camera)) changed = both('flocks', changed);
    // Names are none of a flock.
    if (this.#names?.place(this.#pool.all, moment.atMs, tenths)) changed = true;
    this.#pool.lay();
    return comesOrGoes || (this.#panel.visible && changed);
  }

  dispose(): void {
    this.#pool.dispose();
    this.#floor?.dispose();
    this.view.destroy({ children: true });
  }

  /** Shows the panel while places are known. True when it comes or goes. */
  #notice(moment: Moment): boolean {
    const was = this.#panel.alpha;
    this.#panel.alpha = knownAt(moment, this.#tenths);
    this.#panel.visible = this.#panel.alpha > 0;
    return this.#panel.alpha !== was;
  }

  /** Puts all pieces where they are at that moment. True when one moved. */
  #move(moment: Moment, camera: FloorCamera): boolean {
    const tenths = this.#tenths;
    const handlerId = this.#handler.follow(moment, tenths, this.#possessionId);
    const lately = tenths.ago(tenths.sinceMultiple(ORDERED_TENTHS));
    let moved = this.#pool.place(moment, camera, lately, handlerId);
    const part = Math.min(1, (moment.atMs - this.#handler.sinceMs) / RING_COMES_MS);
    if (this.#placeHalos(handlerId, part)) moved = true;
    return this.#placeBall(moment, camera, handlerId !== null) || moved;
  }

  #placeBall(moment: Moment, camera: FloorCamera, held: boolean): boolean {
    if (this.#ball === null) return false;
    const { ball } = moment;
    return ball === null ? this.#ball.hide() : this.#ball.place(ball, camera, moment, held);
  }

  /** About who has the ball, as far as its ring has come; who stands out has his own for the rest. */
  #placeHalos(handlerId: string | null, part: number): boolean {
    const selectedId = this.#shown?.selected ?? null;
    const changed = this.#handlerHalo.place(this.#pool.seen(handlerId), part);
    const own = selectedId === handlerId ? 1 - part : 1;
    return this.#selectedHalo.place(this.#pool.seen(selectedId), own) || changed;
  }

  /** What lives on the floor comes from below; where plates open downwards, from above. */
  get #rise(): number {
    return wipeAxis(this.#kit.theme.motion) === 'x' ? RISE : -RISE / 2;
  }

  #pose({ open, alpha, y }: { readonly open: number; readonly alpha: number; readonly y: number }): void {
    this.open = open;
    this.#life.alpha = alpha;
    this.#life.y = y;
  }

  #apply(view: DotsView): void {
    const last = this.#shown;
    this.#shown = view;
    this.#panel.x = panelX(this.#kit.theme, view.position);
    if (last?.court !== view.court || last.seenFrom !== view.seenFrom) this.#build(view);
    if (this.#camera?.mode !== view.view) this.#camera?.setMode(view.view);
    this.#names?.prepare(view.view, view.selected);
    if (last === null || last.showBall !== view.showBall || last.trails !== view.trails) this.#putBall(view);
    this.#pool.prepare(view);
    this.#head.set(view);
    this.#possessionId =
      view.possession === null ? null : view.possession === 'home' ? view.homeId : view.awayId;
    this.#stale = true;
  }

  #build({ court, view, seenFrom }: DotsView): void {
    this.#floor?.dispose();
    this.#camera = new FloorCamera(courtOf(court), FLOOR, view, seenFrom);
    this.#names = new DotNames(new FloorCamera(courtOf(court), FLOOR, view, seenFrom));
    this.#floor = new Floor(this.#kit, courtOf(court), { ...PANEL, head: HEAD_HEIGHT });
    this.#floor.reveal = this.open;
    this.#ground.addChildAt(this.#floor.floor, 0);
    this.#field.addChildAt(this.#floor.rims, 0);
  }

  #putBall({ showBall, trails }: DotsView): void {
    const { low, high } = this.#pool;
    if (this.#ball) {
      high.remove(this.#ball.ball);
      low.remove(this.#ball.shadow);
      for (const link of this.#ball.trail?.links ?? []) low.remove(link);
    }
    this.#ball = showBall ? new Ball(this.#kit, trails) : null;
    if (this.#ball === null) return;
    this.#ball.shadow.depth = DEPTH.shadow;
    low.add(this.#ball.shadow);
    for (const link of this.#ball.trail?.links ?? []) low.add(link);
    high.add(this.#ball.ball);
  }
}

/** Makes the drawing. */
export const makeDotsScene: MakeScene<DotsView> = (kit) => new DotsScene(kit);
