// Every graphic may be interrupted at any instant by any cue: no jump, nothing left over, and the same picture however often a page ticks.
import { type Container, Sprite } from 'pixi.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import type { Moment } from '../../src/time/moment.ts';
import { type AirCue, countOf, openAirLog, type Pose, posesOf } from '../kit/air-log.ts';
import { seeded } from '../kit/random.ts';
import { type Bench, difference, makeBench } from '../kit/scene-bench.ts';
import { playedGame } from '../shots/played-game.ts';

const SEEDS = 6;
const ROUNDS = 4;
const CUES_EACH = 14;

let bench: Bench;
let moment: Moment;
beforeAll(async () => {
  bench = await makeBench({ renderer: 'canvas', pixelsPerUnit: 0.5 });
  ({ moment } = await playedGame());
});
afterAll(() => bench.dispose());

const open = (id: string) => {
  const graphic = graphics.get(id);
  if (!graphic) throw new Error(`no ${id}`);
  return openAirLog({ graphic, kit: bench.kit, moment });
};
type Log = Awaited<ReturnType<typeof open>>;

const MOVING = ['take', 'out', 'home scores', 'away scores', 'correct', 'shot clock', 'options'] as const;

const WITH_CUTS = [...MOVING, 'take', 'cut', 'cut out'] as const;

/** Cues at random instants, from 60 to 560 ms apart; mostly takes and outs. */
function someCues(seed: number, kinds: readonly AirCue['what'][], fromMs = 0): AirCue[] {
  const random = seeded(seed);
  let atMs = fromMs + 20;
  const cues: AirCue[] = [{ atMs, what: 'take' }];
  let isOn = true;
  while (cues.length < CUES_EACH) {
    atMs += 60 + random() * random() * 500;
    const turn = kinds[Math.floor(random() * kinds.length)] ?? 'take';
    const isTurn = turn === 'take' || turn === 'out';
    const what: AirCue['what'] = isTurn ? (isOn ? 'out' : 'take') : turn;
    if (isTurn || what === 'cut' || what === 'cut out') isOn = what === 'take' || what === 'cut';
    // The operator's form has no instant of its own: it counts from the tick that first knows it.
    if (what === 'options') atMs = Math.ceil(atMs / 50) * 50;
    cues.push({ atMs, what });
  }
  cues.push({ atMs: fromMs + 7_000, what: 'out' });
  return cues;
}

type Change = Pose;
const none: Change = { x: 0, y: 0, seen: 0 };

/** Tells what each object changes from one tick to the next, and with which cues. */
function changes(
  log: Log,
  cues: readonly AirCue[],
  span: { readonly fromMs: number; readonly untilMs: number },
  told: (object: Container, change: Change, atMs: number, cued: readonly AirCue[]) => void,
): void {
  let last: ReadonlyMap<Container, Pose> = new Map();
  log.play(cues, { ...span, rateHz: 60 }, (atMs, cued) => {
    const poses = posesOf(log.layer.view);
    for (const object of new Set([...last.keys(), ...poses.keys()])) {
      const [before, after] = [last.get(object), poses.get(object)];
      const seen = Math.abs((after?.seen ?? 0) - (before?.seen ?? 0));
      const both = before && after;
      const change = both
        ? { x: Math.abs(after.x - before.x), y: Math.abs(after.y - before.y), seen }
        : { x: 0, y: 0, seen };
      told(object, change, atMs, cued);
    }
    last = poses;
  });
}

const larger = (a: Change, b: Change): Change => ({
  x: Math.max(a.x, b.x),
  y: Math.max(a.y, b.y),
  seen: Math.max(a.seen, b.seen),
});

/** In, every change with time to settle, and out. */
const UNINTERRUPTED: readonly AirCue[] = [
  { atMs: 0, what: 'take' },
  ...(
    [
      'home scores',
      'away scores',
      'correct',
      'options',
      'options',
      'shot clock',
      'shot clock',
      'shot clock',
    ] as const
  ).map((what, index) => ({ atMs: 2_000 * (index + 1), what })),
  // With what comes out of it by itself out as well, each time another.
  ...[1, 2, 3, 4].flatMap((round) =>
    (['out', 'take', 'home scores'] as const).map((what, index) => ({
      atMs: 18_400 + 3_600 * round + 1_200 * index,
      what,
    })),
  ),
  { atMs: 38_000, what: 'out' },
];

/** A motion that is turned in its middle may go so much faster than any that is not, and rounding. */
const FASTER = 1.5;
const LEAST: Change = { x: 0.5, y: 0.5, seen: 0.02 };

const nameOf = (object: Container): string =>
  object.parent ? `${nameOf(object.parent)}/${object.parent.children.indexOf(object)}` : '';

