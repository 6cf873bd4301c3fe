// What of the page can be pressed now: every control that is in sight and not off, and every list that has more than it shows.
import { nameOf, panelOf } from './name-of.ts';

/** `press`: a control. `more` and `back`: a list that goes on below, or above. Places are in the window's pixels. */
export type HintTarget = {
  readonly does: 'press' | 'more' | 'back';
  readonly element: HTMLElement;
  readonly panel: string;
  readonly name: string;
  readonly xPx: number;
  readonly yPx: number;
};

/** All that takes part in the page by keyboard. */
export const CONTROLS =
  'button, a[href], input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Less of a control in sight than this is none of it. Pixels. */
const LEAST_PX = 4;
/** A list goes on where more than this is hidden. Pixels. */
const HIDDEN_PX = 4;

const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY);
const clips = (element: Element): boolean => getComputedStyle(element).overflow !== 'visible';

/** The part of an element that is in sight; null for none. */
function seenBox(element: Element): Box | null {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (
    let around = element.parentElement;
    around && around !== document.body;
    around = around.parentElement
  ) {
    if (around instanceof HTMLDialogElement || !clips(around)) continue;
    const box = around.getBoundingClientRect();
    left = Math.max(left, box.left);
    top = Math.max(top, box.top);
    right = Math.min(right, box.right);
    bottom = Math.min(bottom, box.bottom);
  }
  const isIn = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return isIn && right - left >= LEAST_PX && bottom - top >= LEAST_PX ? { left, top, right, bottom } : null;
}

/** A control that is drawn by its label is where that is. */
const drawnAs = (element: HTMLElement): Element =>
  element instanceof HTMLInputElement && element.classList.contains('unseen')
    ? (element.labels?.[0] ?? element)
    : element;

function pressTargets(root: ParentNode): readonly HintTarget[] {
  return [...root.querySelectorAll<HTMLElement>(CONTROLS)].flatMap((element): HintTarget[] => {
    if (element.matches(':disabled, iframe') || getComputedStyle(drawnAs(element)).visibility === 'hidden')
      return [];
    const box = seenBox(drawnAs(element));
    if (!box) return [];
    const [panel, name] = [panelOf(element), nameOf(element)];
    return [{ does: 'press', element, panel, name, xPx: box.left, yPx: box.top }];
  });
}

function scrollTargets(root: ParentNode): readonly HintTarget[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element): HintTarget[] => {
    const hidden = element.scrollHeight - element.clientHeight;
    if (hidden <= HIDDEN_PX || !scrolls(element)) return [];
    const box = seenBox(element);
    if (!box) return [];
    const panel = panelOf(element);
    const at = { element, panel, xPx: (box.left + box.right) / 2 };
    const more: HintTarget = { ...at, does: 'more', name: `${panel}: more`, yPx: box.bottom - 22 };
    const back: HintTarget = { ...at, does: 'back', name: `${panel}: back`, yPx: box.top };
    return [
      ...(element.scrollTop < hidden - HIDDEN_PX ? [more] : []),
      ...(element.scrollTop > HIDDEN_PX ? [back] : []),
    ];
  });
}

/** The dialog that lies over all others, else the page. */
export const frontOf = (document: Document): ParentNode =>
  [...document.querySelectorAll('dialog[open]:not(.hints)')].at(-1) ?? document.body;

/** Everything that can be pressed in a part of the page, in its order. */
export const hintTargets = (root: ParentNode): readonly HintTarget[] => [
  ...pressTargets(root),
  ...scrollTargets(root),
];

/** How much of a list is turned at once. */
const PAGE = 0.8;

/** What is written into, chosen from or held takes the focus; all else is pressed. */
const TAKES_FOCUS =
  'select, textarea, pre, .hold, input:not([type=checkbox], [type=radio], [type=file], [type=color], [type=button])';

/** Does what a target is for. */
export function press({ does, element }: Pick<HintTarget, 'does' | 'element'>): void {
  if (does !== 'press') {
    element.scrollBy({ top: element.clientHeight * PAGE * (does === 'more' ? 1 : -1), behavior: 'instant' });
    return;
  }
  if (!element.matches(TAKES_FOCUS)) return element.click();
  element.focus();
  if (element instanceof HTMLInputElement) element.select();
}

/** The control of that name in that panel; null where it is not on the page now, or off. */
export const controlNamed = (root: ParentNode, panel: string, name: string): HTMLElement | null =>
  [...root.querySelectorAll<HTMLElement>(CONTROLS)].find(
    (element) => !element.matches(':disabled') && nameOf(element) === name && panelOf(element) === panel,
  ) ?? null;
