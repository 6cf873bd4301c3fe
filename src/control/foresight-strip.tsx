// The strip under the pictures: what program is about to show, and the take that waits for it.
import { COMING_KINDS, type ComingKind, LEAST_AHEAD_MS } from '../show/foresight.ts';
import { ActionButton } from './button.tsx';
import { kindWords } from './coming.ts';
import type { Desk } from './desk.ts';
import { outputInHand, outputNames } from './output-in-hand.ts';

/** What a take can be armed on by a key of its own, and what the button says. */
const ARMS: Readonly<Partial<Record<ComingKind, string>>> = {
  basket: 'Basket',
  'clock-stops': 'Stop',
  'clock-starts': 'Start',
  foul: 'Foul',
  'period-ends': 'End',
};

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);

/** Always in view; says so when there is nothing to foresee. */
export function ForesightStrip({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const { aheadMs } = desk.foreseen.value;
  const armed = state.heard?.show.armed ?? null;
  return (
    <section class={armed ? 'foresight waiting' : 'foresight'} aria-label="Foresight">
      <Which desk={desk} />
      {armed && <ArmedWords desk={desk} />}
      {aheadMs > 0 ? (
        <Events desk={desk} />
      ) : (
        <span class="foresight-none">
          No delay in hand: {LEAST_AHEAD_MS / 1_000} s or more shows what comes.
        </span>
      )}
      <span class="foresight-arms" role="group" aria-label="Arm a take on">
        {COMING_KINDS.map((kind) => {
          const words = ARMS[kind];
          const isArmed = armed?.on === kind && armed.event === null;
          return (
            words !== undefined && (
              <ActionButton
                key={kind}
                desk={desk}
                action={{ do: 'arm-take', on: kind }}
                name={
                  isArmed ? `Disarm the take on: ${kindWords(kind)}` : `Take preview on: ${kindWords(kind)}`
                }
                tone={isArmed ? 'look' : undefined}
                pressed={isArmed}
                disabled={aheadMs === 0 && !isArmed}
              >
                {words}
              </ActionButton>
            )
          );
        })}
      </span>
    </section>
  );
}

/** The output, and how far ahead of its picture we are. */
function Which({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const names = outputNames(state);
  const { aheadMs } = desk.foreseen.value;
  const inHand = outputInHand(state);
  return (
    <label class="foresight-which">
      <span class="unseen">Output</span>
      {names.length > 1 ? (
        <select
          value={inHand}
          onChange={({ currentTarget }) =>
            desk.tell({ on: 'hand', event: { took: 'output', output: currentTarget.value } })
          }
        >
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      ) : (
        <b>{inHand}</b>
      )}
      {aheadMs > 0 && <small class="figures">{seconds(aheadMs)} s</small>}
    </label>
  );
}

/** What is armed, in amber, and how long until it goes. */
function ArmedWords({ desk }: { readonly desk: Desk }) {
  const armed = desk.state.value.heard?.show.armed ?? null;
  if (!armed) return null;
  const held = desk.foreseen.value.events.find(({ id }) => id === armed.held?.id);
  return (
    <span class="foresight-armed" role="status">
      <b>Take armed</b>
      <small class="figures">
        {held ? `${held.words} in ${seconds(held.inMs)} s` : `waits: ${kindWords(armed.on).toLowerCase()}`}
      </small>
      <button type="button" aria-label="Disarm the take" onClick={() => void desk.send({ cue: 'disarm' })}>
        Disarm
      </button>
    </span>
  );
}

/** The events, the soonest first; pressing one arms a take on that very one. */
function Events({ desk }: { readonly desk: Desk }) {
  const { events, aheadMs, output } = desk.foreseen.value;
  const armed = desk.state.value.heard?.show.armed ?? null;
  return (
    <ol class="foresight-events">
      {events.map(({ id, kind, words, inMs }) => (
        <li key={id} class={`coming coming-${kind}`}>
          <button
            type="button"
            class={armed?.held?.id === id ? 'tone-look' : undefined}
            aria-label={`Take preview on ${words}, in ${seconds(inMs)} seconds`}
            onClick={() => void desk.send({ cue: 'arm', on: kind, event: id, output })}
          >
            <span>{words}</span>
            <b class="figures">{seconds(inMs)}</b>
            <i aria-hidden="true" style={{ transform: `scaleX(${Math.min(1, inMs / aheadMs)})` }} />
          </button>
        </li>
      ))}
      {events.length === 0 && <li class="foresight-none">Nothing in the next {seconds(aheadMs)} s.</li>}
    </ol>
  );
}
