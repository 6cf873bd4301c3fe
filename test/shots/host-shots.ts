// A picture for each host's page of the docs: the operator's Hosts tab, a real OBS where there is one, and what the built packages and templates draw when they are called as their hosts call them.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import sirv from 'sirv';
import { WebSocket } from 'ws';
import { type Serving, serveGame } from '../bench/serving.ts';
import { CHROMIUM_FLAGS, findChromium } from '../kit/chromium.ts';
import {
  type CompanionFile,
  companionPage,
  type Row,
  type SpxDefinition,
  spxForm,
  vmixRows,
} from './host-panels.ts';
import { shootHostsTab } from './hosts-tab-shot.ts';
import { shootObs } from './obs-shot.ts';
import { overHall } from './over-hall.ts';

const DIST = join(import.meta.dirname, '..');
const FRAME = { width: 1920, height: 1080 };
const PATIENCE = { timeout: 90_000 };
/** Any way in is over by then. Milliseconds. */
const SETTLED_MS = 2_500;

export const HOST_PICTURES = [
  'operator-hosts',
  'host-obs',
  'host-vmix',
  'host-casparcg',
  'host-spx',
  'host-ograf',
  'host-companion',
] as const;
type HostPicture = (typeof HOST_PICTURES)[number];

export type HostShots = {
  readonly browser: Browser;
  readonly folder: string;
  /** The script that draws the hall. */
  readonly hall: string;
  readonly marks: string;
  readonly isWanted: (name: string) => boolean;
};

/** What a picture is made with. `site`: the built packages and templates, as a host serves them. */
export type HostRig = Omit<HostShots, 'isWanted' | 'folder'> & {
  readonly game: Serving;
  readonly site: string;
};

/** Makes those that are wanted. One that cannot be had on this machine is told, and the kept one stays. */
export async function shootHosts({ folder, isWanted, ...given }: HostShots): Promise<void> {
  const files = await serveFiles();
  const game = await serveGame(given.marks, [
    '--obs',
    'off',
    '--guest',
    'file://',
    '--guest',
    'null',
    '--guest',
    files.url,
  ]);
  try {
    for (const name of HOST_PICTURES.filter(isWanted)) {
      const made = await SHOTS[name]({ ...given, game, site: files.url });
      if (typeof made === 'string') console.log(`docs/pictures/${name}.jpg stays as it is: ${made}`);
      else {
        await writeFile(join(folder, `${name}.jpg`), made);
        console.log(`docs/pictures/${name}.jpg`);
      }
    }
  } finally {
    await game.stop();
    await files.stop();
  }
}

type Shot = (rig: HostRig) => Promise<Buffer | string>;

const SHOTS: Readonly<Record<HostPicture, Shot>> = {
  'operator-hosts': ({ browser, marks }) => shootHostsTab(browser, marks),
  'host-obs': async (rig) => {
    const page = await rig.browser.newPage({ viewport: FRAME });
    await page.goto(`${rig.game.url}/out?graphics=scorebug,player-dots&theme=house`);
    await page.waitForFunction(() => window.courtside?.painted().graphics.length === 2, null, PATIENCE);
    return shootObs(rig, await taken(page));
  },
  'host-vmix': async ({ browser, game }) =>
    vmixRows(browser, await rows(game, 'vmix.json'), await rows(game, 'vmix.json?rows=home')),
  'host-casparcg': async (rig) => {
    const server = await asCasparCg();
    try {
      const layers = [];
      for (const graphic of ['scorebug', 'team-comparison'])
        layers.push(await played(server, templateFile(graphic), rig.game));
      return await overHall(rig.browser, layers, rig.hall);
    } finally {
      await server.close();
    }
  },
  'host-spx': async (rig) => {
    const address = `${rig.site}/templates/courtside/player-line.html`;
    const shown = await overHall(rig.browser, [await played(rig.browser, address, rig.game)], rig.hall);
    const page = await rig.browser.newPage();
    await page.goto(address);
    const definition = (await page.evaluate('window.SPXGCTemplateDefinition')) as SpxDefinition;
    await page.close();
    return spxForm(rig.browser, definition, shown);
  },
  'host-ograf': async (rig) => {
    const layers = [await inRenderer(rig, 'shot-chart'), await inRenderer(rig, 'scorebug')];
    return overHall(rig.browser, layers, rig.hall);
  },
  'host-companion': async ({ browser, game }) => {
    await cue(game, { cue: 'take', graphic: 'scorebug' });
    await cue(game, { cue: 'preview', graphic: 'player-line' });
    const page = await browser.newPage({ viewport: FRAME });
    await page.goto(`${game.url}/out`);
    await page.waitForFunction(() => window.courtside?.painted().graphics.length === 1, null, PATIENCE);
    const state = await events(game, ({ painted_scorebug }) => painted_scorebug === true);
    await page.close();
    const file = (await (await fetch(`${game.url}/api/v1/companion`)).json()) as CompanionFile;
    return companionPage(browser, file, state);
  },
};

