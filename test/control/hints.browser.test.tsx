// Every action is done by a key that is shown: on the control itself, or as letters on it at one key; and every control has a name.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { DOCKS } from '../../src/control/docks.ts';
import { CONTROLS } from '../../src/control/hint-targets.ts';
import { controlId } from '../../src/control/keys.ts';
import { nameOf, panelOf } from '../../src/control/name-of.ts';
import { type RundownItem } from '../../src/show/rundown.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { graphic, health, output, show } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

const item = (id: string, group: string | null = null): RundownItem => ({
  id,
  name: `Item ${id}`,
  group,
  graphics: [{ graphic: 'scorebug' }],
  cut: false,
  autoOutMs: null,
  note: '',
});

/** A desk that has as much on it as there can be. */
function open() {
  const made = deskWith({
    show: {
      ...show(3),
      rundown: {
        name: 'Evening',
        groups: [
          { id: 'pre', name: 'Pre-game' },
          { id: 'half', name: 'Half-time' },
        ],
        items: [item('a'), item('b', 'pre'), item('c', 'half')],
        current: null,
        standby: 'a',
      },
    },
    health: health({
      outputs: ['air', 'backup'].map((name) => output(name)),
      faults: [
        {
          id: 'a1',
          fault: { code: 'malformed', where: 'clock', expected: 'a number', found: '"x"' },
          count: 2,
          lastMs: 0,
          hasRaw: true,
        },
      ],
    }),
  });
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}

const sheet = page.getByRole('dialog', { name: 'Letters for every control' });
const hinted = (): readonly string[] =>
  [...sheet.element().querySelectorAll('li')].map((one) => one.textContent ?? '');

/** The letters of the control of that name. */
const lettersOf = (name: string): string => {
  const hint = [...sheet.element().querySelectorAll('li')].find(
    (one) => one.querySelector('span')?.textContent?.trim() === name,
  );
  if (!hint) throw new Error(`no letters for ${name}, only for ${hinted().join(', ')}`);
  return hint.querySelector('kbd')?.textContent?.trim() ?? '';
};
const openHints = async (): Promise<void> => {
  await userEvent.keyboard(';');
  await expect.element(sheet).toBeVisible();
  await expect.poll(() => hinted().length).toBeGreaterThan(0);
};

/** Every control that is not off and can be seen, or scrolled to. */
const controls = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(`.desk :is(${CONTROLS})`)].filter(
    (element) => !element.matches(':disabled, .hints *') && element.getClientRects().length > 0,
  );

/** What has letters in all of its panel's pages, by turning them one after the other. */
async function everythingHinted(): Promise<ReadonlySet<string>> {
  const all = new Set<string>();
  await openHints();
  for (let turns = 0; turns < 20; turns += 1) {
    for (const one of sheet.element().querySelectorAll('li:not(.hint-scroll)'))
      all.add(one.querySelector('span')?.textContent?.trim() ?? '');
    const more = [...sheet.element().querySelectorAll('li.hint-scroll')].filter((one) =>
      one.textContent?.includes('↓'),
    );
    const [next] = more;
    if (!next) break;
    const letters = next.querySelector('kbd')?.textContent?.replace('↓', '').trim() ?? '';
    await userEvent.keyboard(letters.toLowerCase());
  }
  await userEvent.keyboard('{Escape}');
  return all;
}

const tabs = [
  ...DOCKS.work.map(({ id, name }) => ['work', id, name] as const),
  ...DOCKS.side.map(({ id, name }) => ['side', id, name] as const),
];

test.each(tabs)(
  'in %s, %s: every control has a name, and a key or letters that are shown',
  async (dock, id) => {
    const { desk } = open();
    desk.tell({ on: 'opened', dock, tab: id });
    await expect
      .poll(() => document.getElementById(`tab-${dock}-${id}`)?.getAttribute('aria-selected'))
      .toBe('true');
    const nameless = controls().filter((element) => nameOf(element) === '');
    expect(nameless.map((element) => element.outerHTML.slice(0, 120))).toEqual([]);
    const letters = await everythingHinted();
    const silent = controls().filter(
      (element) =>
        !letters.has(nameOf(element)) &&
        !element.querySelector('kbd') &&
        !element.getAttribute('aria-keyshortcuts'),
    );
    expect(silent.map(nameOf)).toEqual([]);
  },
);

