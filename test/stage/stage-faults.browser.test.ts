// A scene that throws, a lost context and a stage that goes: what is on air stays on air.
import { describe, expect, it } from 'vitest';
import { blockGraphic, settledX } from './block-graphic.ts';
import { rigOf, runTo, START_MS, taken } from './stage-rig.ts';

describe('a scene that throws', () => {
  it.each(['pick', 'make', 'show', 'enter', 'update', 'exit', 'tick'])(
    'in %s is taken off, told, and leaves the other layers on',
    async (call) => {
      let failing: string | null = call;
      const rig = await rigOf([
        blockGraphic({ id: 'bad', y: 300, ticks: true, throwsIn: () => failing }),
        blockGraphic({ id: 'good', layer: 'clock' }),
      ]);
      const bad = taken({ graphic: 'bad' });
      const clock = { onAir: taken({ graphic: 'good' }), leaving: null };
      for (let atMs = 0; atMs < 500; atMs += 100)
        rig.tick(atMs, { step: atMs > 200 ? 1 : 0, layers: { bug: { onAir: bad, leaving: null }, clock } });
      rig.tick(600, {
        step: 1,
        layers: { bug: { onAir: null, leaving: { ...bad, sinceMs: START_MS + 600 } }, clock },
      });
      expect(rig.stage.shown).toEqual(['good']);
      expect(rig.stage.faults).toMatchObject([
        { code: 'scene-failed', found: expect.stringContaining(call) },
      ]);
      expect(rig.edge(340)).toBeNull();
      expect(rig.edge(140)).not.toBeNull();

      failing = null;
      await new Promise((resolve) => setTimeout(resolve));
      const again = taken({ graphic: 'bad', sinceMs: START_MS + 700, cut: true });
      const layers = { bug: { onAir: again, leaving: null }, clock };
      rig.tick(700, { step: 1, layers });
      await new Promise((resolve) => setTimeout(resolve));
      rig.tick(716, { step: 1, layers });
      expect(rig.stage.shown).toEqual(['bad', 'good']);
      expect(rig.stage.faults).toEqual([]);
    },
  );

  it('while it is drawn is found and taken off, and the rest is drawn', async () => {
    const bad = blockGraphic({ id: 'bad', y: 300 });
    const breaking = {
      ...bad,
      scene: async () => {
        const make = await bad.scene();
        return (kit: Parameters<typeof make>[0]) => {
          const scene = make(kit);
          scene.view.onRender = () => {
            throw new Error('cannot be drawn');
          };
          return scene;
        };
      },
    };
    const rig = await rigOf([breaking, blockGraphic({ id: 'good', layer: 'clock' })]);
    const layers = {
      bug: { onAir: taken({ graphic: 'bad', cut: true }), leaving: null },
      clock: { onAir: taken({ graphic: 'good', cut: true }), leaving: null },
    };
    rig.tick(0, { layers });
    rig.tick(16, { layers });
    expect(rig.stage.shown).toEqual(['good']);
    expect(rig.stage.faults).toMatchObject([{ where: 'bad: draw', found: 'cannot be drawn' }]);
    expect(rig.edge(140)).toBe(settledX(0));
  });

  it('is told where there is no such graphic', async () => {
    const rig = await rigOf([blockGraphic()]);
    rig.tick(0, { onAir: taken({ graphic: 'nothing' }) });
    rig.tick(16, { onAir: taken({ graphic: 'nothing' }) });
    expect(rig.stage.faults).toMatchObject([{ code: 'scene-failed', where: 'nothing: load' }]);
  });
});

describe('a lost context', () => {
  it('is counted and comes back with the right picture, also twice in a row', async () => {
    const rig = await rigOf([blockGraphic()], { renderer: 'webgl-software' });
    runTo(rig, 2_000);
    const [canvas] = rig.stage.canvases;
    const gl = canvas?.getContext('webgl2');
    const losing = gl?.getExtension('WEBGL_lose_context');
    if (!canvas || !losing) throw new Error('this browser cannot lose a context');
    // A timer after the event: a context can be restored only when all listeners have heard of its loss.
    const next = (event: string) =>
      new Promise((resolve) => canvas.addEventListener(event, () => setTimeout(resolve), { once: true }));
    for (const [round, atMs] of [3_000, 4_000].entries()) {
      const lost = next('webglcontextlost');
      losing.loseContext();
      await lost;
      runTo(rig, atMs - 500, { step: round + 1 }, atMs - 1_000);
      expect([rig.stage.lost, rig.stage.contextsLost]).toEqual([true, round + 1]);
      const { draws } = rig.stage;
      const back = next('webglcontextrestored');
      losing.restoreContext();
      await back;
      runTo(rig, atMs, { step: round + 1 }, atMs - 500);
      expect(rig.stage.draws).toBe(draws + 1);
      expect(rig.edge()).toBe(settledX(round + 1));
    }
  });
});

describe('a lost 2D context', () => {
  it('holds the picture back until it has returned, and then all of it is drawn', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 2_000);
    const canvas = rig.stage.canvases.find(({ style }) => style.display !== 'none');
    canvas?.dispatchEvent(new Event('contextlost'));
    expect([rig.stage.lost, rig.stage.contextsLost]).toEqual([true, 1]);
    expect(rig.tick(2_016, { step: 1 })).toBe(false);
    canvas?.getContext('2d')?.reset();
    canvas?.dispatchEvent(new Event('contextrestored'));
    expect(rig.stage.lost).toBe(false);
    runTo(rig, 3_000, { step: 1 }, 2_032);
    expect(rig.edge()).toBe(settledX(1));
  });
});

describe('a stage that is disposed of', () => {
  it('disposes of its scenes and its canvases, and is still', async () => {
    const calls: string[] = [];
    const rig = await rigOf([blockGraphic({ calls })]);
    rig.tick(0);
    rig.stage.dispose();
    rig.stage.dispose();
    expect(calls.filter((call) => call === 'dispose')).toHaveLength(1);
    expect(rig.stage.frame.isConnected).toBe(false);
    expect(rig.tick(100)).toBe(false);
  });
});
