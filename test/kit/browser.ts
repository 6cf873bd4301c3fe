// A real Chromium with real pages, for tests that run in Node: full-HD pages on nothing, as a vision mixer would load them.
import { type Browser, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { type Picture, readPng } from './png.ts';

export const FRAME = { width: 1920, height: 1080 } as const;
/** How long a browser may take to start, and anything in a page of it. Nothing is judged by it. Milliseconds. */
const PATIENCE_MS = 90_000;

/** Starts a browser, which takes more `flags` too. Close it when the tests of a file are over. */
export const startBrowser = (...flags: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [...CHROMIUM_FLAGS, ...flags],
    timeout: PATIENCE_MS,
  });

/** Opens an empty page of that size, for a slow machine too. */
export async function newTab(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const tab = await browser.newPage({ viewport, deviceScaleFactor: 1 });
  tab.setDefaultTimeout(PATIENCE_MS);
  return tab;
}

/** Opens a page of its own; what it complains of is collected. */
export async function openTab(
  browser: Browser,
  url: string,
): Promise<{ readonly tab: Page; readonly complaints: readonly string[] }> {
  const tab = await newTab(browser, FRAME);
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.goto(url).catch((error: unknown) => complaints.push(String(error)));
  return { tab, complaints };
}

/** What is painted now, with its alpha. */
export const picture = async (tab: Page): Promise<Picture> =>
  readPng(await tab.screenshot({ omitBackground: true, type: 'png' }));
