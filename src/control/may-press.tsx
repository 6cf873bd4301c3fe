// What an observer may not press: all controls inside are off, and say why.
import type { ComponentChildren } from 'preact';
import type { Desk } from './desk.ts';
import { OBSERVER_ID } from './operator-chip.tsx';

/** Takes no place of its own on the page. */
export function MayPress({ desk, children }: { readonly desk: Desk; readonly children: ComponentChildren }) {
  const observes = desk.state.value.operator.role === 'observer';
  return (
    <fieldset
      class="may-press"
      disabled={observes}
      aria-describedby={observes ? OBSERVER_ID : undefined}
      title={observes ? 'You observe: choose the role of operator at the top' : undefined}
    >
      {children}
    </fieldset>
  );
}
