// Every button of the operator's page shows its key; pressing either does the same.
import type { ComponentChildren } from 'preact';
import type { Action } from './action.ts';
import type { Desk } from './desk.ts';
import { keyLabel } from './keys.ts';

/** A key as printed beside what it does; nothing for an action without one. Screen readers are told by `aria-keyshortcuts`. */
export function Key({ label }: { readonly label: string | null }) {
  return label === null ? null : <kbd aria-hidden="true">{label}</kbd>;
}

/** `⇧Q` as `aria-keyshortcuts` wants it, which knows no keys that are pressed one after the other. */
export const shortcutOf = (label: string | null): string | undefined =>
  label === null || label.includes(' ')
    ? undefined
    : label.replace('⇧', 'Shift+').replace(/Esc$/, 'Escape').replace('⌫', 'Backspace');

type ActionButtonProps = {
  readonly desk: Desk;
  readonly action: Action;
  /** What a screen reader says; by default the text. */
  readonly name?: string;
  /** Lit in a tally colour. */
  readonly tone?: 'air' | 'preview' | 'look' | undefined;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly children: ComponentChildren;
};

/** A button for an action. `pressed` makes it a toggle. */
export function ActionButton({ desk, action, name, tone, disabled, pressed, children }: ActionButtonProps) {
  const label = keyLabel(desk.state.value.rows, action);
  return (
    <button
      type="button"
      class={tone ? `tone-${tone}` : undefined}
      disabled={disabled}
      aria-label={name}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcutOf(label)}
      onClick={() => desk.act(action)}
    >
      <span>{children}</span>
      <Key label={label} />
    </button>
  );
}
