import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/game/rules.ts';
import { makeTimeline, type Timeline } from '../../src/time/timeline.ts';
import { runnersPath } from '../kit/link-sim.ts';
import { body, messages } from '../kit/messages.ts';
import { seeded } from '../kit/random.ts';
import { ticksOf, trueClock } from '../kit/true-clock.ts';

const LENGTH_MS = 40_000;
const BEHIND_MS = 700;
/** A pixel of the full court on a 1920 wide frame: 28.65 m in about 1,016 of them. */
const PIXEL_MM = 28;

/** A game's messages in order of hearing: a runner at 25 Hz, the table's clock at 2 Hz. */
function played(seed: number) {
  const random = seeded(seed);
  const path = runnersPath(random, LENGTH_MS + 1_000);
  const truth = trueClock(random, { fullMs: 58_000, lengthMs: LENGTH_MS });
  const say = messages();
  const places = Array.from({ length: LENGTH_MS / 40 }, (_, i) => {
    const { xMm, yMm } = path(i * 40);
    return say.frame(i * 40, [body('p', i * 40, xMm, yMm)]);
  });
  const clocks = ticksOf(truth, { lengthMs: LENGTH_MS, phaseMs: 130 }).map(({ atMs, remainingMs, running }) =>
    say.clock(atMs, remainingMs, running),
  );
  return [...places, ...clocks].sort((a, b) => a.atMs - b.atMs);
}

/** Plays on as time passes; asked for instants `BEHIND_MS` behind. */
class Player {
  readonly #all: ReturnType<typeof played>;
  readonly timeline: Timeline = makeTimeline({ rules: rulesOf('nba') });
  #next = 0;

  constructor(all: ReturnType<typeof played>) {
    this.#all = all;
  }

  at(nowMs: number) {
    for (; (this.#all[this.#next]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs; this.#next += 1) {
      const message = this.#all[this.#next];
      if (message) this.timeline.push(message);
    }
    const { clock, bodies } = this.timeline.at(nowMs - BEHIND_MS);
    return { text: clock?.text, xMm: bodies[0]?.xMm ?? Number.NaN, yMm: bodies[0]?.yMm ?? Number.NaN };
  }
}

/** The closed form: everything known, asked for one instant and no other. */
function alone(all: ReturnType<typeof played>, nowMs: number) {
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  for (const message of all) if (message.atMs <= nowMs) timeline.push(message);
  const { clock, bodies } = timeline.at(nowMs - BEHIND_MS);
  return { text: clock?.text, xMm: bodies[0]?.xMm ?? Number.NaN, yMm: bodies[0]?.yMm ?? Number.NaN };
}

describe('what is drawn, some way behind live', () => {
  it.each([24, 25, 29.97, 30, 50, 59.94, 60, 72, 120])(
    'is at %d frames a second, regular or not, what the instant alone says',
    (fps) => {
      const all = played(9);
      for (const uneven of [0, 0.9]) {
        const random = seeded(Math.round(fps));
        const player = new Player(all);
        let asked = 0;
        for (
          let nowMs = 2_000;
          nowMs < LENGTH_MS - 1_000;
          nowMs += (1000 / fps) * (1 + uneven * (random() - 0.5))
        ) {
          const drawn = player.at(nowMs);
          asked += 1;
          if (asked % 97 !== 0) continue;
          const right = alone(all, nowMs);
          expect(drawn.text).toBe(right.text);
          expect(Math.hypot(drawn.xMm - right.xMm, drawn.yMm - right.yMm)).toBeLessThan(PIXEL_MM);
        }
        expect(asked).toBeGreaterThan(500);
      }
    },
  );

  it.each([2_000, 20_000])('is right at once after %i ms in which nothing was asked', (pauseMs) => {
    const all = played(4);
    const player = new Player(all);
    for (let nowMs = 2_000; nowMs < 8_000; nowMs += 16) player.at(nowMs);
    const nowMs = 8_000 + pauseMs;
    const drawn = player.at(nowMs);
    const right = alone(all, nowMs);
    expect(drawn.text).toBe(right.text);
    expect(Math.hypot(drawn.xMm - right.xMm, drawn.yMm - right.yMm)).toBeLessThan(PIXEL_MM);
  });
});
