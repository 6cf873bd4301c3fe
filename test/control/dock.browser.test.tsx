import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { DOCK_TABS } from '../../src/control/docks.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { health, snapshot } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

function open() {
  const made = deskWith();
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}
const tab = (name: RegExp) => page.getByRole('tab', { name });

test('a tab opens its panel, and the one before it goes', async () => {
  open();
  await tab(/Addresses/).click();
  await expect.element(page.getByRole('region', { name: 'Addresses' })).toBeVisible();
  expect(page.getByRole('region', { name: 'Outputs' }).elements()).toHaveLength(0);
});

test('brackets go round the tabs, also while a button has the focus', async () => {
  const { desk } = open();
  for (let step = 0; step < DOCK_TABS.side.length; step += 1)
    await userEvent.keyboard('{Shift>}[BracketRight]{/Shift}');
  expect(desk.state.value.open.side).toBe(DOCK_TABS.side[0]);
  await userEvent.keyboard('{Shift>}[BracketLeft]{/Shift}');
  expect(desk.state.value.open.side).toBe(DOCK_TABS.side.at(-1));
});

test('a tab says how many faults lie behind it', async () => {
  const { desk } = open();
  const faults = [
    {
      id: 'a1',
      hasRaw: true,
      fault: { code: 'bad-json', where: 'clock', expected: 'JSON', found: 'x' },
      count: 1,
      lastMs: 0,
    },
  ] as const;
  desk.tell({ on: 'opened', dock: 'side', tab: 'addresses' });
  desk.tell({ on: 'down', down: { ...snapshot({}), health: health({ faults: [...faults] }) }, nowMs: 0 });
  await expect.element(tab(/Health/)).toHaveTextContent('1');
});

test('no panel makes the page scroll at 1280 x 800', async () => {
  const { desk } = open();
  for (const dock of ['work', 'side'] as const)
    for (const one of DOCK_TABS[dock]) {
      desk.tell({ on: 'opened', dock, tab: one });
      await expect.poll(() => document.getElementById(`tab-${dock}-${one}`)?.ariaSelected).toBe('true');
      const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
      expect([one, scrollWidth, scrollHeight]).toEqual([one, clientWidth, clientHeight]);
    }
});
