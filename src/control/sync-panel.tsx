// Guided sync: how far the picture is behind the feed, found by pressing when the picture shows what the feed has said; and the delay itself, nudged.
import { LEAST_AHEAD_MS } from '../show/foresight.ts';
import { playheadOf, type Show } from '../show/show.ts';
import { type Sync, type SyncEvent, syncErrorMs, syncEventSchema, syncResult } from '../show/sync.ts';
import { ActionButton } from './button.tsx';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import type { PanelProps } from './dock.tsx';
import { FRAME_RATES } from './hand.ts';
import { delaySet, delayWanted, outputInHand, outputNames } from './output-in-hand.ts';
import { VenueLine } from './venue-line.tsx';
import { ageText } from './words.ts';

const EVENT_WORDS: Readonly<Record<SyncEvent, string>> = {
  'whole-second': 'Whole second',
  'clock-starts': 'Clock starts',
  'clock-stops': 'Clock stops',
  'made-basket': 'Made basket',
};

const syncOf = (state: DeskState, output: string): Sync | null => state.heard?.show.syncs[output] ?? null;

/** What the tab says while a sync goes on. */
export const syncWants = (state: DeskState): string =>
  Object.keys(state.heard?.show.syncs ?? {}).length > 0 ? 'armed' : '';

const signed = (ms: number): string => `${ms < 0 ? '−' : '+'}${Math.abs(Math.round(ms))}`;

/** The wizard, from above: which output, how far behind, what to press for, the presses, what they say. */
export function SyncPanel({ desk }: PanelProps) {
  const state = desk.state.value;
  const output = outputInHand(state);
  const show = state.heard?.show ?? null;
  const sync = syncOf(state, output);
  return (
    <section class="panel sync" aria-label="Sync">
      <h2>
        Sync
        <select
          aria-label="Output"
          value={output}
          onChange={({ currentTarget }) =>
            desk.tell({ on: 'hand', event: { took: 'output', output: currentTarget.value } })
          }
        >
          {outputNames(state).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </h2>
      {show && <DelayLine desk={desk} output={output} show={show} />}
      <fieldset class="sync-events">
        <legend>1. Watch the picture for</legend>
        {syncEventSchema.options.map((event) => (
          <button
            key={event}
            type="button"
            aria-pressed={sync?.event === event}
            class={sync?.event === event ? 'tone-look' : undefined}
            onClick={() => void desk.send({ cue: 'sync', output, step: { step: 'arm', event } })}
          >
            {EVENT_WORDS[event]}
          </button>
        ))}
      </fieldset>
      <PressLine desk={desk} sync={sync} />
      {sync && <Presses sync={sync} />}
      <Verdict desk={desk} output={output} sync={sync} canUndo={show?.undos[output] !== undefined} />
      {show && <VenueLine desk={desk} show={show} />}
    </section>
  );
}

type Of = { readonly desk: Desk; readonly output: string; readonly show: Show };

function DelayLine({ desk, output, show }: Of) {
  const state = desk.state.value;
  const playhead = playheadOf(show, output);
  const setMs = delaySet(playhead);
  const wantedMs = delayWanted(state, output);
  return (
    <div class="sync-delay">
      <output class="figures" aria-label={`Delay of ${output}`}>
        {wantedMs === 0 ? 'live' : (wantedMs / 1_000).toFixed(2)}
        {wantedMs > 0 && <small>s</small>}
      </output>
      <span class="nudges" role="group" aria-label="Nudge the delay">
        <ActionButton desk={desk} action={{ do: 'nudge', by: -1, unit: 'step' }} name="10 ms less">
          −10 ms
        </ActionButton>
        <ActionButton desk={desk} action={{ do: 'nudge', by: 1, unit: 'step' }} name="10 ms more">
          +10 ms
        </ActionButton>
        <ActionButton desk={desk} action={{ do: 'nudge', by: -1, unit: 'frame' }} name="A frame less">
          −1 frame
        </ActionButton>
        <ActionButton desk={desk} action={{ do: 'nudge', by: 1, unit: 'frame' }} name="A frame more">
          +1 frame
        </ActionButton>
      </span>
      <label class="sync-fps">
        <span class="unseen">Frames a second</span>
        <select
          value={state.hand.fps}
          onChange={({ currentTarget }) => {
            const fps = FRAME_RATES.find((rate) => String(rate) === currentTarget.value);
            if (fps !== undefined) desk.tell({ on: 'hand', event: { took: 'fps', fps } });
          }}
        >
          {FRAME_RATES.map((rate) => (
            <option key={rate} value={rate}>
              {rate} fps
            </option>
          ))}
        </select>
      </label>
      <small>
        {playhead.kind === 'replaying'
          ? 'A replay is playing; the delay is for after it.'
          : setMs < LEAST_AHEAD_MS
            ? 'Nothing is foreseen with less than a second.'
            : wantedMs === setMs
              ? ''
              : 'on its way'}
      </small>
    </div>
  );
}

/** The big button. Its words say what the feed has told, so that nobody presses for nothing. */
function PressLine({ desk, sync }: { readonly desk: Desk; readonly sync: Sync | null }) {
  const { nowMs } = desk.readout.value;
  const { syncClock } = desk.foreseen.value;
  const held = sync?.heldMs ?? null;
  const words =
    sync === null
      ? 'Choose what to watch for.'
      : held === null
        ? `The feed has not told of the next one: ${EVENT_WORDS[sync.event].toLowerCase()}.`
        : `Told ${ageText(nowMs - held)} ago. Press when the picture shows it${syncClock === null ? '' : `: the clock at ${syncClock}`}.`;
  return (
    <div class="sync-press">
      <h3>2. Press on it, five times or so</h3>
      <ActionButton
        desk={desk}
        action={{ do: 'sync-press' }}
        name="I see it now"
        tone={held === null ? undefined : 'look'}
        disabled={held === null}
      >
        I see it now
      </ActionButton>
      <small role="status">{words}</small>
    </div>
  );
}

/** Each press against the median. */
function Presses({ sync }: { readonly sync: Sync }) {
  const result = syncResult(sync);
  return (
    <ol class="sync-presses" aria-label="Presses">
      {sync.presses.map(({ delayMs, pressedMs }) => (
        <li key={pressedMs} class="figures">
          {(delayMs / 1_000).toFixed(2)} s <small>{result && signed(delayMs - result.delayMs)}</small>
        </li>
      ))}
    </ol>
  );
}

type VerdictProps = {
  readonly desk: Desk;
  readonly output: string;
  readonly sync: Sync | null;
  readonly canUndo: boolean;
};

function Verdict({ desk, output, sync, canUndo }: VerdictProps) {
  const result = sync && syncResult(sync);
  const errorMs = sync && syncErrorMs(sync);
  const step = (name: 'accept' | 'cancel' | 'undo') => () =>
    void desk.send({ cue: 'sync', output, step: { step: name } });
  return (
    <div class="sync-verdict">
      <h3>3. Take it over</h3>
      <output class="figures" aria-label="Result">
        {result ? `${(result.delayMs / 1_000).toFixed(2)} s` : '–'}
        <small>
          {result &&
            ` spread ${result.spreadMs} ms${errorMs === null ? ', press three times to know how sure' : `, sure to ±${Math.ceil(2 * errorMs)} ms`}`}
        </small>
      </output>
      <button type="button" disabled={!result} onClick={step('accept')}>
        Accept
      </button>
      <button type="button" disabled={!sync} onClick={step('cancel')}>
        Cancel
      </button>
      <button type="button" disabled={!canUndo} onClick={step('undo')}>
        Take back
      </button>
    </div>
  );
}
