// The faults on purpose that are on, in amber, and how to end them: over every panel of both pages.
import type { OnPurpose as Fault } from '../../wire/rehearsal.ts';
import type { Desk } from '../desk.ts';

const leftWords = ({ untilMs }: Fault, nowMs: number): string =>
  untilMs === null ? '' : ` ${Math.max(0, Math.ceil((untilMs - nowMs) / 1_000))} s`;

const words = (one: Fault, nowMs: number): string =>
  `${one.fault} ${one.source === 'all' ? 'on all' : one.source}${leftWords(one, nowMs)}`;

type OnPurposeProps = {
  readonly desk: Desk;
  /** Absent: they are shown, with the way to where they are worked. */
  readonly clear?: () => void;
};

/** Nothing while there are none. */
export function OnPurpose({ desk, clear }: OnPurposeProps) {
  const on = desk.state.value.heard?.health.rehearsal?.onPurpose ?? [];
  const { nowMs } = desk.readout.value;
  if (on.length === 0) return null;
  return (
    <div class="on-purpose" role="status" aria-label="Faults on purpose">
      <b>{on.length === 1 ? 'Fault on purpose' : `${on.length} faults on purpose`}</b>
      <span class="on-purpose-list">{on.map((one) => words(one, nowMs)).join(' · ')}</span>
      {clear ? (
        <button type="button" onClick={clear}>
          All off
        </button>
      ) : (
        <a href="/faults" target="courtside/faults">
          Faults on purpose
        </a>
      )}
    </div>
  );
}
