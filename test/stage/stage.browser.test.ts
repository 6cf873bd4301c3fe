import { afterEach, describe, expect, it } from 'vitest';
import { blockGraphic, EXIT_S, SIZE, settledX } from './block-graphic.ts';
import { makeRig, type Rig, START_MS, taken } from './stage-rig.ts';

const rigs: Rig[] = [];
afterEach(() => {
  for (const rig of rigs.splice(0)) rig.dispose();
});

const rigOf = async (...how: Parameters<typeof makeRig>): Promise<Rig> => {
  const rig = await makeRig(...how);
  rigs.push(rig);
  return rig;
};

/** Ticks every 100 ms up to an instant, so that no step is a jump. */
const runTo = (rig: Rig, untilMs: number, more: Parameters<Rig['tick']>[1] = {}, fromMs = 0): void => {
  for (let atMs = fromMs; atMs < untilMs; atMs += 100) rig.tick(atMs, more);
  rig.tick(untilMs, more);
};

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

describe('drawing', () => {
  it('happens only when something has changed', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 2_000);
    const { draws } = rig.stage;
    for (let atMs = 2_016; atMs < 3_000; atMs += 16) expect(rig.tick(atMs)).toBe(false);
    expect(rig.stage.draws).toBe(draws);
    rig.tick(3_000, { step: 1 });
    expect(rig.stage.draws).toBe(draws + 1);
  });

  it('happens once for an empty stage, and never again', async () => {
    const rig = await rigOf([blockGraphic()]);
    for (let atMs = 0; atMs < 500; atMs += 16) rig.tick(atMs, { onAir: null });
    expect(rig.stage.draws).toBe(1);
  });

  it('follows a scene that says at its tick that it has moved', async () => {
    const rig = await rigOf([blockGraphic({ ticks: true })]);
    rig.tick(0, { onAir: taken({ cut: true }) });
    const before = rig.edge();
    rig.tick(40);
    expect(rig.edge()).toBe((before ?? 0) + 40);
  });

  it('happens again when asked for, though nothing has changed', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 2_000);
    rig.stage.redraw();
    expect(rig.tick(2_016)).toBe(true);
  });
});

describe('the frame', () => {
  it.each([
    ['1080p', { width: 1920, height: 1080, pixelRatio: 1 }, [0, 0, 1920, 1080]],
    ['720p', { width: 1280, height: 720, pixelRatio: 1 }, [0, 0, 1280, 720]],
    ['2160p', { width: 3840, height: 2160, pixelRatio: 1 }, [0, 0, 3840, 2160]],
    ['a 4:3 page', { width: 800, height: 600, pixelRatio: 1 }, [0, 75, 800, 450]],
    ['a tall page', { width: 500, height: 1000, pixelRatio: 1 }, [0, 359, 500, 281]],
    ['a wide page', { width: 2000, height: 720, pixelRatio: 1 }, [360, 0, 1280, 720]],
    ['a dense screen', { width: 960, height: 540, pixelRatio: 2 }, [0, 0, 1920, 1080]],
  ])(
    'is as large as it fits in %s, and never stretched',
    async (_name, viewport, [left, top, width, height]) => {
      const rig = await rigOf([blockGraphic()], { viewport });
      rig.tick(0, { onAir: taken({ cut: true }), step: 3 });
      const { style } = rig.stage.frame;
      expect([style.left, style.top, style.width, style.height]).toEqual(
        [left, top, width, height].map((pixels) => `${(pixels ?? 0) / viewport.pixelRatio}px`),
      );
      expect(rig.pixel(settledX(3) + SIZE / 2, 100 + SIZE / 2)).toEqual([255, 0, 0, 255]);
      expect(rig.pixel(settledX(3) - 4, 100 + SIZE / 2)[3]).toBe(0);
      expect(rig.pixel(settledX(3) + SIZE + 4, 100 + SIZE / 2)[3]).toBe(0);
    },
  );

  it('is drawn anew in a page of another size', async () => {
    const rig = await rigOf([blockGraphic()]);
    runTo(rig, 2_000);
    rig.stage.resize({ width: 1280, height: 720, pixelRatio: 1 });
    expect(rig.tick(2_016)).toBe(true);
    expect(rig.stage.frame.style.width).toBe('1280px');
    expect(Math.abs((rig.edge() ?? 0) - settledX(0))).toBeLessThan(1);
  });
});

