// The drawing of the player dots: panel, floor, camera, dots and ball. Places come with every tick; a View only says who may come, and how he looks.
import { Container, Rectangle } from 'pixi.js';
import { courtOf } from '../../src/game/court.ts';
import { roomBesideBug } from '../../src/stage/bug-measures.ts';
import { both, type Changed } from '../../src/stage/changed.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { glide, type Motion, motion } from '../../src/stage/motion.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { FRAME, type Theme } from '../../src/stage/theme.ts';
import { wipeAxis } from '../../src/stage/wipe.ts';
import type { Moment } from '../../src/time/moment.ts';
import { BALL_COLOUR, Ball } from './ball.ts';
import { FloorCamera } from './camera.ts';
import { haloPicture } from './dot-picture.ts';
import { DotPool } from './dot-pool.ts';
import { Floor } from './floor.ts';
import { Halo } from './halo.ts';
import { Handler } from './handler.ts';
import { HEAD_HEIGHT, Head } from './head.ts';
import { placeNames } from './name-places.ts';
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

/** With nobody's place known the panel waits this long, then leaves; it comes back with them. Milliseconds. */
const HOLD_MS = 2_000;
const FADE_MS = 400;
/** An instant further away than this, or earlier, is a jump. */
const JUMP_MS = 1_000;

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
  #ball: Ball | null = null;
  #shown: DotsView | null = null;
  #possessionId: string | null = null;
  /** Asks for a drawing at the next tick whatever stands still. */
  #stale = true;
  #atMs = Number.NaN;
  #seenMs = Number.NEGATIVE_INFINITY;
  /** How much of the panel is seen for want of places, 0 to 1. */
  #known = 0;
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
    // Settled at once: nothing fades in afterwards.
    this.#atMs = Number.NaN;
    this.#apply(view);
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

  update(next: DotsView): null {
    this.#apply(next);
    return null;
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

  tick(moment: Moment): Changed {
    const camera = this.#camera;
    if (camera === null || this.#floor === null) return false;
    const stepMs = moment.atMs - this.#atMs;
    // Null after a jump.
    const elapsedMs = stepMs >= 0 && stepMs <= JUMP_MS ? stepMs : null;
    this.#atMs = moment.atMs;
    const comesOrGoes = this.#notice(moment, elapsedMs);
    let changed: Changed = this.#stale;
    if (camera.follow(moment) || this.#stale) {
      this.#floor.place(camera);
      changed = true;
    } else if (this.#floor.rest(this.#panel)) changed = true;
    this.#stale = false;
    if (this.#move(moment, camera, elapsedMs)) changed = both('flocks', changed);
    // Names are none of a flock, and go with their dots.
    if (placeNames(this.#pool.all, FLOOR, elapsedMs ?? 0) || (changed && this.#pool.isNamed)) changed = true;
    this.#pool.lay();
    return comesOrGoes || (this.#panel.visible && changed);
  }

  dispose(): void {
    this.#pool.dispose();
    this.#floor?.dispose();
    this.view.destroy({ children: true });
  }

  /** Shows the panel while places are known. `elapsedMs` is null after a jump. */
  #notice({ atMs, bodyCount, ball }: Moment, elapsedMs: number | null): boolean {
    const here = bodyCount > 0 || ball !== null;
    if (here) this.#seenMs = atMs;
    const wanted = here || (elapsedMs !== null && atMs - this.#seenMs < HOLD_MS) ? 1 : 0;
    const was = this.#known;
    if (elapsedMs === null) this.#known = wanted;
    else {
      const step = elapsedMs / FADE_MS;
      this.#known = wanted === 1 ? Math.min(1, was + step) : Math.max(0, was - step);
    }
    this.#panel.alpha = this.#known;
    this.#panel.visible = this.#known > 0;
    return this.#known !== was;
  }

  /** Puts all pieces where they are at that moment. `elapsedMs` is null after a jump. True when one moved. */
  #move(moment: Moment, camera: FloorCamera, elapsedMs: number | null): boolean {
    const handlerId = this.#handler.follow(moment, this.#possessionId);
    let moved = this.#pool.place(moment, camera, handlerId);
    if (this.#placeHalos(handlerId, elapsedMs)) moved = true;
    return this.#placeBall(moment, camera, handlerId !== null) || moved;
  }

  #placeBall({ ball, atMs }: Moment, camera: FloorCamera, held: boolean): boolean {
    if (this.#ball === null) return false;
    return ball === null ? this.#ball.hide() : this.#ball.place(ball, camera, atMs, held);
  }

  #placeHalos(handlerId: string | null, elapsedMs: number | null): boolean {
    const selectedId = this.#shown?.selected ?? null;
    const isSame = selectedId === handlerId;
    const changed = this.#handlerHalo.place(this.#pool.seen(handlerId), elapsedMs);
    return this.#selectedHalo.place(isSame ? null : this.#pool.seen(selectedId), elapsedMs) || changed;
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
    this.#camera?.setMode(view.view);
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
    this.#floor = new Floor(this.#kit, courtOf(court), { ...PANEL, head: HEAD_HEIGHT });
    this.#floor.reveal = this.open;
    this.#ground.addChildAt(this.#floor.floor, 0);
    this.#field.addChildAt(this.#floor.rims, 0);
    this.#atMs = Number.NaN;
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
