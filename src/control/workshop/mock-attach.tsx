// Where clients attach to a mock game: the signed call that gives a token, and the whole WebSocket address with one.
import { useSignal } from '@preact/signals';
import type { MockGameView } from '../../wire/mock-view.ts';
import type { Bench } from './bench.ts';

export function MockAttach({ bench, game }: { readonly bench: Bench; readonly game: MockGameView }) {
  const rehearsal = bench.desk.state.value.heard?.health.rehearsal;
  if (!rehearsal) return null;
  const { username, secret } = rehearsal.account;
  const socket = new URL(rehearsal.live);
  return (
    <section class="panel mock-attach" aria-label="Attach a client">
      <h2>
        Attach a client{' '}
        <small>
          signed as {username}, secret {secret}
        </small>
      </h2>
      <CopyRow bench={bench} label="Subscribe" text={`${rehearsal.calls}${game.subscribePath}`} />
      <CopyRow bench={bench} label="WebSocket" text={`ws://${socket.host}${game.webSocketPath}`} />
    </section>
  );
}

type RowProps = { readonly bench: Bench; readonly label: string; readonly text: string };

function CopyRow({ bench, label, text }: RowProps) {
  const copied = useSignal(false);
  const input = { current: null as HTMLInputElement | null };
  return (
    <div class="attach-row">
      <span class="quiet">{label}</span>
      <input
        type="text"
        readOnly
        value={text}
        aria-label={`${label} address`}
        ref={(element) => {
          input.current = element;
        }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button
        type="button"
        aria-label={`Copy the ${label} address`}
        onClick={() => {
          if (input.current)
            void bench.copy(text, input.current).then((done) => {
              copied.value = done;
            });
        }}
      >
        <span aria-live="polite">{copied.value ? 'Copied' : 'Copy'}</span>
      </button>
    </div>
  );
}
