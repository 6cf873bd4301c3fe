// What the relay listens to, and how to change it; that it is a rehearsal; and every fault on purpose that is on.
import { useSignal } from '@preact/signals';
import { onBus } from '../../show/show.ts';
import { type Listen, type Listening, listeningSchema, type RehearsalInfo } from '../../wire/rehearsal.ts';
import { HoldButton } from '../hold-button.tsx';
import { MayPress } from '../may-press.tsx';
import { type Bench, rehearsalAnswerSchema } from './bench.ts';
import { KeyButton } from './key-button.tsx';
import { listeningWords, playWords } from './listening-words.ts';
import { OnPurpose } from './on-purpose.tsx';
import { ServeDialog } from './serve-dialog.tsx';

/** Asks the relay to listen to something else. */
export const listenTo = (bench: Bench, wish: Listen): Promise<Listening | null> =>
  bench.order('Listen', '/api/v1/listening', wish, listeningSchema);

/** One line, under the top bar. */
export function ListeningStrip({ bench }: { readonly bench: Bench }) {
  const { heard } = bench.desk.state.value;
  const { listening, rehearsal } = heard?.health ?? {};
  if (!heard || !listening) return <div class="listening" />;
  const isRehearsal = heard.health.feed.rehearsal;
  return (
    <section class={isRehearsal ? 'listening rehearses' : 'listening'} aria-label="What the relay listens to">
      {isRehearsal && <span class="badge">Rehearsal</span>}
      <span>
        The relay listens to <b>{listeningWords(listening, rehearsal)}</b>
      </span>
      <MayPress desk={bench.desk}>
        <Switch bench={bench} listening={listening} rehearsal={rehearsal} />
        <KeyButton
          keyName="⇧R"
          onPress={() => {
            bench.serving.value = true;
          }}
        >
          Rehearsal server…
        </KeyButton>
        <ServeDialog bench={bench} />
      </MayPress>
      <OnPurpose desk={bench.desk} clear={() => void clearAll(bench)} />
    </section>
  );
}

const clearAll = (bench: Bench): Promise<unknown> =>
  bench.order('Faults off', '/api/v1/rehearsal/faults', { clear: {} }, rehearsalAnswerSchema.partial());

type SwitchProps = {
  readonly bench: Bench;
  readonly listening: Listening;
  readonly rehearsal: RehearsalInfo | undefined;
};

/** One press; held, where graphics are on air. */
function Switch({ bench, listening, rehearsal }: SwitchProps) {
  const busy = useSignal(false);
  const show = bench.desk.state.value.heard?.show;
  const onAir = show !== undefined && Object.values(onBus(show, 'program')).some((one) => one !== null);
  const isBack = listening.to !== 'main';
  const wish: Listen = { to: isBack ? 'main' : 'rehearsal', ...(onAir && { onAir: true }) };
  const words = isBack ? `Back to ${listening.main}` : `Listen to ${playWords(rehearsal)}`;
  const press = async (): Promise<void> => {
    busy.value = true;
    await listenTo(bench, wish);
    busy.value = false;
  };
  if (!isBack && (rehearsal?.game ?? null) === null)
    return (
      <small class="quiet">Start a mock game, a simulated one or a tape, and one press listens to it.</small>
    );
  if (onAir)
    return (
      <>
        <HoldButton keyText={null} onHeld={() => void press()}>
          Hold: {words}
        </HoldButton>
        <small class="look">Graphics are on air: they would show another game.</small>
      </>
    );
  return (
    <KeyButton
      keyName="L"
      tone={isBack ? undefined : 'look'}
      disabled={busy.value}
      onPress={() => void press()}
    >
      {words}
    </KeyButton>
  );
}
