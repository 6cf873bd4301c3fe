// Minutes of a simulated game, painted by a stage as fast as this machine can: what is asked of WebGL for a picture, and what is made after the first minute.
// Its address says which `graphics`, and `renderer=webgl|canvas`.
import { graphics } from '../../overlays/catalogue.ts';
import { makeSimulator } from '../../src/feeds/simulator/simulator.ts';
import type { Message } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { makeStage } from '../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { countMade } from './made-counts.ts';
import { canvasShare, standingLayers } from './standing.ts';

export type Played = {
  readonly ticks: number;
  readonly draws: number;
  /** Draw calls of one picture. */
  readonly mostDrawCalls: number;
  readonly meanDrawCalls: number;
  /** The largest share of the frame that canvases took. */
  readonly mostShare: number;
  /** By kind, after the warm-up. */
  readonly made: Readonly<Record<string, number>>;
};

/** What a tick does: hears the game and asks what is true; asks that twice; or asks once and paints it. */
export type Doing = 'hear' | 'ask twice' | 'paint';

declare global {
  interface Window {
    /** Plays on for so many minutes of the game, a tick each `tickMs`. */
    play?: (minutes: number, tickMs: number, doing: Doing) => Promise<Played>;
  }
}

const RULES = 'nba';
const SEED = 7;
/** Longer than all that is played. */
const MINUTES = 13;
const BEAT_MS = 20;
/** How much is played at a stretch before the screen may show it. */
const STRETCH = 30;

const counts = countMade();
const asked = new URLSearchParams(location.search);
const time = makeManualTime();
const startMs = time.now();
const heard: Message[] = [];
let seq = 0;
const feed = makeSimulator({ time, rules: RULES, seed: SEED, startAt: 'midgame' });
feed.start({
  words: () => {},
  message: (said) => heard.push({ ...said, seq: (seq += 1) }),
  status: () => {},
  fault: () => {},
});
for (let ms = 0; ms < MINUTES * 60_000; ms += BEAT_MS) time.advance(BEAT_MS);
await feed.stop();

const stage = await makeStage({
  element: document.body,
  viewport: { width: innerWidth, height: innerHeight, pixelRatio: devicePixelRatio },
  renderer: asked.get('renderer') === 'webgl' ? 'webgl-software' : 'canvas',
  graphics,
  makeKit: (renderer) => makeStageKit({ theme: HOUSE_THEME, renderer }),
});
const layers = standingLayers((asked.get('graphics') ?? 'scorebug,player-dots').split(','));
const timeline = makeTimeline({ rules: rulesOf(RULES) });
let next = 0;
let atMs = startMs;

/** One picture of the game. */
const tickOnce = (tickMs: number, doing: Doing): void => {
  atMs += tickMs;
  for (let message = heard[next]; message && message.heardMs <= atMs; message = heard[next]) {
    timeline.push(message);
    next += 1;
  }
  const moment = timeline.at(atMs - 500);
  if (doing === 'ask twice') timeline.at(atMs - 500);
  if (doing === 'paint') stage.tick({ nowMs: atMs, moment, layers });
};

window.play = async (minutes, tickMs, doing) => {
  // The scenes are there before anything is counted.
  do {
    tickOnce(tickMs, 'paint');
    await new Promise(requestAnimationFrame);
  } while (stage.loading);
  const before = counts.made();
  const callsBefore = counts.drawCalls();
  const drawsBefore = stage.draws;
  const ticks = Math.round((minutes * 60_000) / tickMs);
  let calls = callsBefore;
  let mostDrawCalls = 0;
  let mostShare = 0;
  for (let tick = 0; tick < ticks; tick += 1) {
    tickOnce(tickMs, doing);
    const now = counts.drawCalls();
    mostDrawCalls = Math.max(mostDrawCalls, now - calls);
    calls = now;
    mostShare = Math.max(mostShare, canvasShare(stage.canvases));
    if (tick % STRETCH === 0) await new Promise(requestAnimationFrame);
  }
  const after = counts.made();
  const draws = stage.draws - drawsBefore;
  return {
    ticks,
    draws,
    mostDrawCalls,
    meanDrawCalls: draws === 0 ? 0 : (calls - callsBefore) / draws,
    mostShare,
    made: Object.fromEntries(
      Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]),
    ),
  };
};
