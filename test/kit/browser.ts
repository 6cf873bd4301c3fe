// A real Chromium with real pages, for tests that run in Node: full-HD pages on nothing, as a vision mixer would load them.
import { type Browser, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { type Picture, readPng } from './png.ts';

export const FRAME = { width: 1920, height: 1080 } as const;

/** Starts a browser. Close it when the tests of a file are over. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium() ?? 'chromium', args: [...CHROMIUM_FLAGS] });

/** Opens a page of its own; what it complains of is collected. */
export async function openTab(
  browser: Browser,
  url: string,
): Promise<{ readonly tab: Page; readonly complaints: readonly string[] }> {
  const tab = await browser.newPage({ viewport: FRAME, deviceScaleFactor: 1 });
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.goto(url).catch((error: unknown) => complaints.push(String(error)));
  return { tab, complaints };
}

/** What is painted now, with its alpha. */
export const picture = async (tab: Page): Promise<Picture> =>
  readPng(await tab.screenshot({ omitBackground: true, type: 'png' }));
