// What is wrong: each fault once, newest first, with how often, where, what was expected and what was found.
import type { Desk } from './desk.ts';
import { RawFault } from './raw-fault.tsx';
import { ageText } from './words.ts';

/** The list of faults. */
export function FaultsPanel({ desk }: { readonly desk: Desk }) {
  const faults = [...(desk.state.value.heard?.health.faults ?? [])].sort((a, b) => b.lastMs - a.lastMs);
  const { nowMs } = desk.readout.value;
  return (
    <section class="panel faults" aria-label="Faults">
      <h2>
        Faults <small class={faults.length > 0 ? 'look' : undefined}>{faults.length || 'none'}</small>
      </h2>
      <ul class="rows">
        {faults.map(({ id, fault, count, lastMs, hasRaw }) => (
          <li key={id} class="fault">
            <b>{fault.code}</b>
            <span class="figures">
              {count}× · {ageText(nowMs - lastMs)} ago
            </span>
            <span class="fault-where">{fault.where}</span>
            <small>
              expected {fault.expected}, found {fault.found}
            </small>
            {hasRaw && <RawFault id={id} code={fault.code} read={desk.readRaw} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
