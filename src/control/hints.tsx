// Letters on everything that can be pressed, at one key: type them, and it is pressed. With Shift, it is given a key of its own.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Desk } from './desk.ts';
import { hintCodes } from './hint-codes.ts';
import { frontOf, type HintTarget, hintTargets, press } from './hint-targets.ts';
import { pressedOf } from './keyboard.ts';
import { actionOf, bind, controlId } from './keys.ts';

/** There while its key says so. */
export function Hints({ desk }: { readonly desk: Desk }) {
  return desk.state.value.hintsOpen ? <Sheet desk={desk} /> : null;
}

type Hint = HintTarget & { readonly code: string };

/** The hints of the page as it is now. */
function hintsNow(): readonly Hint[] {
  const targets = hintTargets(frontOf(document));
  const codes = hintCodes(targets.length);
  return targets.map((target, index) => ({ ...target, code: codes[index] ?? '' }));
}

const WAITS = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'];

function Sheet({ desk }: { readonly desk: Desk }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const hints = useSignal<readonly Hint[]>([]);
  const typed = useSignal('');
  /** Waits for the key that it is to have. */
  const named = useSignal<Hint | null>(null);
  const told = useSignal('');

  /** The browser tells of a dialog's end late: another may have been opened by then. */
  const isOver = useRef(false);
  const leave = (): void => {
    if (isOver.current) return;
    isOver.current = true;
    desk.tell({ on: 'hints', open: false });
  };
  const close = (): void => {
    dialog.current?.close();
    leave();
  };
  const look = (): void => {
    hints.value = hintsNow();
  };
  useLayoutEffect(() => {
    look();
    dialog.current?.showModal();
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);

  const choose = (hint: Hint, gives: boolean): void => {
    typed.value = '';
    if (hint.does !== 'press') {
      press(hint);
      look();
    } else if (gives) named.value = hint;
    else {
      close();
      press(hint);
    }
  };

  const give = (hint: Hint, event: KeyboardEvent): void => {
    const bound = bind(desk.state.peek().ownKeys, controlId(hint.panel, hint.name), pressedOf(event));
    if ('refused' in bound) {
      told.value = bound.refused;
      return;
    }
    desk.tell({ on: 'keys', own: bound.own });
    close();
  };

  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (WAITS.includes(event.key)) return;
    event.preventDefault();
    // At once, not when the browser has told of it: the next key may be for them again.
    if (event.key === 'Escape') return close();
    if (named.peek()) return give(named.peek() as Hint, event);
    const pressed = pressedOf(event);
    if (actionOf({ ...pressed, typing: false }, desk.state.peek().rows)?.do === 'hints') return close();
    const next =
      event.key === 'Backspace' ? typed.peek().slice(0, -1) : `${typed.peek()}${event.key.toUpperCase()}`;
    const left = hints.peek().filter(({ code }) => code.startsWith(next));
    if (left.length === 0) return;
    typed.value = next;
    const [only] = left;
    if (only?.code === next) choose(only, event.shiftKey);
  };

  return (
    <dialog
      ref={dialog}
      class="hints"
      aria-label="Letters for every control"
      onKeyDown={onKey}
      onClose={leave}
      onClick={close}
    >
      <p class="hints-words" role="status">
        {named.value
          ? told.value || `Press the key that ${named.value.name} is to have`
          : 'Type the letters to press it; with Shift, to give it a key of its own. Esc to leave.'}
      </p>
      <ul>
        {hints.value
          .filter(({ code }) => code.startsWith(typed.value))
          .map((hint) => (
            <Letters key={hint.code} hint={hint} typed={typed.value.length} />
          ))}
      </ul>
    </dialog>
  );
}

function Letters({ hint, typed }: { readonly hint: Hint; readonly typed: number }) {
  const { code, does, name, xPx, yPx } = hint;
  return (
    <li
      class={does === 'press' ? 'hint' : 'hint hint-scroll'}
      style={{ left: `${Math.max(0, xPx)}px`, top: `${Math.max(0, yPx)}px` }}
    >
      <kbd>
        <i>{code.slice(0, typed)}</i>
        {code.slice(typed)}
        {does === 'press' ? '' : does === 'more' ? ' ↓' : ' ↑'}
      </kbd>
      <span class="unseen"> {name}</span>
    </li>
  );
}
