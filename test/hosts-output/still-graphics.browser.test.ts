// Every graphic of the catalogue, alone on air: drawn as often as something in it changes, and no more, by either renderer.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { makeSimulator } from '../../src/feeds/simulator/simulator.ts';
import type { Frame, Said } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { makeStageKit } from '../../src/stage/kit.ts';
import { makeStage, type Stage } from '../../src/stage/stage.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { standingLayers } from '../bench/standing.ts';
import { hallCameras } from '../kit/hall-moments.ts';
import { makeManualTime } from '../kit/manual-time.ts';

const FRAME_MS = 1_000 / 60;
const SETTLE_FRAMES = 5;
const WATCHED_S = 2;
const DELAY_MS = 500;
/** Long enough that everyone has a line of figures. */
const PLAYED_MS = 14_000;
const BEAT_MS = 40;

/** The test card's sweep and frame count are there to move with every frame. */
const ids = [...graphics.keys()].filter((id) => id !== 'test-card');

/** A game under way that then stands still: nobody moves, and its clocks do as they are told. */
async function standingGame() {
  const time = makeManualTime();
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  let seq = 0;
  let lastFrame: Frame | null = null;
  const push = (said: Said): void => timeline.push({ ...said, seq: (seq += 1) });
  const feed = makeSimulator({ time, rules: 'nba', seed: 7, startAt: 'midgame' });
  feed.start({
    words: () => {},
    message: (said) => {
      if (said.kind === 'frame') lastFrame = { ...said, seq: 0 };
      push(said);
    },
    status: () => {},
    fault: () => {},
  });
  for (let ms = 0; ms < PLAYED_MS; ms += BEAT_MS) time.advance(BEAT_MS);
  await feed.stop();
  const cameras = hallCameras();
  let nowMs = time.now();
  let heardMs = nowMs;
  return {
    setClocks: (remainingMs: number, running: boolean): void => {
      const game = { remainingMs, running, resolutionMs: 100 };
      const shot = { remainingMs: 14_000, running: false, resolutionMs: 100 };
      push({ kind: 'clock', atMs: nowMs, heardMs: nowMs, witness: 'official', game, shot });
    },
    /** The instant of the next picture; everyone stands where he was last, and no frame tells of a clock. */
    next: () => {
      nowMs += FRAME_MS;
      for (; heardMs <= nowMs; heardMs += BEAT_MS) {
        if (!lastFrame) throw new Error('nobody was seen');
        const stamp = <B extends object>(body: B): B & { atMs: number } => ({ ...body, atMs: heardMs });
        const { bodies, ball } = lastFrame;
        push({
          kind: 'frame',
          atMs: heardMs,
          heardMs,
          bodies: bodies.map(stamp),
          ...(ball ? { ball: stamp(ball) } : {}),
        });
      }
      return { nowMs, moment: { ...timeline.at(nowMs - DELAY_MS), cameras } };
    },
  };
}

describe.each(['canvas', 'webgl-software'] as const)('drawn by %s', (renderer) => {
  let stage: Stage;
  let game: Awaited<ReturnType<typeof standingGame>>;
  const tick = (id: string): void => {
    stage.tick({ ...game.next(), layers: standingLayers([id]) });
  };

  beforeAll(async () => {
    game = await standingGame();
    stage = await makeStage({
      element: document.body,
      viewport: { width: 1920, height: 1080, pixelRatio: 1 },
      renderer,
      graphics,
      makeKit: (made) => makeStageKit({ theme: HOUSE_THEME, renderer: made }),
    });
    stage.prepare(ids);
    // A tick finds what has been loaded since the last.
    const isShown = (id: string): boolean => {
      tick(id);
      return stage.shown.includes(id);
    };
    for (const id of ids) await vi.waitUntil(() => isShown(id), { timeout: 45_000 });
  }, 120_000);
  afterAll(() => stage.dispose());

  /** Pictures drawn a second, with the graphic cut to air and five frames to settle. */
  const drawsASecond = (id: string): number => {
    // It is cut to air from nothing.
    stage.tick({ ...game.next(), layers: {} });
    for (let frame = 0; frame < SETTLE_FRAMES; frame += 1) tick(id);
    expect(stage.shown).toEqual([id]);
    const before = stage.draws;
    for (let frame = 0; frame < WATCHED_S * 60; frame += 1) tick(id);
    return (stage.draws - before) / WATCHED_S;
  };

  describe('while nothing changes', () => {
    beforeAll(() => {
      game.setClocks(300_000, false);
      // What had been under way has ended.
      for (let frame = 0; frame < 10 * 60; frame += 1) game.next();
    });

    test.each(ids)('%s is not drawn', (id) => {
      expect(drawsASecond(id)).toBe(0);
    });
  });

  describe('while only a clock runs down its tenths', () => {
    beforeAll(() => {
      game.setClocks(59_000, true);
      for (let frame = 0; frame < 60; frame += 1) game.next();
    });

    test.each(ids)('%s is drawn at most twelve times a second', (id) => {
      expect(drawsASecond(id)).toBeLessThanOrEqual(12);
    });

    test('the scorebug is drawn with each of them', () => {
      expect(drawsASecond('scorebug')).toBeGreaterThan(9);
    });
  });
});
