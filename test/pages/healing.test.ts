// A page on air that dies, hangs or runs out of memory: `courtside obs --watch` brings it back in a real Chromium, with the picture that it had.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { runCli } from '../../src/relay/cli.ts';
import type { Context } from '../../src/relay/command.ts';
import { LEAST_BETWEEN_MS } from '../../src/relay/obs/heal.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { startBrowser } from '../kit/browser.ts';
import { BrowserSources, type End, LITTLE_MEMORY } from '../kit/browser-sources.ts';
import type { Running } from '../kit/command.ts';
import { type ObsServer, startObs } from '../kit/obs-server.ts';
import { waitUntil } from '../kit/patience.ts';
import { startStandingGame } from '../kit/standing-game.ts';

/** Each output's page ends in another way; its source in OBS bears that name. */
const ENDINGS: Readonly<Record<string, End>> = {
  program: 'dies',
  second: 'hangs',
  third: 'runs out of memory',
};
const ENDS = Object.values(ENDINGS);
/** A picture of nothing is smaller. */
const LEAST_BYTES = 12_000;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser(LITTLE_MEMORY);
});
afterAll(() => browser.close());

/** A relay whose game stands, with the scorebug on air. */
async function onAir(): Promise<Running> {
  const relay = await startStandingGame();
  const answer = await fetch(`${relay.url}/api/v1/cues`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cue: 'take', graphic: 'scorebug', cut: true }),
  });
  expect(answer.status).toBe(200);
  return relay;
}

/** `courtside obs --watch` of one output, until the test is over. What it says is kept. */
function watch(obs: ObsServer, relay: Running, output: string): readonly string[] {
  const lines: string[] = [];
  let stop = (): void => {};
  const untilStopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const say = (line: string): void => void lines.push(line);
  const context = { out: say, err: say, env: {}, time: realTime, untilStopped };
  const args = ['obs', '--watch', '--obs', obs.url, '--relay', relay.url, '--output', output];
  const ended = runCli(args, context as unknown as Context);
  onTestFinished(async () => {
    stop();
    await ended;
  });
  return lines;
}

/** An OBS whose sources are pages, and when each was mended. */
async function obsWithPages() {
  const sources = new BrowserSources(browser);
  const mends: { readonly input: string; readonly atMs: number }[] = [];
  const mended = (input: string): void => void mends.push({ input, atMs: performance.now() });
  const obs = await startObs({
    screen: {
      set: (input, settings) => {
        mended(input);
        sources.set(input, settings);
      },
      refresh: (input) => {
        mended(input);
        sources.refresh(input);
      },
    },
  });
  return { obs, sources, mends };
}

/** The picture once two on end are one. */
async function settled(sources: BrowserSources, input: string): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0);
  await waitUntil(async () => {
    const before = last;
    last = await sources.picture(input);
    return last.length > LEAST_BYTES && last.equals(before);
  });
  return last;
}

test('a page on air comes back with its picture when its process dies, when it hangs, and when it runs out of memory', async () => {
  const relay = await onAir();
  const { obs, sources, mends } = await obsWithPages();
  for (const [output, end] of Object.entries(ENDINGS)) {
    const url = `${relay.url}/out?renderer=canvas&name=${output}`;
    const settings = { url, width: 1920, height: 1080 };
    obs.inputs.set(end, settings);
    sources.set(end, settings);
  }
  const before = await Promise.all(ENDS.map((end) => settled(sources, end)));
  const said = Object.keys(ENDINGS).map((output) => watch(obs, relay, output));
  await waitUntil(() => said.every((lines) => lines.some((line) => line.startsWith('OBS: '))));
  await Promise.all(ENDS.map((end) => sources.end(end, end)));
  await waitUntil(() => said.every((lines) => lines.some((line) => line.endsWith(': back'))));
  for (const lines of said) {
    const gone = lines.findIndex((line) => /: (gone|silent);/.test(line));
    const back = lines.findIndex((line) => line.endsWith(': back'));
    expect([gone >= 0, gone < back], lines.join('\n')).toEqual([true, true]);
  }
  for (const [index, end] of ENDS.entries()) {
    await waitUntil(async () => (await sources.picture(end)).equals(before[index] ?? Buffer.alloc(0)));
    const at = mends.filter(({ input }) => input === end).map(({ atMs }) => atMs);
    // The stand-in's clock is not the healer's.
    for (const [n, ms] of at.entries())
      if (n > 0) expect(ms - (at[n - 1] ?? 0)).toBeGreaterThan(LEAST_BETWEEN_MS - 2_000);
  }
}, 240_000);
