// A real OBS and our relay: connected with and without a password, its scenes read, a source of ours found, corrected, renamed and lost, and its tally. Where this
// OBS has no browser sources, a plain colour stands for one: OBS keeps the settings that it does not know.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HostsInfo, hostAnswerSchema } from '../../../src/wire/hosts.ts';
import { startBrowser } from '../../kit/browser.ts';
import { startCommand } from '../../kit/command.ts';
import { waitUntil } from '../../kit/patience.ts';
import { type Picture, readPng } from '../../kit/png.ts';
import { noObs, type RealObs, startRealObs } from '../../kit/real-obs.ts';
import { type RelayRig, scratchFolder, startRelay } from '../../kit/relay-rig.ts';

const KIND = 'color_source_v3';
const PASSWORD = 'a password of OBS';
const why = noObs();

async function hosts(rig: RelayRig): Promise<HostsInfo> {
  return hostAnswerSchema.parse(await (await rig.get('/api/v1/hosts')).json()).hosts;
}
const order = (rig: RelayRig, body: unknown): Promise<Response> =>
  fetch(rig.url('/api/v1/hosts'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const source = async (rig: RelayRig) => (await hosts(rig)).obs?.sources[0];

async function beside(obs: RealObs, more: { readonly password?: string; readonly kind?: string } = {}) {
  const rig = await startRelay({ hosts: { obs: { url: obs.url, password: undefined, ...more } } });
  await waitUntil(async () => {
    const { link } = (await hosts(rig)).obs ?? {};
    return link === 'open' || link === 'refused';
  });
  return rig;
}

describe.skipIf(why !== null)(`a real OBS${why ? ` (${why})` : ''}`, () => {
  let obs: RealObs;
  beforeAll(async () => {
    obs = await startRealObs();
  });
  afterAll(() => obs.stop());

  test('is found, and its canvas and scenes are as it has them', async () => {
    const rig = await beside(obs);
    expect((await hosts(rig)).obs).toMatchObject({
      link: 'open',
      canvas: { fps: 30 },
      scenes: ['Scene'],
      program: 'Scene',
      preview: null,
      sources: [],
    });
  });

  test('without browser sources refuses one in a clear sentence', async () => {
    const kinds = await obs.hand.request('GetInputKindList');
    if (kinds.ok && kinds.data.inputKinds.includes('browser_source')) return;
    const rig = await beside(obs);
    const answer = await order(rig, { do: 'add', output: 'program' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('no browser sources');
  });

  test('a source of ours is made, found, corrected, renamed and lost', async () => {
    const rig = await beside(obs, { kind: KIND });
    expect((await order(rig, { do: 'add', output: 'program' })).status).toBe(200);
    expect(await source(rig)).toMatchObject({
      input: 'Courtside program',
      output: 'program',
      scenes: ['Scene'],
      tally: 'program',
      wrong: [],
    });
    const inputName = 'Courtside program';
    await obs.hand.request('SetInputSettings', { inputName, inputSettings: { width: 800, shutdown: true } });
    await order(rig, { do: 'look' });
    expect((await source(rig))?.wrong.map(({ key }) => key)).toEqual(['width', 'shutdown']);
    expect((await order(rig, { do: 'correct', input: inputName })).status).toBe(200);
    expect((await source(rig))?.wrong).toEqual([]);
    const refused = await order(rig, { do: 'refresh', input: inputName });
    expect(refused.status).toBe(409);
    await obs.hand.request('SetInputName', { inputName, newInputName: 'Bug' });
    await waitUntil(async () => (await source(rig))?.input === 'Bug');
    await obs.hand.request('RemoveInput', { inputName: 'Bug' });
    await waitUntil(async () => (await source(rig)) === undefined);
  });

  test("its tally is OBS's own: on program, in preview, nowhere", async () => {
    const rig = await beside(obs, { kind: KIND });
    await order(rig, { do: 'add', output: 'program' });
    const isNow = (tally: string) => waitUntil(async () => (await source(rig))?.tally === tally);
    await isNow('program');
    await obs.hand.request('CreateScene', { sceneName: 'Interview' });
    await waitUntil(async () => (await hosts(rig)).obs?.scenes.includes('Interview'));
    await obs.hand.request('SetCurrentProgramScene', { sceneName: 'Interview' });
    await isNow('off');
    await obs.hand.request('SetStudioModeEnabled', { studioModeEnabled: true });
    await obs.hand.request('SetCurrentPreviewScene', { sceneName: 'Scene' });
    await isNow('preview');
    await waitUntil(async () => (await hosts(rig)).obs?.preview === 'Scene');
    await obs.hand.request('SetStudioModeEnabled', { studioModeEnabled: false });
    await obs.hand.request('SetCurrentProgramScene', { sceneName: 'Scene' });
    await isNow('program');
    // The same source in the second scene: one browser for both.
    await order(rig, { do: 'add', output: 'program', scene: 'Interview' });
    expect([...((await source(rig))?.scenes ?? [])].sort()).toEqual(['Interview', 'Scene']);
    await obs.hand.request('RemoveInput', { inputName: 'Courtside program' });
    await obs.hand.request('RemoveScene', { sceneName: 'Interview' });
  });
});

describe.skipIf(why !== null)(`a real OBS with a password${why ? ` (${why})` : ''}`, () => {
  let obs: RealObs;
  beforeAll(async () => {
    obs = await startRealObs(PASSWORD);
  });
  afterAll(() => obs.stop());

  test.each([
    [PASSWORD, 'open', ''],
    ['another', 'refused', 'refuses the password'],
    [undefined, 'refused', 'wants a password'],
  ])('with %o is %s', async (password, link, words) => {
    const rig = await beside(obs, password === undefined ? {} : { password });
    expect((await hosts(rig)).obs).toMatchObject({
      link,
      why: expect.stringContaining(words) as string,
    });
  });
});

const [WIDTH, HEIGHT] = [1920, 1080];
const GREEN = [64, 160, 32] as const;
/** Of 255. */
const TOLERANCE = 2;

describe.skipIf(why !== null)(`a page's own picture in a real OBS${why ? ` (${why})` : ''}`, () => {
  let obs: RealObs;
  let browser: Browser;
  beforeAll(async () => {
    [obs, browser] = await Promise.all([startRealObs(), startBrowser()]);
  });
  afterAll(() => Promise.all([obs.stop(), browser.close()]));

  /** What an output draws, with its alpha, as a file. */
  async function drawn(): Promise<{ readonly file: string; readonly picture: Picture }> {
    const relay = await startCommand(['--obs', 'off']);
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
    await page.goto(`${relay.url}/out?graphics=scorebug&renderer=canvas`);
    await waitUntil(() =>
      page.evaluate("window.courtside?.painted().graphics.includes('scorebug') ?? false"),
    );
    const words = await page.context().newCDPSession(page);
    await words.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
    const { data } = await words.send('Page.captureScreenshot', { format: 'png' });
    const png = Buffer.from(data, 'base64');
    await page.close();
    const file = join(await scratchFolder(), 'page.png');
    await writeFile(file, png);
    return { file, picture: readPng(png) };
  }

  test('is as it was drawn where it is opaque, and the video behind it where it is empty', async () => {
    const { file, picture } = await drawn();
    const { hand } = obs;
    const size = { baseWidth: WIDTH, baseHeight: HEIGHT, outputWidth: WIDTH, outputHeight: HEIGHT };
    await hand.request('SetVideoSettings', size);
    const put = (inputName: string, inputKind: string, inputSettings: Record<string, string | number>) =>
      hand.request('CreateInput', { sceneName: 'Scene', inputName, inputKind, inputSettings });
    const [red, green, blue] = GREEN;
    const color = 0xff000000 + (blue << 16) + (green << 8) + red;
    await put('Video', KIND, { color, width: WIDTH, height: HEIGHT });
    await put('Page', 'image_source', { file });
    const shot = { sourceName: 'Scene', imageFormat: 'png', imageWidth: WIDTH, imageHeight: HEIGHT };
    const apart = await waitUntil(async () => {
      const answer = await hand.request('GetSourceScreenshot', shot);
      if (!answer.ok) return null;
      const shown = readPng(Buffer.from(answer.data.imageData.replace(/^data:.*?,/, ''), 'base64'));
      const worst = worstOf(picture, shown);
      // The first pictures are of a scene that is still being put together.
      return worst.empty <= TOLERANCE && worst.opaque <= TOLERANCE ? worst : null;
    });
    expect(Math.min(apart?.pixels.opaque ?? 0, apart?.pixels.empty ?? 0)).toBeGreaterThan(10_000);
  });
});

/** How far OBS's picture is at most from the page's own where that is opaque, and from the green where it is empty; and how many pixels there are of each. */
function worstOf(page: Picture, shown: Picture) {
  const worst = { empty: 0, opaque: 0 };
  const pixels = { empty: 0, opaque: 0 };
  for (let at = 0; at < page.rgba.length; at += 4) {
    const alpha = page.rgba[at + 3];
    if (alpha !== 0 && alpha !== 255) continue;
    const kind = alpha === 0 ? 'empty' : 'opaque';
    pixels[kind] += 1;
    for (const [channel, green] of GREEN.entries()) {
      const wanted = alpha === 0 ? green : (page.rgba[at + channel] ?? 0);
      worst[kind] = Math.max(worst[kind], Math.abs((shown.rgba[at + channel] ?? 0) - wanted));
    }
  }
  return { ...worst, pixels };
}
