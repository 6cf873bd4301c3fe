// The camera over minutes of play, simulated and real: it follows play from end to end, and does not hunt.
import { beforeAll, describe, expect, test } from 'vitest';
import { FloorCamera } from '../../../overlays/player-dots/camera.ts';
import { type FloorMode, SEEN_TENTHS } from '../../../overlays/player-dots/followed-window.ts';
import { makeSimulator } from '../../../src/feeds/simulator/simulator.ts';
import { courtOf } from '../../../src/game/court.ts';
import { rulesOf } from '../../../src/game/rules.ts';
import { Tenths } from '../../../src/stage/tenths.ts';
import type { Moment } from '../../../src/time/moment.ts';
import { countUntil } from '../../../src/time/sorted.ts';
import { makeTimeline } from '../../../src/time/timeline.ts';
import { makeManualTime } from '../../kit/manual-time.ts';
import { aBody, aMoment } from '../../kit/moments.ts';
import { pastOf } from '../../kit/past.ts';
import { hasTracking, readFrames, WITHOUT_TRACKING } from '../../kit/tracking-data.ts';

const PANEL = { width: 1016, height: 496 };
const NBA = courtOf('nba');
const TICK_MS = 50;
/** Play has changed its end when it is so deep in the other half, in millimetres: a ball that is brought back over the line has not. */
const DEEP_MM = 3_500;

/** What a camera that glides arrives at: a half, or the whole floor. */
type Shot = 'left' | 'right' | 'whole';
const LEFT_OF_MIDDLE_MM = 4_000;

function shotOf(camera: FloorCamera): Shot | null {
  if (camera.closeness < 0.02) return 'whole';
  if (camera.closeness < 0.98) return null;
  const middleMm = camera.fromMm + PANEL.width / camera.alongScale / 2;
  return middleMm < -LEFT_OF_MIDDLE_MM ? 'left' : middleMm > LEFT_OF_MIDDLE_MM ? 'right' : null;
}

/** A camera and what came of it: each shot that it arrived at, and each end that play was at. */
function follower(mode: FloorMode) {
  const camera = new FloorCamera(NBA, PANEL, mode, 'camera side');
  const tenths = new Tenths(SEEN_TENTHS);
  const shots: Shot[] = [];
  /** How many ends play had been at by each arrival at a half. */
  const endsByThen: number[] = [];
  const ends: Shot[] = [];
  let [seen, ticks] = [0, 0];
  return {
    shots,
    ends,
    endsByThen,
    /** Part of the time that the ball is in the window. */
    get ballSeen(): number {
      return seen / ticks;
    },
    see(moment: Moment): void {
      tenths.look(moment);
      camera.follow(moment, tenths);
      const shot = shotOf(camera);
      const yMm = moment.ball?.yMm ?? 0;
      const end = yMm < -DEEP_MM ? 'left' : yMm > DEEP_MM ? 'right' : null;
      if (end !== null && ends.at(-1) !== end) ends.push(end);
      if (shot !== null && shots.at(-1) !== shot) {
        shots.push(shot);
        if (shot !== 'whole') endsByThen.push(ends.length);
      }
      if (moment.ball === null) return;
      const x = camera.screenX(yMm);
      ticks += 1;
      if (x >= 0 && x <= PANEL.width) seen += 1;
    },
  };
}

const MINUTES = 5;
/** A machine that is busy takes its time. */
const PATIENCE_MS = 120_000;

async function simulated(seed: number, see: (moment: Moment) => void): Promise<void> {
  const time = makeManualTime();
  const startMs = time.now();
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  let seq = 0;
  const feed = makeSimulator({ time, rules: 'nba', seed, startAt: 'midgame' });
  const message = (said: object): void => timeline.push({ ...said, seq: (seq += 1) } as never);
  feed.start({ words: () => {}, message, status: () => {}, fault: () => {} });
  for (let ms = TICK_MS; ms < MINUTES * 60_000; ms += TICK_MS) {
    time.advance(TICK_MS);
    if (ms > 1_000) see(timeline.at(startMs + ms - 500));
  }
  await feed.stop();
}

const halves = (shots: readonly Shot[]): Shot[] => shots.filter((shot) => shot !== 'whole');

describe('in a simulated game', () => {
  const half = follower('half');
  const auto = follower('auto');
  beforeAll(async () => {
    await simulated(11, (moment) => {
      half.see(moment);
      auto.see(moment);
    });
  }, PATIENCE_MS);

  test('a half turns no more often than play changes its end, and play is seen', () => {
    expect(half.ends.length).toBeGreaterThan(10);
    expect(half.shots.length).toBeLessThanOrEqual(half.ends.length + 1);
    expect(half.shots.length).toBeGreaterThan(half.ends.length / 2);
    expect(half.ballSeen).toBeGreaterThan(0.97);
  });

  test('auto comes to an end once for each time that play does, and comes back to none that play has not left', () => {
    const shown = halves(auto.shots);
    expect(shown.length).toBeLessThanOrEqual(auto.ends.length + 1);
    expect(shown.length).toBeGreaterThan(auto.ends.length / 3);
    for (const [i, ends] of auto.endsByThen.entries())
      expect(ends).toBeGreaterThan(auto.endsByThen[i - 1] ?? 0);
    expect(auto.ballSeen).toBeGreaterThan(0.99);
  });
});

describe.skipIf(!hasTracking)(`on real tracks (${hasTracking ? '25 Hz' : WITHOUT_TRACKING})`, () => {
  test.each(['half', 'auto'] as const)('%s turns once for each change of end', (mode) => {
    const camera = follower(mode);
    const moments = readFrames().map(({ atMs, bodies }) => {
      const players = bodies.filter(({ id }) => id !== -1);
      const ball = bodies.find(({ id }) => id === -1);
      return aMoment({
        atMs,
        bodies: players.map(({ id, teamId, x, y }) => aBody(String(id), String(teamId), x, y)),
        ball: ball ? aBody('ball', null, ball.x, ball.y, { zMm: ball.z }) : null,
      });
    });
    const momentAt = (atMs: number): Moment =>
      moments[Math.max(0, countUntil(moments, atMs) - 1)] ?? aMoment({ atMs });
    for (const moment of moments) camera.see({ ...moment, past: pastOf(momentAt) });
    expect(camera.ends.length).toBeGreaterThan(0);
    expect(halves(camera.shots).length).toBeLessThanOrEqual(camera.ends.length);
    expect(camera.ballSeen).toBe(1);
  });
});
