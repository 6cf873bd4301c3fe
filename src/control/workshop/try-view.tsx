// One call at a time: which, with what, and what was answered, to fold and to search.
import { type Signal, useSignal } from '@preact/signals';
import {
  type CallParam,
  EVENT_CALLS,
  type EventCall,
  type ServerName,
  type Tried,
  triedSchema,
} from '../../wire/event-calls.ts';
import { SearchBox } from '../search-box.tsx';
import { sizeText } from '../words.ts';
import type { Bench } from './bench.ts';
import { JsonTree } from './json-tree.tsx';
import { KeyButton } from './key-button.tsx';
import { dayOf, startOf } from './schedule-words.ts';
import { jsonOf } from './words-view.ts';

type ViewProps = { readonly bench: Bench; readonly server: ServerName; readonly isAble: boolean };
type Values = Readonly<Record<string, string>>;

/** Days are typed, milliseconds are sent. */
function paramsOf({ params }: EventCall, values: Values): Values {
  return Object.fromEntries(
    params.flatMap(({ name, kind }) => {
      const value = values[name]?.trim() ?? '';
      if (value === '') return [];
      return [[name, kind === 'instant' ? String(startOf(value) ?? value) : value]];
    }),
  );
}

/** What is asked for most: the game that is offered or heard, and days about now. */
function usual({ desk }: Bench): Values {
  const health = desk.state.peek().heard?.health;
  const game = health?.rehearsal?.game ?? health?.listening?.game ?? '';
  return { event_id: game, from: dayOf(desk.readout.peek().nowMs) };
}

export function TryView({ bench, server, isAble }: ViewProps) {
  const id = useSignal('schedule');
  const values = useSignal<Values>(usual(bench));
  const more = useSignal('');
  const tried = useSignal<Tried | null>(null);
  const busy = useSignal(false);
  const call = EVENT_CALLS.find((one) => one.id === id.value);
  if (!call) return null;
  const run = async (): Promise<void> => {
    busy.value = true;
    const params = {
      ...paramsOf(call, values.peek()),
      ...Object.fromEntries(new URLSearchParams(more.peek())),
    };
    tried.value = await bench.order(
      call.says,
      '/api/v1/event-api',
      { server, call: call.id, params },
      triedSchema,
    );
    busy.value = false;
  };
  return (
    <div class="try">
      <ul class="panel try-calls" aria-label="Calls">
        {EVENT_CALLS.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-pressed={one.id === id.value}
              onClick={() => {
                id.value = one.id;
                tried.value = null;
              }}
            >
              <b>{one.says}</b>
              <code>{one.path}</code>
            </button>
          </li>
        ))}
      </ul>
      <form
        class="panel try-form"
        aria-label="Parameters"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <h2>GET</h2>
        <code class="try-path">{call.path}</code>
        {call.assumed !== undefined && <p class="quiet">Assumed: {call.assumed}</p>}
        {call.params.map((param) => (
          <Param key={`${call.id} ${param.name}`} param={param} values={values} />
        ))}
        <label>
          More of the query
          <input
            type="text"
            placeholder="name=value&name=value"
            value={more.value}
            onInput={({ currentTarget }) => {
              more.value = currentTarget.value;
            }}
          />
        </label>
        <KeyButton keyName="G" tone="preview" disabled={!isAble || busy.value} onPress={() => void run()}>
          {busy.value ? 'Asking' : 'Ask'}
        </KeyButton>
      </form>
      <Answer tried={tried.value} />
    </div>
  );
}

function Param({ param, values }: { readonly param: CallParam; readonly values: Signal<Values> }) {
  const { name, says, kind, choices = [], needed } = param;
  const set = (value: string): void => {
    values.value = { ...values.peek(), [name]: value };
  };
  const value = values.value[name] ?? '';
  return (
    <label>
      <span>
        {name} <small class="quiet">{says}</small> {needed && <small class="look">needed</small>}
      </span>
      {kind === 'choice' ? (
        <select value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
          <option value="">as it is</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          {...(kind === 'instant' ? { type: 'date' as const } : { type: 'text' as const })}
          value={value}
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />
      )}
    </label>
  );
}

const OPEN = 3;

function Answer({ tried }: { readonly tried: Tried | null }) {
  const open = useSignal(OPEN);
  const find = useSignal('');
  if (!tried)
    return (
      <section class="panel try-answer" aria-label="Answer">
        <p class="none">What is answered stands here, without its secrets.</p>
      </section>
    );
  const json = jsonOf(tried.body);
  const found =
    find.value === ''
      ? []
      : tried.body
          .split(/(?<=[,{}[\]])/)
          .filter((part) => part.toLowerCase().includes(find.value.toLowerCase()));
  return (
    <section class="panel try-answer" aria-label="Answer">
      <h2>
        <b class={tried.status === 200 ? undefined : 'look'}>{tried.status}</b>{' '}
        <small class="figures">
          {tried.tookMs} ms, {sizeText(tried.chars)}, {tried.type || 'no type'}
        </small>
        <SearchBox label="Search the answer" text={find} />
        <KeyButton
          keyName="C"
          onPress={() => {
            void navigator.clipboard.writeText(tried.body);
          }}
        >
          Copy
        </KeyButton>
      </h2>
      <code class="try-path">{tried.url}</code>
      <div class="box-scroll">
        {find.value !== '' && (
          <p class="figures quiet">
            {found.length} places: {found.slice(0, 8).join(' ')}
          </p>
        )}
        {json === undefined ? <pre>{tried.body}</pre> : <JsonTree value={json} open={open} />}
      </div>
    </section>
  );
}
