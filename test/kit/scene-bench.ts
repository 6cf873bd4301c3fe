// A bench for one scene: a renderer of either kind, a kit, the scene of a graphic, and its picture read back at any instant of its motion.
import { autoDetectRenderer, Container, type Renderer, type WebGLRenderer } from 'pixi.js';
import { limitBatch } from '../../src/stage/batch-limit.ts';
import { clearCanvas } from '../../src/stage/canvas-clear.ts';
import type { Graphic, Scene } from '../../src/stage/graphic.ts';
import { makeStageKit, type OwnedStageKit } from '../../src/stage/kit.ts';
import type { MarkImages } from '../../src/stage/mark-images.ts';
import { type Motion, seek } from '../../src/stage/motion.ts';
import { Motions } from '../../src/stage/motions.ts';
import { FRAME, HOUSE_THEME, type Theme } from '../../src/stage/theme.ts';
import type { Moment } from '../../src/time/moment.ts';
import { readWebgl } from './webgl-pixels.ts';

export type BenchOptions = {
  readonly renderer?: 'webgl' | 'canvas';
  /** Device pixels a unit: 1 at 1080p. */
  readonly pixelsPerUnit?: number;
  /** The house's by default. */
  readonly theme?: Theme;
  /** Logos that are there already. */
  readonly marks?: MarkImages;
};

/** What lies under the graphic: nothing, a plain colour (`#rrggbb`), or a picture. */
export type Ground = null | string | HTMLCanvasElement;

export type Region = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const WHOLE: Region = { x: 0, y: 0, width: FRAME.width, height: FRAME.height };

/** A renderer with a kit. Dispose of it: a browser gives out few WebGL contexts. */
export async function makeBench({
  renderer: preference = 'webgl',
  pixelsPerUnit = 1,
  theme = HOUSE_THEME,
  marks,
}: BenchOptions = {}) {
  const canvas = document.createElement('canvas');
  // Kept in memory that is read fast: drawn by the processor in every browser, whatever its flags.
  if (preference === 'canvas') canvas.getContext('2d', { willReadFrequently: true });
  const renderer: Renderer = await autoDetectRenderer({
    canvas,
    preference,
    width: FRAME.width * pixelsPerUnit,
    height: FRAME.height * pixelsPerUnit,
    backgroundAlpha: 0,
    antialias: false,
    preserveDrawingBuffer: true,
  });
  limitBatch(renderer, preference);
  const context2d = renderer.name === 'canvas' ? renderer.canvas.getContext('2d') : null;
  if (context2d) renderer.background.clearBeforeRender = false;
  const kit = await makeStageKit({ theme, renderer, pixelsPerUnit, ...(marks ? { marks } : {}) });
  const stage = new Container();
  stage.scale.set(pixelsPerUnit);

  /** Draws the stage as it is and gives its pixels of a region in units, straight alpha, over a ground. */
  // Edges of the region are whole pixels, or are taken to the nearest.
  const picture = (under: Ground = null, region: Region = WHOLE): ImageData => {
    if (context2d) clearCanvas(context2d);
    renderer.render({ container: stage });
    const [x, y, width, height] = [region.x, region.y, region.width, region.height].map((units) =>
      Math.round(units * pixelsPerUnit),
    ) as [number, number, number, number];
    if (under === null)
      return context2d
        ? context2d.getImageData(x, y, width, height)
        : readWebgl((renderer as WebGLRenderer).gl, { x, y, width, height });
    const copy = document.createElement('canvas');
    copy.width = width;
    copy.height = height;
    const context = copy.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2D context');
    if (typeof under === 'string') {
      context.fillStyle = under;
      context.fillRect(0, 0, width, height);
    } else context.drawImage(under, region.x, region.y, region.width, region.height, 0, 0, width, height);
    context.drawImage(renderer.canvas as HTMLCanvasElement, x, y, width, height, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };

  return {
    renderer,
    kit,
    stage,
    picture,
    dispose: () => {
      kit.dispose();
      renderer.destroy();
    },
  };
}
export type Bench = Awaited<ReturnType<typeof makeBench>>;

/** A graphic's scene on a bench, driven as the stage drives it: by Moments and by instants of motion. */
export async function benchScene<Options, View>(
  bench: { readonly stage: Container; readonly kit: OwnedStageKit },
  graphic: Graphic<Options, View>,
  wished: Partial<Options> = {},
) {
  const options = graphic.options.parse(wished);
  const scene: Scene<View> = (await graphic.scene())(bench.kit);
  bench.stage.addChild(scene.view);
  let last: View | null = null;
  const motions = new Motions();

  const viewOf = (moment: Moment): View => {
    const view = graphic.pick(moment, options);
    if (view === null) throw new Error(`${graphic.id} shows nothing at this moment`);
    return view;
  };
  const at = (motion: Motion | null, seconds: number): Motion | null => {
    if (motion) motions.add(motion, 'now', 0);
    if (motion) seek(motion, seconds);
    return motion;
  };

  return {
    scene,
    /** The settled picture. */
    show: (moment: Moment): void => {
      last = viewOf(moment);
      motions.settle();
      scene.show(last);
      scene.tick?.(moment);
    },
    /** Its way in, at `seconds` since its start. */
    enter: (moment: Moment, seconds = 0): Motion | null => {
      last = viewOf(moment);
      motions.settle();
      scene.show(last);
      scene.hide();
      const motion = at(scene.enter(), seconds);
      scene.tick?.(moment);
      return motion;
    },
    /** A change, at `seconds` since it began; null where it needs no motion. */
    update: (moment: Moment, seconds = 0): Motion | null => {
      if (last === null) throw new Error('show or enter first');
      const next = viewOf(moment);
      const motion = at(scene.update(next, last), seconds);
      last = next;
      scene.tick?.(moment);
      return motion;
    },
    /** Its way out, at `seconds` since its start. */
    exit: (seconds = 0): Motion | null => at(scene.exit(), seconds),
    dispose: (): void => {
      scene.view.removeFromParent();
      scene.dispose();
    },
  };
}

/** Share of pixels that differ by more than `tolerance` (0 to 255) in any channel, 0 to 1. Pictures must be of one size. */
export function difference(a: ImageData, b: ImageData, tolerance = 24): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error('pictures of different sizes');
  const [ofA, ofB] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)];
  let different = 0;
  for (let index = 0; index < a.data.length; index += 4) {
    if (ofA[index / 4] === ofB[index / 4]) continue;
    for (let channel = 0; channel < 4; channel += 1) {
      if (Math.abs((a.data[index + channel] ?? 0) - (b.data[index + channel] ?? 0)) <= tolerance) continue;
      different += 1;
      break;
    }
  }
  return different / (a.width * a.height);
}
