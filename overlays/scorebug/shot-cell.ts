// The shot clock at the strip's edge, beside the game clock: quiet while off, red when nearly gone.
import type { Sprite } from 'pixi.js';
import { plate } from '../../src/stage/plate.ts';
import type { Figures, StageKit } from '../../src/stage/stage-kit.ts';
import { type Block, makeBlock } from './block.ts';
import { HEIGHT, SHOT_WIDTH } from './layout.ts';
import type { ShotView } from './view.ts';

const SIZE = 52;

export class ShotCell {
  readonly block: Block;
  readonly #kit: StageKit;
  readonly #plate: Sprite;
  readonly #figures: Figures;

  constructor(kit: StageKit, x: number) {
    this.#kit = kit;
    this.block = makeBlock(x);
    this.#plate = plate({ width: SHOT_WIDTH, height: HEIGHT, colour: kit.theme.colour.raised });
    this.block.plates.addChild(this.#plate);
    const face = { family: 'display', weight: 700, sizePx: SIZE, colour: kit.theme.colour.warm } as const;
    this.#figures = kit.figures({ face, maxLength: 3, align: 'centre' });
    this.#figures.view.position.set(SHOT_WIDTH / 2, HEIGHT / 2);
    this.block.ink.addChild(this.#figures.view);
  }

  set(shot: ShotView | null): void {
    const { colour } = this.#kit.theme;
    this.#plate.tint = shot === null ? colour.plate : shot.alarm ? colour.alarm : colour.raised;
    this.#figures.view.visible = shot !== null;
    if (shot === null) return;
    this.#figures.setColour(shot.alarm ? colour.text : colour.warm);
    this.#figures.set(shot.text);
  }
}
