// Graphics that stand on a stage from the start, and how much of the frame their canvases take.
import { graphics } from '../../overlays/catalogue.ts';
import type { Taken } from '../../src/stage/appearance.ts';
import type { LayerName } from '../../src/stage/graphic.ts';
import type { LayerWish } from '../../src/stage/stage-layer.ts';

/** By layer. `optionsOf`: by graphic, over its defaults. */
export function standingLayers(
  ids: readonly string[],
  optionsOf: Readonly<Record<string, unknown>> = {},
): Partial<Record<LayerName, LayerWish>> {
  const layers: Partial<Record<LayerName, LayerWish>> = {};
  for (const id of ids) {
    const graphic = graphics.get(id);
    if (!graphic) throw new Error(`no graphic of that id: ${id}`);
    const options = graphic.options.parse(optionsOf[id] ?? {});
    const onAir: Taken = { graphic: id, options, sinceMs: 0, cut: true };
    layers[graphic.layer] = { onAir, leaving: null };
  }
  return layers;
}

/** The canvases that are seen, as a share of the window. */
export function canvasShare(canvases: readonly HTMLCanvasElement[]): number {
  let pixels = 0;
  for (const { style, width, height } of canvases) if (style.display !== 'none') pixels += width * height;
  return pixels / (innerWidth * innerHeight * devicePixelRatio ** 2);
}
