// A stage with graphics on it, told a made-up game frame by frame: all that an output paints, and none of what it hears. Its address says which and how:
// `graphics`, `renderer=webgl|canvas`, `plain` (no trails), `still` (nothing changes), `tenths` (nothing but a clock runs, below a minute), `always` (each
// frame of the screen is drawn).
import { graphics } from '../../overlays/catalogue.ts';
import { gameClockText, shotClockText } from '../../src/game/clock.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { makeStage } from '../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { AWAY_ID, HOME_ID } from '../kit/messages.ts';
import { aBody, aMoment, aPlayer } from '../kit/moments.ts';
import { countMade } from './made-counts.ts';
import { clocksAt, placeOf, RUNNERS } from './made-up-play.ts';
import { canvasShare, standingLayers } from './standing.ts';

declare global {
  interface Window {
    /** How the painting goes. */
    painted?: {
      /** Pictures so far. */
      readonly draws: () => number;
      /** Asked of WebGL so far. */
      readonly drawCalls: () => number;
      /** Of all canvases that are seen, as a share of the frame. */
      readonly canvasShare: () => number;
    };
  }
}

const counts = countMade();
const asked = new URLSearchParams(location.search);
const has = (name: string): boolean => asked.has(name);
const optionsOf: Readonly<Record<string, unknown>> = {
  'player-dots': { view: 'full', trails: !has('plain') },
};

const stage = await makeStage({
  element: document.body,
  viewport: { width: innerWidth, height: innerHeight, pixelRatio: devicePixelRatio },
  renderer: asked.get('renderer') === 'webgl' ? 'webgl-software' : 'canvas',
  graphics,
  makeKit: (renderer) => makeStageKit({ theme: HOUSE_THEME, renderer }),
});
window.painted = {
  draws: () => stage.draws,
  drawCalls: counts.drawCalls,
  canvasShare: () => canvasShare(stage.canvases),
};

const layers = standingLayers((asked.get('graphics') ?? 'scorebug,player-dots').split(','), optionsOf);

const side = (prefix: string, code: string, colour: string) => ({
  code,
  colour,
  players: Object.fromEntries(
    Array.from({ length: RUNNERS / 2 }, (_, i) => [
      `${prefix}${i}`,
      aPlayer(`${prefix}${i}`, { number: `${4 * i + 3}` }),
    ]),
  ),
});
const bodies = Array.from({ length: RUNNERS }, (_, i) =>
  aBody(`${i < RUNNERS / 2 ? 'h' : 'a'}${i % (RUNNERS / 2)}`, i < RUNNERS / 2 ? HOME_ID : AWAY_ID, 0, 0),
);
const ball = aBody('ball', null, 0, 0, { zMm: 1_200 });
// A Moment is its Timeline's own, and reused; here this page is the Timeline.
const moment = {
  ...aMoment({ home: side('h', 'RIV', '#0c7a72'), away: side('a', 'ASH', '#e4552e'), bodies, ball }),
};

/** The clock as it was shown last. */
let shown = Number.NaN;
const startMs = performance.now();
const draw = (): void => {
  requestAnimationFrame(draw);
  const sinceMs = performance.now() - startMs;
  const atMs = has('still') ? 0 : sinceMs;
  const standing = has('still') || has('tenths');
  for (const [i, body] of [...bodies, ball].entries()) Object.assign(body, placeOf(i, standing ? 0 : atMs));
  const clocks = clocksAt(atMs);
  const clockMs = has('tenths') ? 30_000 - (atMs % 30_000) : clocks.clockMs;
  const shotMs = has('tenths') ? 24_000 : clocks.shotMs;
  const stepMs = has('tenths') ? 100 : 1_000;
  if (Math.ceil(clockMs / stepMs) !== shown) {
    shown = Math.ceil(clockMs / stepMs);
    moment.version += 1;
    moment.clock = { remainingMs: clockMs, running: true, text: gameClockText(moment.rules, clockMs) };
    moment.shotClock = {
      remainingMs: shotMs,
      running: !has('tenths'),
      text: shotClockText(moment.rules, shotMs),
    };
  }
  moment.atMs = startMs + atMs;
  if (has('always')) stage.redraw();
  stage.tick({ nowMs: startMs + atMs, moment, layers });
};
draw();
