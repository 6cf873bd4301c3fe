// The page's keyboard and mouse, so that keys go to the show: never while typing, never to a button that was only clicked.
import { fault } from '../game/fault.ts';
import type { Action } from './action.ts';
import type { Desk } from './desk.ts';
import { controlNamed, press } from './hint-targets.ts';
import { actionOf, beginOf } from './keys.ts';
import { namesOf, type Pressed } from './pressed.ts';

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

/** Presses what an operator gave a key of his own; says so where it is not on the page now. */
function pressControl(
  desk: Desk,
  document: Document,
  { panel, name }: Extract<Action, { do: 'press' }>,
): void {
  const element = controlNamed(document.body, panel, name);
  if (element) return press({ does: 'press', element });
  const missing = fault('not-here', panel, 'a panel that is open, with that control', 'none');
  desk.refuse(name, missing, 'not sent');
}

/** Listens for keys; returns what stops it. */
export function listenToKeys(desk: Desk, document: Document): () => void {
  const begin = (key: string): void => desk.tell({ on: 'begun', key });

  /** What is pressed, after a first key where there was one. A second key that means nothing does not do what it does alone. */
  const actionNow = (event: KeyboardEvent): Action | null => {
    const { rows, begun } = desk.state.peek();
    const pressed = pressedOf(event);
    const action = actionOf(pressed, rows, begun);
    if (begun === '' && action === null) {
      const first = beginOf(pressed, rows);
      if (first !== null) event.preventDefault();
      begin(first ?? '');
    } else if (begun !== '') {
      event.preventDefault();
      begin('');
    }
    return action;
  };

  const onKey = (event: KeyboardEvent): void => {
    const pressed = pressedOf(event);
    if (event.defaultPrevented || namesOf(pressed).length === 0) return;
    // A dialog has its own keys; letters for its controls are for all.
    const isCovered = document.querySelector('dialog[open]') !== null;
    const action = isCovered ? actionOf(pressed, desk.state.peek().rows) : actionNow(event);
    if (!action || (isCovered && action.do !== 'hints')) return;
    event.preventDefault();
    if (action.do === 'escape' && document.activeElement instanceof HTMLElement)
      document.activeElement.blur();
    if (action.do === 'press') return pressControl(desk, document, action);
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
