// What a picture costs a machine whose browser paints without a graphics card: pace, late frames and processor time of all of its processes, beside the same
// picture made of elements and of SVG, a bare Pixi page and an empty one, in turn in one run of under three minutes. `--minute`: each is watched for a whole
// minute.
import { existsSync } from 'node:fs';
import { median } from './figures.ts';
import { atLeast, atMost, type Found, type Row, told } from './row.ts';
import { serveBare, serveGame } from './serving.ts';
import { type Watched, watch } from './watch.ts';

const ROUNDS = 3;
/** In all rounds together, for each page. */
const LASTS_MS = { short: 12_000, minute: 60_000 } as const;
const SETTLES_MS = 2_500;
/** The simulated game has tipped off by then, and its players run. */
const WARM_MS = 15_000;
/** As OBS starts its browser where hardware acceleration is off. */
const HARDWARE_OFF = ['--disable-gpu', '--disable-gpu-compositing'];

const PAGES = {
  empty: 'an empty page',
  stage: 'ours',
  dom: 'elements (DOM and CSS)',
  svg: 'SVG',
  plainStage: 'ours, no trails',
  plainDom: 'elements, no trails',
  plainSvg: 'SVG, no trails',
  output: 'the output page with a live game',
  bare: 'a bare Pixi page of 11 sprites and 12 bitmap texts',
  still: 'ours, nothing changes',
  tenths: 'ours, only a clock with tenths runs',
} as const;
type PageName = keyof typeof PAGES;
const NAMES = Object.keys(PAGES) as readonly PageName[];
type Measured = Readonly<Record<PageName, Watched[]>>;
/** What no bar compares side by side: in a short run it is watched in the first round alone. */
const ASIDE: readonly PageName[] = ['empty', 'svg', 'plainSvg', 'still', 'tenths'];

async function measure(lastsMs: number, isShort: boolean): Promise<Measured> {
  const game = await serveGame();
  const bare = await serveBare();
  const beside = (page: string): string => new URL(page, bare.url).href;
  const urls: Readonly<Record<PageName, string>> = {
    empty: 'about:blank',
    stage: beside('painted.html'),
    dom: beside('twin.html'),
    svg: beside('svg-twin.html'),
    plainStage: beside('painted.html?plain'),
    plainDom: beside('twin.html?plain'),
    plainSvg: beside('svg-twin.html?plain'),
    output: `${game.url}/out?graphics=scorebug,player-dots&renderer=canvas`,
    bare: `${bare.url}?renderer=canvas`,
    still: beside('painted.html?still'),
    tenths: beside('painted.html?tenths'),
  };
  const found = Object.fromEntries(NAMES.map((name) => [name, [] as Watched[]])) as Record<
    PageName,
    Watched[]
  >;
  await new Promise((resolve) => setTimeout(resolve, WARM_MS));
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of NAMES) {
        if (isShort && round > 0 && ASIDE.includes(name)) continue;
        const how = { lastsMs: lastsMs / ROUNDS, settlesMs: SETTLES_MS, flags: HARDWARE_OFF };
        found[name].push(await watch(urls[name], how));
      }
  } finally {
    await game.stop();
    await bare.stop();
  }
  return found;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How a page's cost compares, round by round: what else the machine did in one round does not count. */
const ratios = (costs: readonly Watched[], others: readonly Watched[]): readonly number[] =>
  others.map(({ msAFrame }, i) => (costs[i]?.msAFrame ?? Number.NaN) / msAFrame);
const spread = (values: readonly number[]): string =>
  `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;

const whole = (watched: readonly Watched[]): string => {
  const fps = mean(watched.map((one) => one.fps));
  const late = mean(watched.map(({ latePercent }) => latePercent));
  const percent = mean(watched.map(({ processorPercent }) => processorPercent));
  return `${fps.toFixed(1)} fps, ${late.toFixed(1)} % late, ${percent.toFixed(0)} % of a processor`;
};

export async function benchPainting({ minute }: { readonly minute: boolean }): Promise<Found> {
  const lastsMs = minute ? LASTS_MS.minute : LASTS_MS.short;
  const title = `Painting without a graphics card: 1080p, scorebug and 11 moving dots, ${lastsMs / 1000} s of each in ${ROUNDS} turns`;
  if (!existsSync('/proc/self/stat')) return { title: `${title} (Linux alone counts it)`, rows: [] };
  const found = await measure(lastsMs, !minute);
  const { stage, plainStage, dom, plainDom, svg, output, bare, still, tenths } = found;
  const against = (
    what: string,
    ours: readonly Watched[],
    others: readonly Watched[],
    bar: number | null,
  ): Row => {
    const all = ratios(ours, others);
    const named = `${what} (${spread(all)})`;
    return bar === null ? told(named, median(all)) : atMost(named, median(all), bar);
  };
  const pace = (what: string, watched: readonly Watched[]): Row[] => [
    atLeast(`${what}: frames a second`, Math.round(mean(watched.map(({ fps }) => fps))), 60, '', 0),
    atMost(`${what}: late frames`, mean(watched.map(({ latePercent }) => latePercent)), 1, ' %', 1),
  ];
  const side = (name: PageName): Row => ({
    what: PAGES[name],
    figure: whole(found[name]),
    bar: '',
    met: null,
  });
  return {
    title,
    rows: [
      atMost('nothing changes: draws a second', Math.max(...still.map((one) => one.drawsASecond)), 0),
      atMost(
        'only a clock with tenths runs: draws a second',
        Math.max(...tenths.map((one) => one.drawsASecond)),
        12,
      ),
      ...pace('the picture', stage),
      ...pace('the output page with a live game', output),
      against('processor time against elements', stage, dom, 1),
      against('the same without trails', plainStage, plainDom, 1),
      against('processor time against SVG', stage, svg, null),
      against('the output page against a bare Pixi page', output, bare, 1.3),
      ...NAMES.map(side),
    ],
  };
}
