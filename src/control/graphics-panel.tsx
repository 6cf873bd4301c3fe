// The graphics: each with its tally and its buttons, and the keys for the whole show.
import type { GraphicInfo } from '../wire/wire.ts';
import { AutoOut, leavesWords } from './auto-out.tsx';
import { ActionButton } from './button.tsx';
import type { Desk } from './desk.ts';
import { HoldButton } from './hold-button.tsx';
import { keyLabel } from './keys.ts';
import { LayersStrip } from './layers-strip.tsx';
import { runsWords } from './runs-words.ts';
import { tallyOf } from './tally.ts';
import { busesOf } from './wish.ts';

const TALLY_WORDS = {
  air: 'On air',
  sent: 'Sent',
  leaving: 'Leaving',
  preview: 'Preview',
  off: 'Off',
} as const;

/** Before anything was heard. */
const UNKNOWN = { runs: 'wholly', words: '' } as const;

/** The list of graphics. */
export function GraphicsPanel({ desk }: { readonly desk: Desk }) {
  const { heard } = desk.state.value;
  const layers = Object.values(heard?.show.layers ?? {});
  const anyPreview = layers.some(({ preview }) => preview);
  return (
    <section class="panel graphics" aria-label="Graphics">
      <div class="whole-show">
        <h2 class="unseen">Graphics</h2>
        <ActionButton
          desk={desk}
          action={{ do: 'take-all', cut: false }}
          name="Take preview"
          tone={anyPreview ? 'preview' : undefined}
          disabled={!anyPreview}
        >
          Take
        </ActionButton>
        <ActionButton
          desk={desk}
          action={{ do: 'take-all', cut: true }}
          name="Cut preview"
          disabled={!anyPreview}
        >
          Cut
        </ActionButton>
        <AutoOut desk={desk} />
        <ActionButton
          desk={desk}
          action={{ do: 'undo', what: 'take' }}
          disabled={(heard?.show.past.takes.length ?? 0) === 0}
        >
          Undo
        </ActionButton>
        <HoldButton
          keyText={keyLabel(desk.state.value.rows, { do: 'clear' })}
          onHeld={() => desk.act({ do: 'clear' })}
        >
          Clear all
        </HoldButton>
      </div>
      <LayersStrip desk={desk} />
      <ul class="rows">
        {heard?.graphics.map((graphic, index) => (
          <GraphicRow key={graphic.id} desk={desk} graphic={graphic} index={index} />
        ))}
      </ul>
    </section>
  );
}

function GraphicRow({
  desk,
  graphic,
  index,
}: {
  readonly desk: Desk;
  readonly graphic: GraphicInfo;
  readonly index: number;
}) {
  const state = desk.state.value;
  const { id, name, layer } = graphic;
  const tally = tallyOf(state, id);
  const { program, preview } = busesOf(state, id);
  const { runs, words: lack } = state.heard
    ? runsWords(graphic, state.heard.health.feed, state.heard.show)
    : UNKNOWN;
  const changed = state.drafts[id] !== undefined;
  const noted = tally.state === 'sent' || tally.state === 'leaving';
  const urgent = noted || changed || (runs === 'not' && tally.state !== 'off');
  const leaves = leavesWords(state.heard?.show.layers[layer]?.program?.outAtMs, desk.readout.value.nowMs);
  const note = noted
    ? tally.note
    : (program && leaves) || lack || (changed ? 'options changed, not sent' : layer);
  return (
    <li class={`graphic tally-${tally.state} runs-${runs}${state.selected === id ? ' selected' : ''}`}>
      <output class="tally" aria-label={`${name} tally`}>
        {TALLY_WORDS[tally.state]}
      </output>
      <button
        type="button"
        class="name"
        aria-pressed={state.selected === id}
        aria-label={`${name}: options`}
        onClick={() => desk.tell({ on: 'selected', graphic: id })}
      >
        <b>{name}</b>
        <small class={urgent ? 'look' : undefined}>{note}</small>
      </button>
      <ActionButton
        desk={desk}
        action={{ do: 'preview', index }}
        name={`Preview ${name}`}
        tone={preview ? 'preview' : undefined}
        pressed={preview}
      >
        Preview
      </ActionButton>
      <ActionButton
        desk={desk}
        action={{ do: 'take', index }}
        name={`Take ${name}`}
        tone={tally.state === 'air' ? 'air' : tally.state === 'sent' ? 'look' : undefined}
      >
        Take
      </ActionButton>
      <ActionButton desk={desk} action={{ do: 'out', index }} name={`Out ${name}`} disabled={!program}>
        Out
      </ActionButton>
      <ActionButton desk={desk} action={{ do: 'cut', index }} name={`Cut ${name}`}>
        {program && !preview ? 'Cut out' : 'Cut in'}
      </ActionButton>
    </li>
  );
}
