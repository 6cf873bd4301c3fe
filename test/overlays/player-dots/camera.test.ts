// The camera over the floor: what it shows, when it changes its mind, and that it glides.
import { describe, expect, test } from 'vitest';
import { FloorCamera } from '../../../overlays/player-dots/camera.ts';
import { type FloorMode, SEEN_TENTHS } from '../../../overlays/player-dots/followed-window.ts';
import { courtOf } from '../../../src/game/court.ts';
import { Tenths } from '../../../src/stage/tenths.ts';
import type { Moment } from '../../../src/time/moment.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aBody, aMoment } from '../../kit/moments.ts';
import { inTime } from '../../kit/past.ts';
import { normal, seeded } from '../../kit/random.ts';

const PANEL = { width: 1016, height: 496 };
const NBA = courtOf('nba');
const TICK_MS = 1000 / 60;

/** Ball and both teams at one distance along the court; or all but the one who has it at another. */
const play = (atMs: number, yMm: number, othersMm = yMm) =>
  aMoment({
    atMs,
    bodies: Array.from({ length: 10 }, (_, i) =>
      aBody(`p${i}`, i < 5 ? HOME_ID : AWAY_ID, 0, i === 0 ? yMm : othersMm),
    ),
    ball: aBody('ball', null, 0, yMm),
  });

/** Puts a camera where it is at an instant of play. */
function follow(camera: FloorCamera, momentAt: (atMs: number) => Moment, atMs: number): void {
  const tenths = new Tenths(SEEN_TENTHS);
  tenths.look(inTime(momentAt, atMs));
  camera.follow({ atMs }, tenths);
}

/** Play that goes on from stretch to stretch, and a camera that follows it tick by tick. */
function shoot(mode: FloorMode, seenFrom: 'camera side' | 'far side' = 'camera side') {
  const camera = new FloorCamera(NBA, PANEL, mode, seenFrom);
  const tenths = new Tenths(SEEN_TENTHS);
  const stretches: { readonly fromMs: number; readonly along: (atMs: number) => number }[] = [];
  const momentAt = (atMs: number): Moment => {
    const stretch = stretches.filter(({ fromMs }) => fromMs <= atMs).at(-1);
    return stretch ? play(atMs, stretch.along(atMs)) : aMoment({ atMs });
  };
  let atMs = 0;
  return {
    camera,
    /** Follows play for so long; gives how far the window's left end moved in its widest step. */
    run: (ms: number, along: (atMs: number) => number): number => {
      let widest = 0;
      stretches.push({ fromMs: atMs, along });
      for (const end = atMs + ms; atMs < end; atMs += TICK_MS) {
        const before = camera.fromMm;
        tenths.look(inTime(momentAt, atMs));
        camera.follow({ atMs }, tenths);
        widest = Math.max(widest, Math.abs(camera.fromMm - before));
      }
      return widest;
    },
  };
}

describe('the whole floor', () => {
  test.each([
    [-15_625.6, 0],
    [0, 508],
    [15_625.6, 1016],
    [7_812.8, 762],
  ])('%d mm along the court falls on x = %d', (yMm, x) => {
    expect(new FloorCamera(NBA, PANEL, 'full', 'camera side').screenX(yMm)).toBeCloseTo(x, 6);
  });

  test('the near side line lies below the far one', () => {
    const camera = new FloorCamera(NBA, PANEL, 'full', 'camera side');
    expect(camera.screenY(7_620)).toBeCloseTo(248 + 7_620 * (496 / 17_840), 6);
    expect(camera.screenY(-7_620)).toBeLessThan(camera.screenY(7_620));
  });

  test('seen from the far side everything is turned by half a turn', () => {
    const near = new FloorCamera(NBA, PANEL, 'full', 'camera side');
    const far = new FloorCamera(NBA, PANEL, 'full', 'far side');
    expect(far.screenX(5_000)).toBeCloseTo(PANEL.width - near.screenX(5_000), 6);
    expect(far.screenY(3_000)).toBeCloseTo(PANEL.height - near.screenY(3_000), 6);
  });

  test('what is higher is drawn higher, from either side', () => {
    for (const side of ['camera side', 'far side'] as const) {
      const camera = new FloorCamera(NBA, PANEL, 'full', side);
      expect(camera.screenY(1_000, 3_000)).toBeLessThan(camera.screenY(1_000, 0) - 30);
    }
  });

  test('stays the whole floor wherever play is', () => {
    const { camera, run } = shoot('full');
    run(20_000, (atMs) => 12_000 * Math.sin(atMs / 900));
    expect(camera.closeness).toBe(0);
  });
});

