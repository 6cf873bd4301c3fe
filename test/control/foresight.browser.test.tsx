import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { DeskHistory, HISTORY_MS } from '../../src/control/desk-history.ts';
import type { Show } from '../../src/show/show.ts';
import { HOME_ID, messages } from '../kit/messages.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { health, inPreview, NOW_MS, output, show, snapshot, someHistory } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

const behind = (delayMs: number) =>
  ({ kind: 'delayed', delayMs, fromMs: null, sinceMs: 0, cut: true }) as const;

function open(more: Partial<Show> = {}) {
  const say = messages(200);
  const timeline = someHistory();
  timeline.push(
    say.roster(NOW_MS - 8_500, {
      code: 'DEN',
      players: [{ id: '7', number: '15', firstName: 'Nikola', lastName: 'Jokic', position: 'C' }],
    }),
  );
  timeline.push(say.shot(NOW_MS - 4_800, 's1', { teamId: HOME_ID, playerId: '7', three: true }));
  timeline.push(say.shot(NOW_MS - 1_000, 's2'));
  const layers = { clock: inPreview('shot-clock') };
  const made = deskWith({
    show: show(1, layers, { playheads: { program: behind(8_000) }, ...more }),
    health: health({ outputs: [output('program')] }),
  });
  made.desk.read(timeline, NOW_MS);
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return { ...made, timeline };
}
const strip = () => page.getByRole('region', { name: 'Foresight' });
const armed = { on: 'basket', event: null, output: 'program', sinceMs: NOW_MS, fromMs: 0 } as const;

describe('the strip', () => {
  test('tells what is about to be seen, who and in how long, and counts down', async () => {
    const { desk, timeline } = open();
    await expect.element(strip()).toHaveTextContent('+3 DEN #15 Jokic3.2');
    desk.read(timeline, NOW_MS + 2_000);
    await expect.element(strip()).toHaveTextContent('+3 DEN #15 Jokic1.2');
    desk.read(timeline, NOW_MS + 3_300);
    await expect.element(strip()).not.toHaveTextContent('Jokic');
  });

  test('tells no more of a basket that was taken back', async () => {
    const { desk, timeline } = open();
    timeline.push(messages(300).shot(NOW_MS - 4_800, 's1', { deleted: true }));
    desk.read(timeline, NOW_MS + 100);
    await expect.element(strip()).not.toHaveTextContent('Jokic');
  });

  test('says so when there is no delay in hand, and then arms nothing', async () => {
    const { sent } = open({ playheads: { program: behind(900) } });
    await expect.element(strip()).toHaveTextContent('No delay in hand');
    await expect.element(strip().getByRole('button', { name: 'Take preview on: Basket' })).toBeDisabled();
    expect(sent).toEqual([]);
  });

  test('is about the output that is chosen, where several are on air', async () => {
    const { desk, timeline } = open({ playheads: { program: behind(8_000), truck: behind(2_000) } });
    await strip().getByRole('combobox').selectOptions('truck');
    desk.read(timeline, NOW_MS);
    await expect.element(strip()).toHaveTextContent('2.0 s');
    await expect.element(strip()).not.toHaveTextContent('Jokic');
  });

  test('is at most 40 pixels high, and the page does not scroll with it', () => {
    open({ armed: { ...armed, held: null } });
    expect(strip().element().getBoundingClientRect().height).toBeLessThanOrEqual(40);
    const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
    expect([scrollWidth, scrollHeight]).toEqual([clientWidth, clientHeight]);
  });
});

describe('a take', () => {
  test('is armed by a key, and disarmed by the same', async () => {
    const { desk, sent } = open();
    await userEvent.keyboard('{Shift>}B{/Shift}');
    expect(sent).toEqual([{ cue: 'arm', on: 'basket', output: 'program' }]);
    desk.tell({
      on: 'down',
      down: { type: 'show', show: show(2, {}, { armed: { ...armed, held: null } }) },
      nowMs: 0,
    });
    await userEvent.keyboard('{Shift>}B{/Shift}');
    expect(sent.at(-1)).toEqual({ cue: 'disarm' });
  });

  test('is armed on a very event by pressing it', async () => {
    const { sent } = open();
    await strip().getByRole('button', { name: /Jokic/ }).click();
    expect(sent).toEqual([{ cue: 'arm', on: 'basket', event: 'basket s1', output: 'program' }]);
  });

  test('that is armed is amber, and says when it goes', async () => {
    open({ armed: { ...armed, held: { id: 'basket s1', atMs: NOW_MS - 4_800, heardMs: NOW_MS } } });
    await expect
      .element(strip().getByRole('status'))
      .toHaveTextContent('Take armed+3 DEN #15 Jokic in 3.2 s');
    const button = strip()
      .getByRole('button', { name: /Take preview on \+3 DEN/ })
      .element();
    expect(getComputedStyle(button).borderColor).toBe('rgb(255, 176, 32)');
  });
});

test('the history grows as far as the farthest picture, in steps, and is asked for once', () => {
  const history = new DeskHistory();
  expect(history.missingMs(show(1), NOW_MS)).toBeNull();
  history.hear(snapshot());
  expect(history.missingMs(show(1), NOW_MS)).toBeNull();
  const far = show(1, {}, { playheads: { program: behind(8_000), truck: behind(45_000) } });
  expect(history.missingMs(far, NOW_MS)).toBe(60_000);
  expect(history.missingMs(far, NOW_MS)).toBeNull();
  const farther = show(1, {}, { playheads: { program: behind(299_990) } });
  expect(history.missingMs(farther, NOW_MS)).toBe(300_000);
  expect(HISTORY_MS).toBeLessThan(30_000);
});
