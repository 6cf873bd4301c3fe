// `npm run shots`: the pictures of README and docs, made by the built command itself with its simulated game at a fixed seed, and the picture book. `npm run shots -- book on-air` makes only these; `npm run shots -- references`, first, writes what the tests compare with, of the graphics named after it or of all; `npm run shots -- game` plays the game of the pictures anew.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { type Serving, serveGame } from '../bench/serving.ts';
import { CHROMIUM_FLAGS, findChromium, SOFTWARE_WEBGL_FLAGS } from '../kit/chromium.ts';
import { BOOK_PICTURES, shootBook, shootDocs, shootReferences } from './book-shots.ts';
import { DESK_PICTURES, shootDesk } from './desk-shots.ts';
import { HOST_PICTURES, shootHosts } from './host-shots.ts';
import { overHall } from './over-hall.ts';
import { keepGame } from './play-game.ts';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const FRAME = { width: 1920, height: 1080 };
const PATIENCE = { timeout: 60_000 };
/** Of the simulated clubs. */
const MARKS = join(import.meta.dirname, '../../test/shots/marks');
/** Each over the hall, by the graphics of its address. */
const SHOWN: Readonly<Record<string, string>> = {
  'on-air': 'scorebug,shot-clock,player-dots,shot-chart',
  'team-comparison': 'scorebug,team-comparison',
  'player-line': 'scorebug,shot-clock,player-line',
  'top-lineups': 'scorebug,top-lineups',
  efficiency: 'scorebug,efficiency',
  'box-score': 'scorebug,box-score',
};

/** Waits for a page that has painted all its graphics, and for any way in to end. */
async function settled(page: Page, graphics: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => window.courtside?.painted().graphics.length === wanted,
    graphics,
    PATIENCE,
  );
  await page.waitForTimeout(1_500);
}

async function shootOutput(
  browser: Browser,
  { url }: Serving,
  graphics: string,
  hall: string,
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: FRAME });
  await page.goto(`${url}/out?graphics=${graphics}&theme=house`);
  await settled(page, graphics.split(',').length);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return overHall(browser, [png], hall);
}

const asked = process.argv.slice(2);
const isWanted = (name: string): boolean => asked.length === 0 || asked.includes(name);
const PAGES = join(import.meta.dirname, 'book');
const REFERENCES = join(import.meta.dirname, '../../test/shots/references');
const GAME = join(import.meta.dirname, '../../test/shots/kept-game.gzip');

const hallScript = (): Promise<string> => readFile(join(import.meta.dirname, 'arena-page.js'), 'utf8');

async function shootGame(browser: Browser): Promise<void> {
  const hall = await hallScript();
  const game = await serveGame(MARKS);
  try {
    for (const [name, graphics] of Object.entries(SHOWN)) {
      if (!isWanted(name)) continue;
      await writeFile(join(FOLDER, `${name}.jpg`), await shootOutput(browser, game, graphics, hall));
      console.log(`docs/pictures/${name}.jpg`);
    }
    if (DESK_PICTURES.some(isWanted)) await shootDesk(browser, game, { folder: FOLDER, isWanted });
  } finally {
    await game.stop();
  }
}

// Before anything is drawn of it, and only where it is asked for: every reference is another then.
if (asked.includes('game')) console.log(`${GAME}: ${await keepGame(GAME)} bytes`);
await mkdir(FOLDER, { recursive: true });
const referencesOnly = asked[0] === 'references';
const browser = await chromium.launch({
  executablePath: findChromium() ?? 'chromium',
  // References are drawn in the browser of the tests that compare with them: letters are smoothed otherwise without its flags.
  args: [...CHROMIUM_FLAGS, ...(referencesOnly ? SOFTWARE_WEBGL_FLAGS : [])],
});
try {
  if (!referencesOnly && [...Object.keys(SHOWN), ...DESK_PICTURES].some(isWanted)) await shootGame(browser);
  if (!referencesOnly && HOST_PICTURES.some(isWanted))
    await shootHosts({ browser, folder: FOLDER, hall: await hallScript(), marks: MARKS, isWanted });
  if (!referencesOnly && BOOK_PICTURES.some(isWanted))
    await shootDocs(browser, { pages: PAGES, folder: FOLDER }, isWanted);
  if (!referencesOnly && isWanted('book')) await shootBook(browser, { pages: PAGES, folder: FOLDER });
  // Only where they alone are asked for: they are changed with intent.
  if (referencesOnly) await shootReferences(browser, { pages: PAGES, folder: REFERENCES }, asked.slice(1));
} finally {
  await browser.close();
}
