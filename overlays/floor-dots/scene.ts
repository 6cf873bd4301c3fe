// The drawing of players on the real floor. Places come with every tick; a View only says in which camera, who may be there, and how he looks.
import { Container, type Sprite } from 'pixi.js';
import { type JerseyGuard, type JerseyLook, makeJerseyGuard } from '../../src/game/jersey.ts';
import { BodyPool, type BodySide, type MarkWish } from '../../src/stage/body-pool.ts';
import { dimJersey } from '../../src/stage/dim.ts';
import { floorLines } from '../../src/stage/floor-lines.ts';
import { FloorView } from '../../src/stage/floor-view.ts';
import type { MakeScene, Scene } from '../../src/stage/graphic.ts';
import { type Motion, motion } from '../../src/stage/motion.ts';
import { type Look, NAMED_TENTHS, NamePlaces, type NameRules } from '../../src/stage/name-places.ts';
import { same } from '../../src/stage/same.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { Tenths } from '../../src/stage/tenths.ts';
import { FRAME } from '../../src/stage/theme.ts';
import type { Moment } from '../../src/time/moment.ts';
import { BallShadow } from './ball-shadow.ts';
import { FloorMark, type Ground, lookAt, type MarkLook } from './mark.ts';
import type { FloorDotsView } from './view.ts';

/** How far below their place tags come from, in units. */
const RISE = 14;
/** Tags follow the rings by this part of the whole. */
const AFTER = 0.2;
const GAP = 4;
const MIDDLE = { x: FRAME.width / 2, y: FRAME.height / 2 } as const;

/** Below, right, left: never above, where somebody stands. Through a ring one sees the floor; of two tags on each other none is read. */
const TAGS: NameRules = {
  slots: [
    { across: 0, down: 1, gap: GAP },
    { across: 1, down: 0, gap: GAP },
    { across: -1, down: 0, gap: GAP },
  ],
  room: {
    ...MIDDLE,
    halfWidth: MIDDLE.x - FRAME.actionSafe.x,
    halfHeight: MIDDLE.y - FRAME.actionSafe.y,
  },
  weighs: { outside: 8, onBody: 0.5, onName: 8 },
  apart: 0,
  covered: { free: 0.12, hide: 0.34 },
};

class FloorDotsScene implements Scene<FloorDotsView> {
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #guard: JerseyGuard;
  /** What lies flat on the floor; tags stand over it. */
  readonly #flat = new Container();
  readonly #lines = new Container();
  readonly #trails = new Container();
  readonly #rings = new Container();
  readonly #tags = new Container();
  readonly #ball: BallShadow;
  readonly #pool = new BodyPool<FloorMark>();
  readonly #ground: Ground = { view: null };
  readonly #places = new NamePlaces(TAGS);
  readonly #tenths = new Tenths(NAMED_TENTHS);
  #shown: FloorDotsView | null = null;
  #drawn: Sprite | null = null;
  #grown = 1;
  #stale = true;

