// The one line that says what is wrong, at every moment: the worst of it, and how much more there is; pressing opens Health.

import type { Action } from './action.ts';
import { Key, shortcutOf } from './button.tsx';
import type { Desk } from './desk.ts';
import { keyLabel } from './keys.ts';
import { troublesOf } from './troubles.ts';

const OPEN: Action = { do: 'open', dock: 'side', tab: 'health' };

/** Quiet while all is well. */
export function Alarm({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const troubles = troublesOf(state, desk.readout.value.nowMs);
  const [worst] = troubles;
  const label = keyLabel(state.rows, OPEN);
  return (
    <button
      type="button"
      class={worst ? `alarm alarm-${worst.level}` : 'alarm'}
      aria-keyshortcuts={shortcutOf(label)}
      onClick={() => desk.act(OPEN)}
    >
      <span role="status" aria-label="What is wrong">
        {worst ? worst.text : state.heard ? 'All is well' : 'Nothing heard'}
      </span>
      {troubles.length > 1 && <b class="figures">+{troubles.length - 1}</b>}
      <Key label={label} />
    </button>
  );
}
