// What could not be done, in the relay's own words: refusals, the lost connection, the demand for a token.
import { Key } from './button.tsx';
import type { Desk } from './desk.ts';
import { keyLabel } from './keys.ts';
import type { Outcome } from './notice.ts';

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  refused: 'refused',
  unknown: 'unknown, look whether it is done',
  'not sent': 'not sent',
};

/** What became of the last cue; refusals stand over it, each until it is dismissed or its time is over. */
export function Notices({ desk }: { readonly desk: Desk }) {
  const { notices, granted, rows } = desk.state.value;
  return (
    <div class="notices">
      <p class="granted">
        {granted && (
          <>
            {granted.about}: granted, revision <b class="figures">{granted.revision}</b>
          </>
        )}
      </p>
      <div class="refusals" role="alert">
        {notices.map(({ id, about, outcome, fault }) => (
          <p key={id} class="notice">
            <b>
              {about}: {OUTCOME_WORDS[outcome]}
            </b>
            <span>
              {fault.where}: expected {fault.expected}, found {fault.found}
            </span>
            <button
              type="button"
              aria-label={`Dismiss: ${about}`}
              onClick={() => desk.tell({ on: 'dismissed', id })}
            >
              <span>Dismiss</span>
              <Key label={keyLabel(rows, { do: 'escape' })} />
            </button>
          </p>
        ))}
      </div>
    </div>
  );
}

/** Loud while there is no relay; all that is shown is then as old as the connection. */
export function LinkBanner({ desk }: { readonly desk: Desk }) {
  const { link, heard } = desk.state.value;
  if (link.status === 'open') return null;
  const first = heard === null && link.attempt <= 1;
  return (
    <div class="link-banner" role="alert">
      {first ? 'Connecting to the relay' : 'No connection to the relay, trying again'}
      {heard && <small>What is shown is old. Cues do not arrive.</small>}
    </div>
  );
}

const openModal = (dialog: HTMLDialogElement | null): void => {
  if (dialog && !dialog.open) dialog.showModal();
};

/** Asks for the control token once the relay demands it. The token is kept by the page until it closes, and nowhere else. */
export function TokenDialog({ desk }: { readonly desk: Desk }) {
  if (!desk.state.value.tokenAsked) return null;
  const cancel = (): void => desk.tell({ on: 'token', asked: false });
  return (
    <dialog ref={openModal} aria-labelledby="token-title" onClose={cancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const token = new FormData(event.currentTarget).get('token');
          if (typeof token === 'string' && token.trim() !== '') desk.giveToken(token.trim());
        }}
      >
        <h2 id="token-title">This relay asks for its control token</h2>
        <p>
          The last cue was not carried out. Give the token, then press again. It is kept until this page
          closes.
        </p>
        <label>
          Control token <input name="token" type="password" autocomplete="off" required />
        </label>
        <div class="dialog-buttons">
          <button type="button" onClick={cancel}>
            Cancel
          </button>
          <button type="submit" class="tone-preview">
            Use token
          </button>
        </div>
      </form>
    </dialog>
  );
}
