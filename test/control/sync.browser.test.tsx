import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { nudged } from '../../src/control/output-in-hand.ts';
import type { Show } from '../../src/show/show.ts';
import type { Sync } from '../../src/show/sync.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { health, NOW_MS, output, show } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

const delayed = (delayMs: number) =>
  ({ kind: 'delayed', delayMs, fromMs: null, sinceMs: 0, cut: true }) as const;
const press = (delayMs: number, n: number) => ({
  eventMs: NOW_MS - n * 10_000,
  pressedMs: NOW_MS - n * 10_000 + delayMs,
  delayMs,
});
const SYNC: Sync = {
  event: 'clock-starts',
  armedMs: NOW_MS - 60_000,
  heldMs: NOW_MS - 2_000,
  presses: [press(4_270, 5), press(4_300, 4), press(4_250, 3), press(4_280, 2)],
};

function open(more: Partial<Show> = {}) {
  const made = deskWith(
    {
      show: show(1, {}, { playheads: { program: delayed(4_000) }, ...more }),
      health: health({ outputs: [output('program'), output('truck')] }),
    },
    () => ({ status: 'granted', revision: 2 }),
  );
  made.desk.tell({ on: 'opened', dock: 'side', tab: 'sync' });
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}
const panel = () => page.getByRole('region', { name: 'Sync' });
const button = (name: string) => panel().getByRole('button', { name, exact: true });

test('a sync is armed for what the picture shows, on the output that is chosen', async () => {
  const { sent } = open();
  await panel().getByLabelText('Output').selectOptions('truck');
  await button('Made basket').click();
  expect(sent).toEqual([{ cue: 'sync', output: 'truck', step: { step: 'arm', event: 'made-basket' } }]);
});

test('it can be pressed for once the feed has told of it, by button and by key', async () => {
  const { desk, sent } = open({ syncs: { program: { ...SYNC, heldMs: null } } });
  await expect.element(button('I see it now')).toBeDisabled();
  await userEvent.keyboard('s');
  expect(sent).toEqual([]);
  const told = show(2, {}, { syncs: { program: SYNC } });
  desk.tell({ on: 'down', down: { type: 'show', show: told }, nowMs: 0 });
  await button('I see it now').click();
  await userEvent.keyboard('s');
  expect(sent).toEqual([1, 2].map(() => ({ cue: 'sync', output: 'program', step: { step: 'press' } })));
});

test('each press is shown with its distance from the median, and the median with how sure it is', async () => {
  const { sent } = open({ syncs: { program: SYNC } });
  await expect
    .element(panel().getByLabelText('Presses'))
    .toHaveTextContent('4.27 s −104.30 s +204.25 s −304.28 s +0');
  await expect
    .element(panel().getByLabelText('Result'))
    .toHaveTextContent('4.28 s spread 15 ms, sure to ±28 ms');
  await button('Accept').click();
  await button('Cancel').click();
  expect(sent).toEqual(
    ['accept', 'cancel'].map((step) => ({ cue: 'sync', output: 'program', step: { step } })),
  );
});

test('what was accepted can be taken back', async () => {
  const { sent } = open({ undos: { program: 0 } });
  await expect.element(button('Accept')).toBeDisabled();
  await button('Take back').click();
  expect(sent).toEqual([{ cue: 'sync', output: 'program', step: { step: 'undo' } }]);
});

test('nudges count from what was asked for last, not from what the relay has said yet', async () => {
  const { sent } = open();
  await userEvent.keyboard('{Shift>}[ArrowRight][ArrowRight]{/Shift}');
  await panel().getByLabelText('Frames a second').selectOptions('50');
  await button('A frame less').click();
  expect(sent).toEqual(
    [4_010, 4_020, 4_000].map((delayMs) => ({ cue: 'delay', output: 'program', delayMs })),
  );
});

test('the delays kept for a place are shown, and going there brings them back', async () => {
  const { sent } = open({ venues: { home: { program: 4_000 }, arena: { program: 6_200 } } });
  await expect.element(panel()).toHaveTextContent('home: program 4.00 s');
  await panel().getByLabelText('Venue').fill('arena');
  await userEvent.keyboard('{Enter}');
  expect(sent).toEqual([{ cue: 'venue', venue: 'arena' }]);
});

test.each([25, 30, 50, 59.94, 60] as const)(
  'ten frames of %d a second forth and back are where they were',
  (fps) => {
    const forth = Array.from({ length: 10 }).reduce<number>((ms) => nudged(ms, 1, 'frame', fps), 4_000);
    expect(Math.abs(forth - 4_000 - 10_000 / fps)).toBeLessThanOrEqual(1_000 / fps);
    const back = Array.from({ length: 10 }).reduce<number>((ms) => nudged(ms, -1, 'frame', fps), forth);
    expect(Math.abs(back - 4_000)).toBeLessThan(1_000 / fps);
  },
);

test('no nudge leaves what a delay can be', () => {
  expect(nudged(0, -1, 'step', 25)).toBe(0);
  expect(nudged(300_000, 1, 'frame', 25)).toBe(300_000);
});
