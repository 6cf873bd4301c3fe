// What every correction has: the key that arms it, the button that gives it back to the feed, and how it looks while it holds.
import type { OverrideField } from '../show/overrides.ts';
import { Key, shortcutOf } from './button.tsx';
import type { Desk } from './desk.ts';
import { keyLabel } from './keys.ts';

export type Of = { readonly desk: Desk; readonly field: OverrideField; readonly name: string };

/** The field's key: pressing arms it for + and -. */
export function Armer({ desk, field, name }: Of) {
  const key = keyLabel(desk.state.value.rows, { do: 'arm', field });
  return (
    <button
      type="button"
      class="armer"
      aria-pressed={desk.state.value.armed === field}
      aria-keyshortcuts={shortcutOf(key)}
      aria-label={`Correct ${name}`}
      onClick={() => desk.act({ do: 'arm', field })}
    >
      <Key label={key} />
    </button>
  );
}

/** Its own button while a value holds; what the feed says stands on it. Its place is kept, so that nothing moves under a finger. */
export function Release({ desk, field }: { readonly desk: Desk; readonly field: string }) {
  const words = desk.fields.value[field];
  if (!desk.state.value.heard?.show.overrides[field]) return <span class="release" />;
  return (
    <button
      type="button"
      class="release"
      aria-label={`Release ${field}`}
      onClick={() => void desk.send({ cue: 'release', field })}
    >
      <span>Release</span>
      <small>feed {words?.feed?.text ?? words?.derived?.text ?? '–'}</small>
    </button>
  );
}

/** `apart`: the operator's value stands over another one. */
export function rowClass(desk: Desk, base: string, field: OverrideField): string {
  const { armed, heard } = desk.state.value;
  const held = heard?.show.overrides[field] !== undefined;
  const apart = desk.fields.value[field]?.apart ?? false;
  return [base, held && 'held', held && apart && 'apart', armed === field && 'armed']
    .filter(Boolean)
    .join(' ');
}
