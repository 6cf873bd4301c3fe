// What becomes of each field on air while no feed speaks: the operator's choice, made before it happens.
import type { Policies } from '../show/policy.ts';
import { STALE_FIELDS } from '../time/moment.ts';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import type { PanelProps } from './dock.tsx';

type StaleField = (typeof STALE_FIELDS)[number];
type Policy = NonNullable<Policies[StaleField]>['policy'];

const NAMES: Readonly<Record<StaleField, string>> = {
  clock: 'Clock',
  shotClock: 'Shot clock',
  score: 'Score',
  fouls: 'Fouls',
  positions: 'Players on the floor',
};
const POLICIES: readonly { readonly policy: Policy; readonly words: string }[] = [
  { policy: 'hold', words: 'Hold' },
  { policy: 'mark', words: 'Hold, mark here' },
  { policy: 'dim', words: 'Dim on air' },
  { policy: 'out', words: 'Take out' },
];
const NOW_WORDS = { mark: 'marked', dim: 'dimmed on air', out: 'out' } as const;
const SECOND_MS = 1_000;
/** Where nobody has chosen: as the relay has it. */
const UNCHOSEN = { policy: 'mark', afterMs: 0 } as const;

/** One line a field. */
export function OutagePanel({ desk }: PanelProps) {
  const { outageS } = desk.readout.value;
  return (
    <section class="panel outage" aria-label="Outage">
      <h2>
        Outage
        <small class={outageS > 0 ? 'look' : undefined}>
          {outageS > 0 ? `no feed for ${outageS} s` : 'while no feed speaks'}
        </small>
      </h2>
      <ul class="rows">
        {STALE_FIELDS.map((field) => (
          <Row key={field} desk={desk} field={field} />
        ))}
      </ul>
    </section>
  );
}

function Row({ desk, field }: { readonly desk: Desk; readonly field: StaleField }) {
  const { policy, afterMs } = desk.state.value.heard?.show.policies[field] ?? UNCHOSEN;
  const now = desk.readout.value.stale[field];
  const choose = (next: { readonly policy?: Policy; readonly afterMs?: number }): void =>
    void desk.send({ cue: 'policy', field, policy, afterMs, ...next });
  return (
    <li class={now ? 'outage-row stale' : 'outage-row'}>
      <span>
        {NAMES[field]} {now && <small class="look">{NOW_WORDS[now]}</small>}
      </span>
      <select
        aria-label={`${NAMES[field]} in an outage`}
        value={policy}
        onChange={({ currentTarget }) =>
          choose({ policy: POLICIES.find((one) => one.policy === currentTarget.value)?.policy ?? policy })
        }
      >
        {POLICIES.map((one) => (
          <option key={one.policy} value={one.policy}>
            {one.words}
          </option>
        ))}
      </select>
      <label>
        after{' '}
        <input
          type="number"
          min="0"
          max="600"
          step="1"
          aria-label={`${NAMES[field]}: seconds before that`}
          value={afterMs / SECOND_MS}
          disabled={policy === 'hold'}
          onChange={({ currentTarget }) =>
            currentTarget.valueAsNumber >= 0 &&
            choose({ afterMs: Math.round(currentTarget.valueAsNumber * SECOND_MS) })
          }
        />{' '}
        s
      </label>
    </li>
  );
}

/** That there is an outage now, for the tab. */
export const outageWants = ({ heard }: DeskState): string => {
  const status = heard?.health.feed.status;
  return status === 'lost' || status === 'stale' ? 'now' : '';
};
