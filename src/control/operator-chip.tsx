// Who sits at this desk, and whether he may press: chosen here, kept in his browser.
import type { Desk } from './desk.ts';
import type { Operator } from './operator.ts';

/** Said to whoever asks a button why it is off. */
export const OBSERVER_ID = 'observer-why';

/** A name, and a role. */
export function OperatorChip({ desk }: { readonly desk: Desk }) {
  const { operator, onlyObserves } = desk.state.value;
  const become = (change: Partial<Operator>): void =>
    desk.tell({ on: 'operator', operator: { ...operator, ...change } });
  const observes = operator.role === 'observer';
  return (
    <div class={observes ? 'operator observes' : 'operator'} role="group" aria-label="Operator">
      <input
        aria-label="Your name"
        placeholder="Your name"
        maxLength={32}
        value={operator.name}
        onChange={({ currentTarget }) => become({ name: currentTarget.value.trim() })}
      />
      {onlyObserves ? (
        <b class="observer">Observer</b>
      ) : (
        <select
          aria-label="Your role"
          value={operator.role}
          onChange={({ currentTarget }) =>
            become({ role: currentTarget.value === 'observer' ? 'observer' : 'operator' })
          }
        >
          <option value="operator">Operator</option>
          <option value="observer">Observer</option>
        </select>
      )}
      <span id={OBSERVER_ID} class="unseen">
        {observes && 'You observe: buttons are off.'}
        {observes && !onlyObserves && ' Choose the role of operator to press them.'}
      </span>
    </div>
  );
}
