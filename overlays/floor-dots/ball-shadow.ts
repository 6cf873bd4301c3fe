// The ball's shadow on the floor, ringed in its colour: the ball itself is in the camera's own picture. It widens and fades as the ball rises.
import { Sprite } from 'pixi.js';
import type { FloorView } from '../../src/stage/floor-view.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { SampledBody } from '../../src/time/moment.ts';

const SIZE = 64;
const RADIUS = { rim: 30, inside: 24 } as const;
/** On the floor, while the ball is on it. */
const RADIUS_MM = 240;
const WIDER_PER_M = 0.16;
const FAINTER_PER_M = 0.12;
const FAINTEST = 0.35;
const COLOUR = '#f58a2a';

export class BallShadow {
  readonly view: Sprite;
  #x = Number.NaN;
  #y = Number.NaN;
  #zMm = Number.NaN;
  #presence = 0;

  constructor(kit: StageKit) {
    const texture = kit.picture({
      key: 'floor ball',
      width: SIZE,
      height: SIZE,
      draw: (context) => {
        const disc = (radius: number, colour: string) => {
          context.fillStyle = colour;
          context.beginPath();
          context.arc(SIZE / 2, SIZE / 2, radius, 0, 2 * Math.PI);
          context.fill();
        };
        disc(RADIUS.rim, COLOUR);
        context.globalCompositeOperation = 'destination-out';
        disc(RADIUS.inside, '#000000');
        context.globalCompositeOperation = 'source-over';
        disc(RADIUS.inside, 'rgb(0 0 0 / 0.6)');
      },
    });
    this.view = new Sprite(texture);
    this.view.visible = false;
  }

  /** Puts it below the ball; null takes it off. True when it changed. Allocates nothing. */
  place(ball: SampledBody | null, floor: FloorView | null): boolean {
    const was = this.view.visible;
    this.view.visible =
      ball !== null && floor !== null && ball.presence > 0 && floor.lookAt(ball.xMm, ball.yMm);
    if (!this.view.visible || ball === null || floor === null) return was;
    const { x, y } = floor.spot;
    const changed =
      !was || x !== this.#x || y !== this.#y || ball.zMm !== this.#zMm || ball.presence !== this.#presence;
    this.#x = x;
    this.#y = y;
    this.#zMm = ball.zMm;
    this.#presence = ball.presence;
    const heightM = Math.max(0, ball.zMm) / 1_000;
    floor.layFlat(this.view, (RADIUS_MM / RADIUS.rim) * (1 + WIDER_PER_M * heightM));
    this.view.alpha = ball.presence * Math.max(FAINTEST, 1 - FAINTER_PER_M * heightM);
    return changed;
  }
}
