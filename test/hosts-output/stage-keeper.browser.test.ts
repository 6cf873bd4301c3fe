import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  LOST_PATIENCE_MS,
  RETRY_MS,
  SIZE_HOLDS_MS,
  StageKeeper,
  type StageKeeperOptions,
} from '../../src/hosts/output/stage-keeper.ts';
import { makeStage, type Stage } from '../../src/stage/stage.ts';
import { gameAt, momentAt } from '../kit/moments.ts';
import { waitUntil } from '../kit/patience.ts';
import { stagePicture } from '../kit/stage-picture.ts';
import { blockGraphic, SIZE, settledX } from '../stage/block-graphic.ts';
import { BARE_KIT, FULL_HD, START_MS, taken } from '../stage/stage-rig.ts';

const keepers: StageKeeper[] = [];
afterEach(() => {
  for (const keeper of keepers.splice(0)) keeper.dispose();
});

function keeperOf(more: Partial<StageKeeperOptions> = {}) {
  const graphics = new Map([['block', blockGraphic()]]);
  const made: { renderer: string; width: number }[] = [];
  const making: Promise<Stage>[] = [];
  const keeper = new StageKeeper({
    renderer: 'canvas',
    viewport: FULL_HD,
    onFault: () => {},
    make: (renderer, viewport) => {
      made.push({ renderer, width: viewport.width });
      const stage = makeStage({
        element: document.body,
        viewport,
        renderer,
        graphics,
        makeKit: async () => BARE_KIT,
      });
      making.push(stage);
      return stage;
    },
    ...more,
  });
  keepers.push(keeper);
  const layers = { bug: { onAir: taken({ cut: true }), leaving: null } };
  const moment = momentAt(START_MS, { game: gameAt(2) });
  /** Ticks, by the page's clock; the picture asked for never changes. */
  const tick = (clockMs: number): boolean =>
    keeper.tick({ nowMs: START_MS + clockMs, moment, layers }, clockMs);
  const stands = (clockMs: number) => waitUntil(() => tick(clockMs));
  return { keeper, made, making, tick, stands };
}

/** True where the block is to be seen on that stage, and nothing is beside it. */
function showsBlock(stage: Stage): boolean {
  const context = stagePicture(stage);
  const perUnit = context.canvas.width / 1920;
  const alphaAt = (x: number) => context.getImageData(x * perUnit, 140 * perUnit, 1, 1).data[3];
  return alphaAt(settledX(2) + SIZE / 2) === 255 && alphaAt(settledX(2) - SIZE / 2) === 0;
}

/** Stages in the page. */
const stages = (): number =>
  new Set([...document.body.querySelectorAll('canvas')].map(({ parentElement }) => parentElement)).size;

describe('a stage keeper', () => {
  it('does not say that a picture stands before it does', async () => {
    const { keeper, tick, stands } = keeperOf();
    expect(tick(0)).toBe(false);
    await stands(16);
    expect(keeper.stage && showsBlock(keeper.stage)).toBe(true);
  });

  it('tries again after a stage that could not be made, by canvas', async () => {
    const renderers: string[] = [];
    const faults: string[] = [];
    const { keeper, tick } = keeperOf({
      renderer: 'webgl',
      onFault: ({ code, found }) => faults.push(`${code} ${found}`),
      make: (renderer) => {
        renderers.push(renderer);
        return Promise.reject(new Error('no context'));
      },
    });
    tick(0);
    await waitUntil(() => faults.length === 1);
    tick(RETRY_MS - 1);
    expect(renderers).toEqual(['webgl']);
    tick(RETRY_MS);
    await waitUntil(() => faults.length === 2);
    expect(renderers).toEqual(['webgl', 'canvas']);
    expect(faults[0]).toBe('stage-failed no context');
    expect(keeper.stage).toBeNull();
  });

  it('makes a stage for a new size when that has held, and shows the picture all the while', async () => {
    const { keeper, made, tick, stands } = keeperOf();
    await stands(0);
    const first = keeper.stage;
    keeper.resize({ width: 1280, height: 720, pixelRatio: 1 }, 1_000);
    expect(tick(1_000)).toBe(true);
    expect(keeper.stage?.frame.style.width).toBe('1280px');
    tick(1_000 + SIZE_HOLDS_MS - 1);
    expect(made).toHaveLength(1);
    await waitUntil(() => tick(1_000 + SIZE_HOLDS_MS) && keeper.stage !== first);
    expect(made.at(-1)).toEqual({ renderer: 'canvas', width: 1_280 });
    expect(stages()).toBe(1);
    expect(keeper.stage && showsBlock(keeper.stage)).toBe(true);
  });

  it('keeps its stage for a size that is nearly the same', async () => {
    const { keeper, made, tick, stands } = keeperOf();
    await stands(0);
    keeper.resize({ width: 1900, height: 1069, pixelRatio: 1 }, 1_000);
    tick(1_000 + 2 * SIZE_HOLDS_MS);
    expect(made).toHaveLength(1);
  });

  it('stands as it is until what is wanted is there, and does not say that it stands until then', async () => {
    const { keeper, made, tick, stands } = keeperOf();
    await stands(0);
    const before = keeper.stage;
    keeper.remake();
    expect(tick(16)).toBe(false);
    expect(keeper.stage).toBe(before);
    expect(before && showsBlock(before)).toBe(true);
    await stands(32);
    expect(keeper.stage).not.toBe(before);
    expect(keeper.stage && showsBlock(keeper.stage)).toBe(true);
    expect([made.length, stages()]).toEqual([2, 1]);
  });

  it('hides what is being loaded: two pictures never lie over each other', async () => {
    const { keeper, tick, stands } = keeperOf();
    await stands(0);
    keeper.remake();
    const shown = (): number =>
      [...document.body.children].filter(
        (frame) => getComputedStyle(frame).visibility === 'visible' && frame.querySelector('canvas'),
      ).length;
    await vi.waitUntil(
      () => {
        expect(shown()).toBe(1);
        return tick(16);
      },
      { timeout: 45_000, interval: 1 },
    );
    expect(shown()).toBe(1);
  });

  it('makes what was last wanted when that changes while it is made', async () => {
    const { keeper, made, stands } = keeperOf();
    await stands(0);
    keeper.remake();
    keeper.watch(16);
    keeper.remake();
    await stands(32);
    expect([made.length, stages()]).toEqual([3, 1]);
  });

  it('draws by canvas when a lost context does not come back, and counts it', async () => {
    const { keeper, made, tick, stands } = keeperOf({ renderer: 'webgl-software' });
    await stands(0);
    const first = keeper.stage;
    const canvas = first?.canvases[0];
    const lost = new Promise((resolve) => canvas?.addEventListener('webglcontextlost', resolve));
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    await lost;
    expect(tick(1_000)).toBe(false);
    tick(1_000 + LOST_PATIENCE_MS - 1);
    expect(made).toHaveLength(1);
    await waitUntil(() => tick(1_000 + LOST_PATIENCE_MS) && keeper.stage !== first);
    expect(made.at(-1)?.renderer).toBe('canvas');
    expect([keeper.contextsLost, stages()]).toEqual([1, 1]);
    expect(keeper.stage && showsBlock(keeper.stage)).toBe(true);
  });

  it('keeps nothing after it was disposed of, also not what was being made', async () => {
    const { keeper, made, making, tick } = keeperOf();
    tick(0);
    keeper.dispose();
    keeper.dispose();
    await waitUntil(() => made.length === 1);
    // The keeper has it first: it was the first to wait for it.
    await Promise.all(making);
    expect([keeper.stage, stages()]).toEqual([null, 0]);
  });
});
