// What was done and what went wrong, newest first, with the game clock's time and who did it.
import { useSignal } from '@preact/signals';
import type { Period } from '../game/period.ts';
import { periodLabel } from '../game/period.ts';
import type { LogLine } from './desk-log.ts';
import type { PanelProps } from './dock.tsx';
import { SearchBox } from './search-box.tsx';

/** Kinds that are looked for together. */
const FILTERS = [
  { id: 'all', name: 'All', kinds: ['cue', 'auto', 'refusal', 'fault', 'status'] },
  { id: 'done', name: 'Done', kinds: ['cue', 'auto'] },
  { id: 'refused', name: 'Refused', kinds: ['refusal'] },
  { id: 'faults', name: 'Faults', kinds: ['fault', 'status'] },
] as const;
type FilterId = (typeof FILTERS)[number]['id'];

const WORDS: Readonly<Record<LogLine['kind'], string>> = {
  cue: 'cue',
  auto: 'by itself',
  refusal: 'refused',
  fault: 'fault',
  status: 'feed',
};

const timeOf = (atMs: number): string => new Date(atMs).toTimeString().slice(0, 8);
const periodOf = (period: string | null): string => (period ? periodLabel(period as Period) || period : '');

const matches = ({ kind, what, by }: LogLine, filter: FilterId, text: string): boolean =>
  FILTERS.some(({ id, kinds }) => id === filter && kinds.some((one) => one === kind)) &&
  `${by ?? ''} ${what}`.toLowerCase().includes(text.toLowerCase());

/** The list, what of it is shown, and where all of it can be had. */
export function LogTab({ desk }: PanelProps) {
  const filter = useSignal<FilterId>('all');
  const text = useSignal('');
  const lines = desk.log.value.filter((line) => matches(line, filter.value, text.value)).reverse();
  return (
    <section class="panel log" aria-label="Log">
      <div class="log-head">
        <h2>
          Log <small class="figures">{lines.length}</small>
        </h2>
        {FILTERS.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-pressed={filter.value === id}
            onClick={() => {
              filter.value = id;
            }}
          >
            {name}
          </button>
        ))}
        <SearchBox label="Filter the log" placeholder="Filter" text={text} />
        <a class="file" href="/api/v1/log?format=csv" download="courtside-log.csv">
          CSV
        </a>
        <a class="file" href="/api/v1/log" download="courtside-log.json">
          JSON
        </a>
      </div>
      <div class="log-names" aria-hidden="true">
        {['time', 'game clock', 'kind', 'who', 'what', 'revision'].map((name) => (
          <small key={name}>{name}</small>
        ))}
      </div>
      <ol class="rows">
        {lines.map((line) => (
          <Line key={line.n} {...line} />
        ))}
        {lines.length === 0 && <li class="none">Nothing.</li>}
      </ol>
    </section>
  );
}

const Line = ({ atMs, kind, by, revision, what, times, period, clock }: LogLine) => (
  <li class={kind === 'refusal' || kind === 'fault' ? 'log-line wrong' : 'log-line'}>
    <span class="figures">{timeOf(atMs)}</span>
    <span class="figures log-game">
      {periodOf(period)} {clock ?? '–'}
    </span>
    <b>{WORDS[kind]}</b>
    <span>{by ?? ''}</span>
    <span class="log-what">
      {what}
      {times > 1 && <b class="figures"> {times}×</b>}
    </span>
    <span class="figures log-revision">{revision ?? ''}</span>
  </li>
);
