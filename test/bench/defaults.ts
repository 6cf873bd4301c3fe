// The scorebug's own scene drawn as Pixi draws when it is told no more than a size and a transparent ground: the whole frame, at every frame of the screen.
// `antialias` in its address turns that on.
import 'pixi.js/unsafe-eval';
import { Application } from 'pixi.js';
import { scorebug } from '../../overlays/scorebug/graphic.ts';
import { gameClockText } from '../../src/game/clock.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { aMoment } from '../kit/moments.ts';
import { countMade } from './made-counts.ts';
import { clocksAt } from './made-up-play.ts';
import { everyFrame } from './twin-play.ts';

const counts = countMade();
const app = new Application();
await app.init({
  width: 1920,
  height: 1080,
  backgroundAlpha: 0,
  antialias: new URLSearchParams(location.search).has('antialias'),
  autoStart: false,
});
document.body.append(app.canvas);
let draws = 0;
window.painted = { draws: () => draws, drawCalls: counts.drawCalls, canvasShare: () => 1 };

const options = scorebug.options.parse({});
const kit = await makeStageKit({ theme: HOUSE_THEME, renderer: app.renderer });
const scene = (await scorebug.scene())(kit);
app.stage.addChild(scene.view);
const moment = {
  ...aMoment({ home: { code: 'RIV', colour: '#0c7a72' }, away: { code: 'ASH', colour: '#e4552e' } }),
};
const viewNow = () => {
  const view = scorebug.pick(moment, options);
  if (view === null) throw new Error('the scorebug shows nothing');
  return view;
};
let shown = viewNow();
scene.show(shown);

everyFrame((atMs) => {
  const { clockMs } = clocksAt(atMs);
  const text = gameClockText(moment.rules, clockMs);
  if (moment.clock?.text !== text) {
    moment.clock = { remainingMs: clockMs, running: true, text };
    const next = viewNow();
    scene.update(next, shown);
    shown = next;
  }
  app.render();
  draws += 1;
});
