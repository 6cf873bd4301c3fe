// The relay and its tape: what runs, since when, how late it is; what is recorded, and the room that is left.
import type { Desk } from './desk.ts';
import { LATE_LOOP_MS, LITTLE_ROOM_BYTES } from './troubles.ts';
import { ageText, sizeText } from './words.ts';

/** Two lines. */
export function RelayHealth({ desk }: { readonly desk: Desk }) {
  const { heard } = desk.state.value;
  if (!heard) return null;
  const { relay, tape } = heard.health;
  const room = tape?.freeBytes;
  return (
    <section class="panel relay-health" aria-label="Relay and tape">
      <p class="figures">
        <b>Relay</b> {relay.version} · up {ageText(desk.readout.value.nowMs - relay.startedMs)} · show{' '}
        {heard.show.revision}
        <span class={relay.loopLagMs > LATE_LOOP_MS ? 'look' : undefined}> · late {relay.loopLagMs} ms</span>
      </p>
      <p class="figures">
        <b>Tape</b>{' '}
        {tape ? (
          <>
            <span class={tape.recording ? undefined : 'look'}>
              {tape.recording ? 'recording' : 'stopped'}
            </span>{' '}
            {tape.file} · {sizeText(tape.bytes)}
            {room !== undefined && (
              <span class={room < LITTLE_ROOM_BYTES ? 'look' : undefined}> · {sizeText(room)} free</span>
            )}
          </>
        ) : (
          'not recording'
        )}
      </p>
    </section>
  );
}
