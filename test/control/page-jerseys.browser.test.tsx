// Jersey colours that are moved, as the operator's page tells of them.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/control/desk.css';
import type { Snapshot } from '../../src/wire/wire.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { show } from './words.ts';

let undo: (() => void)[] = [];
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  for (const one of undo) one();
  undo = [];
});

function open(told: Partial<Snapshot> = {}) {
  const made = deskWith(told);
  const mounted = mountPage(made.desk);
  undo.push(() => mounted.unmount());
  return made;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('jersey colours', () => {
  const overrides = { 'home.colour': { value: '#5d2f91', sinceMs: 0 } };

  test('take no room while both are shown as said', () => {
    open();
    expect(document.querySelector('.jersey-line')).toBeNull();
  });

  test('that are moved say so; one click has them as said, one gives back what was given', async () => {
    const { sent } = open({ show: show(1, {}, { overrides }) });
    await expect.element(page.getByText('Jersey colour moved: away #5d2f91')).toBeVisible();
    await button('Show away in #5d2f91').click();
    await button('Release home.colour').click();
    expect(sent).toEqual([
      { cue: 'override', field: 'away.colour', value: '#5d2f91' },
      { cue: 'release', field: 'home.colour' },
    ]);
  });

  test('leave everything in view at 1280 x 800', () => {
    open({ show: show(1, {}, { overrides }) });
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(800);
  });
});
