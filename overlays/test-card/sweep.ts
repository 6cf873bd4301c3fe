// Frame pacing: a bar that moves evenly with the instant, tenths that light in turn, and patterns as fine as a unit. A pure function of the instant.
import { Container, Sprite } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { sweepAt, tenthAt } from './instants.ts';
import { BANDS, PADDING } from './layout.ts';

/** As wide as the sweep moves in a sixtieth of a second. */
const BAR = { width: 10, height: 56 } as const;
const TRACK = { width: 1_200, y: 16 } as const;
const TENTHS = { y: 88, height: 24 } as const;
const PATTERN = 96;

type Draw = (context: CanvasRenderingContext2D) => void;

const drawUpright: Draw = (context) => {
  for (let x = 0; x < PATTERN; x += 2) context.fillRect(x, 0, 1, PATTERN);
};
const drawFlat: Draw = (context) => {
  for (let y = 0; y < PATTERN; y += 2) context.fillRect(0, y, PATTERN, 1);
};
const drawRound: Draw = (context) => {
  context.lineWidth = 2;
  context.strokeRect(1, 1, PATTERN - 2, PATTERN - 2);
  context.beginPath();
  context.arc(PATTERN / 2, PATTERN / 2, PATTERN / 2 - 2, 0, 2 * Math.PI);
  context.moveTo(PATTERN / 2, 0);
  context.lineTo(PATTERN / 2, PATTERN);
  context.moveTo(0, PATTERN / 2);
  context.lineTo(PATTERN, PATTERN / 2);
  context.stroke();
};

const PATTERNS: readonly (readonly [string, Draw])[] = [
  ['upright', drawUpright],
  ['flat', drawFlat],
  ['round', drawRound],
];

export class Sweep {
  readonly plates = new Container();
  readonly ink = new Container();
  readonly #bar;
  readonly #tenths: readonly Sprite[];
  readonly #colours;

  constructor(kit: StageKit) {
    const { width, height } = BANDS.sweep;
    const { plate: ground, raised, line, text, warm } = kit.theme.colour;
    this.#colours = { off: raised, on: warm };
    this.#bar = plate({ y: TRACK.y, ...BAR, colour: text });
    const cell = TRACK.width / 10;
    this.#tenths = Array.from({ length: 10 }, (_, index) =>
      plate({
        x: PADDING + index * cell,
        y: TENTHS.y,
        width: cell - 4,
        height: TENTHS.height,
        colour: raised,
      }),
    );
    this.plates.addChild(
      plate({ width, height, colour: ground }),
      plate({ x: PADDING, y: TRACK.y, width: TRACK.width, height: BAR.height, colour: raised }),
      ...Array.from({ length: 9 }, (_, index) =>
        plate({ x: PADDING + (index + 1) * cell, y: TRACK.y, width: 2, height: BAR.height, colour: line }),
      ),
    );
    this.ink.addChild(...this.#tenths, this.#bar);
    for (const [index, [name, draw]] of PATTERNS.entries()) {
      const picture = kit.picture({
        key: `test-pattern-${name} ${text}`,
        width: PATTERN,
        height: PATTERN,
        draw: (context) => {
          context.fillStyle = text;
          context.strokeStyle = text;
          draw(context);
        },
      });
      const sprite = new Sprite(picture);
      const right = width - PADDING - (PATTERNS.length - 1 - index) * (PATTERN + 16);
      sprite.position.set(right - PATTERN / 2, height / 2);
      this.ink.addChild(sprite);
    }
  }

  /** Stands as it should at an instant. */
  at(atMs: number): void {
    this.#bar.x = PADDING + Math.round(sweepAt(atMs) * TRACK.width);
    const lit = tenthAt(atMs);
    for (let index = 0; index < this.#tenths.length; index += 1) {
      const tenth = this.#tenths[index];
      if (tenth) tenth.tint = index === lit ? this.#colours.on : this.#colours.off;
    }
  }
}
