// What the README's command puts on a page by itself, and how a page stands whatever happens to it or to its relay.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { readBug, readShotClock } from '../kit/air-eyes.ts';
import { openTab, picture, startBrowser } from '../kit/browser.ts';
import { type Running, startCommand } from '../kit/command.ts';
import { readPng } from '../kit/png.ts';
import { type Digits, learnDigits } from '../kit/read-figures.ts';
import { see, untilPainted } from '../kit/seen.ts';
import { findSteadyPort } from '../kit/steady-port.ts';

const PAGES = join(import.meta.dirname, '../../dist/pages');
const OUT = '/out?graphics=scorebug,shot-clock,player-dots,shot-chart&renderer=canvas';
/** Long enough for a busy machine; nothing is judged by it. */
const PATIENCE_MS = 100_000;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const open = async (url: string): Promise<Page> => {
  const { tab } = await openTab(browser, url);
  onTestFinished(() => tab.close());
  return tab;
};

/** Waits until the picture holds all that was asked for, and players. */
const untilOnAir = (tab: Page): Promise<unknown> =>
  tab.waitForFunction(
    () => window.courtside?.painted().graphics.length === 4 && window.courtside.bodies().length === 10,
    null,
    { timeout: PATIENCE_MS },
  );

type State = {
  readonly bodies: readonly unknown[];
  readonly clock: { readonly text: string };
  readonly shotClock: { readonly text: string; readonly on: boolean } | null;
  readonly home: { readonly score: number };
  readonly away: { readonly score: number };
};

const stateAt = async ({ url }: Running, atMs: number): Promise<State> =>
  (await (await fetch(`${url}/api/v1/state?at=${atMs}`)).json()) as State;

/** Waits until the relay has heard of players so much earlier than now, and of where they went from there. */
const untilPlayed = (relay: Running, agoMs: number): Promise<void> =>
  expect
    .poll(
      async () => {
        const nowMs = Date.now();
        const [then, now] = [await stateAt(relay, nowMs - agoMs), await stateAt(relay, nowMs)];
        return then.bodies.length > 0 && JSON.stringify(then.bodies) !== JSON.stringify(now.bodies);
      },
      { timeout: PATIENCE_MS, interval: 250 },
    )
    .toBe(true);

/** What can be read off the page is what the relay says of the instant that is painted, as soon as no figure rolls. */
async function expectRight(tab: Page, relay: Running): Promise<void> {
  const digits = await learnDigits(tab);
  await vi.waitFor(() => expectRightNow(tab, relay, digits), { timeout: PATIENCE_MS, interval: 700 });
}

async function expectRightNow(tab: Page, relay: Running, digits: Digits): Promise<void> {
  const { png, instantMs, faults } = await see(tab);
  const shown = readPng(png);
  const states = [
    await stateAt(relay, instantMs - 200),
    await stateAt(relay, instantMs),
    await stateAt(relay, instantMs + 200),
  ];
  const { scores, clock } = readBug(shown, digits);
  expect(states.map((state) => state.clock.text)).toContain(clock);
  expect(states.map(({ away, home }) => `${away.score} ${home.score}`)).toContain(scores.join(' '));
  const shot = readShotClock(shown, digits);
  if (/^\d\d$/.test(shot)) expect(states.map((state) => state.shotClock?.text)).toContain(shot);
  expect(faults).toEqual([]);
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Serves the built pages and nothing else: nobody answers their link. */
async function servePages(): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://server');
    const file = pathname === '/out' ? '/overlays/output.html' : pathname;
    const type = TYPES[extname(file)];
    if (type === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type }).end(readFileSync(join(PAGES, file)));
  });
  server.listen(await findSteadyPort(), '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const drawn = async (tab: Page): Promise<number> => {
  const { rgba } = readPng((await see(tab)).png);
  let count = 0;
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] !== 0) count += 1;
  return count;
};

