// The smallest graphic that moves: a block whose place says which picture it is in. Its View is one number, read from the game.
import { Graphics } from 'pixi.js';
import { z } from 'zod';
import { defineGraphic, type Graphic, type LayerName, type Scene } from '../../src/stage/graphic.ts';
import { glide, motion } from '../../src/stage/motion.ts';
import type { Moment } from '../../src/time/moment.ts';

export type BlockView = { readonly step: number };

/** Where a settled block stands: at 100 units, and 100 more a step. It enters from 0 in a second, leaves downwards in half a second, and moves to another step in 0.4 s. */
export const settledX = (step: number): number => 100 + 100 * step;
export const ENTER_S = 1;
export const EXIT_S = 0.5;
export const UPDATE_S = 0.4;
export const SIZE = 80;

export type BlockOptions = {
  readonly id?: string;
  readonly layer?: LayerName;
  readonly colour?: string;
  readonly y?: number;
  /** Throws in that call, as long as it says so. */
  readonly throwsIn?: () => string | null;
  /** Every call, in order. */
  readonly calls?: string[];
  /** Resolves when the scene may load. */
  readonly loads?: Promise<void>;
  /** Moves at every tick. */
  readonly ticks?: boolean;
};

class BlockScene implements Scene<BlockView> {
  readonly view = new Graphics();
  readonly #told: (call: string) => void;
  readonly #ticks: boolean;
  #settledX = 0;

  constructor({ colour = '#ff0000', y = 100, ticks = false }: BlockOptions, told: (call: string) => void) {
    this.#told = told;
    this.#ticks = ticks;
    this.view.rect(0, 0, SIZE, SIZE).fill(colour);
    this.view.y = y;
  }

  tick({ atMs }: Moment) {
    if (!this.#ticks) return false;
    this.#told('tick');
    this.view.x = atMs % 1_000;
    return true;
  }

  show({ step }: BlockView) {
    this.#told(`show ${step}`);
    this.view.alpha = 1;
    this.#settledX = settledX(step);
    this.view.x = this.#settledX;
  }

  hide() {
    this.view.x = 0;
  }

  enter() {
    this.#told('enter');
    return glide(motion(), this.view, { x: this.#settledX, alpha: 1 }, { duration: ENTER_S, ease: 'none' });
  }

  update(next: BlockView, last: BlockView) {
    this.#told(`update ${last.step} ${next.step}`);
    this.#settledX = settledX(next.step);
    return glide(motion(), this.view, { x: this.#settledX }, { duration: UPDATE_S, ease: 'none' });
  }

  exit() {
    this.#told('exit');
    return glide(motion(), this.view, { alpha: 0 }, { duration: EXIT_S, ease: 'none' });
  }

  dispose() {
    this.#told('dispose');
    this.view.destroy();
  }
}

/** A block that shows `game.atMs` as its step; nothing while that is negative. */
export function blockGraphic(options: BlockOptions = {}): Graphic {
  const { id = 'block', layer = 'bug', throwsIn = () => null, calls = [], loads } = options;
  const told = (call: string): void => {
    calls.push(call);
    if (throwsIn() === call.split(' ')[0]) throw new Error(`no ${call}`);
  };
  return defineGraphic<unknown, BlockView>({
    id,
    name: id,
    layer,
    needs: [],
    options: z.unknown(),
    pick({ game }, picked) {
      told('pick');
      const shift = typeof picked === 'object' && picked && 'shift' in picked ? Number(picked.shift) : 0;
      return game.atMs < 0 ? null : { step: game.atMs + shift };
    },
    scene: async () => {
      await loads;
      return () => {
        told('make');
        return new BlockScene(options, told);
      };
    },
  }) as Graphic;
}
