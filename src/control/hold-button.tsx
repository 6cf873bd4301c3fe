// A button that must be held: what it does cannot be undone by a second press, so one slip does nothing.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Key, shortcutOf } from './button.tsx';

type HoldButtonProps = {
  /** The key that does it at once, with its modifier. */
  readonly keyText: string | null;
  /** What a screen reader says; by default the text. */
  readonly name?: string;
  readonly onHeld: () => void;
  readonly children: ComponentChildren;
};

/** Calls back when it has been held, by pointer or by Space or Enter, until its bar is full. The bar's animation is the clock. */
export function HoldButton({ keyText, name, onHeld, children }: HoldButtonProps) {
  const holding = useSignal(false);
  const release = (): void => {
    holding.value = false;
  };
  return (
    <button
      type="button"
      class={holding.value ? 'hold holding' : 'hold'}
      aria-label={name}
      aria-keyshortcuts={shortcutOf(keyText)}
      onPointerDown={(event) => {
        if (event.button === 0) holding.value = true;
      }}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onBlur={release}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return;
        event.preventDefault();
        if (!event.shiftKey) holding.value = true;
      }}
      onKeyUp={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      <i
        class="hold-bar"
        aria-hidden="true"
        onAnimationEnd={() => {
          release();
          onHeld();
        }}
      />
      <span>{children}</span>
      <Key label={keyText} />
    </button>
  );
}
