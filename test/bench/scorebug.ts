// What the scorebug costs where WebGL paints: draw calls, the part of the frame that is painted, and the time a picture takes beside the same scene as Pixi
// draws it when told no more than a size. WebGL is computed by the processor here; ratios hold.
import { existsSync } from 'node:fs';
import { median } from './figures.ts';
import { atMost, type Found, told } from './row.ts';
import { serveBare } from './serving.ts';
import { inBrowser, type Watched, watch } from './watch.ts';

const ROUNDS = 3;
const LASTS_MS = 5_000;
const PATIENCE = { timeout: 60_000 };
/** Minutes of the simulated game. */
const MINUTES = 4;
const WEBGL = ['--enable-unsafe-swiftshader'];

export async function benchScorebug(): Promise<Found> {
  const title = 'The scorebug by WebGL, 1080p';
  if (!existsSync('/proc/self/stat')) return { title: `${title} (Linux alone counts it)`, rows: [] };
  const bare = await serveBare();
  const page = (name: string): string => new URL(name, bare.url).href;
  const [each, defaults, changed]: [Watched[], Watched[], Watched[]] = [[], [], []];
  try {
    const played = await inBrowser(WEBGL, async (tab) => {
      await tab.goto(page('played.html?graphics=scorebug&renderer=webgl'));
      await tab.waitForFunction(() => window.play !== undefined, null, PATIENCE);
      return tab.evaluate((minutes) => window.play?.(minutes, 1_000 / 60, 'paint'), MINUTES);
    });
    if (!played) throw new Error('nothing was played');
    const watched = (name: string): Promise<Watched> =>
      watch(page(name), { lastsMs: LASTS_MS, flags: WEBGL });
    for (let round = 0; round < ROUNDS; round += 1) {
      each.push(await watched('painted.html?graphics=scorebug&renderer=webgl&always'));
      defaults.push(await watched('defaults.html'));
      changed.push(await watched('painted.html?graphics=scorebug&renderer=webgl'));
    }
    const ratio = (ours: readonly Watched[]): number =>
      median(ours.map(({ msAFrame }, i) => msAFrame / (defaults[i]?.msAFrame ?? Number.NaN)));
    const ms = (of: readonly Watched[]): string =>
      `${median(of.map(({ msAFrame }) => msAFrame)).toFixed(1)} ms`;
    return {
      title,
      rows: [
        atMost(
          `draw calls of a picture, the most in ${MINUTES} minutes of play`,
          played.mostDrawCalls,
          6,
          '',
          0,
        ),
        told('the same, in the mean', played.meanDrawCalls, '', 1),
        atMost('painted area, of the frame', 100 * played.mostShare, 12, ' %', 1),
        atMost(
          `paint of each frame, against the same scene at Pixi's defaults (${ms(each)} against ${ms(defaults)})`,
          ratio(each),
          0.5,
        ),
        told(`painted only when it changes, against the same (${ms(changed)})`, ratio(changed)),
      ],
    };
  } finally {
    await bare.stop();
  }
}
