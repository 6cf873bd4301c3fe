// What is taken comes on by its motion, or settled where the page came late or the take was cut.
import { describe, expect, it } from 'vitest';
import { blockGraphic, settledX } from './block-graphic.ts';
import { rigOf, runTo, taken } from './stage-rig.ts';

describe('a take', () => {
  it.each([
    [0, 0],
    [250, 25],
    [500, 50],
    [1_000, 100],
    [3_000, 100],
  ])('%i ms after it the block has moved to %i', async (atMs, x) => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, atMs);
    expect(rig.edge()).toBeCloseTo(x, 0);
  });

  it('that came before the page is shown settled, without its enter', async () => {
    const calls: string[] = [];
    const rig = await rigOf([blockGraphic({ calls })]);
    rig.tick(60_000);
    expect(rig.edge()).toBe(settledX(0));
    expect(calls).not.toContain('enter');
  });

  it('is joined in its middle by a page that comes late', async () => {
    const rig = await rigOf([blockGraphic()]);
    rig.tick(600);
    expect(rig.edge()).toBe(60);
  });

  it('that is cut shows the settled picture at once', async () => {
    const calls: string[] = [];
    const rig = await rigOf([blockGraphic({ calls })]);
    rig.tick(0, { onAir: taken({ cut: true }) });
    expect(rig.edge()).toBe(settledX(0));
    expect(calls).not.toContain('enter');
  });

  it('of two graphics lands on one picture', async () => {
    const rig = await rigOf([
      blockGraphic({ id: 'one', layer: 'bug', y: 100 }),
      blockGraphic({ id: 'two', layer: 'clock', y: 300 }),
    ]);
    const layers = {
      bug: { onAir: taken({ graphic: 'one' }), leaving: null },
      clock: { onAir: taken({ graphic: 'two' }), leaving: null },
    };
    rig.tick(0, { layers });
    const draws = rig.stage.draws;
    rig.tick(250, { layers });
    expect(rig.stage.draws).toBe(draws + 1);
    expect([rig.edge(140), rig.edge(340)]).toEqual([25, 25]);
  });

  it('is seen where the page shows an earlier instant: takes run on the relay clock', async () => {
    const rig = await rigOf([blockGraphic()]);
    rig.tick(500, { delayMs: 8_000 });
    expect(rig.edge()).toBe(50);
  });

  it('of what has nothing to show yet enters when it has', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 10_000, { step: -1 });
    expect(rig.edge()).toBeNull();
    runTo(rig, 10_600, { step: 0 }, 10_100);
    expect(rig.edge()).toBe(50);
    runTo(rig, 12_000, { step: 0 }, 10_700);
    expect(rig.edge()).toBe(settledX(0));
  });

  it('shows nothing while its scene is loading, and the right picture after', async () => {
    let load = (): void => {};
    const loads = new Promise<void>((resolve) => {
      load = resolve;
    });
    const rig = await rigOf([blockGraphic({ loads })]);
    rig.tick(0);
    expect(rig.edge()).toBeNull();
    load();
    await new Promise((resolve) => setTimeout(resolve));
    rig.tick(300);
    expect(rig.edge()).toBe(30);
  });

  it('with other options in place moves there by an update', async () => {
    const calls: string[] = [];
    const rig = await rigOf([blockGraphic({ calls })]);
    runTo(rig, 1_000);
    rig.tick(1_100, { onAir: taken({ options: { shift: 2 } }) });
    expect(calls.at(-1)).toBe('update 0 2');
    rig.tick(1_300, { onAir: taken({ options: { shift: 2 } }) });
    expect(rig.edge()).toBe(200);
  });
});
