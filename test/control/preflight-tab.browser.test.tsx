// Each output's pre-flight at the operator's page: what is not good first, what to do, and when; anew whenever there is another.
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { makeDesk } from '../../src/control/desk.ts';
import { DOCK_TABS } from '../../src/control/docks.ts';
import type { KeptPreflight, PreflightMark } from '../../src/wire/preflight.ts';
import { fakeLine, mountPage } from './fixture.tsx';
import { health, NOW_MS, snapshot, someHistory } from './words.ts';

const check = (id: string, name: string, level: 'green' | 'amber' | 'red', found: string, todo = '') => ({
  id,
  name,
  level,
  found,
  todo,
});
const PROGRAM: KeptPreflight = {
  name: 'program',
  atMs: NOW_MS - 180_000,
  checks: [
    check('browser', 'Browser', 'green', 'Chromium 127'),
    check('renderer', 'Drawn by', 'amber', '2D canvas', 'Turn on hardware acceleration.'),
  ],
};
const TRUCK: KeptPreflight = {
  name: 'truck',
  atMs: NOW_MS,
  checks: [
    check('feed', 'Feed', 'green', 'live'),
    check('canvas', 'Canvas', 'red', '800 x 600', 'Set the source to 1920 x 1080.'),
  ],
};
const MARKS: readonly PreflightMark[] = [
  { name: 'program', level: 'amber', atMs: PROGRAM.atMs },
  { name: 'truck', level: 'red', atMs: TRUCK.atMs },
];

function open(reports: () => readonly KeptPreflight[], marks: readonly PreflightMark[]) {
  const desk = makeDesk({
    line: fakeLine().line,
    now: () => 0,
    tabs: DOCK_TABS,
    readLog: () => Promise.resolve({ entries: [] }),
    readPreflights: () => Promise.resolve({ reports: reports() }),
  });
  const hear = (preflights: readonly PreflightMark[]): void =>
    desk.tell({
      on: 'down',
      down: snapshot({ health: health({ preflights: [...preflights] }) }),
      nowMs: 0,
    });
  desk.tell({ on: 'link', link: { status: 'open' } });
  hear(marks);
  desk.read(someHistory(), NOW_MS);
  onTestFinished(mountPage(desk).unmount);
  return hear;
}
const tab = page.getByRole('tab', { name: /^Pre-flight/ });
const panel = page.getByRole('region', { name: 'Pre-flight' });

test('its key opens the cards, the newest first, and in each what is not good first, with what to do', async () => {
  open(() => [PROGRAM, TRUCK], MARKS);
  await userEvent.keyboard('qp');
  const cards = panel.getByRole('listitem');
  await expect.element(cards.first()).toHaveTextContent(/^truck Not ready.*Canvas800 x 600Set the source/);
  await expect.element(cards.last()).toHaveTextContent(/^program Look here.*3 min 00 s ago/);
  await expect.element(panel.getByText('Turn on hardware acceleration.')).toBeVisible();
});

test('the tab says how many are not ready, and nothing while all are', async () => {
  const hear = open(() => [], MARKS);
  await expect.element(tab).toHaveTextContent(/^Pre-flight2$/);
  hear([{ name: 'program', level: 'amber', atMs: 2 }]);
  await expect.element(tab).toHaveTextContent(/^Pre-flight1$/);
  hear([{ name: 'program', level: 'green', atMs: 3 }]);
  await expect.element(tab).toHaveTextContent(/^Pre-flight$/);
});

test('another report is there as soon as the relay has heard of it', async () => {
  let reports: readonly KeptPreflight[] = [PROGRAM];
  const hear = open(() => reports, MARKS.slice(0, 1));
  await tab.click();
  await expect.element(panel.getByText('2D canvas')).toBeVisible();
  reports = [{ ...PROGRAM, atMs: NOW_MS, checks: [check('renderer', 'Drawn by', 'green', 'a fine card')] }];
  hear([{ name: 'program', level: 'green', atMs: NOW_MS }]);
  await expect.element(panel.getByText('a fine card')).toBeVisible();
  await expect.element(panel.getByText('2D canvas')).not.toBeInTheDocument();
});

test('before the first, it says how one is made', async () => {
  open(() => [], []);
  await tab.click();
  await expect.element(panel.getByText('http://127.0.0.1:4747/preflight?name=program')).toBeVisible();
});
