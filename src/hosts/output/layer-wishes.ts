// What each layer of an output should show: as the operator took it, or as its address says for good.
import { type Bus, onBus, type Show } from '../../show/show.ts';
import { type Graphic, LAYERS, type LayerName } from '../../stage/graphic.ts';
import type { LayerWish } from '../../stage/stage-layer.ts';

export type LayerWishes = Readonly<Partial<Record<LayerName, LayerWish>>>;

/** A bus as taken. Only program is left with motion: preview is a look ahead. */
export function wishesOf(show: Show, bus: Bus): LayerWishes {
  const shown = onBus(show, bus);
  const wishes: Partial<Record<LayerName, LayerWish>> = {};
  for (const name of LAYERS)
    wishes[name] = {
      onAir: shown[name] ?? null,
      leaving: bus === 'program' ? (show.layers[name]?.leaving ?? null) : null,
    };
  return wishes;
}

/** Graphics that stand from the start, with their default options. Of two on one layer the later stands; an id that is none is passed by. */
export function standing(ids: readonly string[], graphics: ReadonlyMap<string, Graphic>): LayerWishes {
  const wishes: Partial<Record<LayerName, LayerWish>> = {};
  for (const id of ids) {
    const graphic = graphics.get(id);
    if (!graphic) continue;
    const options = graphic.options.parse({});
    wishes[graphic.layer] = { onAir: { graphic: id, options, sinceMs: 0, cut: true }, leaving: null };
  }
  return wishes;
}

/** The graphics of those wishes, by id. */
export const wished = (wishes: LayerWishes): readonly string[] =>
  Object.values(wishes).flatMap(({ onAir }) => (onAir ? [onAir.graphic] : []));