describe('letters', () => {
  test('press a button, open a panel, and leave the focus where keys go to the show', async () => {
    const { desk, sent } = open();
    await openHints();
    await userEvent.keyboard(lettersOf('Rundown').toLowerCase());
    await expect.element(page.getByRole('button', { name: 'Take Item b' })).toBeVisible();
    expect(sheet.elements()).toHaveLength(0);
    await openHints();
    await userEvent.keyboard(lettersOf('Take Item b').toLowerCase());
    expect(sent).toEqual([{ cue: 'rundown', step: { step: 'take', id: 'b' } }]);
    expect(document.activeElement).toBe(document.body);
    expect(desk.state.value.hintsOpen).toBe(false);
  });

  test('take a field in hand, and what must be held is only taken in hand', async () => {
    const { desk, sent } = open();
    desk.tell({ on: 'opened', dock: 'work', tab: 'rundown' });
    await expect.element(page.getByLabelText('Name of group Half-time')).toBeVisible();
    await openHints();
    await userEvent.keyboard(lettersOf('Name of group Half-time').toLowerCase());
    await userEvent.keyboard('Break{Enter}');
    expect(sent).toEqual([{ cue: 'rundown', step: { step: 'group-edit', id: 'half', name: 'Break' } }]);
    await openHints();
    await userEvent.keyboard(lettersOf('Hold to remove group Pre-game').toLowerCase());
    expect(sent).toHaveLength(1);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Hold to remove group Pre-game');
  });

  test('go with Escape, with their key, and cue nothing meanwhile', async () => {
    const { sent } = open();
    await openHints();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => sheet.elements()).toHaveLength(0);
    await openHints();
    await userEvent.keyboard('1;');
    await expect.poll(() => sheet.elements()).toHaveLength(0);
    expect(sent).toEqual([]);
  });

  test('are for what an observer may press, where he may', async () => {
    const { desk } = open();
    desk.tell({ on: 'operator', operator: { name: 'Bo', role: 'observer', untilAgrees: false } });
    await expect.poll(() => document.querySelector('.graphics button')?.matches(':disabled')).toBe(true);
    await openHints();
    expect(hinted().join()).toContain('Rundown');
    expect(hinted().join()).not.toContain('Take preview');
  });

  test('stand in a dialog for its own controls alone', async () => {
    open();
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await openHints();
    expect(hinted().join()).toContain('Another key for: Take what is in preview');
    expect(hinted().join()).not.toContain('Rundown');
    await userEvent.keyboard(lettersOf('Close').toLowerCase());
    await expect.poll(() => page.getByRole('dialog', { name: 'Keys' }).elements()).toHaveLength(0);
  });

  test('with Shift give a control a key of its own, which is listed, kept, and presses it from then on', async () => {
    const { desk, sent } = open();
    desk.tell({ on: 'opened', dock: 'work', tab: 'rundown' });
    await expect.element(page.getByRole('button', { name: 'Take Item b' })).toBeVisible();
    await openHints();
    await userEvent.keyboard(`{Shift>}${lettersOf('Take Item b')}{/Shift}`);
    await userEvent.keyboard('`');
    await expect.element(sheet).toHaveTextContent('needs Shift');
    await userEvent.keyboard('{F7}');
    await expect.poll(() => sheet.elements()).toHaveLength(0);
    await userEvent.keyboard('{F7}');
    expect(sent).toEqual([{ cue: 'rundown', step: { step: 'take', id: 'b' } }]);
    await userEvent.keyboard('?');
    await expect
      .element(page.getByRole('dialog', { name: 'Keys' }))
      .toHaveTextContent('Rundown: Take Item b');
    await userEvent.keyboard('?');
    desk.tell({ on: 'opened', dock: 'work', tab: 'log' });
    await userEvent.keyboard('{F7}');
    await expect.element(page.getByText('Take Item b: not sent')).toBeVisible();
  });
});

