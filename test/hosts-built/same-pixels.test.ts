// One graphic at one instant, in every form in which hosts load it, as it was built, live and from a tape: the same pixels, alpha included.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import type { Fact } from '../../src/game/message.ts';
import type {} from '../../src/hosts/film/main.ts';
import { emptyLayer, emptyShow, type Show } from '../../src/show/show.ts';
import { noLook } from '../../src/wire/look.ts';
import { FRAME, newTab, startBrowser } from '../kit/browser.ts';
import { AWAY_ID, messages } from '../kit/messages.ts';
import { DIST, startPageHost } from '../kit/page-host.ts';
import { snapshotOf } from '../kit/page-relay.ts';
import { type Picture, readPng } from '../kit/png.ts';

const PATIENCE = { timeout: 90_000 };
/** A clock that stands, and nothing that is news. */
const AGO_MS = 60_000;
/** When the tape was told, and how long after that all has settled. Milliseconds. */
const TAPE_MS = 1_700_000_000_000;
const SETTLED_MS = 20_000;
/** Levels by which a channel may be off; no pixel may be off by more. */
const TOLERANCE = 2;
/** A picture of nothing is smaller than this, one of any graphic larger. */
const LEAST_BYTES = 12_000;
const GRAPHICS = ['scorebug', 'team-comparison'] as const;

function factsOf(atMs: number): readonly Fact[] {
  const say = messages();
  const line = {
    fieldGoalsMade: 30,
    fieldGoalsAttempted: 66,
    assists: 19,
    turnovers: 8,
    offensiveRebounds: 7,
  };
  return [
    say.roster(atMs, { name: 'Košice', code: 'KOS' }),
    say.roster(atMs, { teamId: AWAY_ID, side: 'away', name: 'Los Angeles', code: 'LAL' }),
    say.period(atMs, 'Q3'),
    say.clock(atMs, 427_000, false, { shot: { remainingMs: 17_000, running: false, resolutionMs: 1_000 } }),
    say.score(atMs, 88, 91),
    say.stats(atMs, { team: line }),
    say.stats(atMs, { teamId: AWAY_ID, team: { ...line, assists: 24 } }),
  ];
}

/** The same as `courtside tape export --as messages` writes it. */
const tapeOf = (atMs: number): string =>
  [{ rules: 'nba', fromMs: atMs }, ...factsOf(atMs)].map((line) => JSON.stringify(line)).join('\n');

let browser: Browser;
let plain: Browser;
beforeAll(async () => {
  for (const file of ['pages/index.html', 'ograf', 'templates'])
    if (!existsSync(join(DIST, file)))
      throw new Error('not built: npm run build, npm run ograf, npm run templates');
  browser = await startBrowser();
  plain = await startBrowser('--disable-3d-apis');
});
afterAll(async () => {
  await browser.close();
  await plain.close();
});

/** Gives the picture, or leaves it on the page. */
type Form = (page: Page, graphic: string, url: string) => Promise<Picture | void>;

/** Waits until a page says that it has drawn a graphic, and has heard the relay. */
const asOutput: Form = async (page, graphic, url) => {
  await page.goto(`${url}/out?graphics=${graphic}`);
  await page.waitForFunction((id) => window.courtside?.painted().graphics.includes(id), graphic, PATIENCE);
};

/** As CasparCG does: the file from its disk, data as text, play. */
const asTemplate: Form = async (page, graphic, url) => {
  await page.goto(pathToFileURL(join(DIST, 'templates/courtside', `${graphic}.html`)).href);
  await page.evaluate(async (relay) => {
    const called = (name: string, given?: string): void => {
      const call: unknown = Reflect.get(window, name);
      if (typeof call === 'function') call(given);
    };
    called('update', JSON.stringify({ relay }));
    called('play');
  }, url);
  await page.waitForFunction(
    () => {
      const { alone } = (Reflect.get(window, 'courtsideTemplate') ?? {}) as { alone?: { shown: boolean } };
      return alone?.shown === true;
    },
    null,
    PATIENCE,
  );
};

/** The package's module is there, its element defined by the manifest's id. */
async function ografPage(page: Page, graphic: string, url: string): Promise<void> {
  await page.goto(`${url}/blank`);
  const module = `import Graphic from '${url}/ograf/${graphic}/graphic.mjs?componentId=1';
    customElements.define('org.courtside.courtside-${graphic}', Graphic);`;
  await page.addScriptTag({ type: 'module', content: module });
  await page.evaluate((id) => customElements.whenDefined(`org.courtside.courtside-${id}`), graphic);
}

/** As a renderer does: an element in a closed shadow root. */
const asOgraf: Form = async (page, graphic, url) => {
  await ografPage(page, graphic, url);
  await page.evaluate(
    async ([id, relay]) => {
      type Ograf = HTMLElement & Record<'load' | 'playAction', (params: object) => Promise<unknown>>;
      const name = `org.courtside.courtside-${id}`;
      const element = document.createElement(name) as Ograf;
      const host = document.createElement('div');
      host.attachShadow({ mode: 'closed' }).append(element);
      document.body.append(host);
      const resolution = { width: 1920, height: 1080 };
      await element.load({ renderType: 'realtime', renderCharacteristics: { resolution }, data: { relay } });
      await element.playAction({});
    },
    [graphic, url] as const,
  );
};

