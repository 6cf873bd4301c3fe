// How often a picture is drawn: as often as something in it changes, and no more.
import { afterEach, expect, test, vi } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { rulesOf } from '../../src/game/rules.ts';
import type { Taken } from '../../src/stage/appearance.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { makeStage, type Stage } from '../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { AWAY_ID, body, messages } from '../kit/messages.ts';

const START_MS = 1_700_000_000_000;
const FRAME_MS = 1_000 / 60;

const stages: Stage[] = [];
afterEach(() => {
  for (const stage of stages.splice(0)) stage.dispose();
});

const taken = (graphic: string): Taken => ({
  graphic,
  options: graphics.get(graphic)?.options.parse({}),
  sinceMs: START_MS,
  cut: true,
});
const layers = {
  bug: { onAir: taken('scorebug'), leaving: null },
  clock: { onAir: taken('shot-clock'), leaving: null },
  floor: { onAir: taken('player-dots'), leaving: null },
};

/** Pictures drawn a second over ten seconds, with the clock as it is said and everyone standing. */
async function drawsASecond(remainingMs: number, running: boolean): Promise<number> {
  const stage = await makeStage({
    element: document.body,
    viewport: { width: 1920, height: 1080, pixelRatio: 1 },
    renderer: 'canvas',
    graphics,
    makeKit: (renderer) => makeStageKit({ theme: HOUSE_THEME, renderer }),
  });
  stages.push(stage);
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  const say = messages();
  timeline.push(say.roster(START_MS));
  timeline.push(say.roster(START_MS, { teamId: AWAY_ID, side: 'away', code: 'AWY', name: 'Away' }));
  timeline.push(say.period(START_MS, 'Q4'));
  timeline.push(say.score(START_MS, 88, 91));
  timeline.push(say.clock(START_MS, remainingMs, running));
  let heardMs = START_MS;
  const tick = (atMs: number): void => {
    for (; heardMs < atMs + 500; heardMs += 40)
      timeline.push(
        say.frame(heardMs, [body('1', heardMs, 2_000, -6_000), body('2', heardMs, -3_000, 5_000, AWAY_ID)]),
      );
    stage.tick({ nowMs: atMs, moment: timeline.at(atMs), layers });
  };
  stage.prepare(['scorebug', 'shot-clock', 'player-dots']);
  // A tick finds what has been loaded since the last.
  const isLoaded = (): boolean => {
    tick(START_MS);
    return !stage.loading;
  };
  await vi.waitUntil(isLoaded, { timeout: 45_000 });
  // All that comes in has come in.
  for (let atMs = START_MS; atMs < START_MS + 5_000; atMs += FRAME_MS) tick(atMs);
  expect(stage.shown).toEqual(['player-dots', 'scorebug', 'shot-clock']);
  const before = stage.draws;
  for (let atMs = START_MS + 5_000; atMs < START_MS + 15_000; atMs += FRAME_MS) tick(atMs);
  return (stage.draws - before) / 10;
}

test('while nothing changes nothing is drawn, whatever is on air', async () => {
  expect(await drawsASecond(300_000, false)).toBe(0);
});

test('while only a clock runs down its seconds one picture a second is drawn', async () => {
  const draws = await drawsASecond(300_000, true);
  expect(draws).toBeGreaterThan(0.8);
  expect(draws).toBeLessThanOrEqual(1.1);
});

test('while only a clock runs down its tenths ten pictures a second are drawn, at most twelve', async () => {
  const draws = await drawsASecond(40_000, true);
  expect(draws).toBeGreaterThan(9);
  expect(draws).toBeLessThanOrEqual(12);
});
