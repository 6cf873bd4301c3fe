import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PairInfo } from '../../src/game/pair-info.ts';
import '../../src/control/desk.css';
import { deskWith, mountPage } from './fixture.tsx';
import { health, NOW_MS } from './words.ts';

const FIELD = {
  field: 'score',
  owner: 'main',
  wanted: 'main',
  falls: 'itself',
  main: '51:48',
  backup: '50:50',
  agree: false,
  behindMs: 1_200,
  down: true,
  askedFor: 'backup',
} as const;

const PAIR: PairInfo = {
  feeds: [
    {
      lane: 'main',
      name: 'shottracker',
      status: 'lost',
      detail: 'The connection was cut.',
      heardMs: NOW_MS - 9_000,
    },
    { lane: 'backup', name: 'imgarena', status: 'live', heardMs: NOW_MS },
  ],
  fields: [
    FIELD,
    { ...FIELD, field: 'clock', main: '7:42', backup: '7:41', agree: true, down: false, askedFor: null },
  ],
  match: {
    same: false,
    confirmed: false,
    proposed: { teams: { aa: '10', bb: '20' }, players: { 'p-7': '7' } },
    teams: [{ backup: { id: 'aa', name: 'Herons' }, main: { id: '10', name: 'Riverton Herons' } }],
    players: [
      { backup: { id: 'p-7', name: '7 Ana Ruiz' }, main: { id: '7', name: '7 Ana Ruiz' } },
      { backup: { id: 'p-8', name: 'B. Unknown' }, main: null },
    ],
    of: [
      { id: '7', name: '7 Ana Ruiz' },
      { id: '8', name: '8 Bo Unknown' },
    ],
  },
};

let unmount = (): void => undefined;
afterEach(() => unmount());

async function opened() {
  const told = deskWith({ health: health({ pair: PAIR }) });
  const mounted = mountPage(told.desk);
  unmount = () => mounted.unmount();
  await page.getByRole('tab', { name: /^Feeds/ }).click();
  return told;
}

describe('the tab of two feeds', () => {
  test('asks where they disagree, on the tab itself, and gives the field on a press', async () => {
    const { sent } = await opened();
    await expect.element(page.getByRole('tab', { name: /^Feeds/ })).toHaveTextContent('1 to decide');
    await expect.element(page.getByText('they disagree: choose')).toBeVisible();
    await page.getByRole('button', { name: 'Score from backup' }).click();
    expect(sent).toContainEqual({ cue: 'owner', field: 'score', feed: 'backup' });
  });

  test('says scores with the visitors first, as the rest of the page', async () => {
    await opened();
    await expect.element(page.getByRole('cell', { name: '48 – 51' })).toBeVisible();
    await expect.element(page.getByRole('cell', { name: '50 – 50' })).toBeVisible();
  });

  test('a field is made to fall by hand alone', async () => {
    const { sent } = await opened();
    await page.getByRole('combobox', { name: 'Clock falls' }).selectOptions('hand');
    expect(sent).toContainEqual({ cue: 'owner', field: 'clock', falls: 'hand' });
  });

  test('who is who is mended and confirmed', async () => {
    const { sent } = await opened();
    await page.getByRole('combobox', { name: 'B. Unknown is' }).selectOptions('8');
    await page.getByRole('button', { name: 'Confirm' }).click();
    expect(sent).toContainEqual({
      cue: 'match',
      teams: { aa: '10', bb: '20' },
      players: { 'p-7': '7', 'p-8': '8' },
    });
  });

  test('of one feed says how to name a second', async () => {
    const mounted = mountPage(deskWith({ health: health() }).desk);
    unmount = () => mounted.unmount();
    await page.getByRole('tab', { name: /^Feeds/ }).click();
    await expect.element(page.getByText(/There is one feed/)).toBeVisible();
  });
});
