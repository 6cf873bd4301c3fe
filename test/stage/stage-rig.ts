// A stage for a test: sized as the test says, told one instant after another, and read back from its pixels.

import { onTestFinished } from 'vitest';
import type { Taken } from '../../src/stage/appearance.ts';
import { fitFrame, type Viewport } from '../../src/stage/frame-fit.ts';
import type { Graphic } from '../../src/stage/graphic.ts';
import type { RendererKind } from '../../src/stage/renderer-choice.ts';
import { makeStage, type Stage, type StageTick } from '../../src/stage/stage.ts';
import type { StageKit } from '../../src/stage/stage-kit.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import type { Moment } from '../../src/time/moment.ts';
import { gameAt, momentAt } from '../kit/moments.ts';
import { stagePicture } from '../kit/stage-picture.ts';

/** Scenes of these tests draw without fonts. */
export const BARE_KIT: StageKit = {
  theme: HOUSE_THEME,
  figures: () => {
    throw new Error('no figures here');
  },
  label: () => {
    throw new Error('no labels here');
  },
  picture: () => {
    throw new Error('no pictures here');
  },
  sketch: () => {
    throw new Error('no sketches here');
  },
  flock: () => {
    throw new Error('no flocks here');
  },
  mark: () => {
    throw new Error('no logos here');
  },
  backdrop: () => {
    throw new Error('no backdrops here');
  },
};

export const FULL_HD: Viewport = { width: 1920, height: 1080, pixelRatio: 1 };
/** The relay's clock when a test begins. */
export const START_MS = 1_700_000_000_000;

export type Rig = {
  readonly stage: Stage;
  /** Ticks at `atMs` after the start with `step` shown; everything else as said. */
  tick(atMs: number, more?: Partial<RigTick>): boolean;
  /** Colour at a place in the frame's units, of the picture that was drawn by the last tick. */
  pixel(x: number, y: number): readonly [number, number, number, number];
  /** The left edge, in units, of what is drawn in the row at `y`; null when the row is empty. */
  edge(y?: number): number | null;
  dispose(): void;
};

export type RigTick = {
  readonly step: number;
  readonly version: number;
  readonly onAir: Taken | null;
  readonly leaving: Taken | null;
  /** How far the instant is behind the relay's clock. */
  readonly delayMs: number;
  readonly settled: boolean;
  readonly layers: StageTick['layers'];
  readonly moment: Partial<Moment>;
};

/** As taken at the start, with motion. */
export const taken = (more: Partial<Taken> = {}): Taken => ({
  graphic: 'block',
  options: {},
  sinceMs: START_MS,
  cut: false,
  ...more,
});

export async function makeRig(
  graphics: readonly Graphic[],
  {
    renderer = 'canvas',
    viewport = FULL_HD,
    ready = true,
  }: { renderer?: RendererKind; viewport?: Viewport; ready?: boolean } = {},
): Promise<Rig> {
  const element = document.createElement('div');
  document.body.append(element);
  const stage = await makeStage({
    element,
    viewport,
    renderer,
    graphics: new Map(graphics.map((graphic) => [graphic.id, graphic])),
    makeKit: () => Promise.resolve(BARE_KIT),
  });
  if (ready) {
    stage.prepare(graphics.map(({ id }) => id));
    // Loading takes two turns of the promise queue; a timer comes after all of them.
    await new Promise((resolve) => setTimeout(resolve));
  }
  const onAir = taken();
  let version = 0;
  let lastStep = Number.NaN;
  const games = new Map<number, ReturnType<typeof gameAt>>();
  const gameOf = (step: number) => {
    const game = games.get(step) ?? gameAt(step);
    games.set(step, game);
    return game;
  };

  const tick: Rig['tick'] = (atMs, more = {}) => {
    const { step = 0, delayMs = 0, settled = false } = more;
    if (step !== lastStep) version += 1;
    lastStep = step;
    const nowMs = START_MS + atMs;
    const wish = { onAir: more.onAir === undefined ? onAir : more.onAir, leaving: more.leaving ?? null };
    const moment = momentAt(nowMs - delayMs, {
      version: more.version ?? version,
      game: gameOf(step),
      ...more.moment,
    });
    return stage.tick({ nowMs, moment, layers: more.layers ?? { bug: wish }, settled });
  };

  const read = (): CanvasRenderingContext2D => stagePicture(stage);
  const perUnit = () => fitFrame(stage.viewport).pixelsPerUnit;

  return {
    stage,
    tick,
    pixel(x, y) {
      const [r = 0, g = 0, b = 0, a = 0] = read().getImageData(
        Math.floor(x * perUnit()),
        Math.floor(y * perUnit()),
        1,
        1,
      ).data;
      return [r, g, b, a];
    },
    edge(y = 140) {
      const context = read();
      const { width } = context.canvas;
      const row = context.getImageData(0, Math.floor(y * perUnit()), width, 1).data;
      for (let x = 0; x < width; x += 1) if ((row[x * 4 + 3] ?? 0) > 127) return x / perUnit();
      return null;
    },
    dispose() {
      stage.dispose();
      element.remove();
    },
  };
}

/** A rig that goes with its test. */
export async function rigOf(...how: Parameters<typeof makeRig>): Promise<Rig> {
  const rig = await makeRig(...how);
  onTestFinished(() => rig.dispose());
  return rig;
}

/** Ticks every 100 ms up to an instant, so that no step is a jump. */
export function runTo(rig: Rig, untilMs: number, more: Partial<RigTick> = {}, fromMs = 0): void {
  for (let atMs = fromMs; atMs < untilMs; atMs += 100) rig.tick(atMs, more);
  rig.tick(untilMs, more);
}
