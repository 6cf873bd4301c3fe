// The layers, in their own line: what is on air on each, and a button that takes it off whatever it is.
import { Key } from './button.tsx';
import type { Desk } from './desk.ts';
import { keyLabel } from './keys.ts';
import { layersOf, onLayer } from './layers.ts';

/** One button a layer; off while it is empty, and always in its place. The first of two keys stands before them all. */
export function LayersStrip({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const layers = layersOf(state).map((layer, index) => {
    const [first, second] = keyLabel(state.rows, { do: 'clear-layer', index })?.split(' ') ?? [];
    return { layer, index, first, second };
  });
  const shared = layers[0]?.second === undefined ? undefined : layers[0].first;
  return (
    <div class="layers" role="group" aria-label="Clear a layer">
      <span aria-hidden="true">
        Clear <Key label={shared ?? null} />
      </span>
      {layers.map(({ layer, index, first, second }) => {
        const graphic = onLayer(state, layer);
        return (
          <button
            key={layer}
            type="button"
            class={graphic === null ? undefined : 'tone-air'}
            disabled={graphic === null}
            aria-label={graphic === null ? `Clear layer ${layer}` : `Clear layer ${layer}: ${graphic}`}
            onClick={() => desk.act({ do: 'clear-layer', index })}
          >
            <span>{layer}</span>
            <Key label={(first === shared ? second : first) ?? null} />
          </button>
        );
      })}
    </div>
  );
}
