// A stage with the scorebug and the player dots, told a made-up game frame by frame: all that an output paints, and none of what it hears.
import { graphics } from '../../overlays/catalogue.ts';
import { gameClockText, shotClockText } from '../../src/game/clock.ts';
import type { Taken } from '../../src/stage/appearance.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { makeStage } from '../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { AWAY_ID, HOME_ID } from '../kit/messages.ts';
import { aBody, aMoment, aPlayer } from '../kit/moments.ts';
import { clocksAt, placeOf, RUNNERS } from './made-up-play.ts';

declare global {
  interface Window {
    /** Pictures drawn so far. */
    paintedDraws?: () => number;
  }
}

const asked = new URLSearchParams(location.search);
const still = asked.has('still');
const wished: Readonly<Record<string, unknown>> = {
  scorebug: {},
  'player-dots': { view: 'full', trails: !asked.has('plain') },
};

const stage = await makeStage({
  element: document.body,
  viewport: { width: innerWidth, height: innerHeight, pixelRatio: devicePixelRatio },
  renderer: 'canvas',
  graphics,
  makeKit: (renderer) => makeStageKit({ theme: HOUSE_THEME, renderer }),
});
window.paintedDraws = () => stage.draws;

const taken = (graphic: string): Taken => ({
  graphic,
  options: graphics.get(graphic)?.options.parse(wished[graphic] ?? {}),
  sinceMs: 0,
  cut: true,
});
const layers = {
  bug: { onAir: taken('scorebug'), leaving: null },
  floor: { onAir: taken('player-dots'), leaving: null },
};
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

/** Seconds that were shown last. */
let shown = Number.NaN;
const startMs = performance.now();
const draw = (): void => {
  requestAnimationFrame(draw);
  const atMs = still ? 0 : performance.now() - startMs;
  for (const [i, body] of [...bodies, ball].entries()) Object.assign(body, placeOf(i, atMs));
  const { clockMs, shotMs } = clocksAt(atMs);
  if (Math.ceil(clockMs / 1000) !== shown) {
    shown = Math.ceil(clockMs / 1000);
    moment.version += 1;
    moment.clock = { remainingMs: clockMs, running: true, text: gameClockText(moment.rules, clockMs) };
    moment.shotClock = { remainingMs: shotMs, running: true, text: shotClockText(moment.rules, shotMs) };
  }
  moment.atMs = startMs + atMs;
  stage.tick({ nowMs: startMs + atMs, moment, layers });
};
draw();
