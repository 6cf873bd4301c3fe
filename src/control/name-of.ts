// What a control is called: the name that a screen reader says, as far as this page makes names.

const textOf = (element: Element | null): string =>
  element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

/** Text without what is hidden from screen readers: the keys that stand on buttons. */
function spokenText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true], select, input, option')) hidden.remove();
  return textOf(copy);
}

function labelText(element: Element): string {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement)) return '';
  return [...(element.labels ?? [])].map(spokenText).filter(Boolean).join(' ');
}

/** Empty for one that nobody could call by a name. */
export function nameOf(element: Element): string {
  const by = element.getAttribute('aria-labelledby');
  const named = by === null ? '' : textOf(element.ownerDocument.getElementById(by));
  return (
    named ||
    element.getAttribute('aria-label')?.trim() ||
    labelText(element) ||
    (element.matches('input, select, textarea') ? '' : spokenText(element)) ||
    element.getAttribute('title')?.trim() ||
    element.getAttribute('placeholder')?.trim() ||
    ''
  );
}

/** The panel that a control stands in, by its name; empty outside of all. */
export const panelOf = (element: Element): string => {
  const panel = element.closest('section[aria-label], [role=group][aria-label], dialog');
  return panel ? nameOf(panel) : '';
};
