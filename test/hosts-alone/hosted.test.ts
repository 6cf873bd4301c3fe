// Which step a graphic is on after what a host asked for.
import { describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { HostReader } from '../../src/hosts/alone/host-data.ts';
import { atRest, type Hosted, play, stepCountOf, stop, update } from '../../src/hosts/alone/hosted.ts';
import type { Graphic } from '../../src/stage/graphic.ts';

const graphicOf = (id: string): Graphic => {
  const graphic = graphics.get(id);
  if (!graphic) throw new Error(`no graphic ${id}`);
  return graphic;
};
const chart = graphicOf('shot-chart');
const how = { atMs: 5, skipAnimation: false };
const start = (graphic: Graphic): Hosted => atRest(new HostReader(graphic).defaults);
const sideOf = (hosted: Hosted): unknown => Reflect.get((hosted.onAir?.options ?? {}) as object, 'side');

describe('steps', () => {
  test.each([
    [null, {}, 0],
    [null, { goto: 1 }, 1],
    [null, { goto: 2 }, null],
    [null, { delta: 2 }, 1],
    [0, {}, 1],
    [0, { delta: 0 }, 0],
    [0, { delta: -1 }, null],
    [1, { delta: -1 }, 0],
    [1, {}, null],
    [1, { goto: 0 }, 0],
    [1, { goto: 0, delta: 5 }, 0],
  ] as const)('from %o, %o leads to %o of two', (from, wish, to) => {
    const before = from === null ? start(chart) : play(start(chart), chart, { ...how, goto: from });
    const after = play(before, chart, { ...how, ...wish });
    expect(after.step).toBe(to);
    expect(after.onAir === null).toBe(to === null);
  });

  test('show what is chosen first, and then the other', () => {
    const reader = new HostReader(chart);
    const chosen = atRest(reader.read({ side: 'away' }, reader.defaults));
    const first = play(chosen, chart, how);
    expect([sideOf(first), sideOf(play(first, chart, how))]).toEqual(['away', 'home']);
  });

  test.each([...graphics.values()])(
    'of $id are the choices of an option that it has, or one alone',
    (graphic) => {
      expect(stepCountOf(graphic)).toBe(graphic.steps === undefined ? 1 : stepCountOf(graphic));
      if (graphic.steps === undefined) return;
      expect(stepCountOf(graphic)).toBeGreaterThan(1);
      expect(graphic.options.parse({})).toHaveProperty(graphic.steps);
    },
  );
});

describe('on air', () => {
  test('another step is the same take with other options, so that it moves there', () => {
    const first = play(start(chart), chart, how);
    const second = play(first, chart, { ...how, atMs: 900 });
    expect(second.onAir?.sinceMs).toBe(first.onAir?.sinceMs);
    expect(second.onAir?.options).not.toBe(first.onAir?.options);
  });

  test('without animation it is a take of its own, and what leaves is cut', () => {
    const first = play(start(chart), chart, how);
    const second = play(first, chart, { atMs: 900, skipAnimation: true });
    expect(second.onAir).toMatchObject({ sinceMs: 900, cut: true });
    expect(second.leaving).toMatchObject({ sinceMs: 900, cut: true });
  });

  test('data that say nothing new change nothing, and off air they wait', () => {
    const reader = new HostReader(chart);
    const first = play(start(chart), chart, how);
    expect(update(first, chart, reader.read({ side: 'home' }, first.data), how).onAir).toBe(first.onAir);
    const rest = stop(first, how);
    const changed = update(rest, chart, reader.read({ side: 'away' }, rest.data), how);
    expect(changed.onAir).toBeNull();
    expect(sideOf(play(changed, chart, how))).toBe('away');
  });

  test('a stop of what is off says nothing of what left before', () => {
    const gone = stop(play(start(chart), chart, how), { atMs: 9, skipAnimation: false });
    expect(stop(gone, { atMs: 50, skipAnimation: true }).leaving).toBe(gone.leaving);
  });
});
