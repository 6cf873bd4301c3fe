// Where names stand beside their dots.
import { expect, test } from 'vitest';
import { Dot } from '../../../overlays/player-dots/dot.ts';
import { DOT_RADIUS } from '../../../overlays/player-dots/dot-picture.ts';
import { placeNames } from '../../../overlays/player-dots/name-places.ts';
import type { Label, StageKit } from '../../../src/stage/stage-kit.ts';
import { makeBench } from '../../kit/scene-bench.ts';

const PANEL = { width: 1016, height: 512 };
const jersey = { fill: '#007a33', ink: '#ffffff', ring: null };

async function namedDots(places: readonly (readonly [x: number, y: number])[]) {
  const bench = await makeBench({ renderer: 'canvas' });
  const kit: StageKit = bench.kit;
  const dots = places.map(([x, y], i) => {
    const dress = { jersey, number: String(i), name: 'SOMEBODY', trail: false, hot: false, selected: false };
    const dot = new Dot(kit, dress);
    Object.assign(dot, { x, y, alpha: 1, radius: DOT_RADIUS });
    return dot;
  });
  const nameOf = (i: number): Label => dots[i]?.name as Label;
  return { dots, nameOf, dispose: () => bench.dispose() };
}

test('a name stands below its dot when nothing is in the way', async () => {
  const { dots, nameOf, dispose } = await namedDots([[500, 250]]);
  placeNames(dots, PANEL, 0);
  expect(nameOf(0).view.x).toBe(500);
  expect(nameOf(0).view.y).toBeGreaterThan(270);
  dispose();
});

test('a name makes way for a dot that stands where it would', async () => {
  const { dots, nameOf, dispose } = await namedDots([
    [500, 250],
    [500, 286],
  ]);
  placeNames(dots, PANEL, 0);
  expect(nameOf(0).view.y).toBeLessThan(232);
  expect(nameOf(1).view.y).toBeGreaterThan(300);
  dispose();
});

test('no two shown names cover each other, however dense the crowd', async () => {
  const places = Array.from(
    { length: 16 },
    (_, i) => [420 + (i % 4) * 44, 200 + Math.floor(i / 4) * 42] as const,
  );
  const { dots, nameOf, dispose } = await namedDots(places);
  placeNames(dots, PANEL, 0);
  const shown = dots.map((_, i) => nameOf(i)).filter(({ view }) => view.visible && view.alpha > 0.5);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.length).toBeLessThan(16);
  for (const a of shown)
    for (const b of shown) {
      if (a === b || Math.abs(a.view.y - b.view.y) >= 22) continue;
      const covered = (a.width + b.width) / 2 - Math.abs(a.view.x - b.view.x);
      expect(covered / a.width).toBeLessThan(0.31);
    }
  dispose();
});

test('a name changes its place through nothing, never across its disc', async () => {
  const { dots, nameOf, dispose } = await namedDots([
    [500, 250],
    [700, 250],
  ]);
  placeNames(dots, PANEL, 0);
  const below = nameOf(0).view.y;
  Object.assign(dots[1] as Dot, { x: 500, y: 286 });
  const seen: { y: number; alpha: number }[] = [];
  for (let i = 0; i < 60; i += 1) {
    placeNames(dots, PANEL, 16);
    seen.push({ y: nameOf(0).view.y, alpha: nameOf(0).view.alpha });
  }
  const above = seen.at(-1)?.y ?? 0;
  expect(above).toBeLessThan(232);
  expect(seen.at(-1)?.alpha).toBe(1);
  expect(seen.every(({ y }) => y === below || y === above)).toBe(true);
  expect(seen.find(({ y }) => y === above)?.alpha).toBeLessThan(0.1);
  dispose();
});

test('a name keeps its place while another only brushes past it', async () => {
  const { dots, nameOf, dispose } = await namedDots([
    [500, 250],
    [700, 250],
  ]);
  placeNames(dots, PANEL, 0);
  const before = nameOf(0).view.y;
  // The other disc touches the last letter.
  const other = dots[1] as Dot;
  Object.assign(other, { x: 500 + nameOf(0).width / 2 + other.reach - 1, y: 284 });
  for (let i = 0; i < 30; i += 1) placeNames(dots, PANEL, 16);
  expect(nameOf(0).view.y).toBe(before);
  expect(nameOf(0).view.alpha).toBe(1);
  dispose();
});

test('a name that a disc would cut goes elsewhere', async () => {
  const { dots, nameOf, dispose } = await namedDots([
    [500, 250],
    [700, 250],
  ]);
  placeNames(dots, PANEL, 0);
  const below = nameOf(0).view.y;
  const other = dots[1] as Dot;
  Object.assign(other, { x: 500 + nameOf(0).width / 2 + other.reach - 5, y: 284 });
  placeNames(dots, PANEL, 0);
  expect(nameOf(0).view.y).toBeLessThan(below);
  dispose();
});

test('two names on one line are never so close that they read as one', async () => {
  const { dots, nameOf, dispose } = await namedDots([
    [500, 250],
    [700, 250],
  ]);
  placeNames(dots, PANEL, 0);
  const widths = (nameOf(0).width + nameOf(1).width) / 2;
  Object.assign(dots[1] as Dot, { x: 500 + widths + 6 });
  placeNames(dots, PANEL, 0);
  const [one, two] = [nameOf(0).view, nameOf(1).view];
  expect(one.y !== two.y || !two.visible || two.x - one.x - widths >= 12).toBe(true);
  dispose();
});
