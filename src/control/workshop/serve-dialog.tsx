// What the rehearsal server plays, chosen: a tape of the shelf, a simulated game, a mock game, or nothing any more.
import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Rehearse } from '../../wire/rehearsal.ts';
import { type ShelvedTape, shelfSchema } from '../../wire/tape-shelf.ts';
import { type Bench, rehearsalAnswerSchema } from './bench.ts';
import { KeyButton } from './key-button.tsx';
import { playWords } from './listening-words.ts';
import { lengthText, tapeWords } from './tape-words.ts';

/** The first tapes that can be served have a key each. */
const TAPE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Opens over whatever panel is open; closed, it is not there. */
export function ServeDialog({ bench }: { readonly bench: Bench }) {
  return bench.serving.value ? <Dialog bench={bench} /> : null;
}

/** Asks the relay for it; closes where that is granted. */
type Order = (wish: Rehearse) => Promise<void>;

function Dialog({ bench }: { readonly bench: Bench }) {
  const tapes = useSignal<readonly ShelvedTape[] | null>(null);
  const busy = useSignal(false);
  const refused = useSignal<string | null>(null);
  const close = (): void => {
    bench.serving.value = false;
  };
  useEffect(() => {
    void bench.read('/api/v1/rehearsal/tapes', shelfSchema, 'Tapes').then((read) => {
      tapes.value = read?.tapes ?? [];
    });
  }, [bench, tapes]);
  const order: Order = async (wish) => {
    busy.value = true;
    const answer = await bench.ask.post('/api/v1/rehearsal', wish, rehearsalAnswerSchema);
    busy.value = false;
    // What is told beside the page would lie behind this.
    refused.value = answer.ok ? null : answer.fault.found;
    if (!answer.ok && answer.token) bench.desk.tell({ on: 'token', asked: true });
    if (answer.ok || answer.token) close();
  };
  return (
    <dialog
      class="serve"
      aria-label="Rehearsal server"
      ref={(dialog) => {
        if (dialog && !dialog.open) dialog.showModal();
      }}
      onClose={close}
    >
      <h2>Rehearsal server</h2>
      <Standing bench={bench} />
      <Tapes bench={bench} tapes={tapes} busy={busy} onOrder={order} />
      {refused.value !== null && (
        <p class="look" role="alert">
          Refused: {refused}.
        </p>
      )}
      <Others bench={bench} busy={busy} onOrder={order} onClose={close} />
    </dialog>
  );
}

/** What it plays now, and who would hear another. */
function Standing({ bench }: { readonly bench: Bench }) {
  const { rehearsal, listening } = bench.desk.state.value.heard?.health ?? {};
  if (!rehearsal)
    return <p>It speaks as the provider does, on this machine alone: anybody’s client can attach.</p>;
  return (
    <p class="look">
      It plays {playWords(rehearsal)}. Another ends that for all who listen to it
      {listening?.to === 'rehearsal' && ', this relay among them, which goes on with the other'}.
    </p>
  );
}

type OthersProps = {
  readonly bench: Bench;
  readonly busy: Signal<boolean>;
  readonly onOrder: Order;
  readonly onClose: () => void;
};

/** What needs no tape: another game, an end, or nothing. */
const Others = ({ bench, busy, onOrder, onClose }: OthersProps) => (
  <div class="serve-others">
    <KeyButton
      keyName="S"
      disabled={busy.value}
      onPress={() => void onOrder({ do: 'start', play: 'simulator' })}
    >
      Simulated game
    </KeyButton>
    <KeyButton
      keyName="M"
      onPress={() => {
        bench.panel.value = 'mock';
        onClose();
      }}
    >
      Mock game…
    </KeyButton>
    <KeyButton
      keyName="E"
      disabled={busy.value || bench.desk.state.value.heard?.health.rehearsal === undefined}
      onPress={() => void onOrder({ do: 'stop' })}
    >
      End it
    </KeyButton>
    <KeyButton keyName="Esc" onPress={onClose}>
      Close
    </KeyButton>
  </div>
);

type TapesProps = {
  readonly bench: Bench;
  /** Null while they are asked for. */
  readonly tapes: Signal<readonly ShelvedTape[] | null>;
  readonly busy: Signal<boolean>;
  readonly onOrder: Order;
};

function Tapes({ bench, tapes, busy, onOrder }: TapesProps) {
  const rules = useComputed(() => bench.desk.state.value.heard?.rules).value;
  if (tapes.value === null) return <p class="none">Asking the relay for its tapes.</p>;
  if (tapes.value.length === 0)
    return <p class="none">No tape is here yet: what the relay records stands here.</p>;
  const able = tapes.value.filter(({ trouble }) => trouble === null);
  return (
    <ul class="serve-tapes" aria-label="Tapes">
      {tapes.value.map((one) => (
        <li key={one.tape}>
          <KeyButton
            keyName={one.trouble === null ? TAPE_KEYS[able.indexOf(one)] : undefined}
            name={`Serve ${one.tape}, ${tapeWords(one, rules)}`}
            disabled={busy.value || one.trouble !== null}
            onPress={() => void onOrder({ do: 'start', play: 'tape', tape: one.tape })}
          >
            <b>{one.tape}</b>
            <span class="figures">{lengthText(one.lastsMs)}</span>
            <small>{tapeWords(one, rules)}</small>
          </KeyButton>
        </li>
      ))}
    </ul>
  );
}
