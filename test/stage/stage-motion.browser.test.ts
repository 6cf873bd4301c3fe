// Updates, jumps and outs: each motion begins at the pose it finds, and ends clean.
import { describe, expect, it } from 'vitest';
import { blockGraphic, EXIT_S, settledX } from './block-graphic.ts';
import { rigOf, runTo, START_MS, taken } from './stage-rig.ts';

describe('an update', () => {
  it('moves on the instant that is shown, from the tick that first showed it', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 1_000);
    rig.tick(1_100, { step: 4 });
    expect(rig.edge()).toBe(settledX(0));
    rig.tick(1_300, { step: 4 });
    expect(rig.edge()).toBe(300);
    rig.tick(1_500, { step: 4 });
    expect(rig.edge()).toBe(settledX(4));
  });

  it('stands still while the instant stands still', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 1_000);
    rig.tick(1_100, { step: 4 });
    for (let delayMs = 100; delayMs <= 400; delayMs += 100) rig.tick(1_200 + delayMs, { step: 4, delayMs });
    expect(rig.edge()).toBe(200);
  });

  it('that comes during an older one goes on from where that has come', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 1_000);
    rig.tick(1_100, { step: 4 });
    rig.tick(1_300, { step: 8 });
    expect(rig.edge()).toBe(300);
    rig.tick(1_400, { step: 8 });
    expect(rig.edge()).toBe(450);
    rig.tick(1_800, { step: 8 });
    expect(rig.edge()).toBe(settledX(8));
  });

  it('that ends before the enter it came in is not undone by it', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 100);
    runTo(rig, 700, { step: 5 }, 200);
    expect(rig.edge()).toBe(settledX(5));
    runTo(rig, 1_500, { step: 5 }, 800);
    expect(rig.edge()).toBe(settledX(5));
  });

  it('is not asked for when what is shown has not changed', async () => {
    const calls: string[] = [];
    const rig = await rigOf([blockGraphic({ calls })]);
    for (let version = 1; version < 20; version += 1) rig.tick(version * 20, { version });
    expect(calls.filter((call) => call === 'pick')).toHaveLength(19);
    expect(calls.filter((call) => call.startsWith('update'))).toEqual([]);
  });

  it('is not even picked while the version stands', async () => {
    const calls: string[] = [];
    const rig = await rigOf([blockGraphic({ calls })]);
    for (let i = 1; i < 20; i += 1) rig.tick(i * 20);
    expect(calls.filter((call) => call === 'pick')).toHaveLength(1);
  });
});

describe('a jump of the instant', () => {
  it.each([
    ['forward', 5_000],
    ['back', -50],
  ])('%s settles everything, without an update', async (_way, stepMs) => {
    const calls: string[] = [];
    const rig = await rigOf([blockGraphic({ calls })]);
    runTo(rig, 300);
    rig.tick(400, { step: 3, moment: { atMs: START_MS + 300 + stepMs } });
    expect(rig.edge()).toBe(settledX(3));
    expect(calls.filter((call) => call.startsWith('update'))).toEqual([]);
  });

  it('is told by a replaced history too', async () => {
    const calls: string[] = [];
    const rig = await rigOf([blockGraphic({ calls })]);
    runTo(rig, 1_500);
    rig.tick(1_516, { step: 6, settled: true });
    expect(rig.edge()).toBe(settledX(6));
    expect(calls.at(-1)).toBe('show 6');
  });

  it('lets what was leaving be gone', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 1_500);
    rig.tick(1_600, { onAir: null, leaving: taken({ sinceMs: START_MS + 1_600 }) });
    rig.tick(1_616, { onAir: null, settled: true });
    expect(rig.edge()).toBeNull();
  });
});

describe('an out', () => {
  it('leaves with motion, and is then gone', async () => {
    const rig = await rigOf([blockGraphic()]);
    const leaving = taken({ sinceMs: START_MS + 1_600 });
    runTo(rig, 1_600);
    rig.tick(1_600, { onAir: null, leaving });
    rig.tick(1_600 + (EXIT_S * 1_000) / 2, { onAir: null, leaving });
    const [, , , alpha] = rig.pixel(settledX(0) + 5, 140);
    expect(alpha).toBeGreaterThan(120);
    expect(alpha).toBeLessThan(136);
    rig.tick(1_600 + EXIT_S * 1_000, { onAir: null, leaving });
    expect(rig.edge()).toBeNull();
    expect(rig.stage.shown).toEqual([]);
  });

  it('that is cut is gone at once', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 1_600);
    rig.tick(1_616, { onAir: null, leaving: taken({ sinceMs: START_MS + 1_610, cut: true }) });
    expect(rig.edge()).toBeNull();
  });

  it('during its enter leaves from where it is', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 300);
    const leaving = taken({ sinceMs: START_MS + 350 });
    rig.tick(350 + (EXIT_S * 1_000) / 4, { onAir: null, leaving });
    // What the exit does not move goes on as it was.
    expect(rig.edge()).toBe(48);
    expect(rig.pixel(60, 140)[3]).toBeCloseTo(255 * 0.75, -1);
  });

  it('turns round where it is for a new take of the same graphic', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 1_600);
    const leaving = taken({ sinceMs: START_MS + 1_600 });
    rig.tick(1_600, { onAir: null, leaving });
    rig.tick(1_850, { onAir: taken({ sinceMs: START_MS + 1_850 }), leaving });
    expect(rig.pixel(settledX(0) + 5, 140)[3]).toBeCloseTo(128, -1);
    runTo(rig, 2_350, { onAir: taken({ sinceMs: START_MS + 1_850 }), leaving }, 1_950);
    expect(rig.pixel(settledX(0) + 5, 140)[3]).toBeCloseTo(255 * 0.75, -1);
    expect(rig.stage.shown).toEqual(['block']);
  });

  it('that is over when its graphic is taken again has left: it enters from nothing', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 1_600);
    const leaving = taken({ sinceMs: START_MS + 1_600 });
    runTo(rig, 2_050, { onAir: null, leaving }, 1_600);
    const again = taken({ sinceMs: START_MS + 1_650 + EXIT_S * 1_000 });
    rig.tick(1_900 + EXIT_S * 1_000, { onAir: again, leaving });
    expect(rig.edge()).toBe(25);
    expect(rig.pixel(30, 140)[3]).toBe(255);
  });

  it('of a graphic that another replaces runs while the other enters', async () => {
    const rig = await rigOf([
      blockGraphic({ id: 'old', colour: '#ff0000', y: 100 }),
      blockGraphic({ id: 'new', colour: '#00ff00', y: 300 }),
    ]);
    runTo(rig, 2_000, { onAir: taken({ graphic: 'old' }) });
    const change = {
      onAir: taken({ graphic: 'new', sinceMs: START_MS + 2_000 }),
      leaving: taken({ graphic: 'old', sinceMs: START_MS + 2_000 }),
    };
    rig.tick(2_000, change);
    rig.tick(2_250, change);
    expect(rig.stage.shown).toEqual(['new', 'old']);
    expect(rig.edge(340)).toBe(25);
    expect(rig.pixel(settledX(0) + 5, 140)[3]).toBeLessThan(200);
    rig.tick(2_500, change);
    expect(rig.stage.shown).toEqual(['new']);
  });
});
