// What a real host makes of a page over video: WPE WebKit's browser source, mixed by GStreamer, against the page's own picture over the same colour.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { FRAME, newTab, startBrowser } from '../kit/browser.ts';
import { AWAY_ID, messages } from '../kit/messages.ts';
import { startPageHost } from '../kit/page-host.ts';
import { snapshotOf } from '../kit/page-relay.ts';
import { type Picture, readPng } from '../kit/png.ts';
import { scratchFolder } from '../kit/relay-rig.ts';
import { noWpe, startWpe } from '../kit/wpe-host.ts';

const why = noWpe();
const COLOUR = '#40a020';
const AGO_MS = 60_000;
const PATIENCE = { timeout: 200_000, interval: 1_000 };
/** Another engine draws letters with other edges: so large a share of what is drawn may be further off than these levels. */
const LEVELS = 6;
const SHARE = 0.08;

const facts = (atMs: number) => {
  const say = messages();
  return [
    say.roster(atMs, { name: 'Boston', code: 'BOS' }),
    say.roster(atMs, { teamId: AWAY_ID, side: 'away', name: 'Los Angeles', code: 'LAL' }),
    say.period(atMs, 'Q3'),
    say.clock(atMs, 427_000, false),
    say.score(atMs, 88, 91),
  ];
};

/** A page's picture over that colour, as it should be mixed: its alpha is straight here. */
function over({ rgba, ...size }: Picture, colour: readonly number[]): Picture {
  const mixed = new Uint8Array(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = (rgba[at + 3] ?? 0) / 255;
    for (let channel = 0; channel < 3; channel += 1)
      mixed[at + channel] = Math.round(
        (rgba[at + channel] ?? 0) * alpha + (colour[channel] ?? 0) * (1 - alpha),
      );
    mixed[at + 3] = 255;
  }
  return { ...size, rgba: mixed };
}

/** How many pixels differ by more than that, and how many are not the colour. */
function compare(a: Picture, b: Picture, colour: readonly number[]) {
  let far = 0;
  let drawn = 0;
  for (let at = 0; at < a.rgba.length; at += 4) {
    const apart = (one: ArrayLike<number>, from: number): number =>
      Math.max(...[0, 1, 2].map((c) => Math.abs((a.rgba[at + c] ?? 0) - (one[from + c] ?? 0))));
    if (apart(colour, 0) > LEVELS) drawn += 1;
    if (apart(b.rgba, at) > LEVELS) far += 1;
  }
  return { far, drawn };
}

describe.skipIf(why !== null)(`over video${why ? ` (${why})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test('a scorebug is mixed by WebKit and GStreamer as its own alpha says, but for a few pixels of a hundred', async () => {
    const { url } = await startPageHost(() => {
      const relayMs = Date.now();
      return snapshotOf(facts(relayMs - AGO_MS), relayMs);
    });
    const page = `${url}/out?graphics=scorebug`;
    const tab = await newTab(browser, FRAME);
    await tab.goto(page);
    await tab.waitForFunction(() => window.courtside?.painted().graphics.includes('scorebug'));
    const colour = [0x40, 0xa0, 0x20];
    const host = startWpe(page, COLOUR, await scratchFolder());
    onTestFinished(() => host.stop());
    await expect
      .poll(async () => {
        const own = over(readPng(await tab.screenshot({ omitBackground: true, type: 'png' })), colour);
        const mixed = host.picture();
        if (!mixed) return 'no picture';
        const { far, drawn } = compare(own, mixed, colour);
        return drawn > 10_000 && far < drawn * SHARE ? 'the same' : `${far} of ${drawn} differ`;
      }, PATIENCE)
      .toBe('the same');
  }, 240_000);
});
