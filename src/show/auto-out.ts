// A graphic that was taken for a time goes by itself: what a show is at an instant follows from the show and that instant alone.
import type { Layer, Show } from './show.ts';

/** Off program at an instant; what was on is leaving. The same Layer when nothing was on. */
export const leave = (layer: Layer, sinceMs: number, cut: boolean): Layer =>
  layer.program === null ? layer : { ...layer, program: null, leaving: { ...layer.program, sinceMs, cut } };

/** When the next graphic goes by itself, of the relay's clock; infinite when none will. */
export const nextOutMs = ({ layers }: Pick<Show, 'layers'>): number =>
  Object.values(layers).reduce(
    (soonest, { program }) => Math.min(soonest, program?.outAtMs ?? Number.POSITIVE_INFINITY),
    Number.POSITIVE_INFINITY,
  );

/** The show without what was to be off by an instant: it has left, since its own instant. The same Show when nothing is due. */
export function outsAt(show: Show, nowMs: number): Show {
  if (nextOutMs(show) > nowMs) return show;
  const layers = Object.entries(show.layers).map(([name, layer]): [string, Layer] => {
    const outAtMs = layer.program?.outAtMs;
    return [name, outAtMs !== undefined && outAtMs <= nowMs ? leave(layer, outAtMs, false) : layer];
  });
  return { ...show, layers: Object.fromEntries(layers) };
}
