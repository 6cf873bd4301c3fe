// `npm run chromes`: every graphic in every state, and the built output page itself, in the Chromiums that streaming software of these years has inside, beside the kept pictures of the tests. `npm run chromes -- scorebug` looks at that graphic alone, `npm run chromes -- firefox` in this machine's Firefox.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serveGame } from '../bench/serving.ts';
import { openFirefox } from '../kit/firefox.ts';
import { fetchChromium, type OldPage, openOldPage } from '../kit/old-chromium.ts';
import { serveBook } from './book-shots.ts';

type Engine = { readonly name: string; readonly open: () => Promise<OldPage> };
const chromium = (version: string): Engine => ({
  name: `Chromium ${version}`,
  open: () => openOldPage(fetchChromium(version)),
});
/** OBS 28 to 30 and OBS 31 to 32. */
const CHROMIUMS = ['103.0.0', '127.0.0'].map(chromium);
/** Looked at when it is named. */
const FIREFOX: Engine = { name: 'Firefox', open: () => openFirefox(process.env.FIREFOX ?? 'firefox-esr') };
const NAMED = 'firefox';
const PAGES = join(import.meta.dirname, 'book');
/** The tests' pictures. */
const KEPT = join(import.meta.dirname, '../../test/shots/references');
const PATIENCE_MS = 60_000;
const LOOK_EACH_MS = 250;

async function until(page: OldPage, expression: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_EACH_MS) {
    if ((await page.evaluate(expression)) === true) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EACH_MS));
  }
  throw new Error(`in vain: ${expression}; ${page.complaints.join('; ')}`);
}

/** What differs from the kept pictures, a sentence each. */
async function lookThroughBook(page: OldPage, url: string, ids: readonly string[]): Promise<string[]> {
  await page.goto(url);
  await until(page, 'window.book !== undefined');
  const files = readdirSync(KEPT, { recursive: true, encoding: 'utf8' });
  const themes = (await page.evaluate('book.themes')) as readonly string[];
  const told: string[] = [];
  for (const theme of themes)
    for (const id of ids) {
      const wanted = [theme, id, files].map((each) => JSON.stringify(each)).join(', ');
      told.push(...((await page.evaluate(`book.differences(${wanted})`)) as string[]));
    }
  return told;
}

/** Shows each graphic of a running game on the built page, and gives what went wrong. */
async function lookAtOutput(page: OldPage, url: string, ids: readonly string[]): Promise<string[]> {
  const told: string[] = [];
  for (const id of ids) {
    await page.goto(`${url}/out?graphics=${id}`);
    const shown = `window.courtside?.painted().graphics.includes(${JSON.stringify(id)}) === true`;
    await until(page, shown).catch((why: unknown) => told.push(`the output page, ${id}: ${String(why)}`));
  }
  return [...told, ...page.complaints];
}

async function check(engine: Engine, book: string, game: string): Promise<string[]> {
  const page = await engine.open();
  try {
    await page.goto(book);
    await until(page, 'window.book !== undefined');
    const ids = ((await page.evaluate('book.ids')) as readonly string[]).filter(isWanted);
    const told = await lookThroughBook(page, book, ids);
    // Those on the real floor need a camera that stands still, which the game has not.
    return [
      ...told,
      ...(await lookAtOutput(
        page,
        game,
        ids.filter((id) => !id.startsWith('floor-')),
      )),
    ];
  } finally {
    await page.close();
  }
}

const words = process.argv.slice(2);
const engines = words.includes(NAMED) ? [FIREFOX] : CHROMIUMS;
const asked = words.filter((word) => word !== NAMED);
const isWanted = (id: string): boolean => asked.length === 0 || asked.includes(id);

const book = await serveBook(PAGES, KEPT);
const game = await serveGame();
for (const engine of engines)
  try {
    const told = await check(engine, book.url, game.url);
    console.log(`${engine.name}: ${told.length === 0 ? 'the same in every state' : `${told.length} differ`}`);
    for (const line of told) console.log(`  ${line}`);
    if (told.length > 0) process.exitCode = 1;
  } catch (why) {
    process.exitCode = 1;
    console.log(`${engine.name}: not looked at: ${why instanceof Error ? why.message : String(why)}`);
  }
book.stop();
await game.stop();