/** As an editor does: a schedule, a tape exported as messages, and the picture of one instant. */
const asScheduled: Form = async (page, graphic, url) => {
  await ografPage(page, graphic, url);
  const said = await page.evaluate(
    async ([id, tape, timestamp]) => {
      type Call = 'load' | 'setActionsSchedule' | 'goToTime';
      type Ograf = HTMLElement & Record<Call, (params: object) => Promise<unknown>>;
      const element = document.createElement(`org.courtside.courtside-${id}`) as Ograf;
      document.body.append(element);
      const renderCharacteristics = { resolution: { width: 1920, height: 1080 } };
      await element.load({ renderType: 'non-realtime', renderCharacteristics, data: { tape } });
      const play = { timestamp: 0, action: { type: 'playAction', params: {} } };
      await element.setActionsSchedule({ schedule: [play] });
      return element.goToTime({ timestamp });
    },
    [graphic, `${url}/tape`, SETTLED_MS] as const,
  );
  expect(said).toEqual({ statusCode: 200 });
};

/** As `courtside tape render` does: the film's page, told the tape and a show, asked for one picture. */
const asFilm: Form = async (page, graphic, url) => {
  await page.goto(`${url}/overlays/film.html`);
  await page.waitForFunction(() => window.film !== undefined, null, PATIENCE);
  const { layer, options } = graphics.get(graphic) ?? {};
  const program = { graphic, options: Object(options?.parse({})), sinceMs: TAPE_MS, cut: false };
  const show: Show = { ...emptyShow, revision: 1, layers: { [layer ?? '']: { ...emptyLayer, program } } };
  const setup = { rules: 'nba' as const, ...FRAME, theme: null, output: null };
  const news = { messages: factsOf(TAPE_MS), show, look: noLook };
  const drawn = await page.evaluate(
    async ([given, first, fromMs, atMs]) => {
      window.film?.open(given);
      await window.film?.draw(fromMs, first, false);
      return window.film?.draw(atMs, { messages: [] }, true);
    },
    [setup, news, TAPE_MS, TAPE_MS + SETTLED_MS] as const,
  );
  return readPng(Buffer.from(drawn ?? '', 'base64'));
};

const FORMS: Readonly<Record<string, readonly [Form, () => Browser]>> = {
  'an output': [asOutput, () => browser],
  'an output without WebGL': [asOutput, () => plain],
  'a template of a file': [asTemplate, () => browser],
  'a template of a file without WebGL': [asTemplate, () => plain],
  'an OGraf element in a closed shadow root': [asOgraf, () => browser],
  'an OGraf element that is scheduled, from a tape': [asScheduled, () => browser],
  'a film of a tape': [asFilm, () => browser],
};

/** How many values of pixels are off: colours as they lie over black, and alpha. */
function off(a: Picture, b: Picture): number {
  let count = 0;
  for (let at = 0; at < a.rgba.length; at += 1) {
    const [valueA = 0, valueB = 0] = [a.rgba[at], b.rgba[at]];
    if (valueA === valueB) continue;
    const of = at | 3;
    const [alphaA = 0, alphaB = 0] = at === of ? [255, 255] : [a.rgba[of], b.rgba[of]];
    if (Math.abs(valueA * alphaA - valueB * alphaB) / 255 > TOLERANCE) count += 1;
  }
  return count;
}

/** The picture once it is there, and two on end are one: what came with motion has settled. */
async function settled(page: Page): Promise<Picture> {
  const shoot = (): Promise<Buffer> => page.screenshot({ omitBackground: true, type: 'png' });
  let last = await shoot();
  for (;;) {
    const next = await shoot();
    if (next.length > LEAST_BYTES && next.equals(last)) return readPng(next);
    last = next;
  }
}

test.each(GRAPHICS)(
  '%s is the same in all forms',
  async (graphic) => {
    const { url } = await startPageHost(() => {
      const relayMs = Date.now();
      return snapshotOf(factsOf(relayMs - AGO_MS), relayMs);
    }, tapeOf(TAPE_MS));
    const pictures = new Map<string, Picture>();
    for (const [name, [form, where]] of Object.entries(FORMS)) {
      const page = await newTab(where(), FRAME);
      pictures.set(name, (await form(page, graphic, url)) ?? (await settled(page)));
      await page.close();
    }
    const [first] = pictures.values();
    if (!first) throw new Error('no picture');
    expect(off(first, { ...first, rgba: new Uint8Array(first.rgba.length) })).toBeGreaterThan(1_000);
    for (const [name, one] of pictures) expect(off(first, one), name).toBe(0);
  },
  400_000,
);
