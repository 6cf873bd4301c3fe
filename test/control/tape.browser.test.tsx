import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answer, Ask } from '../../src/control/ask.ts';
import '../../src/control/desk.css';
import { makeDesk } from '../../src/control/desk.ts';
import { DOCK_TABS } from '../../src/control/docks.ts';
import { LIVE_COURSE } from '../../src/game/course.ts';
import { noOutline, type Outline } from '../../src/game/outline.ts';
import type { TransportInfo } from '../../src/game/transport.ts';
import { fakeLine, mountPage } from './fixture.tsx';
import { health, NOW_MS, output, snapshot, someHistory } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

const FROM_MS = NOW_MS - 100_000;
const TAPE: TransportInfo = {
  status: 'paused',
  rate: 1,
  course: { ...LIVE_COURSE, rate: 0, gameMs: NOW_MS, sinceMs: NOW_MS },
  offsetMs: NOW_MS - FROM_MS - 40_000,
  file: 'game.mcap',
  fromMs: FROM_MS,
  toMs: FROM_MS + 80_000,
  readMs: FROM_MS + 80_000,
  inMs: null,
  outMs: null,
  loop: false,
};
const OUTLINE: Outline = {
  ...noOutline,
  readMs: TAPE.toMs,
  home: 'HOM',
  away: 'ASH',
  scores: [{ atMs: FROM_MS + 10_000, home: 2, away: 0 }],
  periods: [
    { atMs: FROM_MS, period: 'PRE' },
    { atMs: FROM_MS + 3_000, period: 'Q1' },
    { atMs: FROM_MS + 40_000, period: 'HT' },
    { atMs: FROM_MS + 45_500, period: 'Q3' },
  ],
};

/** A desk at a tape, or at the live game; what it asks of the relay is written down. */
function open({ tape = TAPE as TransportInfo | null, rehearsal = true, outputs = [output('obs')] } = {}) {
  const asked: { path: string; order: unknown }[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    '/api/v1/transport': { transport: tape },
    '/api/v1/transport/outline': OUTLINE,
    '/api/v1/tape/cut': { file: 'cut.mcap', href: '/api/v1/tape/cuts/cut.mcap', bytes: 1_200_000 },
  };
  const answer = <T,>(path: string): Promise<Answer<T>> =>
    Promise.resolve({ ok: true, value: answers[path] as T });
  const ask: Ask = {
    get: (path) => answer(path),
    post(path, order) {
      asked.push({ path, order });
      return answer(path);
    },
    setToken: () => {},
  };
  const { line, sent } = fakeLine();
  const desk = makeDesk({
    line,
    ask,
    page: 'page-1',
    now: () => 0,
    relayNow: () => NOW_MS,
    tabs: DOCK_TABS,
    readLog: () => Promise.resolve({ entries: [] }),
  });
  const plain = health({ outputs });
  const stands = { ...plain, feed: { ...plain.feed, rehearsal } };
  desk.tell({ on: 'link', link: { status: 'open' } });
  desk.tell({ on: 'down', down: snapshot({ health: stands, ...(tape && { transport: tape }) }), nowMs: 0 });
  desk.read(someHistory(), NOW_MS);
  const mounted = mountPage(desk);
  onTestFinished(() => mounted.unmount());
  return { desk, sent, orders: () => asked.map(({ order }) => order), asked };
}

const keys: readonly (readonly [string, unknown])[] = [
  ['{F4}', { do: 'toggle' }],
  ['{ArrowLeft}', { do: 'step', frames: -1, fps: 25 }],
  ['{ArrowRight}', { do: 'step', frames: 1, fps: 25 }],
  ['{PageUp}', { do: 'event', by: -1 }],
  ['{PageDown}', { do: 'event', by: 1 }],
  ['{Backspace}', { do: 'play', rate: -1 }],
  ['{Home}', { do: 'mark', which: 'in' }],
  ['{End}', { do: 'mark', which: 'out' }],
  ['{Insert}', { do: 'loop', on: true }],
];

test('every key of the tape gives its order, and takes nothing', async () => {
  const { sent, orders } = open();
  for (const [key] of keys) await userEvent.keyboard(key);
  await expect.poll(orders).toEqual(keys.map(([, order]) => order));
  expect(sent).toEqual([]);
});