const templateFile = (graphic: string): string =>
  pathToFileURL(join(DIST, 'templates/courtside', `${graphic}.html`)).href;

const rows = async ({ url }: Serving, path: string): Promise<readonly Row[]> =>
  (await (await fetch(`${url}/api/v1/${path}`)).json()) as Row[];

async function cue({ url }: Serving, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/api/v1/cues`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The relay's flat words as a button panel hears them, once they are so. */
async function events({ url }: Serving, isSo: (state: Row) => boolean): Promise<Row> {
  for (;;) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/events`);
    const [data] = (await once(socket, 'message')) as [Buffer];
    socket.terminate();
    const state = JSON.parse(data.toString()) as Row;
    if (isSo(state)) return state;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** A page that is settled: its picture with alpha; it is closed. */
async function taken(page: Page): Promise<Buffer> {
  await page.waitForTimeout(SETTLED_MS);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** A template called as CasparCG and SPX call it: data as text, then play. */
async function played(browser: Browser, address: string, { url }: Serving): Promise<Buffer> {
  const page = await browser.newPage({ viewport: FRAME });
  await page.goto(address);
  await page.evaluate((relay) => {
    const call = (name: string, given?: string): void => {
      const called: unknown = Reflect.get(window, name);
      if (typeof called === 'function') called(given);
    };
    call('update', JSON.stringify({ relay }));
    call('play');
  }, url);
  await page.waitForFunction(
    () =>
      (Reflect.get(window, 'courtsideTemplate') as { alone?: { shown: boolean } } | undefined)?.alone
        ?.shown === true,
    null,
    PATIENCE,
  );
  return taken(page);
}

/** A package as a renderer has it: its element under the manifest's id, in a closed shadow root. */
async function inRenderer({ browser, site, game }: HostRig, graphic: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: FRAME });
  await page.goto(`${site}/blank`);
  const id = `org.courtside.courtside-${graphic}`;
  const content = `import Graphic from '${site}/ograf/${graphic}/graphic.mjs'; customElements.define('${id}', Graphic);`;
  await page.addScriptTag({ type: 'module', content });
  await page.evaluate(
    async ([name, relay]) => {
      type Ograf = HTMLElement & Record<'load' | 'playAction', (params: object) => Promise<unknown>>;
      await customElements.whenDefined(name);
      const element = document.createElement(name) as Ograf;
      const host = document.createElement('div');
      host.attachShadow({ mode: 'closed' }).append(element);
      document.body.append(host);
      await element.load({ renderType: 'realtime', renderCharacteristics: {}, data: { relay } });
      await element.playAction({});
    },
    [id, game.url] as const,
  );
  return taken(page);
}

/** CasparCG's browser: no web security, and no graphics card, as its default has it. */
const asCasparCg = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [...CHROMIUM_FLAGS, '--disable-web-security', '--disable-3d-apis'],
  });

/** The built files on a port of their own, as a host serves them. @throws Error when they are not built. */
async function serveFiles(): Promise<Serving> {
  for (const made of ['ograf', 'templates'])
    if (!existsSync(join(DIST, made))) throw new Error(`not built: npm run ${made}`);
  const files = sirv(DIST, { dev: true });
  const server = createServer((request, response) => {
    if (request.url === '/blank')
      return void response.end('<!doctype html><style>body{margin:0}</style><title>blank</title>');
    files(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
