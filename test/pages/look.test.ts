// The look on a real page: a theme that is changed while it is on air, and logos that come and go.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import type { Said } from '../../src/game/message.ts';
import { graphicsOf } from '../../src/relay/graphics.ts';
import { makeLookFolder } from '../../src/relay/look-folder.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { makeRelay } from '../../src/relay/relay.ts';
import { makeShowFile } from '../../src/relay/show-file.ts';
import { HOUSE_THEME, parseTheme, THEMES } from '../../src/stage/theme.ts';
import { openTab, picture, startBrowser } from '../kit/browser.ts';
import { messages } from '../kit/messages.ts';
import type { Picture } from '../kit/png.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { makeScriptFeed } from '../kit/script-feed.ts';
import { findSteadyPort } from '../kit/steady-port.ts';

const PAGES = join(import.meta.dirname, '../../dist/pages');
/** Long enough for a busy machine; nothing is judged by it. */
const PATIENCE = { timeout: 100_000, interval: 100 };
const OTHER = Object.keys(THEMES).find((id) => id !== HOUSE_THEME.id) ?? 'none';

/** A colour that no theme and no team has. */
const MAGENTA = '#ff00ff';
const DISC = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="50" fill="${MAGENTA}"/></svg>`;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A game of two teams that stands still: the picture of it never changes by itself. */
function standingGame(atMs: number): readonly Said[] {
  const say = messages();
  return [
    say.roster(atMs, { teamId: '10', side: 'home', code: 'HOM', name: 'Home' }),
    say.roster(atMs, { teamId: '20', side: 'away', code: 'AWY', name: 'Away' }),
    say.period(atMs, 'Q2'),
    say.score(atMs, 41, 38),
    say.clock(atMs, 300_000, false),
  ].map(({ seq: _seq, ...said }) => said);
}

async function startShow(folder: string, port = 0) {
  const feed = makeScriptFeed();
  const infos = graphicsOf(graphics.values());
  const relay = makeRelay({
    time: realTime,
    version: '1.2.3',
    feed,
    rehearsal: false,
    rules: 'nba',
    graphics: infos,
    pagesFolder: PAGES,
    host: '127.0.0.1',
    port,
    addresses: [],
    secrets: [],
    log: () => {},
    showFile: (onFault) =>
      makeShowFile({ folder, catalogue: infos.catalogue, now: () => realTime.now(), onFault }),
    look: (onFault, onLook) => {
      const themes = { builtIn: Object.values(THEMES), read: parseTheme };
      return makeLookFolder({ folder, themes, time: realTime, onFault, onLook });
    },
  });
  onTestFinished(() => relay.stop());
  const { port: open } = await relay.start();
  for (const said of standingGame(realTime.now() - 60_000)) feed.say.message(said);
  const url = `http://127.0.0.1:${open}`;
  const cue = async (words: object): Promise<number> => {
    const answer = await fetch(`${url}/api/v1/cues`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(words),
    });
    const { revision } = (await answer.json()) as { revision: number };
    expect(answer.status).toBe(200);
    return revision;
  };
  return { relay, port: open, url, cue };
}

async function open(url: string, query = ''): Promise<Page> {
  const { tab, complaints } = await openTab(browser, `${url}/out?renderer=canvas${query}`);
  onTestFinished(async () => {
    await tab.close();
    expect(complaints).toEqual([]);
  });
  return tab;
}

/** The picture of that revision, or a later one, with the scorebug in it. */
async function seen(tab: Page, revision: number): Promise<Picture> {
  await tab.waitForFunction(
    (wanted) => {
      const painted = window.courtside?.painted();
      return painted && painted.revision >= wanted && painted.graphics.includes('scorebug');
    },
    revision,
    { timeout: PATIENCE.timeout },
  );
  return picture(tab);
}

const isSame = (a: Picture, b: Picture): boolean => Buffer.from(a.rgba).equals(Buffer.from(b.rgba));

