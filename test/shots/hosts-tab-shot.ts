// The Hosts tab of the operator's page: beside the other ends of OBS and vMix, whose sources are real pages of this relay, so that every row is as it was found.
import type { Browser } from 'playwright';
import { type Serving, serveGame } from '../bench/serving.ts';
import { BrowserSources } from '../kit/browser-sources.ts';
import { serveObs } from '../kit/served-obs.ts';
import { serveVmix } from '../kit/served-vmix.ts';

const DESK = { width: 1280, height: 800 };
const PATIENCE = { timeout: 90_000 };
const SETTLED_MS = 6_000;
/** Longer than a start's own lateness is told. */
const QUIET_MS = 30_000;
/** vMix listens on these; on an address of this machine that nothing else uses. */
const VMIX = { host: '127.0.0.47', tcpPort: 8099, httpPort: 8088 };

async function post(url: string, path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** A scoreboard's source that somebody has set by hand, and not as it should be. */
const byHand = (url: string) => ({
  url: `${url}/out?name=interview&graphics=scorebug`,
  width: 1280,
  height: 1080,
  shutdown: true,
});

async function open(browser: Browser, { url }: Serving): Promise<Buffer> {
  const page = await browser.newPage({ viewport: DESK });
  await page.goto(url, PATIENCE);
  await page.getByRole('tab', { name: 'Hosts' }).click();
  await page.getByText('its page reports').first().waitFor(PATIENCE);
  await page.waitForTimeout(SETTLED_MS);
  // What was late while everything began is told for a while.
  await page
    .getByText('All is well')
    .waitFor({ timeout: QUIET_MS })
    .catch(() => {});
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 88 });
  await page.close();
  return jpeg;
}

/** The picture. */
export async function shootHostsTab(browser: Browser, marks: string): Promise<Buffer> {
  const sources = new BrowserSources(browser, "window.obsstudio = { pluginVersion: '2.26.8' };");
  const obs = await serveObs({ screen: sources });
  const vmix = await serveVmix(VMIX);
  const given = [
    '--obs',
    obs.url,
    '--vmix',
    VMIX.host,
    '--vmix-input',
    'Courtside',
    '--vmix-output',
    'truck',
  ];
  const game = await serveGame(marks, given);
  try {
    for (const scene of ['Interview', 'Half-time', 'Opening']) obs.scenes.set(scene, []);
    const settings = byHand(game.url);
    obs.inputs.set('Interview bug', settings);
    obs.scenes.get('Interview')?.push('Interview bug');
    await post(game.url, '/api/v1/hosts', { do: 'look' });
    await post(game.url, '/api/v1/hosts', { do: 'add', output: 'program' });
    await post(game.url, '/api/v1/cues', { cue: 'take', graphic: 'scorebug' });
    await post(game.url, '/api/v1/preflight', {
      name: 'program',
      checks: [{ id: 'browser', name: 'Browser', level: 'green', found: 'Chromium 127', todo: '' }],
    });
    return await open(browser, game);
  } finally {
    await sources.close();
    await game.stop();
    await vmix.stop();
    await obs.stop();
  }
}
