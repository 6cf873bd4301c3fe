import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { controlId } from '../../src/control/keys.ts';
import { keepOwnKeys, readOwnKeys } from '../../src/control/own-keys.ts';
import { rowsThere } from '../../src/control/rows-there.ts';
import { deskWith, mountPage } from './fixture.tsx';

beforeEach(() => page.viewport(1280, 800));

function open() {
  const made = deskWith();
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}
const sheet = page.getByRole('dialog', { name: 'Keys' });

test('the sheet lists every key of what there is, fits the screen, and goes as it came', async () => {
  const { desk } = open();
  await userEvent.keyboard('?');
  await expect.element(sheet).toBeVisible();
  expect(sheet.element().querySelectorAll('li')).toHaveLength(rowsThere(desk.state.value).length);
  expect(sheet.element()).toHaveTextContent('Take graphic 4');
  expect(sheet.element()).not.toHaveTextContent('Take graphic 5');
  expect(sheet.element().scrollHeight).toBeLessThanOrEqual(sheet.element().clientHeight);
  await userEvent.keyboard('?');
  await expect.poll(() => sheet.elements()).toHaveLength(0);
});

test('a new key is pressed once, does it from then on, and is written on its button', async () => {
  const { desk, sent } = open();
  await userEvent.keyboard('?');
  await page.getByRole('button', { name: 'Another key for: Another backdrop behind the pictures' }).click();
  await userEvent.keyboard('{F9}');
  await userEvent.keyboard('?');
  await userEvent.keyboard('{F9}');
  expect(desk.state.value.backdrop).toBe('black');
  await expect.element(page.getByRole('button', { name: /Backdrop/ })).toHaveTextContent('F9');
  expect(sent).toEqual([]);
});

test('while the sheet waits for a key, nothing is cued by it', async () => {
  const { sent } = open();
  await userEvent.keyboard('?');
  await page.getByRole('button', { name: /Another backdrop/ }).click();
  await userEvent.keyboard('{Shift>}1{/Shift}');
  await expect.element(page.getByRole('alert').filter({ hasText: /Take graphic 1/ })).toBeVisible();
  expect(sent).toEqual([]);
});

test('own keys are there again for the next page, and what is not a table of keys is no trouble', () => {
  onTestFinished(() => localStorage.removeItem('courtside-keys'));
  const control = controlId('Rundown', 'Take Tip-off');
  keepOwnKeys(localStorage, { backdrop: '#', gone: 'Y', [control]: 'F8' });
  expect(readOwnKeys(localStorage)).toEqual({ backdrop: '#', [control]: 'F8' });
  localStorage.setItem('courtside-keys', '{"backdrop":7');
  expect(readOwnKeys(localStorage)).toEqual({});
});