/** All that is seen, with its poses, as a page could be asked. */
const described = (root: Container): string[] =>
  [...posesOf(root)].map(
    ([object, { x, y, seen }]) => `${nameOf(object)} ${x.toFixed(3)} ${y.toFixed(3)} ${seen.toFixed(4)}`,
  );

const isMore = (a: Change, b: Change): boolean => a.x > b.x || a.y > b.y || a.seen > b.seen;

describe.each([...graphics.keys()])('%s', (id) => {
  test('never jumps, whatever interrupts it', async () => {
    const log = await open(id);
    const allowed = new Map<Container, Change>();
    const moving = new Set<Container>();
    changes(log, UNINTERRUPTED, { fromMs: 0, untilMs: 40_000 }, (object, change, _atMs, cued) => {
      if (cued.length === 0 && isMore(change, LEAST)) moving.add(object);
      allowed.set(object, larger(allowed.get(object) ?? none, change));
    });
    const jumps: string[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const fromMs = 9_000 * seed + 31_000;
      const cues = someCues(seed, MOVING, fromMs);
      changes(log, cues, { fromMs, untilMs: fromMs + 8_000 }, (object, change, atMs, cued) => {
        if (!moving.has(object)) return;
        // About another team all words, figures and bars are others at once: its parts alone must not jump.
        const isOther = cued.some(({ what }) => what === 'options');
        if (isOther && object.children.length === 0) return;
        const most = allowed.get(object) ?? none;
        const keys =
          isOther || object instanceof Sprite ? (['seen'] as const) : (['x', 'y', 'seen'] as const);
        for (const key of keys)
          if (change[key] > FASTER * most[key] + LEAST[key])
            jumps.push(
              `seed ${seed}, ${Math.round(atMs - fromMs)} ms: ${nameOf(object)} ${key} by ${change[key].toFixed(2)}, at most ${most[key].toFixed(2)}; ${JSON.stringify(
                cues
                  .filter((cue) => cue.atMs <= atMs)
                  .slice(-4)
                  .map((cue) => [Math.round(cue.atMs - fromMs), cue.what]),
              )}`,
            );
      });
    }
    log.dispose();
    expect(jumps.length, jumps.slice(0, 12).join('\n')).toBe(0);
  });

  test('leaves nothing over: it settles as on a page that has just been loaded, and goes wholly', async () => {
    const log = await open(id);
    bench.stage.addChild(log.layer.view);
    const counts: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const fromMs = 20_000 * round;
      // The same each time: whatever is made on the way is made in the first round.
      const cues = [
        ...someCues(7, WITH_CUTS, fromMs).slice(0, -1),
        { atMs: fromMs + 8_000, what: 'take' as const },
      ];
      log.play(cues, { fromMs, untilMs: fromMs + 18_000, rateHz: 60 });
      const mine = bench.picture();
      counts.push(countOf(log.layer.view));
      log.layer.view.visible = false;
      const fresh = await log.loadedNow();
      bench.stage.addChild(fresh.view);
      expect(difference(bench.picture(), mine, 0), `round ${round}`).toBe(0);
      fresh.view.removeFromParent();
      fresh.dispose();
      log.layer.view.visible = true;
      log.play([{ atMs: fromMs + 18_100, what: 'out' }], {
        fromMs: fromMs + 18_000,
        untilMs: fromMs + 20_000,
        rateHz: 60,
      });
      expect(log.layer.view.children.length).toBe(0);
    }
    // The second before it ended with the same options.
    expect(counts[ROUNDS - 1]).toBe(counts[ROUNDS - 3]);
    log.layer.view.removeFromParent();
    log.dispose();
  });

  test('is the same picture at an instant, whether a page ticks 20 times a second or 60', async () => {
    for (let seed = 11; seed < 11 + SEEDS / 2; seed += 1) {
      const cues = someCues(seed, WITH_CUTS);
      const [slow, fast] = [await open(id), await open(id)];
      const seen = [new Map<number, readonly string[]>(), new Map<number, readonly string[]>()] as const;
      for (const [index, log] of [slow, fast].entries())
        log.play(cues, { fromMs: 0, untilMs: 8_000, rateHz: index === 0 ? 20 : 60 }, (atMs) => {
          if (Math.abs(atMs / 50 - Math.round(atMs / 50)) < 1e-6)
            seen[index]?.set(Math.round(atMs), described(log.layer.view));
        });
      for (const [atMs, poses] of seen[0])
        expect(
          seen[1].get(atMs),
          `seed ${seed}, ${atMs} ms, ${JSON.stringify(cues.filter((cue) => cue.atMs <= atMs).slice(-3))}`,
        ).toEqual(poses);
      slow.dispose();
      fast.dispose();
    }
  });
});
