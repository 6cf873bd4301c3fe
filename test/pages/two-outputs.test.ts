// Two real outputs as one: an armed take is painted by both from the very instant of its event, and the lamp is red only when both have painted.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { Show } from '../../src/show/show.ts';
import { newTab, openTab, startBrowser } from '../kit/browser.ts';
import { type Running, startCommand } from '../kit/command.ts';
import { openPage } from '../kit/page.ts';
import { readPng } from '../kit/png.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { see } from '../kit/seen.ts';
import { GAME, startShotTrackerServer } from '../kit/shottracker-server.ts';
import { makeTable, type Table } from '../kit/table.ts';

/** Long enough for a busy machine; nothing is judged by it. */
const PATIENCE = { timeout: 100_000, interval: 100 };
/** How far behind live both play: an event is heard so long before it is seen. */
const DELAY_MS = 4_000;
const OUTPUTS = ['program', 'second'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A relay whose table has spoken. */
async function hall(): Promise<{ readonly relay: Running; readonly table: Table }> {
  const server = await startShotTrackerServer();
  const table = makeTable(server);
  onTestFinished(() => {
    table.stop();
    return server.stop();
  });
  const env = { SHOTTRACKER_TOKEN: server.issue(GAME.event_id) };
  const relay = await startCommand(['--feed', 'shottracker', '--url', server.liveUrl], {
    data: await scratchFolder(),
    env,
  });
  await server.whenOpened(1);
  await vi.waitUntil(async () => {
    table.say();
    const state = (await (await fetch(`${relay.url}/api/v1/state`)).json()) as { clock: unknown };
    return state.clock !== null;
  }, PATIENCE);
  return { relay, table };
}

async function output(relay: Running, name: string): Promise<Page> {
  const { tab } = await openTab(browser, `${relay.url}/out?renderer=canvas&name=${name}`);
  onTestFinished(() => tab.close());
  await tab.waitForFunction(() => window.courtside?.link().status === 'open', null, PATIENCE);
  return tab;
}

async function cue({ url }: Running, words: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/v1/cues`, { method: 'POST', headers, body: JSON.stringify(words) });
  expect([words, answer.status]).toEqual([words, 200]);
}

/** The instants that a page drew without a graphic and with it: the last before, the first after. */
type Edge = { readonly withoutMs: number; readonly withMs: number };

/** Looks at each tick of the page until the graphic is in its picture. */
const edgeOf = (tab: Page, graphic: string): Promise<Edge> =>
  tab.evaluate(
    (id) =>
      new Promise<Edge>((resolve) => {
        let withoutMs = Number.NEGATIVE_INFINITY;
        const look = (): void => {
          const painted = window.courtside?.painted();
          if (painted?.graphics.includes(id)) return resolve({ withoutMs, withMs: painted.instantMs });
          if (painted) withoutMs = painted.instantMs;
          requestAnimationFrame(look);
        };
        look();
      }),
    graphic,
  );

test('an armed take goes to air on both outputs at the instant of the picture at which its event is seen', async () => {
  const { relay, table } = await hall();
  const tabs = await Promise.all(OUTPUTS.map((name) => output(relay, name)));
  for (const name of OUTPUTS) await cue(relay, { cue: 'delay', output: name, delayMs: DELAY_MS, how: 'cut' });
  await cue(relay, { cue: 'take', graphic: 'scorebug', cut: true });
  table.set({ period: 'Q1', clock: [11, 20, 0], running: true });
  const desk = await openPage(relay.port, { role: 'desk', historyMs: 0 });
  onTestFinished(() => desk.socket.terminate());
  await cue(relay, { cue: 'preview', graphic: 'team-comparison', cut: true });
  await cue(relay, { cue: 'arm', on: 'clock-stops', output: 'program' });
  const edges = tabs.map((tab) => edgeOf(tab, 'team-comparison'));
  table.set({ running: false });
  const found = await Promise.all(edges);
  const shows = (): readonly Show[] =>
    desk.downs.flatMap((down) => (down.type === 'show' ? [down.show] : []));
  const held = await vi.waitUntil(() => shows().find(({ armed }) => armed?.held)?.armed?.held, PATIENCE);
  const eventMs = held.atMs;
  const taken = await vi.waitUntil(
    () => shows().find(({ layers }) => layers.full?.program)?.layers.full?.program,
    PATIENCE,
  );
  expect(taken.sinceMs).toBeCloseTo(eventMs + DELAY_MS, 3);
  // Neither drew it for an instant before its event, and neither drew an instant after it without.
  for (const { withoutMs, withMs } of found) {
    expect(withMs).toBeGreaterThanOrEqual(eventMs - 1);
    expect(withoutMs).toBeLessThan(withMs);
  }
  await vi.waitUntil(async () => {
    const [first, second] = (await Promise.all(tabs.map(see))).map(({ png }) => readPng(png).rgba);
    return first && second && Buffer.from(first).equals(second);
  }, PATIENCE);
}, 300_000);

test('the lamp of a graphic is amber while one of two outputs has not painted it, and red once both have', async () => {
  const { relay } = await hall();
  const [, second] = await Promise.all(OUTPUTS.map((name) => output(relay, name)));
  const desk = await newTab(browser, { width: 1280, height: 800 });
  onTestFinished(() => desk.close());
  await desk.goto(relay.url);
  const lamp = (state: string): Promise<unknown> =>
    desk.locator(`.graphic.tally-${state}`, { hasText: 'Scorebug' }).waitFor(PATIENCE);
  await lamp('off');
  const debuggers = await (second as Page).context().newCDPSession(second as Page);
  await debuggers.send('Debugger.enable');
  const isPaused = new Promise((resolve) => debuggers.once('Debugger.paused', resolve));
  await debuggers.send('Debugger.pause');
  await isPaused;
  await cue(relay, { cue: 'take', graphic: 'scorebug', cut: true });
  await lamp('sent');
  await desk.getByText('not painted: second').waitFor(PATIENCE);
  await debuggers.send('Debugger.resume');
  await lamp('air');
}, 300_000);
