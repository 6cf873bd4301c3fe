// What a stage paints, and when: only changes, in the frame, each layer on a canvas of its own size.
import { describe, expect, it } from 'vitest';
import { blockGraphic, SIZE, settledX } from './block-graphic.ts';
import { type Rig, rigOf, runTo, taken } from './stage-rig.ts';

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