describe.each(['webgl-software', 'canvas'] as const)('drawn by %s', (renderer) => {
  it('the picture is the same, and transparent around it', async () => {
    const rig = await rigOf([blockGraphic({ colour: '#336699' })], { renderer });
    rig.tick(0, { onAir: taken({ cut: true }) });
    expect(rig.stage.renderer).toBe(renderer);
    expect(rig.pixel(settledX(0) + 1, 101)).toEqual([0x33, 0x66, 0x99, 255]);
    expect(rig.pixel(settledX(0) + SIZE - 1, 100 + SIZE - 1)).toEqual([0x33, 0x66, 0x99, 255]);
    expect(rig.pixel(settledX(0) - 1, 101)).toEqual([0, 0, 0, 0]);
    expect(rig.pixel(settledX(0) + SIZE, 101)).toEqual([0, 0, 0, 0]);
  });
});

describe('without a graphics card', () => {
  const twoLayers = (more: Parameters<typeof blockGraphic>[0] = {}) => [
    blockGraphic({ id: 'block', layer: 'bug', y: 100 }),
    blockGraphic({ id: 'other', layer: 'clock', y: 600, colour: '#00ff00', ...more }),
  ];
  const both = {
    bug: { onAir: taken({ cut: true }), leaving: null },
    clock: { onAir: taken({ graphic: 'other', cut: true }), leaving: null },
  };
  const seen = (rig: Rig) => rig.stage.canvases.filter(({ style }) => style.display !== 'none');

  it('a canvas is no larger than what its layer shows, and an empty layer has none', async () => {
    const rig = await rigOf(twoLayers());
    rig.tick(0, { layers: both });
    const canvases = seen(rig);
    expect(canvases).toHaveLength(2);
    for (const { width, height } of canvases) expect(Math.max(width, height)).toBeLessThanOrEqual(SIZE + 64);
    rig.tick(16, { layers: { bug: { onAir: null, leaving: null }, clock: both.clock } });
    expect(seen(rig)).toHaveLength(1);
    expect(rig.pixel(settledX(0) + 1, 101)).toEqual([0, 0, 0, 0]);
    expect(rig.pixel(settledX(0) + 1, 601)).toEqual([0, 255, 0, 255]);
  });

  it('a layer that moves leaves the canvas of another alone', async () => {
    const rig = await rigOf(twoLayers({ ticks: true }));
    rig.tick(0, { layers: both });
    const [still] = seen(rig);
    // What is put on it by hand stays only while nobody draws.
    still?.getContext('2d')?.clearRect(0, 0, still.width, still.height);
    const at = rig.edge(640);
    expect(rig.tick(40, { layers: both })).toBe(true);
    expect(rig.edge(640)).toBe((at ?? 0) + 40);
    expect(rig.edge(140)).toBeNull();
  });

  it('a higher layer covers a lower one', async () => {
    const rig = await rigOf(twoLayers({ y: 100 }));
    rig.tick(0, { layers: both });
    expect(rig.pixel(settledX(0) + SIZE / 2, 100 + SIZE / 2)).toEqual([0, 255, 0, 255]);
  });

  it('what leaves the frame is cut at its edge', async () => {
    const rig = await rigOf([blockGraphic({ y: 1080 - SIZE / 2 })]);
    rig.tick(0, { onAir: taken({ cut: true }), step: 18 });
    const [canvas] = seen(rig);
    expect([canvas?.style.left, canvas?.style.width, canvas?.style.top, canvas?.style.height]).toEqual([
      '1888px',
      '32px',
      '1024px',
      '56px',
    ]);
    expect(rig.pixel(1_919, 1_079)).toEqual([255, 0, 0, 255]);
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
