// A script of faults: made of a seed, or written by hand as JSON; it begins when it is run.
import { useSignal } from '@preact/signals';
import type { FaultBoardView } from '../../wire/rehearsal.ts';
import { faultScript } from './fault-script.ts';
import { KeyButton } from './key-button.tsx';

type ScriptProps = { readonly board: FaultBoardView; readonly run: (script: unknown) => void };

const SAMPLE = JSON.stringify(
  [{ atMs: 5_000, forMs: 8_000, fault: 'loss', source: 'chart', share: 0.5 }],
  null,
  1,
);

/** JSON as it is typed; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function FaultScript({ board, run }: ScriptProps) {
  const seed = useSignal(1);
  const minutes = useSignal(5);
  const text = useSignal(SAMPLE);
  const script = parsed(text.value);
  const fill = (): void => {
    const steps = faultScript({
      seed: seed.value,
      minutes: minutes.value,
      faults: Object.keys(board.faults),
      sources: board.sources,
    });
    text.value = `[\n${steps.map((step) => ` ${JSON.stringify(step)}`).join(',\n')}\n]`;
  };
  return (
    <section class="panel fault-script" aria-label="Script">
      <h2>
        Script <small>{Array.isArray(script) ? `${script.length} steps` : 'this is no JSON'}</small>
      </h2>
      <div class="mock-row">
        <label>
          Seed{' '}
          <input
            type="number"
            min={0}
            value={seed.value}
            onInput={({ currentTarget }) => {
              seed.value = Math.max(0, Math.floor(Number(currentTarget.value)) || 0);
            }}
          />
        </label>
        <label>
          Minutes{' '}
          <input
            type="number"
            min={1}
            max={180}
            value={minutes.value}
            onInput={({ currentTarget }) => {
              minutes.value = Math.max(1, Math.min(180, Number(currentTarget.value) || 1));
            }}
          />
        </label>
        <KeyButton keyName="N" onPress={fill}>
          Make one
        </KeyButton>
        <KeyButton
          keyName="X"
          tone={script === undefined ? undefined : 'preview'}
          disabled={script === undefined}
          onPress={() => run(script)}
        >
          Run it
        </KeyButton>
      </div>
      <textarea
        spellcheck={false}
        aria-label="Script of faults, as JSON"
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
    </section>
  );
}