test('the default command shows a game: score, clocks and players as the relay knows them', async () => {
  const relay = await startCommand(['serve', '--seed', '7']);
  const tab = await open(relay.url + OUT);
  await untilOnAir(tab);
  await untilPainted(tab, Date.now() + 2_000);
  await expectRight(tab, relay);
  expect(await relay.stop()).toBe(0);
}, 400_000);

test('a page goes on trying until its relay is there again, keeps its picture meanwhile, and is right again by itself', async () => {
  const first = await startCommand(['serve', '--seed', '7'], { port: await findSteadyPort() });
  const tab = await open(first.url + OUT);
  await untilOnAir(tab);
  const before = await drawn(tab);
  await first.kill();
  await tab.waitForFunction(() => window.courtside?.link().status !== 'open', null, { timeout: PATIENCE_MS });
  // Again and again: it has tried, and tried in vain.
  await tab.waitForFunction(
    () => {
      const link = window.courtside?.link();
      return link?.status === 'waiting' && link.attempt > 3;
    },
    null,
    { timeout: PATIENCE_MS },
  );
  // Nothing is cleared: the plates are as large as they were.
  expect(await drawn(tab)).toBeGreaterThan(before * 0.5);
  const second = await startCommand(['serve', '--seed', '8'], { port: first.port });
  await tab.waitForFunction(() => window.courtside?.link().status === 'open', null, { timeout: PATIENCE_MS });
  await untilPainted(tab, Date.now() + 1_000);
  await untilOnAir(tab);
  await expectRight(tab, second);
}, 400_000);

test('a page that is reloaded shows the settled picture, not its entrance', async () => {
  const relay = await startCommand(['serve', '--seed', '7']);
  const tab = await open(relay.url + OUT);
  await untilOnAir(tab);
  const before = await drawn(tab);
  await tab.reload();
  await untilOnAir(tab);
  // The first picture that has everything has all of it: an entrance would begin with nothing.
  expect(await drawn(tab)).toBeGreaterThan(before * 0.8);
  await expectRight(tab, relay);
}, 400_000);

test('a page that was hidden is right as soon as it is seen', async () => {
  const relay = await startCommand(['serve', '--seed', '7']);
  const tab = await open(relay.url + OUT);
  await untilOnAir(tab);
  const hidden = await tab.context().newCDPSession(tab);
  await hidden.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  await hidden.send('Page.setWebLifecycleState', { state: 'frozen' });
  const frozenMs = Date.now();
  await expect.poll(() => Date.now() - frozenMs, { timeout: PATIENCE_MS }).toBeGreaterThan(3_000);
  await untilPlayed(relay, 2_000);
  await hidden.send('Page.setWebLifecycleState', { state: 'active' });
  await untilPainted(tab, Date.now());
  await expectRight(tab, relay);
}, 400_000);

test('an output that is opened late, with a delay, is right at once', async () => {
  const relay = await startCommand(['serve', '--seed', '7', '--speed', '1']);
  await untilPlayed(relay, 3_000);
  const tab = await open(`${relay.url}${OUT}&delay=3000`);
  await untilOnAir(tab);
  // Only history can have told it of the instant that it shows first.
  const { instantMs } = await see(tab);
  expect(instantMs).toBeLessThan(Date.now() - 2_900);
  await expectRight(tab, relay);
}, 400_000);

test('a page that was started before its relay shows nothing, and then the right picture, by itself', async () => {
  const { port, stop } = await servePages();
  const tab = await open(`http://127.0.0.1:${port}${OUT}`);
  await tab.waitForFunction(() => window.courtside?.link().status === 'waiting', null, {
    timeout: PATIENCE_MS,
  });
  const { rgba } = await picture(tab);
  expect(rgba.every((value, i) => i % 4 !== 3 || value === 0)).toBe(true);
  await stop();
  const relay = await startCommand(['serve', '--seed', '7'], { port });
  await untilOnAir(tab);
  await expectRight(tab, relay);
}, 400_000);