describe('a half', () => {
  test.each([
    [9_000, 'camera side', 1],
    [-9_000, 'camera side', -1],
    [9_000, 'far side', -1],
  ] as const)('with play at %d seen from the %s shows end %d', (yMm, side, end) => {
    const { camera, run } = shoot('half', side);
    run(2_000, () => yMm);
    expect(Math.sign(camera.fromMm + camera.panel.width / camera.alongScale / 2)).toBe(end);
    expect(camera.closeness).toBeCloseTo(1, 3);
  });

  test('does not hunt while play wavers about the centre line', () => {
    const { camera, run } = shoot('half');
    run(3_000, () => 6_000);
    const random = seeded(3);
    const from = camera.fromMm;
    run(30_000, () => Math.max(-1_400, Math.min(1_400, normal(random, 700))));
    expect(camera.fromMm).toBe(from);
  });

  test('glides to the other half without a step that could be seen', () => {
    const { camera, run } = shoot('half');
    run(2_000, () => 6_000);
    const widest = run(3_000, () => -6_000);
    expect(camera.fromMm).toBeLessThan(-15_000);
    // 12.7 m in all: no tick takes more than a twentieth of it.
    expect(widest).toBeLessThan(640);
  });

  /** The ball is walked up alone, at 2 m/s, while the nine others wait where `othersMm` says. */
  const walkedUp = (untilMm: number, othersMm: number) => {
    const startMm = 8_000;
    const untilMs = 10_000 + (startMm - untilMm) / 2;
    const momentAt = (atMs: number) =>
      play(atMs, startMm - 2 * Math.max(0, atMs - 10_000), atMs < 10_000 ? startMm : othersMm);
    const camera = new FloorCamera(NBA, PANEL, 'half', 'camera side');
    follow(camera, momentAt, untilMs);
    return camera;
  };

  test('goes ahead to those who wait in the other half, before the ball is over the line, and keeps the ball', () => {
    const camera = walkedUp(0, -9_000);
    expect(camera.screenX(-9_000)).toBeGreaterThan(0);
    expect(camera.screenX(0)).toBeLessThan(PANEL.width);
    expect(camera.screenX(2_000)).toBeGreaterThan(0);
  });

  test('waits for the ball where it is too far away for both windows, and where most have stayed', () => {
    expect(walkedUp(3_500, -9_000).fromMm).toBeCloseTo(-2_900, 0);
    expect(walkedUp(0, 5_000).fromMm).toBeCloseTo(-2_900, 0);
  });

  test('comes back to the ball that is taken back after all', () => {
    const alongAt = (atMs: number): number =>
      atMs < 15_000 ? 8_000 - 1.4 * Math.max(0, atMs - 10_000) : 3_200;
    const momentAt = (atMs: number) => play(atMs, alongAt(atMs), atMs < 10_000 ? 8_000 : -9_000);
    const camera = new FloorCamera(NBA, PANEL, 'half', 'camera side');
    follow(camera, momentAt, 14_900);
    expect(camera.fromMm).toBeLessThan(-8_000);
    follow(camera, momentAt, 18_000);
    expect(camera.fromMm).toBeCloseTo(-2_900, 0);
  });

  test('is cut to, not glided to, after a jump in time', () => {
    const camera = new FloorCamera(NBA, PANEL, 'half', 'camera side');
    const momentAt = (atMs: number) => play(atMs, atMs < 30_000 ? 8_000 : -8_000);
    follow(camera, momentAt, 10_000);
    follow(camera, momentAt, 60_000);
    expect(camera.fromMm).toBeCloseTo(-15_625.6, 3);
  });
});

