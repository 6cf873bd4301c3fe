// What was found in each output's own source before the show: one card an output, green, amber or red, what to do, and when it was looked at.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import {
  type Check,
  type KeptPreflight,
  type Level,
  levelOf,
  preflightsSchema,
} from '../../wire/preflight.ts';
import type { DeskState } from '../desk-state.ts';
import type { PanelProps } from '../dock.tsx';
import { ageText } from '../words.ts';
import { LEVEL_WORDS, LevelChip } from './level-chip.tsx';

const RANK: Readonly<Record<Level, number>> = { red: 0, amber: 1, green: 2 };

/** The reports, asked for anew whenever the relay has heard another one. */
export function PreflightTab({ desk, origin }: PanelProps) {
  const marks = desk.state.value.heard?.health.preflights ?? [];
  const reports = useSignal<readonly KeptPreflight[]>([]);
  const newest = marks.map(({ name, atMs }) => `${name} ${atMs}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report is what it is read anew for
  useEffect(() => {
    let isOver = false;
    void desk.readPreflights().then((answer) => {
      const read = preflightsSchema.safeParse(answer);
      if (!isOver && read.success) reports.value = [...read.data.reports].reverse();
    });
    return () => {
      isOver = true;
    };
  }, [newest, desk]);
  return (
    <section class="panel preflights" aria-label="Pre-flight">
      <h2>
        Pre-flight <small>each output's source, before the show</small>
      </h2>
      <ul class="rows">
        {reports.value.map((report) => (
          <Card key={report.name} report={report} nowMs={desk.readout.value.nowMs} />
        ))}
        {marks.length === 0 && (
          <li class="none">
            None yet. Open <span class="figures">{origin}/preflight?name=program</span> in the very source
            that will go on air; ten seconds later its card is here.
          </li>
        )}
      </ul>
    </section>
  );
}

const timeOf = (atMs: number): string => new Date(atMs).toTimeString().slice(0, 5);

function Card({ report, nowMs }: { readonly report: KeptPreflight; readonly nowMs: number }) {
  const { name, checks, atMs } = report;
  const level = levelOf(checks);
  const worstFirst = [...checks].sort((a, b) => RANK[a.level] - RANK[b.level]);
  return (
    <li class={`preflight ${level}`} aria-label={`${name}: ${LEVEL_WORDS[level]}`}>
      <b>{name}</b> <LevelChip level={level} />
      <small class="figures">
        {timeOf(atMs)}
        {nowMs > atMs && ` · ${ageText(nowMs - atMs)} ago`}
      </small>
      <dl>
        {worstFirst.map((check) => (
          <Line key={check.id} {...check} />
        ))}
      </dl>
    </li>
  );
}

const Line = ({ name, level, found, todo }: Check) => (
  <>
    <dt class={level}>{name}</dt>
    <dd>
      {found}
      {todo !== '' && <strong>{todo}</strong>}
    </dd>
  </>
);

/** How many outputs were not found ready, for the tab; empty for none. */
export function preflightWants({ heard }: DeskState): string {
  const marks = heard?.health.preflights ?? [];
  return String(marks.filter(({ level }) => level !== 'green').length || '');
}
