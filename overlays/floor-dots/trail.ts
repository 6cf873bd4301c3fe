// A short trail on the floor behind what moves: where it was at fixed ages by its own track, as a band that lies in perspective, thins and fades.
import { Container, Matrix, Sprite, type Texture } from 'pixi.js';
import type { FloorView } from '../../src/stage/floor-view.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { makeTrace, TRACE } from '../../src/time/body-track.ts';
import type { Moment, SampledBody } from '../../src/time/moment.ts';

const LINKS = 14;
const LASTS_MS = 900;
/** Of the band at its head, on the floor, and from one link to the next. */
const WIDTH_MM = 260;
const FALL = { alpha: 0.87, width: 0.95 } as const;
const ALPHA = 0.8;
/** Shorter links are not drawn: whoever stands has no trail. Millimetres. */
const SHORTEST_MM = 20;
/** The picture of a link, in units; soft only at its long edges. */
const LINK = { length: 8, width: 16, edge: 2 } as const;

const linkPicture = (kit: StageKit, colour: string): Texture =>
  kit.picture({
    key: `floor trail ${colour}`,
    width: LINK.length,
    height: LINK.width,
    draw: (context) => {
      context.fillStyle = colour;
      context.fillRect(0, LINK.edge, LINK.length, LINK.width - 2 * LINK.edge);
    },
  });

export class FloorTrail {
  readonly view = new Container();
  readonly #links: Sprite[] = [];
  /** Where it is, and was at the end of each link. */
  readonly #trace = makeTrace(LINKS + 1);
  readonly #lay = new Matrix();
  #seen = false;

  constructor(kit: StageKit, colour: string) {
    this.#trace[TRACE.stepMs] = LASTS_MS / LINKS;
    const texture = linkPicture(kit, colour);
    for (let i = 0; i < LINKS; i += 1) {
      const link = new Sprite(texture);
      link.visible = false;
      this.#links.push(link);
      this.view.addChild(link);
    }
  }

  /** Nothing of it is seen until it is drawn again. */
  hide(): void {
    this.#seen = false;
    for (let i = 0; i < LINKS; i += 1) (this.#links[i] as Sprite).visible = false;
  }

  /** Draws it back from where its body is at a moment. True while anything of it is, or was, seen. Allocates nothing. */
  draw(floor: FloorView, { past, atMs }: Moment, body: SampledBody): boolean {
    const was = this.#seen;
    const trace = this.#trace;
    trace[TRACE.atMs] = atMs;
    if (!past?.trace(body, trace)) {
      this.hide();
      return was;
    }
    this.#seen = false;
    let headX = body.xMm;
    let headY = body.yMm;
    for (let i = 0; i < LINKS; i += 1) {
      const link = this.#links[i] as Sprite;
      const at = TRACE.places + TRACE.stride * (i + 1);
      const tailX = trace[at] as number;
      const tailY = trace[at + 1] as number;
      const [alongX, alongY] = [headX - tailX, headY - tailY];
      const length = Math.sqrt(alongX * alongX + alongY * alongY);
      link.visible = length >= SHORTEST_MM && floor.lookAt((headX + tailX) / 2, (headY + tailY) / 2);
      if (link.visible) this.#lie(link, floor, alongX / length, alongY / length, length, i);
      this.#seen ||= link.visible;
      headX = tailX;
      headY = tailY;
    }
    return was || this.#seen;
  }

  /** Lays a link along a direction of the floor, its width across it. */
  #lie(
    link: Sprite,
    { spot, step }: FloorView,
    alongX: number,
    alongY: number,
    lengthMm: number,
    index: number,
  ): void {
    const along = lengthMm / LINK.length;
    const across = (WIDTH_MM * FALL.width ** index) / LINK.width;
    this.#lay.set(
      (step.xx * alongX + step.xy * alongY) * along,
      (step.yx * alongX + step.yy * alongY) * along,
      (step.xx * alongY - step.xy * alongX) * across,
      (step.yx * alongY - step.yy * alongX) * across,
      spot.x,
      spot.y,
    );
    link.setFromMatrix(this.#lay);
    link.alpha = ALPHA * FALL.alpha ** index;
  }
}
