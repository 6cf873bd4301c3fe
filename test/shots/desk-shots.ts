// The operator's page as docs show it: with a game on air, a rundown, a delay in hand and a correction; a picture a tab that they tell of.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Serving } from '../bench/serving.ts';
import { servePair } from './serve-pair.ts';

const DESK = { width: 1280, height: 800 };
/** Until the live pictures have painted and come to rest, in milliseconds. */
const SETTLED_MS = 6_000;
const TURNED_MS = 1_000;
/** A relay that has just joined two games half-way may be busy. Milliseconds. */
const LOADED_MS = 120_000;
/** Longer than a start's own lateness is told. */
const QUIET_MS = 30_000;

const item = (id: string, name: string, group: string, graphic: string, autoOutMs: number | null = null) => ({
  cue: 'rundown',
  step: { step: 'add', item: { id, name, group, graphics: [{ graphic }], autoOutMs } },
});

/** An evening that has begun. */
const EVENING: readonly object[] = [
  { cue: 'take', graphic: 'scorebug' },
  { cue: 'take', graphic: 'player-dots' },
  { cue: 'preview', graphic: 'shot-chart' },
  { cue: 'rundown', step: { step: 'name', name: 'Tonight' } },
  ...['Pre-game', 'Half-time'].map((name) => ({
    cue: 'rundown',
    step: { step: 'group-add', group: { id: name.toLowerCase(), name } },
  })),
  item('bug', 'Score and clock', 'pre-game', 'scorebug'),
  item('star', 'Player to watch', 'pre-game', 'player-line', 8_000),
  item('teams', 'First half', 'half-time', 'team-comparison'),
  item('box', 'Box score', 'half-time', 'box-score'),
  { cue: 'rundown', step: { step: 'standby', id: 'star' } },
];

/** Which tabs are open in which picture; `keys` are pressed then. */
const PICTURES: readonly {
  readonly name: string;
  readonly tabs: readonly string[];
  readonly cues?: readonly object[];
  readonly keys?: readonly string[];
}[] = [
  { name: 'operator', tabs: ['Graphics', 'Health'] },
  {
    name: 'operator-rundown',
    tabs: ['Rundown', 'Sync'],
    cues: [
      { cue: 'delay', output: 'desk-program', delayMs: 8_000, how: 'cut' },
      { cue: 'override', field: 'home.timeouts', value: 4, by: 'Ana' },
    ],
  },
  {
    name: 'operator-log',
    tabs: ['Log', 'Health'],
    cues: [
      { cue: 'take', graphic: 'scorebug', options: { position: 'nowhere' }, by: 'Ben' },
      { cue: 'out', graphic: 'player-dots', by: 'Ana' },
    ],
  },
  { name: 'operator-keys', tabs: ['Graphics', 'Health'], keys: [';'] },
];
/** Of a game with two feeds. */
const FEEDS = 'operator-feeds';

export const DESK_PICTURES: readonly string[] = [...PICTURES.map(({ name }) => name), FEEDS];

type Wanted = { readonly folder: string; readonly isWanted: (name: string) => boolean };

/** Makes those that are wanted, one after the other: each goes on from the one before, but for that of two feeds. */
export async function shootDesk(browser: Browser, game: Serving, wanted: Wanted): Promise<void> {
  if (PICTURES.some(({ name }) => wanted.isWanted(name))) await shootEvening(browser, game, wanted);
  if (!wanted.isWanted(FEEDS)) return;
  const pair = await servePair();
  try {
    await sendCue(pair.url, { cue: 'take', graphic: 'scorebug' });
    const page = await openDesk(browser, pair.url);
    await open(page, ['Feeds', 'Health']);
    await page.waitForTimeout(TURNED_MS);
    await shoot(page, FEEDS, wanted.folder);
    await page.close();
  } finally {
    await pair.stop();
  }
}

async function sendCue(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/api/v1/cues`, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function shoot(page: Page, name: string, folder: string): Promise<void> {
  await writeFile(join(folder, `${name}.jpg`), await page.screenshot({ type: 'jpeg', quality: 88 }));
  console.log(`docs/pictures/${name}.jpg`);
}

/** The page, when nothing is late any more: what was while everything began is told for a while. */
async function openDesk(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: DESK });
  await page.goto(url, { timeout: LOADED_MS });
  await page.waitForTimeout(SETTLED_MS);
  await page
    .getByText('All is well')
    .waitFor({ timeout: QUIET_MS })
    .catch(() => {});
  return page;
}

async function shootEvening(browser: Browser, { url }: Serving, { folder, isWanted }: Wanted): Promise<void> {
  for (const one of EVENING) await sendCue(url, one);
  const page = await openDesk(browser, url);
  for (const { name, tabs, cues = [], keys = [] } of PICTURES) {
    for (const one of cues) await sendCue(url, one);
    await open(page, tabs);
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(TURNED_MS);
    if (isWanted(name)) await shoot(page, name, folder);
  }
  await page.close();
}

async function open(page: Page, tabs: readonly string[]): Promise<void> {
  for (const tab of tabs) await page.getByRole('tab', { name: tab }).click();
}
