// What an output makes while a game goes on: nothing, once it has warmed up.
import { expect, test, vi } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { makeSimulator } from '../../src/feeds/simulator/simulator.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { makeStage } from '../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { countMade } from '../bench/made-counts.ts';
import { standingLayers } from '../bench/standing.ts';
import { makeManualTime } from '../kit/manual-time.ts';

const counts = countMade();
const SHOWN = ['scorebug', 'player-dots'];
const DELAY_MS = 500;
/** From one picture to the next: what is made does not depend on it. */
const TICK_MS = 400;
const WARM_UP_MS = 60_000;
const PLAYED_MS = 120_000;

/** Of the browser, and by Pixi's own numbering: a texture, a buffer, a program, a canvas, a Text, a Graphics, a shape. */
test.each(['canvas', 'webgl-software'] as const)(
  'in two minutes of play nothing is made to draw with: %s',
  async (kind) => {
    const time = makeManualTime();
    const timeline = makeTimeline({ rules: rulesOf('nba') });
    let seq = 0;
    const feed = makeSimulator({ time, rules: 'nba', seed: 7, startAt: 'midgame' });
    feed.start({
      words: () => {},
      message: (said) => timeline.push({ ...said, seq: (seq += 1) }),
      status: () => {},
      fault: () => {},
    });
    const stage = await makeStage({
      element: document.body,
      viewport: { width: 480, height: 270, pixelRatio: 1 },
      renderer: kind,
      graphics,
      makeKit: (renderer) => makeStageKit({ theme: HOUSE_THEME, renderer }),
    });
    const layers = standingLayers(SHOWN);
    const play = (ms: number): void => {
      for (let played = 0; played < ms; played += TICK_MS) {
        time.advance(TICK_MS);
        stage.tick({ nowMs: time.now(), moment: timeline.at(time.now() - DELAY_MS), layers });
      }
    };
    const isShown = (): boolean => {
      play(TICK_MS);
      return stage.shown.length === SHOWN.length;
    };
    await vi.waitUntil(isShown, { timeout: 45_000 });
    play(WARM_UP_MS);
    const [before, drawsBefore] = [counts.made(), stage.draws];
    play(PLAYED_MS);
    const after = counts.made();
    expect(stage.draws - drawsBefore).toBeGreaterThan(PLAYED_MS / TICK_MS / 2);
    const made = Object.entries(after).filter(([kind, count]) => count !== (before[kind] ?? 0));
    expect(made.map(([kind, count]) => `${count - (before[kind] ?? 0)} ${kind}`)).toEqual([]);
    await feed.stop();
    stage.dispose();
  },
  240_000,
);
