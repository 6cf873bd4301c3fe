// The first of two keys was pressed: what the second may be.
import type { Desk } from './desk.ts';
import { rowsThere } from './rows-there.ts';

/** Nothing while no first key was pressed. */
export function Begun({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const first = `${state.begun} `;
  if (state.begun === '') return null;
  const rows = rowsThere(state).filter(({ key }) => key.startsWith(first));
  return (
    <div class="begun" role="status" aria-label={`${state.begun}, and then`}>
      <kbd>{state.begun}</kbd> and then
      <ul>
        {rows.map(({ id, key, words }) => (
          <li key={id}>
            <kbd>{key.slice(first.length)}</kbd> {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
