// The keyboard of the workshop: a key presses the button that shows it, wherever that is on the page; never while typing.
import { pressedOf } from '../keyboard.ts';
import { namesOf } from '../pressed.ts';

/** Buttons name their key, as printed, in this attribute. */
const KEYED = 'button[data-key]:enabled';

/** Listens for keys, and keeps them free; returns what stops it. `onEscape`: what was said is put away. */
export function listenToBench(document: Document, onEscape: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const pressed = pressedOf(event);
    if (pressed.typing || pressed.otherModifier || pressed.repeat) return;
    if (event.key === 'Escape') onEscape();
    // Space and Enter belong to the button that has the focus.
    if (pressed.onControl && (event.key === ' ' || event.key === 'Enter')) return;
    // While a dialog is open, its own buttons alone.
    const place = document.querySelector('dialog[open]') ?? document;
    const buttons = [...place.querySelectorAll<HTMLButtonElement>(KEYED)];
    const names = namesOf(pressed);
    const button = names.map((name) => buttons.find(({ dataset }) => dataset.key === name)).find(Boolean);
    if (!button) return;
    event.preventDefault();
    button.click();
  };
  // A clicked button, or a list that was chosen from, would keep the keys from the others.
  const onMouse = (event: MouseEvent): void => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button || button.closest('dialog')) return;
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) event.target.blur();
  };
  document.addEventListener('keydown', onKey);
  document.addEventListener('mousedown', onMouse);
  document.addEventListener('change', onChange);
  return () => {
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('mousedown', onMouse);
    document.removeEventListener('change', onChange);
  };
}
