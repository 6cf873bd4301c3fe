// The card of a pre-flight, over the frame's own edges: what was found in one colour a line, the worst of them large.
import { type Check, levelOf } from '../../wire/preflight.ts';

const WORDS = { green: 'Ready', amber: 'Look here', red: 'Not ready' } as const;

function element(document: Document, tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Safe areas and corners, and an alpha wedge over black and over white: for eyes, and for whoever looks at the mixer's picture. */
export function drawGround(document: Document): void {
  const ground = element(document, 'div', 'ground');
  for (const name of ['edge', 'action-safe', 'graphics-safe']) ground.append(element(document, 'div', name));
  const wedges = element(document, 'div', 'wedges');
  for (const name of ['on-nothing', 'on-black', 'on-white'])
    wedges.append(element(document, 'div', `wedge ${name}`));
  ground.append(wedges);
  document.body.append(ground);
}

/** Puts the card, or what is still being measured. */
export function drawCard(document: Document, name: string, checks: readonly Check[] | null): void {
  document.querySelector('.card')?.remove();
  const level = checks ? levelOf(checks) : 'grey';
  const card = element(document, 'section', `card ${level}`);
  card.setAttribute('role', 'status');
  card.append(element(document, 'h1', '', checks ? WORDS[levelOf(checks)] : 'Ten seconds, please'));
  card.append(element(document, 'p', 'name', `Pre-flight of ${name}`));
  const list = element(document, 'dl', '');
  for (const { name: what, level: of, found, todo } of checks ?? []) {
    list.append(element(document, 'dt', of, what));
    const told = element(document, 'dd', '', found);
    if (todo !== '') told.append(element(document, 'strong', '', todo));
    list.append(told);
  }
  card.append(list);
  if (checks)
    card.append(
      element(
        document,
        'p',
        'eyes',
        'By eye: the thin lines touch all four edges; the picture shows through the left wedge.',
      ),
    );
  document.body.append(card);
}