describe('auto', () => {
  test('comes closer when play has settled in a half, and not before', () => {
    const { camera, run } = shoot('auto');
    run(1_600, () => 0);
    run(300, () => 7_000);
    expect(camera.closeness).toBe(0);
    run(2_500, () => 7_000);
    expect(camera.closeness).toBeCloseTo(1, 3);
  });

  test('shows the whole floor as soon as play leaves the half', () => {
    const { camera, run } = shoot('auto');
    run(4_000, () => 7_000);
    run(1_500, () => -2_000);
    expect(camera.closeness).toBeLessThan(0.05);
  });

  test('opens when most have run to the other half, though the ball is still in this one', () => {
    const momentAt = (atMs: number) => play(atMs, 12_000, atMs < 20_000 ? 9_000 : -2_000);
    const camera = new FloorCamera(NBA, PANEL, 'auto', 'camera side');
    follow(camera, momentAt, 19_900);
    expect(camera.closeness).toBeGreaterThan(0.98);
    follow(camera, momentAt, 22_000);
    expect(camera.closeness).toBeLessThan(0.02);
    // It waits wide, however long the ball does.
    follow(camera, momentAt, 60_000);
    expect(camera.closeness).toBeLessThan(0.02);
  });

  test('stays wide while most of the players are still in the other half', () => {
    const camera = new FloorCamera(NBA, PANEL, 'auto', 'camera side');
    const bodies = Array.from({ length: 10 }, (_, i) => aBody(`p${i}`, HOME_ID, 0, i < 4 ? 6_000 : -4_000));
    const ball = aBody('ball', null, 0, 8_000);
    follow(camera, (atMs) => (atMs < 0 ? aMoment({ atMs }) : aMoment({ atMs, bodies, ball })), 6_000);
    expect(camera.closeness).toBe(0);
  });

  test('keeps its window while nobody is seen', () => {
    const camera = new FloorCamera(NBA, PANEL, 'auto', 'camera side');
    follow(camera, (atMs) => (atMs < 4_000 ? play(atMs, 7_000) : aMoment({ atMs })), 8_000);
    expect(camera.closeness).toBeCloseTo(1, 3);
  });
});

test.each(['half', 'auto'] as const)(
  'whoever comes later sees the window where it is for whoever was there: %s',
  (mode) => {
    const random = seeded(9);
    const steps = Array.from({ length: 40 }, () => normal(random, 6_000));
    const along = (atMs: number): number => steps[Math.floor(atMs / 1_700)] ?? 0;
    const momentAt = (atMs: number): Moment => play(atMs, along(atMs));
    const there = new FloorCamera(NBA, PANEL, mode, 'camera side');
    const tenths = new Tenths(SEEN_TENTHS);
    for (let atMs = 0; atMs < 60_000; atMs += TICK_MS) {
      tenths.look(inTime(momentAt, atMs));
      there.follow({ atMs }, tenths);
      if (Math.floor(atMs / TICK_MS) % 97 !== 0) continue;
      const later = new FloorCamera(NBA, PANEL, mode, 'camera side');
      follow(later, momentAt, atMs);
      expect([later.fromMm, later.closeness]).toEqual([there.fromMm, there.closeness]);
    }
  },
);

test('the window goes over to another view without a step', () => {
  const { camera, run } = shoot('auto');
  run(3_000, () => 7_000);
  const close = camera.fromMm;
  camera.turned = 0;
  camera.setMode('full');
  const seen = [0, 0.5, 1].map((turned) => {
    camera.turned = turned;
    run(TICK_MS, () => 7_000);
    return camera.fromMm;
  });
  expect(seen[0]).toBeCloseTo(close, 6);
  expect(seen[1]).toBeCloseTo((close + (seen[2] ?? 0)) / 2, 6);
  expect(seen[2]).toBeCloseTo(-15_625.6, 3);
});
