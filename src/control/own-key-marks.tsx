// A key that an operator gave a control stands on that control, as fixed keys do: on whatever of the page has its name now.
import { useLayoutEffect } from 'preact/hooks';
import type { KeyRow } from './action.ts';
import { shortcutOf } from './button.tsx';
import type { Desk } from './desk.ts';
import { CONTROLS } from './hint-targets.ts';
import { keyTile, tileWidthPx } from './key-tile.ts';
import { nameOf, panelOf } from './name-of.ts';

type OwnMark = { readonly panel: string; readonly name: string; readonly key: string };

const marksOf = (rows: readonly KeyRow[]): readonly OwnMark[] =>
  rows.flatMap(({ action, key }) =>
    action.do === 'press' ? [{ panel: action.panel, name: action.name, key }] : [],
  );

const BOX = 'input, select, textarea';
/** Boxes with words in them. */
const TYPED = 'select, textarea, input:not([type="checkbox"], [type="color"], [type="range"])';

/** What the key is drawn behind: of a box its label; null where it has none. */
const drawnBehind = (element: HTMLElement): HTMLElement | null =>
  element.matches(BOX) ? ((element as HTMLInputElement).labels?.[0] ?? null) : element;

const setOrRemove = (element: HTMLElement, attribute: string, value: string | undefined): void =>
  value === undefined ? element.removeAttribute(attribute) : element.setAttribute(attribute, value);

/** What says the key, by attribute: nothing that the page itself says there is touched. */
const saidOf = (element: HTMLElement, key: string): readonly (readonly [string, string | undefined])[] => [
  ['aria-keyshortcuts', shortcutOf(key)],
  ['title', drawnBehind(element) || !element.hasAttribute('aria-label') ? undefined : `Key: ${key}`],
];

/** Puts a key on a control, or takes off the one that was put there. */
function turn(element: HTMLElement, key: string, on: boolean): void {
  for (const [attribute, said] of saidOf(element, key)) {
    if (said === undefined) continue;
    const now = element.getAttribute(attribute);
    if (now === (on ? null : said)) setOrRemove(element, attribute, on ? said : undefined);
  }
  setOrRemove(element, 'data-has-key', on ? key : undefined);
  const drawn = drawnBehind(element);
  if (drawn) setOrRemove(drawn, 'data-own-key', on ? key : undefined);
  fit(element);
}

/** Words and the key in a line, or the key at the corner over the words: a box that is narrower than that has no room for any. Pixels. */
const ROOM_PX = { line: 96, corner: 48 } as const;

/** A box without a label has its key in itself, where there is room. */
function drawIn(element: HTMLElement): void {
  const key = element.dataset.hasKey;
  const roomPx = key === undefined ? 0 : element.clientWidth - tileWidthPx(key);
  const place = roomPx >= ROOM_PX.line ? 'line' : roomPx >= ROOM_PX.corner ? 'corner' : undefined;
  setOrRemove(element, 'data-own-key-in', element.matches(TYPED) ? place : undefined);
  if (key === undefined || place === undefined) element.style.removeProperty('--own-key');
  else element.style.setProperty('--own-key', keyTile(key));
}

/** A button that is as wide as its place allows has its key at its corner. */
function fit(element: HTMLElement): void {
  const drawn = drawnBehind(element);
  if (!drawn) drawIn(element);
  drawn?.removeAttribute('data-own-key-tight');
  if (drawn?.hasAttribute('data-own-key'))
    drawn.toggleAttribute('data-own-key-tight', drawn.scrollWidth > drawn.clientWidth);
}

/** Of several that are called the same the key presses the first that is not off, so there it stands. */
function foundOf(root: ParentNode, marks: readonly OwnMark[]): ReadonlyMap<HTMLElement, string> {
  const found = new Map<OwnMark, HTMLElement>();
  for (const element of marks.length > 0 ? root.querySelectorAll<HTMLElement>(CONTROLS) : []) {
    const panel = panelOf(element);
    const inPanel = marks.filter((one) => one.panel === panel);
    if (inPanel.length === 0) continue;
    const name = nameOf(element);
    const known = inPanel.find((one) => one.name === name);
    if (!known) continue;
    const before = found.get(known);
    if (!before || (before.matches(':disabled') && !element.matches(':disabled'))) found.set(known, element);
  }
  return new Map([...found].map(([{ key }, element]) => [element, key]));
}

/** Keeps the keys where they belong, whatever is drawn anew, until it is stopped: then none are left. */
export function keepMarked(root: HTMLElement, rows: readonly KeyRow[]): () => void {
  const marks = marksOf(rows);
  let marked: ReadonlyMap<HTMLElement, string> = new Map();
  const look = (): void => {
    const found = foundOf(root, marks);
    for (const [element, key] of marked) if (found.get(element) !== key) turn(element, key, false);
    for (const [element, key] of found) if (element.dataset.hasKey !== key) turn(element, key, true);
    marked = found;
  };
  const fitAll = (): void => {
    for (const element of marked.keys()) fit(element);
  };
  look();
  // Letters are wider or narrower from then on.
  document.fonts.addEventListener('loadingdone', fitAll);
  addEventListener('resize', fitAll);
  const observer = new MutationObserver(look);
  if (marks.length > 0)
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['aria-label', 'aria-labelledby', 'disabled'],
    });
  return () => {
    observer.disconnect();
    document.fonts.removeEventListener('loadingdone', fitAll);
    removeEventListener('resize', fitAll);
    for (const [element, key] of marked) turn(element, key, false);
  };
}

/** Draws nothing itself. */
export function OwnKeyMarks({ desk }: { readonly desk: Desk }) {
  const { rows } = desk.state.value;
  useLayoutEffect(() => keepMarked(document.body, rows), [rows]);
  return null;
}
