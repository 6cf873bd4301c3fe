// How long the next take stands: chosen beside it, for that take alone, so that nothing goes by itself that was meant to stay.
import { Key, shortcutOf } from './button.tsx';
import type { Desk } from './desk.ts';
import { AUTO_OUTS_MS } from './hand.ts';
import { keyLabel } from './keys.ts';

const SECOND_MS = 1_000;
const words = (autoOutMs: number | null): string =>
  autoOutMs === null ? 'Stays' : `Out ${autoOutMs / SECOND_MS} s`;

/** A choice; its key goes through it. */
export function AutoOut({ desk }: { readonly desk: Desk }) {
  const { hand, rows } = desk.state.value;
  const key = keyLabel(rows, { do: 'auto-out' });
  return (
    <label class={hand.autoOutMs === null ? 'auto-out' : 'auto-out tone-look'}>
      <select
        aria-label="Next take goes by itself after"
        aria-keyshortcuts={shortcutOf(key)}
        value={String(hand.autoOutMs ?? '')}
        onChange={({ currentTarget }) => {
          const autoOutMs = AUTO_OUTS_MS.find((one) => String(one ?? '') === currentTarget.value) ?? null;
          desk.tell({ on: 'hand', event: { took: 'auto-out', autoOutMs } });
        }}
      >
        {AUTO_OUTS_MS.map((one) => (
          <option key={one} value={String(one ?? '')}>
            {words(one)}
          </option>
        ))}
      </select>
      <Key label={key} />
    </label>
  );
}

/** `out in 5 s`, of what goes by itself; empty for what stays. */
export const leavesWords = (outAtMs: number | undefined, nowMs: number): string =>
  outAtMs === undefined ? '' : `out in ${Math.max(0, Math.ceil((outAtMs - nowMs) / SECOND_MS))} s`;
