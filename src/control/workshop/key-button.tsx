// A button of the workshop with its key: pressing either does the same.
import type { ComponentChildren } from 'preact';
import { Key, shortcutOf } from '../button.tsx';

export type KeyButtonProps = {
  /** As printed: `M`, `⇧M`. */
  readonly keyName?: string | undefined;
  readonly onPress: () => void;
  /** What a screen reader says; by default the text. */
  readonly name?: string | undefined;
  readonly tone?: 'air' | 'preview' | 'look' | undefined;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly children: ComponentChildren;
};

export function KeyButton({ keyName, onPress, name, tone, disabled, pressed, children }: KeyButtonProps) {
  return (
    <button
      type="button"
      class={tone ? `tone-${tone}` : undefined}
      data-key={keyName}
      disabled={disabled}
      aria-label={name}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcutOf(keyName ?? null)}
      onClick={onPress}
    >
      <span>{children}</span>
      <Key label={keyName ?? null} />
    </button>
  );
}