/** How many pixels are as the logos are. */
function magenta({ rgba }: Picture): number {
  let count = 0;
  for (let i = 0; i < rgba.length; i += 4)
    if (rgba[i] === 255 && rgba[i + 1] === 0 && rgba[i + 2] === 255 && rgba[i + 3] === 255) count += 1;
  return count;
}

test('a theme that is chosen on air is painted as a page paints it that was loaded with it, and kept by the relay', async () => {
  const folder = await scratchFolder();
  const first = await startShow(folder, await findSteadyPort());
  const taken = await first.cue({ cue: 'take', graphic: 'scorebug', cut: true });
  const tab = await open(first.url);
  const before = await seen(tab, taken);
  const changed = await first.cue({ cue: 'theme', theme: OTHER });
  const after = await seen(tab, changed);
  expect(isSame(after, before)).toBe(false);
  expect(isSame(await seen(await open(first.url), changed), after)).toBe(true);
  expect(isSame(await seen(await open(first.url, `&theme=${HOUSE_THEME.id}`), changed), before)).toBe(true);
  await first.relay.stop();
  const second = await startShow(folder, first.port);
  expect(isSame(await seen(await open(second.url), changed), after)).toBe(true);
}, 400_000);

test('a theme that no longer exists is told, and the house stands in', async () => {
  const folder = await scratchFolder();
  await mkdir(join(folder, 'themes'));
  const own = { ...HOUSE_THEME, id: 'own', name: 'Own', colour: { ...HOUSE_THEME.colour, plate: '#000000' } };
  await writeFile(join(folder, 'themes/own.json'), JSON.stringify(own));
  const first = await startShow(folder);
  await first.cue({ cue: 'take', graphic: 'scorebug', cut: true });
  const changed = await first.cue({ cue: 'theme', theme: 'own' });
  const worn = await seen(await open(first.url), changed);
  const house = await seen(await open(first.url, '&theme=house'), changed);
  expect(isSame(worn, house)).toBe(false);
  await first.relay.stop();
  await rm(join(folder, 'themes/own.json'));
  const second = await startShow(folder);
  const tab = await open(second.url);
  expect(isSame(await seen(tab, changed), house)).toBe(true);
  const faults = await tab.evaluate(() => window.courtside?.painted().faults ?? []);
  expect(faults).toContainEqual(expect.objectContaining({ code: 'theme-unknown', found: 'own' }));
}, 400_000);

test('logos stand as soon as they are put into the folder, and the codes again when they are taken away', async () => {
  const folder = await scratchFolder();
  const show = await startShow(folder);
  const taken = await show.cue({ cue: 'take', graphic: 'scorebug', cut: true });
  const tab = await open(show.url);
  const codes = await seen(tab, taken);
  expect(magenta(codes)).toBe(0);
  await mkdir(join(folder, 'marks'));
  await writeFile(join(folder, 'marks/hom.svg'), DISC);
  await vi.waitUntil(async () => magenta(await picture(tab)) > 500, PATIENCE);
  const one = magenta(await picture(tab));
  const png = await tab.evaluate((colour) => {
    const drawn = document.createElement('canvas');
    drawn.width = 300;
    drawn.height = 300;
    const pen = drawn.getContext('2d');
    if (!pen) throw new Error('no 2D context');
    pen.fillStyle = colour;
    pen.arc(150, 150, 150, 0, 2 * Math.PI);
    pen.fill();
    return drawn.toDataURL('image/png').split(',')[1] ?? '';
  }, MAGENTA);
  await writeFile(join(folder, 'marks/shield.png'), Buffer.from(png, 'base64'));
  await writeFile(join(folder, 'teams.json'), JSON.stringify({ 20: { logo: 'shield.png' } }));
  await vi.waitUntil(async () => magenta(await picture(tab)) > one * 1.8, PATIENCE);
  await rm(join(folder, 'marks'), { recursive: true });
  await vi.waitUntil(async () => isSame(await picture(tab), codes), PATIENCE);
}, 400_000);
