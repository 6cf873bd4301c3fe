// The ball: above its shadow, larger as it rises, with a trail of its flight.
import { Piece } from '../../src/stage/flock.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';
import type { FloorCamera } from './camera.ts';
import { growth } from './dot.ts';
import { Trail, type TrailHead } from './trail.ts';

/** Radius on the floor, in units; larger than life, or nobody would see it. */
const RADIUS = 9;
const KEYLINE = 2;
/** How much larger a metre makes it, and how much fainter its shadow. */
const GROWTH_PER_M = 0.14;
const FAINTER_PER_M = 0.1;
/** It is kept on the panel however high it flies: this far from the upper edge, in units. */
const TOP_MARGIN = 14;
const EDGE_FADE = 24;
export const BALL_COLOUR = '#f58a2a';
const TRAIL = { colour: BALL_COLOUR, width: 7, lastsMs: 500, alpha: 0.7, hangs: true } as const;
/** A ball in a player's hands lies under the dots: it never hides a number, and peeps out at the dot's side. */
const DEPTH = { held: -1, free: 10_000 } as const;

function ballPicture(kit: StageKit) {
  const size = 2 * (RADIUS + KEYLINE + 1);
  return kit.picture({
    key: `ball ${kit.theme.colour.plate}`,
    width: size,
    height: size,
    draw: (context) => {
      const disc = (radius: number, colour: string, x = size / 2, y = size / 2) => {
        context.fillStyle = colour;
        context.beginPath();
        context.arc(x, y, radius, 0, 2 * Math.PI);
        context.fill();
      };
      disc(RADIUS + KEYLINE, kit.theme.colour.plate);
      disc(RADIUS, BALL_COLOUR);
      disc(RADIUS * 0.42, '#ffc184', size / 2 - RADIUS * 0.3, size / 2 - RADIUS * 0.32);
    },
  });
}

const shadowPicture = (kit: StageKit) =>
  kit.picture({
    key: 'ball shadow',
    width: 2 * RADIUS + 4,
    height: 2 * RADIUS + 4,
    draw: (context) => {
      context.fillStyle = '#000000';
      context.beginPath();
      context.arc(RADIUS + 2, RADIUS + 2, RADIUS, 0, 2 * Math.PI);
      context.fill();
    },
  });

export class Ball {
  readonly ball: Piece;
  readonly shadow: Piece;
  readonly trail: Trail | null;
  #x = 0;
  #y = 0;
  #alpha = 0;
  /** Reused at every tick. */
  readonly #head: TrailHead = { x: 0, y: 0, scale: 1, cover: 0, alpha: 0 };

  constructor(kit: StageKit, trail: boolean) {
    this.ball = new Piece(ballPicture(kit));
    this.shadow = new Piece(shadowPicture(kit));
    this.trail = trail ? new Trail(kit, TRAIL) : null;
  }

  /** Puts it where it is; `held`: in a player's hands. True when anything of it changed. Allocates nothing. */
  place(body: SampledBody, camera: FloorCamera, moment: Moment, held: boolean): boolean {
    const { ball, shadow } = this;
    ball.depth = held ? DEPTH.held : DEPTH.free;
    const heightM = body.zMm / 1000;
    const scale = growth(camera);
    const x = camera.screenX(body.yMm);
    const floorY = camera.screenY(body.xMm);
    const y = Math.max(TOP_MARGIN, camera.screenY(body.xMm, body.zMm));
    const inside = Math.min(x, camera.panel.width - x);
    const alpha = body.presence * Math.min(1, Math.max(0, inside / EDGE_FADE));
    let changed = Math.abs(x - this.#x) > 0.01 || Math.abs(y - this.#y) > 0.01 || alpha !== this.#alpha;
    this.#x = x;
    this.#y = y;
    this.#alpha = alpha;
    ball.alpha = alpha;
    ball.x = x;
    ball.y = y;
    ball.scaleX = scale * (1 + GROWTH_PER_M * heightM);
    ball.scaleY = ball.scaleX;
    shadow.alpha = alpha * Math.max(0.15, 0.6 - FAINTER_PER_M * heightM);
    shadow.x = x;
    shadow.y = floorY;
    shadow.scaleX = scale;
    shadow.scaleY = (scale * camera.acrossScale) / camera.alongScale;
    if (this.trail) {
      const head = this.#head;
      head.x = x;
      head.y = y;
      head.scale = scale;
      head.alpha = alpha;
      head.cover = alpha === 1 ? RADIUS * scale : 0;
      if (this.trail.draw(camera, moment, body, head)) changed = true;
    }
    return changed;
  }

  /** Takes it off the floor. True when it was there. */
  hide(): boolean {
    const was = this.#alpha > 0;
    this.ball.alpha = 0;
    this.shadow.alpha = 0;
    this.#alpha = 0;
    this.trail?.hide();
    return was;
  }
}
