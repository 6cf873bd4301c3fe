// The delays that are kept for each place: where we are, and where we can be.
import { useSignal } from '@preact/signals';
import type { Show } from '../show/show.ts';
import type { Desk } from './desk.ts';

const LONGEST_NAME = 64;

const kept = (delays: Readonly<Record<string, number>> | undefined): string =>
  Object.entries(delays ?? {})
    .map(([output, delayMs]) => `${output} ${(delayMs / 1_000).toFixed(2)} s`)
    .join(', ') || 'none kept yet';

/** A venue is known once it was gone to; going to one brings its delays back. */
export function VenueLine({ desk, show }: { readonly desk: Desk; readonly show: Show }) {
  const typed = useSignal('');
  const wanted = typed.value.trim();
  return (
    <form
      class="sync-venue"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') void desk.send({ cue: 'venue', venue: wanted });
        typed.value = '';
      }}
    >
      <label>
        Venue
        <input
          list="venues"
          maxLength={LONGEST_NAME}
          placeholder={show.venue}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </label>
      <datalist id="venues">
        {Object.keys(show.venues).map((venue) => (
          <option key={venue} value={venue} />
        ))}
      </datalist>
      <button type="submit" disabled={wanted === '' || wanted === show.venue}>
        Go there
      </button>
      <small>
        {show.venue}: {kept(show.venues[show.venue])}
      </small>
    </form>
  );
}
