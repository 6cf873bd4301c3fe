// A relay with an OBS beside it, whose sources are pages in a real Chromium: an output added by the relay's door is on air, its own tally is heard, and a page that is
// loaded anew at an operator's wish stands there with its picture from its first frame on.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { hostAnswerSchema } from '../../src/wire/hosts.ts';
import { startBrowser } from '../kit/browser.ts';
import { BrowserSources } from '../kit/browser-sources.ts';
import type { Running } from '../kit/command.ts';
import { startObs } from '../kit/obs-server.ts';
import { waitUntil } from '../kit/patience.ts';
import { startStandingGame } from '../kit/standing-game.ts';

const INPUT = 'Courtside program';
/** No way in takes so long. Milliseconds. */
const MOTION_MS = 3_000;

/**
 * As OBS has it in every page: `window.obsstudio`. And what stands on the page's canvases after each of its frames: pictures that differ from the one before, the
 * empty one left out.
 */
const IN_OBS = `
  window.obsstudio = { pluginVersion: '2.26.8' };
  window.drawn = [];
  const small = new OffscreenCanvas(320, 180).getContext('2d', { willReadFrequently: true });
  const look = () => {
    small.clearRect(0, 0, 320, 180);
    for (const canvas of document.querySelectorAll('canvas'))
      if (canvas.width > 0) small.drawImage(canvas, 0, 0, 320, 180);
    const { data } = small.getImageData(0, 0, 320, 180);
    let print = 0;
    for (const value of data) print = (print * 31 + value) | 0;
    if (data.some((value) => value > 0) && drawn.at(-1) !== print) drawn.push(print);
  };
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => frame((ms) => { callback(ms); look(); });
`;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const post = (relay: Running, path: string, body: object): Promise<Response> =>
  fetch(`${relay.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
type Listed = {
  readonly name: string;
  readonly tally: string | null;
  readonly paintedRevision: number | null;
};
const program = async (relay: Running): Promise<Listed | undefined> => {
  const { outputs } = (await (await fetch(`${relay.url}/api/v1/health`)).json()) as { outputs: Listed[] };
  return outputs.find(({ name }) => name === 'program');
};

/** A relay whose game stands, beside an OBS whose sources are pages. */
async function beside() {
  const sources = new BrowserSources(browser, IN_OBS);
  onTestFinished(() => sources.close());
  const obs = await startObs({ screen: sources });
  const relay = await startStandingGame('--obs', obs.url);
  await waitUntil(async () => {
    const { hosts } = hostAnswerSchema.parse(await (await fetch(`${relay.url}/api/v1/hosts`)).json());
    return hosts.obs?.link === 'open';
  });
  return { relay, obs, sources };
}

test('an output is added at a press, and its tally comes from OBS, or where OBS is lost from what it told the page itself', async () => {
  const { relay, obs, sources } = await beside();
  expect((await post(relay, '/api/v1/hosts', { do: 'add', output: 'program' })).status).toBe(200);
  await waitUntil(async () => (await program(relay))?.tally === 'program');

  // Without OBS's own connection the page's word is what is left.
  await sources.value(
    INPUT,
    `dispatchEvent(new CustomEvent('obsSourceActiveChanged', { detail: { active: false } })), 0`,
  );
  expect((await program(relay))?.tally).toBe('program');
  obs.hang();
  obs.drop();
  await waitUntil(async () => (await program(relay))?.tally === 'off');
});

test('a page that is loaded anew at a wish has its picture from its first frame on, without its way in', async () => {
  const { relay, sources } = await beside();
  await post(relay, '/api/v1/hosts', { do: 'add', output: 'program' });
  await waitUntil(async () => (await program(relay))?.paintedRevision === 0);
  const prints = async (): Promise<readonly number[]> =>
    ((await sources.value(INPUT, 'drawn')) as readonly number[] | null) ?? [];

  const { revision } = (await (
    await post(relay, '/api/v1/cues', { cue: 'take', graphic: 'scorebug' })
  ).json()) as {
    revision: number;
  };
  await waitUntil(async () => (await program(relay))?.paintedRevision === revision);
  // A take comes in with motion: one picture after the other, until one stands.
  await waitUntil(async () => (await prints()).length > 3);
  // What is drawn is a function of the instant: so long after the take its motion is over, however slowly the page draws.
  const instant = async (): Promise<number> =>
    Number(await sources.value(INPUT, 'courtside.painted().instantMs'));
  const takenMs = await instant();
  await waitUntil(async () => (await instant()) > takenMs + MOTION_MS);
  const last = (await prints()).at(-1);

  await sources.value(INPUT, 'window.isOld = true');
  expect((await post(relay, '/api/v1/hosts', { do: 'refresh', input: INPUT })).status).toBe(200);
  await waitUntil(
    async () => (await sources.value(INPUT, 'window.isOld !== true && drawn.length > 0')) === true,
  );
  await waitUntil(async () => (await program(relay))?.paintedRevision === revision);
  expect(await prints()).toEqual([last]);
}, 240_000);
