// The page's keyboard and mouse, so that keys go to the show: never while typing, never to a button that was only clicked.
import type { Desk } from './desk.ts';
import { actionOf } from './keys.ts';
import type { Pressed } from './pressed.ts';

const TYPING = 'input:not([type=checkbox]):not([readonly]), textarea, select, [contenteditable]';
const CONTROL = 'button, input, select, textarea, a, summary, [tabindex]';

/** Fields for figures alone: letters typed there are keys of the page. */
const FIGURES = 'input[data-figures]';
const LETTER = /^\p{L}$/u;

const isOn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.matches(selector);

/** A keyboard event as the table of keys reads it. */
export const pressedOf = (event: KeyboardEvent): Pressed => ({
  key: event.key,
  code: event.code,
  shift: event.shiftKey,
  otherModifier: event.ctrlKey || event.altKey || event.metaKey,
  repeat: event.repeat,
  typing: isOn(event.target, TYPING) && !(isOn(event.target, FIGURES) && LETTER.test(event.key)),
  onControl: isOn(event.target, CONTROL),
});

/** Listens for keys; returns what stops it. */
export function listenToKeys(desk: Desk, document: Document): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const action = actionOf(pressedOf(event), desk.state.peek().rows);
    if (!action) return;
    event.preventDefault();
    if (action.do === 'escape' && document.activeElement instanceof HTMLElement)
      document.activeElement.blur();
    desk.act(action);
    // At once, not when the page is drawn anew: the figure that follows is for the field, not a key.
    const { armed } = desk.state.peek();
    if (action.do === 'arm' && armed !== null)
      document.querySelector<HTMLElement>(`input[data-figures="${armed}"]`)?.focus();
  };
  // A clicked button would keep the focus and take the next Space for itself: the key for a take.
  const onMouse = (event: MouseEvent): void => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button || button.closest('dialog')) return;
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  document.addEventListener('keydown', onKey);
  document.addEventListener('mousedown', onMouse);
  return () => {
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('mousedown', onMouse);
  };
}
