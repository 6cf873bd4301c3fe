// Makes as rings, misses as crosses, where they were taken from. They come with the zones they stand in; one that a label would cut is not drawn: its figures tell of it.
import { Container, Sprite } from 'pixi.js';
import type { ShotPlace } from '../../src/game/message.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import type { HalfCourt } from './half-court.ts';
import type { Chip } from './zone-tile.ts';

/** Most marks that are drawn; of more, the last. A team takes about 90 shots a game. */
export const MARKS_KEPT = 400;

const SIZE = 20;
const RADIUS = 6;
const LINE = 2.6;
const HALO = 1.8;
/** From a mark's middle to its outer edge, without the halo. */
const REACH = RADIUS + LINE / 2;

/** A shape in a light colour with a dark halo, so that it reads on any zone. */
function markPicture(kit: StageKit, key: 'make' | 'miss') {
  const { plate, text } = kit.theme.colour;
  return kit.picture({
    key: `${key} ${plate} ${text}`,
    width: SIZE,
    height: SIZE,
    draw: (context) => {
      const middle = SIZE / 2;
      const arm = RADIUS * 0.8;
      context.lineCap = 'round';
      context.beginPath();
      if (key === 'make') context.arc(middle, middle, RADIUS, 0, 2 * Math.PI);
      else
        for (const way of [1, -1]) {
          context.moveTo(middle - arm, middle - arm * way);
          context.lineTo(middle + arm, middle + arm * way);
        }
      context.lineWidth = LINE + 2 * HALO;
      context.strokeStyle = plate;
      context.stroke();
      context.lineWidth = LINE;
      context.strokeStyle = text;
      context.stroke();
    },
  });
}

/** Whether a mark there would lie under a label, in whole or in part. */
const isCut = (chip: Chip, x: number, y: number): boolean =>
  Math.abs(x - chip.x) < chip.width / 2 + REACH && Math.abs(y - chip.y) < chip.height / 2 + REACH;

export class Marks {
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #half: HalfCourt;
  #shown = '';

  constructor(kit: StageKit, half: HalfCourt) {
    this.#kit = kit;
    this.#half = half;
  }

  /** `chips`: what labels cover. */
  set(makes: readonly ShotPlace[], misses: readonly ShotPlace[], chips: readonly Chip[]): void {
    const key = JSON.stringify([makes, misses, chips]);
    if (key === this.#shown) return;
    this.#shown = key;
    for (const sprite of this.view.removeChildren()) sprite.destroy();
    // Makes over misses: there are fewer.
    for (const [kind, places] of [
      ['miss', misses],
      ['make', makes],
    ] as const) {
      const texture = markPicture(this.#kit, kind);
      for (const { xMm, yMm } of places.slice(-MARKS_KEPT)) {
        if (!this.#half.has(xMm, yMm)) continue;
        const [x, y] = [this.#half.x(xMm), this.#half.y(yMm)];
        if (chips.some((chip) => isCut(chip, x, y))) continue;
        const sprite = new Sprite(texture);
        sprite.position.set(x, y);
        this.view.addChild(sprite);
      }
    }
  }

  dispose(): void {
    this.view.destroy({ children: true });
  }
}
