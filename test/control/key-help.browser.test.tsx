import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { KEY_ROWS } from '../../src/control/key-rows.ts';
import { keepOwnKeys, readOwnKeys } from '../../src/control/own-keys.ts';
import { deskWith, mountPage } from './fixture.tsx';

beforeEach(() => page.viewport(1280, 800));

function open() {
  const made = deskWith();
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}
const sheet = page.getByRole('dialog', { name: 'Keys' });

test('the sheet lists every key, fits the screen, and goes as it came', async () => {
  open();
  await userEvent.keyboard('?');
  await expect.element(sheet).toBeVisible();
  expect(sheet.element().querySelectorAll('li')).toHaveLength(KEY_ROWS.length);
  expect(sheet.element().scrollHeight).toBeLessThanOrEqual(sheet.element().clientHeight);
  await userEvent.keyboard('?');
  await expect.poll(() => sheet.elements()).toHaveLength(0);
});

test('a new key is pressed once, does it from then on, and is written on its button', async () => {
  const { desk, sent } = open();
  await userEvent.keyboard('?');
  await page.getByRole('button', { name: 'Another key for: Another backdrop behind the pictures' }).click();
  await userEvent.keyboard('q');
  await userEvent.keyboard('?');
  await userEvent.keyboard('q');
  expect(desk.state.value.backdrop).toBe('black');
  await expect.element(page.getByRole('button', { name: /Backdrop/ })).toHaveTextContent('Q');
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
  keepOwnKeys(localStorage, { backdrop: 'Q', gone: 'Y' });
  expect(readOwnKeys(localStorage)).toEqual({ backdrop: 'Q' });
  localStorage.setItem('courtside-keys', '{"backdrop":7');
  expect(readOwnKeys(localStorage)).toEqual({});
});
