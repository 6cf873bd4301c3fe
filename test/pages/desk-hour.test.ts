// The operator's page through an hour of play: what it keeps of the feed is bounded, so its memory does not grow with the hour.
import type { Browser, CDPSession } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Snapshot } from '../../src/wire/wire.ts';
import { newTab, startBrowser } from '../kit/browser.ts';
import { startCommand } from '../kit/command.ts';
import { openPage } from '../kit/page.ts';
import { waitUntil } from '../kit/patience.ts';
import { becomeVirtual } from '../kit/virtual-hour.ts';

const MINUTE_MS = 60_000;
/** From the first on everything that is kept for a time is full. Minutes of play. */
const FULL = 10;
const LATER = 60;
/** The feed gives each team a point so often, in milliseconds. */
const POINT_MS = 20_000;
/** More than the one heap is larger than the other by chance. */
const NOISE = 1.1;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

async function heapBytes(session: CDPSession): Promise<number> {
  // What the first frees may have held more.
  for (let nth = 0; nth < 3; nth += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** What a page that comes now is told; null before the feed has named the teams. */
async function snapshotWithTeams(port: number): Promise<Snapshot | null> {
  const wire = await openPage(port, { role: 'desk', historyMs: 0 });
  const snapshot = await wire.snapshot();
  wire.socket.terminate();
  return snapshot.game.awayId === null ? null : snapshot;
}

test('the page is no larger after an hour of 25 frames a second than after a few minutes', async () => {
  const relay = await startCommand(['--seed', '7']);
  const snapshot = await waitUntil(() => snapshotWithTeams(relay.port));
  const tab = await newTab(browser, { width: 1280, height: 800 });
  onTestFinished(() => tab.close());
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(String(error)));
  // The pictures are pages of their own.
  await tab.route('**/out*', (route) => route.abort());
  await tab.addInitScript(becomeVirtual, { snapshot });
  await tab.goto(relay.url);
  const session = await tab.context().newCDPSession(tab);
  const pass = (minutes: number): Promise<void> =>
    tab.evaluate((ms) => window.passVirtualMs?.(ms), minutes * MINUTE_MS);
  await pass(FULL);
  const full = await heapBytes(session);
  await pass(LATER - FULL);
  const later = await heapBytes(session);
  // It has read all of it, to the last.
  const points = Math.floor((LATER * MINUTE_MS - 1) / POINT_MS);
  expect(await tab.getByRole('region', { name: 'What the feed says' }).textContent()).toContain(`${points}`);
  expect(complaints).toEqual([]);
  expect(later / full).toBeLessThan(NOISE);
}, 300_000);