describe('a key that an operator gave a control', () => {
  const printed = (element: Element): string => getComputedStyle(element, '::after').content;
  const takeB = page.getByRole('button', { name: 'Take Item b', exact: true });

  test('stands on it, follows to what is drawn anew and to another key, and goes with it', async () => {
    const { desk } = open();
    desk.tell({ on: 'opened', dock: 'work', tab: 'rundown' });
    await expect.element(takeB).toBeVisible();
    const id = controlId('Rundown', 'Take Item b');
    desk.tell({ on: 'keys', own: { [id]: 'F7' } });
    await expect.poll(() => printed(takeB.element())).toContain('"F7"');
    await expect.element(takeB).toHaveAttribute('aria-keyshortcuts', 'F7');
    expect(document.querySelectorAll('[data-own-key]')).toHaveLength(1);
    desk.tell({ on: 'opened', dock: 'work', tab: 'log' });
    await expect.poll(() => document.querySelectorAll('[data-own-key]').length).toBe(0);
    desk.tell({ on: 'opened', dock: 'work', tab: 'rundown' });
    await expect.poll(() => printed(takeB.element())).toContain('"F7"');
    desk.tell({ on: 'keys', own: { [id]: '⇧F8' } });
    await expect.poll(() => printed(takeB.element())).toContain('"⇧F8"');
    await expect.element(takeB).toHaveAttribute('aria-keyshortcuts', 'Shift+F8');
    // Its column has no room for more than its word: the key is at the corner.
    expect(takeB.element().scrollWidth).toBeLessThanOrEqual(takeB.element().clientWidth + 3);
    desk.tell({ on: 'keys', own: {} });
    await expect.poll(() => printed(takeB.element())).toBe('none');
    await expect.element(takeB).not.toHaveAttribute('aria-keyshortcuts');
  });

  test('stands beside the words of a field; in one without words, where it has room', async () => {
    const { desk } = open();
    desk.tell({ on: 'opened', dock: 'work', tab: 'tape' });
    const ticked = page.getByRole('checkbox', { name: 'Names and ids replaced' });
    const role = page.getByLabelText('Your role', { exact: true });
    await expect.element(ticked).toBeVisible();
    const idOf = (one: Element): string => controlId(panelOf(one), nameOf(one));
    desk.tell({ on: 'keys', own: { [idOf(ticked.element())]: 'F9', [idOf(role.element())]: 'F10' } });
    await expect.element(ticked).toHaveAttribute('aria-keyshortcuts', 'F9');
    const [label] = (ticked.element() as HTMLInputElement).labels ?? [];
    expect(label && printed(label)).toContain('"F9"');
    const drawn = (): string => decodeURIComponent(getComputedStyle(role.element()).backgroundImage);
    await expect.element(role).toHaveAttribute('title', 'Key: F10');
    expect(drawn()).toContain('>F10</text>');
    desk.tell({ on: 'keys', own: {} });
    await expect.element(role).not.toHaveAttribute('title');
    expect(drawn()).toBe('none');
  });
});

describe('two keys one after the other', () => {
  const graphics = Array.from({ length: 12 }, (_, index) =>
    graphic(`g${index + 1}`, `Graphic g${index + 1}`, { layer: `layer${index % 3}` }),
  );
  function openTwelve() {
    const made = deskWith({ graphics });
    const mounted = mountPage(made.desk);
    onTestFinished(() => mounted.unmount());
    return made;
  }

  test('reach the graphics after the ninth, and are shown while the second is waited for', async () => {
    const { sent } = openTwelve();
    await userEvent.keyboard('q');
    await expect
      .element(page.getByRole('status', { name: 'Q, and then' }))
      .toHaveTextContent('Graphic 12 out');
    await userEvent.keyboard('3');
    await expect.poll(() => page.getByRole('status', { name: 'Q, and then' }).elements()).toHaveLength(0);
    await userEvent.keyboard('q{Shift>}1{/Shift}');
    expect(sent.map((cue) => [cue.cue, 'graphic' in cue && cue.graphic])).toEqual([
      ['preview', 'g12'],
      ['take', 'g10'],
    ]);
  });

  test('a second key that means nothing there does not do what it does alone', async () => {
    const { sent, desk } = openTwelve();
    await userEvent.keyboard('q ');
    expect(sent).toEqual([]);
    expect(desk.state.value.begun).toBe('');
  });
});