  constructor(kit: StageKit) {
    this.#kit = kit;
    this.#guard = makeJerseyGuard(kit.theme.colour);
    this.#ball = new BallShadow(kit);
    this.#flat.addChild(this.#lines, this.#trails, this.#ball.view, this.#rings);
    this.view.addChild(this.#flat, this.#tags);
  }

  show(view: FloorDotsView): void {
    this.#apply(view);
    this.#pose(1);
  }

  hide(): void {
    this.#pose(0);
  }

  enter(): Motion {
    const { in: duration, easeIn: ease } = this.#kit.theme.motion;
    const how = { duration: duration * (1 - AFTER), ease };
    return this.#move(motion(), 1, { duration, ease }, how).fromTo(
      this.#tags,
      { alpha: this.#tags.alpha, y: this.#tags.y },
      { alpha: 1, y: 0, ...how },
      duration * AFTER,
    );
  }

  update(next: FloorDotsView): null {
    this.#apply(next);
    return null;
  }

  exit(): Motion {
    const { out: duration, easeOut: ease } = this.#kit.theme.motion;
    const how = { duration, ease };
    return this.#move(motion(), 0, how, how).fromTo(
      this.#tags,
      { alpha: this.#tags.alpha, y: this.#tags.y },
      { alpha: 0, y: RISE, ...how, duration: duration * (1 - AFTER) },
      0,
    );
  }

  /** Rings and what lies with them, from as they are. */
  #move(by: Motion, to: 0 | 1, grow: object, fade: object): Motion {
    return by
      .fromTo(this, { grown: this.#grown }, { grown: to, ...grow }, 0)
      .fromTo(this.#flat, { alpha: this.#flat.alpha }, { alpha: to, ...fade }, 0);
  }

  /** How far the rings have come, 0 to 1. */
  get grown(): number {
    return this.#grown;
  }
  set grown(part: number) {
    this.#grown = part;
    for (const mark of this.#pool.all) mark.grown = part;
  }

  tick(moment: Moment): boolean {
    let changed = this.#stale;
    this.#stale = false;
    if (this.#pool.place(moment)) changed = true;
    if (this.#ball.place(this.#shown?.showBall ? moment.ball : null, this.#ground.view)) changed = true;
    const marks = this.#pool.all;
    this.#tenths.look(moment);
    this.#places.look(marks, moment.atMs, this.#tenths, this.#lookAt);
    for (let i = 0; i < marks.length; i += 1) {
      const mark = marks[i] as FloorMark;
      if (mark.putTag(this.#places, i)) changed = true;
    }
    return changed;
  }

  readonly #lookAt = (): Look => this.#look;

  readonly #look: Look = ({ teams, xMm, yMm }, index, into) => {
    const { view } = this.#ground;
    if (view === null || !this.#isDrawn(teams[index] as string | null)) return false;
    return lookAt(view, xMm[index] as number, yMm[index] as number, into);
  };

  #isDrawn(teamId: string | null): boolean {
    const { teams = 'both', homeId = null, awayId = null } = this.#shown ?? {};
    return teams === 'both' || teamId === (teams === 'home' ? homeId : awayId);
  }

  dispose(): void {
    this.#pool.dispose();
    this.view.destroy({ children: true });
  }

  #pose(part: 0 | 1): void {
    this.#flat.alpha = part;
    this.#tags.alpha = part;
    this.#tags.y = RISE * (1 - part);
    this.grown = part;
    this.#stale = true;
  }

  #apply(view: FloorDotsView): void {
    const last = this.#shown;
    this.#shown = view;
    const isMoved = last === null || !same(view.matrix, last.matrix);
    if (isMoved) this.#ground.view = new FloorView(view.matrix);
    if (isMoved || view.showLines !== last.showLines || view.court !== last.court) this.#drawLines(view);
    this.#prepare(view);
    this.#places.clear();
    this.#stale = true;
  }

  #drawLines({ showLines, court, matrix }: FloorDotsView): void {
    this.#drawn?.destroy({ texture: true, textureSource: true });
    const { warm, plate } = this.#kit.theme.colour;
    this.#drawn = showLines ? floorLines(this.#kit, { court, matrix }, warm, plate) : null;
    if (this.#drawn) this.#lines.addChild(this.#drawn);
  }

  #prepare(view: FloorDotsView): void {
    const { raised, quiet } = this.#kit.theme.colour;
    const pair = this.#guard(view.homeColour, view.awayColour);
    const worn = (look: JerseyLook): JerseyLook => (view.dim ? dimJersey(look, this.#kit.theme) : look);
    const jerseys = {
      home: worn(pair.home),
      away: worn(pair.away),
      other: { fill: raised, ink: quiet, ring: quiet },
    };
    const shown = view.players.filter(({ side }) => view.teams === 'both' || side === view.teams);
    const look = (side: BodySide, id = '', number = '', name = ''): MarkWish<FloorMark> =>
      this.#wish({
        id,
        jersey: jerseys[side],
        number: view.names === 'none' ? '' : number,
        name: view.names === 'surname' ? name : '',
        trail: view.trails && side !== 'other',
      });
    this.#pool.prepare({
      homeId: view.homeId,
      awayId: view.awayId,
      named: new Map(shown.map(({ id, side, number, surname }) => [id, look(side, id, number, surname)])),
      spare: (side) => look(side),
      isWanted: (side) => view.teams === 'both' || side === view.teams,
    });
  }

  #wish(look: MarkLook): MarkWish<FloorMark> {
    const { jersey, number, name, trail } = look;
    return {
      key: [jersey.fill, jersey.ink, jersey.ring, number, name, trail].join('|'),
      make: () => {
        const mark = new FloorMark(this.#kit, this.#ground, look);
        this.#rings.addChild(mark.ring);
        if (mark.name) this.#tags.addChild(mark.name.view);
        if (mark.trail) this.#trails.addChild(mark.trail.view);
        mark.grown = this.#grown;
        return mark;
      },
    };
  }
}

/** Makes the drawing. */
export const makeFloorDotsScene: MakeScene<FloorDotsView> = (kit) => new FloorDotsScene(kit);