test('the panel draws the game, and a press on it goes there', async () => {
  const { orders } = open();
  await userEvent.keyboard('{F2}');
  const line = page.getByRole('slider', { name: 'Where the tape is' });
  await expect.element(line).toBeVisible();
  await expect.element(page.getByLabelText('Position')).toHaveTextContent('0:40.0 / 1:20');
  await expect
    .poll(() => document.querySelector('.tape-lead-home')?.getAttribute('d'))
    .toMatch(/^M0 50 H125.0/);
  const { width, height } = line.element().getBoundingClientRect();
  await line.click({ position: { x: width / 4, y: height / 2 } });
  const [first] = orders() as { do: string; to: number }[];
  expect(first?.do).toBe('seek');
  expect(Math.abs((first?.to ?? 0) - (FROM_MS + 20_000))).toBeLessThan(400);
});

test.each([1280, 1024, 768])(
  'at a width of %d the names of periods do not lie on one another, and that of a short pre-game gives way',
  async (widthPx) => {
    await page.viewport(widthPx, 1000);
    open();
    await userEvent.keyboard('{F2}');
    const names = () => [...document.querySelectorAll('.tape-period')];
    await expect.poll(() => names().map((one) => one.textContent)).toEqual(['1ST', 'HALF', '3RD']);
    const boxes = names().map((one) => one.getBoundingClientRect());
    for (const [nth, box] of boxes.entries())
      expect(box.right).toBeLessThanOrEqual(boxes[nth + 1]?.left ?? Infinity);
  },
);

test('the signs on its buttons are drawn, not written in letters that a font may lack', async () => {
  open();
  await userEvent.keyboard('{F2}');
  await expect.element(page.getByRole('button', { name: 'To the event before' })).toBeVisible();
  const buttons = [...document.querySelectorAll('.tape-strip button, .corrections button')];
  const written = buttons.flatMap((one) =>
    [...one.querySelectorAll(':scope > span')].map((span) => span.textContent ?? ''),
  );
  expect(written.length).toBeGreaterThan(8);
  // Latin and the minus: what the page's own faces have.
  expect(written.filter((text) => /[^\u0020-\u00ff\u2212]/.test(text))).toEqual([]);
});

test('a time of the game clock is gone to as it was typed', async () => {
  const { orders } = open();
  await userEvent.keyboard('{F2}');
  await page.getByLabelText(/^Go to/).fill('Q3 4:12');
  await userEvent.keyboard('{Enter}');
  await expect.poll(orders).toEqual([{ do: 'seek', to: 'Q3 4:12' }]);
});

test('live, marks are of now, and the stretch between them is cut without names', async () => {
  const { desk, asked } = open({ tape: null, rehearsal: false });
  await userEvent.keyboard('{F2}{Home}');
  expect(desk.tape.marks.value).toEqual({ inMs: NOW_MS, outMs: null });
  await page.getByRole('checkbox', { name: 'Names and ids replaced' }).click();
  await userEvent.keyboard('{F8}');
  await expect
    .poll(() => asked)
    .toEqual([{ path: '/api/v1/tape/cut', order: { lastMs: 60_000, anonymise: true } }]);
  await expect
    .element(page.getByRole('link', { name: /cut\.mcap, 1\.2 MB/ }))
    .toHaveAttribute('href', '/api/v1/tape/cuts/cut.mcap');
});

test('a rehearsal is marked over both pictures, at the top, and with the addresses', async () => {
  open();
  await page.getByRole('tab', { name: 'Addresses' }).click();
  await expect.element(page.getByText('They give a rehearsal')).toBeVisible();
  expect(page.getByText('Rehearsal', { exact: true }).elements()).toHaveLength(3);
  // Never in a picture: those are frames of their own.
  for (const mark of document.querySelectorAll('.rehearsal-mark'))
    expect(mark.closest('.picture')).toBeNull();
});

test('the live game is not marked', () => {
  open({ tape: null, rehearsal: false });
  expect(document.querySelectorAll('.rehearsal-mark, .badge-rehearsal')).toHaveLength(0);
});

test('a take of a rehearsal waits for the answer: no leaves the air, yes sends it and asks no more', async () => {
  const { sent } = open();
  await userEvent.keyboard('1 ');
  const dialog = page.getByRole('dialog', { name: 'This is a rehearsal' });
  await expect.element(dialog).toBeVisible();
  await expect.element(dialog).toHaveTextContent('Connected: obs.');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => dialog.elements()).toHaveLength(0);
  expect(sent.map(({ cue }) => cue)).toEqual(['preview']);
  await userEvent.keyboard(' ');
  await page.getByRole('button', { name: 'Rehearse on these outputs' }).click();
  await expect.poll(() => sent.map(({ cue }) => cue)).toEqual(['preview', 'take']);
  await userEvent.keyboard(' ');
  await expect.poll(() => sent.map(({ cue }) => cue)).toEqual(['preview', 'take', 'take']);
});
