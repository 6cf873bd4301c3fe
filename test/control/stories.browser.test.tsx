import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import type { Story } from '../../src/game/stories.ts';
import type { Show } from '../../src/show/show.ts';
import type { GraphicInfo } from '../../src/wire/wire.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { NOW_MS, show } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

const LINE: GraphicInfo = {
  id: 'player-line',
  name: 'Player line',
  layer: 'lower',
  needs: [],
  uses: [],
  defaults: { side: 'home', player: '', stats: 'all-round' },
  schema: {
    type: 'object',
    properties: {
      side: { type: 'string', enum: ['home', 'away'] },
      player: { type: 'string', maxLength: 128 },
      stats: { type: 'string', enum: ['all-round', 'shooting'] },
    },
  },
};
const story = (id: string, words: string, more: Partial<Story> = {}): Story => ({
  id,
  rule: 'streak',
  words,
  weight: 50,
  sinceMs: NOW_MS - 125_000,
  graphic: 'player-line',
  options: { side: 'away', player: id, stats: 'shooting' },
  ...more,
});
const STORIES = [
  story('p1', 'LAL #23 James: 6 makes in a row'),
  story('p2', 'LAL #3 Davis: 4 makes in a row'),
];

function open(stories: readonly Story[] = STORIES, more: Partial<Show> = {}) {
  const made = deskWith({ graphics: [LINE], show: show(1, {}, more) });
  made.desk.tell({ on: 'opened', dock: 'work', tab: 'stories' });
  made.desk.tell({ on: 'hand', event: { took: 'stories', stories } });
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}
const list = () => page.getByRole('region', { name: 'Stories', exact: true });
const ready = (player: string) => ({
  cue: 'preview',
  graphic: 'player-line',
  options: { side: 'away', player, stats: 'shooting' },
});

test('the best story is in preview by one key, with its options', async () => {
  const { sent } = open();
  await expect
    .element(list())
    .toHaveTextContent('6 makes in a rowMakes in a row · Player line · since 2 min 05 s');
  await userEvent.keyboard('t');
  expect(sent).toEqual([ready('p1')]);
});

test('another is taken in hand by a key, and put away by another', async () => {
  const { sent } = open();
  await userEvent.keyboard('y');
  await userEvent.keyboard('t');
  await userEvent.keyboard('i');
  await expect.element(list()).not.toHaveTextContent('Davis');
  await userEvent.keyboard('t');
  expect(sent).toEqual([ready('p2'), ready('p1')]);
  await page.getByRole('button', { name: 'Show 1 dismissed again' }).click();
  await expect.element(list()).toHaveTextContent('Davis');
});

test('a story that no graphic of the catalogue takes is not offered', async () => {
  const odd = story('p3', 'No such option', { options: { side: 'middle' } });
  open([odd, story('p4', 'No such graphic', { graphic: 'nothing' })]);
  await expect.element(list()).toHaveTextContent('Nothing to tell yet.');
});

test('a rule is off until it is armed, and is then amber, here and on the tab', async () => {
  const { desk, sent } = open();
  const rule = page.getByRole('switch', { name: 'Makes in a row' });
  await expect.element(rule).not.toBeChecked();
  await rule.click();
  expect(sent).toEqual([{ cue: 'story-rule', rule: 'streak', on: true }]);
  const storyRules = { streak: { outAfterMs: 8_000, everyMs: 120_000, lastMs: null } };
  desk.tell({ on: 'down', down: { type: 'show', show: show(2, {}, { storyRules }) }, nowMs: 0 });
  await expect.element(rule).toBeChecked();
  await expect.element(page.getByRole('tab', { name: /Stories/ })).toHaveTextContent('1 auto');
  await expect
    .element(page.getByRole('region', { name: 'Stories by themselves' }))
    .toHaveTextContent('on air for 8 s, at most every 120 s');
});
