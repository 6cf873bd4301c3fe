// Faults on purpose: each on one source or on all, for some seconds or until it is taken off, by hand or by a script; and which are on.
import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type FaultBoardView, type FaultOn, faultBoardSchema } from '../../wire/rehearsal.ts';
import { type Bench, rehearsalAnswerSchema } from './bench.ts';
import { FAULT_KEYS, MEASURES, measured } from './fault-measures.ts';
import { FaultScript } from './fault-script-form.tsx';
import { KeyButton } from './key-button.tsx';

const PATH = '/api/v1/rehearsal/faults';
/** How often the board is looked at, in milliseconds: a script changes it by itself. */
const LOOK_MS = 500;

/** Without a rehearsal server only how to start one. */
export function FaultsPanel({ bench }: { readonly bench: Bench }) {
  const board = useSignal<FaultBoardView | null>(null);
  const { desk } = bench;
  const runs = useComputed(() => desk.state.value.heard?.health.rehearsal !== undefined).value;
  useEffect(() => {
    if (!runs) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const look = async (): Promise<void> => {
      const view = await bench.read(PATH, faultBoardSchema);
      if (stopped) return;
      board.value = view ?? board.peek();
      timer = setTimeout(() => void look(), LOOK_MS);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [bench, board, runs]);
  if (!runs) return <NoServer bench={bench} />;
  if (board.value === null)
    return (
      <section class="panel" aria-label="Faults">
        <p class="none">Asking the relay which faults there are.</p>
      </section>
    );
  return <Board bench={bench} board={board.value} seen={board} />;
}

function NoServer({ bench }: { readonly bench: Bench }) {
  const start = (): Promise<unknown> =>
    bench.order('Start', '/api/v1/rehearsal', { do: 'start', play: 'simulator' }, rehearsalAnswerSchema);
  return (
    <section class="panel mock-start" aria-label="Faults">
      <h2>Faults on purpose</h2>
      <p>
        Faults come between the rehearsal server and whoever listens to it, as they would on the way from the
        provider: a real feed is never touched. Start a mock game, play a simulated one, or serve a tape.
      </p>
      <div class="mock-row">
        <KeyButton keyName="Space" tone="preview" onPress={() => void start()}>
          Play a simulated game
        </KeyButton>
        <KeyButton
          keyName="M"
          onPress={() => {
            bench.panel.value = 'mock';
          }}
        >
          Mock game
        </KeyButton>
        <KeyButton
          keyName="T"
          onPress={() => {
            bench.serving.value = true;
          }}
        >
          Serve a tape…
        </KeyButton>
      </div>
    </section>
  );
}

type BoardProps = {
  readonly bench: Bench;
  readonly board: FaultBoardView;
  readonly seen: Signal<FaultBoardView | null>;
};

function Board({ bench, board, seen }: BoardProps) {
  const source = useSignal('all');
  const seconds = useSignal(10);
  const post = async (about: string, order: unknown): Promise<void> => {
    seen.value = (await bench.order(about, PATH, order, faultBoardSchema)) ?? seen.peek();
  };
  return (
    <div class="faults-board">
      <section class="panel" aria-label="Faults">
        <h2>
          Faults on purpose <small>between the rehearsal server and whoever listens to it</small>
        </h2>
        <div class="mock-row fault-where">
          <label>
            On{' '}
            <select
              value={source.value}
              aria-label="Source"
              onChange={({ currentTarget }) => {
                source.value = currentTarget.value;
              }}
            >
              <option value="all">all sources</option>
              {board.sources.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label>
            for{' '}
            <input
              type="number"
              min={0}
              max={3_600}
              value={seconds.value}
              aria-label="Seconds; 0: until it is taken off"
              onInput={({ currentTarget }) => {
                seconds.value = Math.max(0, Number(currentTarget.value) || 0);
              }}
            />{' '}
            {seconds.value === 0 ? 's: until it is taken off' : 's'}
          </label>
        </div>
        <ul class="rows fault-rows">
          {Object.entries(board.faults).map(([name, says], index) => (
            <FaultRow
              key={name}
              name={name}
              says={says}
              keyName={FAULT_KEYS[index]}
              isOn={board.active.some((one) => one.fault === name && isOf(one, source.value))}
              onSet={(values) =>
                void post(name, {
                  fault: name,
                  source: name === 'cut' ? 'all' : source.value,
                  ...measured(name, values),
                  ...(seconds.value > 0 && { forMs: seconds.value * 1_000 }),
                })
              }
              onClear={() => void post(`${name} off`, { clear: { fault: name } })}
            />
          ))}
        </ul>
      </section>
      <div class="faults-side">
        <section class="panel" aria-label="On now">
          <h2>
            On now <small>{board.coming > 0 ? `${board.coming} to come by the script` : ''}</small>
            <KeyButton
              keyName="0"
              disabled={board.active.length + board.coming === 0}
              onPress={() => void post('All off', { clear: {} })}
            >
              All off
            </KeyButton>
          </h2>
          <ul class="rows">
            {board.active.map((one) => (
              <OnRow
                key={`${one.by} ${one.fault} ${one.source}`}
                one={one}
                onClear={(clear) => void post('Off', { clear })}
              />
            ))}
            {board.active.length === 0 && <li class="none">All is well.</li>}
          </ul>
        </section>
        <FaultScript board={board} run={(script) => void post('Script', { script })} />
      </div>
    </div>
  );
}

const isOf = (one: FaultOn, source: string): boolean => one.source === source || one.fault === 'cut';

/** What the relay says in brackets is for those who order by HTTP. */
const plain = (says: string): string => says.replaceAll(/ \([^)]*\)/g, '');

type RowProps = {
  readonly name: string;
  readonly says: string;
  readonly keyName: string | undefined;
  readonly isOn: boolean;
  readonly onSet: (values: Readonly<Record<string, number>>) => void;
  readonly onClear: () => void;
};

/** One fault: on, how much of it, off. */
function FaultRow({ name, says, keyName, isOn, onSet, onClear }: RowProps) {
  const values = useSignal<Readonly<Record<string, number>>>({});
  return (
    <li class="fault-row">
      <KeyButton
        keyName={keyName}
        tone={isOn ? 'look' : undefined}
        pressed={isOn}
        name={`${name}: ${says}`}
        onPress={() => (isOn ? onClear() : onSet(values.value))}
      >
        {name}
      </KeyButton>
      <span class="fault-says">{plain(says)}</span>
      <span class="fault-measures">
        {(MEASURES[name] ?? []).map(({ name: measure, unit, usual, min, max }) => (
          <label key={measure}>
            <input
              type="number"
              min={min}
              max={max}
              value={values.value[measure] ?? usual}
              aria-label={`${name}: ${unit}`}
              onInput={({ currentTarget }) => {
                values.value = { ...values.value, [measure]: Number(currentTarget.value) };
              }}
            />{' '}
            {unit}
          </label>
        ))}
      </span>
    </li>
  );
}

type OnRowProps = {
  readonly one: FaultOn;
  readonly onClear: (which: { readonly fault: string; readonly source: string }) => void;
};

const secondsText = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;

const OnRow = ({ one, onClear }: OnRowProps) => (
  <li class="fault-on">
    <b>{one.fault}</b>
    <span>{one.source === 'all' ? 'all sources' : one.source}</span>
    <span class="figures quiet">
      {one.by === 'script' && 'script, '}
      {one.leftMs === null ? `on for ${secondsText(one.forMs)}` : `${secondsText(one.leftMs)} left`}
    </span>
    <button
      type="button"
      aria-label={`${one.fault} of ${one.source} off`}
      onClick={() => onClear({ fault: one.fault, source: one.source })}
    >
      Off
    </button>
  </li>
);
