// The workshop's panels in a real Chromium, on a relay that only writes down what was asked of it: keys, places, refusals, who may press, and what fits.
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noWords, withMore } from '../../../src/control/workshop/words-line.ts';
import type { Heard } from '../../../src/wire/heard.ts';
import { deskWith, mountPage } from '../fixture.tsx';
import { health, snapshot } from '../words.ts';
import { BOARD, game, openWorkshop, type Posted, REHEARSAL } from './workshop-rig.tsx';

beforeEach(() => page.viewport(1280, 800));

const heard = (n: number): Heard => ({
  n,
  way: 'in',
  atMs: n,
  source: 'clock',
  chars: 9,
  text: `{"n":${n}}`,
  said: [],
  faults: [],
});

const court = () => page.getByRole('application');
const orders = (posts: readonly Posted[]) => posts.map(({ order }) => order);

test('a place, a player and a result make a shot; arrows move the place', async () => {
  const { posts } = openWorkshop('mock');
  await expect.element(court()).toBeVisible();
  await userEvent.keyboard('2');
  (court().element() as HTMLElement | SVGElement).focus();
  await userEvent.keyboard('{ArrowUp}{ArrowRight}{Shift>}{ArrowUp}{/Shift}');
  await userEvent.keyboard('m');
  await expect
    .poll(() => orders(posts))
    .toEqual([
      {
        do: 'enter',
        entry: { kind: 'shot', side: 'home', playerId: 2, xMm: 250, yMm: 5_200, made: true },
      },
    ]);
});

test('the next shot may be placed before the last one was answered', async () => {
  let answer: (value: unknown) => void = () => undefined;
  const { posts } = openWorkshop('mock', { reply: () => new Promise((resolve) => (answer = resolve)) });
  await expect.element(court()).toBeVisible();
  (court().element() as HTMLElement | SVGElement).focus();
  await userEvent.keyboard('{ArrowUp}m{ArrowUp}');
  expect(posts).toHaveLength(1);
  answer({ game });
  await expect.element(page.getByText('from 14 ft', { exact: false })).toBeVisible();
  await userEvent.keyboard('x');
  await expect.poll(() => posts.length).toBe(2);
});

test('a shot that is refused keeps its place, and says why', async () => {
  openWorkshop('mock', { reply: () => new Error('a game that is over') });
  await expect.element(court()).toBeVisible();
  (court().element() as HTMLElement | SVGElement).focus();
  await userEvent.keyboard('{ArrowUp}m');
  await expect.element(page.getByText('Shot: refused')).toBeVisible();
  await expect.element(page.getByText('from 14 ft', { exact: false })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByText('Shot: refused').elements().length).toBe(0);
});

test('a fault is ordered on the source that is chosen, for as long as is said', async () => {
  const { posts } = openWorkshop('faults', { reply: () => BOARD });
  await page.getByRole('combobox', { name: 'Source' }).selectOptions('chart');
  await page.getByRole('button', { name: /^loss/ }).click();
  await expect
    .poll(() => orders(posts))
    .toEqual([{ fault: 'loss', source: 'chart', share: 0.2, forMs: 10_000 }]);
});

test('faults that are on stand over every panel', async () => {
  const onPurpose = [{ fault: 'freeze', source: 'clock', by: 'hand', untilMs: null } as const];
  const { bench } = openWorkshop('mock', { rehearsal: { ...REHEARSAL, onPurpose } });
  for (const panel of ['mock', 'faults', 'feed', 'schedule'] as const) {
    bench.panel.value = panel;
    await expect
      .element(page.getByRole('status', { name: 'Faults on purpose' }))
      .toHaveTextContent('freeze clock');
  }
});

test("they stand over every tab of the operator's page too, with the way to where they are worked", async () => {
  const onPurpose = [{ fault: 'loss', source: 'all', by: 'script', untilMs: null } as const];
  const { desk } = deskWith(snapshot({ health: health({ rehearsal: { ...REHEARSAL, onPurpose } }) }));
  const mounted = mountPage(desk);
  onTestFinished(() => mounted.unmount());
  const over = page.getByRole('status', { name: 'Faults on purpose' });
  await expect.element(over).toHaveTextContent('loss on all');
  await page.getByRole('tab', { name: /Workshop/ }).click();
  await expect.element(over).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Feed viewer/ })).toHaveAttribute('href', '/feed');
});

test('an observer may look at everything and press nothing that changes anything', async () => {
  const { desk, bench, posts } = openWorkshop('mock');
  await expect.element(court()).toBeVisible();
  desk.tell({ on: 'operator', operator: { ...desk.state.peek().operator, role: 'observer' } });
  await expect.element(page.getByRole('button', { name: 'Start' })).toBeDisabled();
  await userEvent.keyboard('cgtl');
  expect(posts).toEqual([]);
  bench.panel.value = 'feed';
  await expect.element(page.getByRole('button', { name: 'Pause' })).toBeEnabled();
});

test('a pause holds what is looked at, and nothing that comes meanwhile is lost', async () => {
  const words = withMore(noWords, [heard(1), heard(2)]);
  const { hear } = openWorkshop('feed', { words });
  const lines = page.getByRole('list', { name: 'Messages' });
  await expect.element(lines.getByText('{"n":2}')).toBeVisible();
  await userEvent.keyboard('p');
  hear([heard(3), heard(4)]);
  await expect.element(page.getByText('2 wait')).toBeVisible();
  expect(lines.getByText('{"n":3}').elements()).toHaveLength(0);
  await userEvent.keyboard('p');
  for (const n of [1, 2, 3, 4]) await expect.element(lines.getByText(`{"n":${n}}`)).toBeVisible();
});

test.each(['mock', 'faults', 'feed', 'schedule'] as const)(
  '%s fits 1280 x 800, and no key means two things there',
  async (panel) => {
    openWorkshop(panel);
    const keys = () =>
      [...document.querySelectorAll<HTMLElement>('button[data-key]')].map(({ dataset }) => dataset.key);
    // The tabs and what is listened to have six; the panel's own come with what it has asked for.
    await expect.poll(() => keys().length).toBeGreaterThan(6);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1280);
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(800);
    expect(new Set(keys()).size).toBe(keys().length);
    for (const button of document.querySelectorAll('button'))
      expect((button.getAttribute('aria-label') ?? button.textContent ?? '').trim()).not.toBe('');
  },
);
