// What the efficiency card picks: kinds of possession by how often they happened, and nothing that was not said.
import { describe, expect, test } from 'vitest';
import { efficiency } from '../../../overlays/efficiency/graphic.ts';
import type { EfficiencyOptions } from '../../../overlays/efficiency/view.ts';
import { noGame } from '../../../src/game/game.ts';
import type { Efficiency } from '../../../src/game/stat-line.ts';
import { aMoment } from '../../kit/moments.ts';

const OVERALL: Efficiency = { type: 'OVERALL', possessions: 40, pointsPerPossession: 1.1 };
const kind = (type: string, possessions: number | undefined, pointsPerPossession = 1): Efficiency => ({
  type,
  pointsPerPossession,
  ...(possessions === undefined ? {} : { possessions }),
});
const pick = (said: readonly Efficiency[], options: Partial<EfficiencyOptions> = {}) =>
  efficiency.pick(aMoment({ home: { efficiency: said } }), efficiency.options.parse(options));

test('kinds stand by how often they happened, the uncounted last, equals by name', () => {
  const said = [kind('B', 5), kind('A', 5), kind('NEVER_SAID', undefined), kind('TRANSITION', 9), OVERALL];
  expect(pick(said)?.rows.map(({ type }) => type)).toEqual(['TRANSITION', 'A', 'B', 'NEVER_SAID']);
  expect(pick([...said].reverse())).toEqual(pick(said));
});

test('no more kinds are shown than the operator wants', () => {
  const said = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((type, at) => kind(type, 20 - at));
  expect(pick(said)?.rows).toHaveLength(5);
  expect(pick(said, { rows: 2 })?.rows.map(({ type }) => type)).toEqual(['A', 'B']);
});

test('labels are words where the provider wrote words, and its own codes elsewhere', () => {
  const labels = pick([kind('TRANSITION', 3), kind('PT0_BR0', 2)])?.rows.map(({ label }) => label);
  expect(labels).toEqual(['Transition', 'No paint, no reversal']);
});

describe('all possessions together', () => {
  test('stand apart from the kinds', () => {
    const view = pick([OVERALL, kind('A', 3)]);
    expect(view?.overall).toMatchObject({ type: 'OVERALL', pointsPerPossession: 1.1, possessions: 40 });
    expect(view?.rows.map(({ type }) => type)).toEqual(['A']);
  });

  test('are left out where they are not wanted or not known', () => {
    expect(pick([OVERALL, kind('A', 3)], { overall: false })?.overall).toBeNull();
    expect(pick([kind('A', 3)])?.overall).toBeNull();
  });
});

test.each<readonly [string, Efficiency]>([
  ['without possessions', { type: 'A', possessions: 0, pointsPerPossession: 0 }],
  ['without points', { type: 'A', possessions: 4 }],
])('a kind %s is left out', (_, group) => {
  expect(pick([group, kind('B', 2)])?.rows.map(({ type }) => type)).toEqual(['B']);
});

test('a kind that brought nothing is shown as nought', () => {
  expect(pick([kind('A', 4, 0)])?.rows).toMatchObject([{ pointsPerPossession: 0, possessions: 4 }]);
});

test('bars share one scale that holds them all', () => {
  expect(pick([kind('A', 4, 0.8)])?.full).toBe(1.5);
  expect(pick([kind('A', 4, 0.8), kind('B', 1, 3)])?.full).toBe(3);
});

test('there is nothing to show before a game, or where only the whole is known', () => {
  expect(efficiency.pick(aMoment({ game: noGame }), efficiency.options.parse({}))).toBeNull();
  expect(pick([])).toBeNull();
  expect(pick([OVERALL])).toBeNull();
  expect(pick([kind('A', 3)], { side: 'away' })).toBeNull();
});

test('it is plain data, equal for equal moments', () => {
  expect(structuredClone(pick([OVERALL, kind('A', 3)]))).toEqual(pick([OVERALL, kind('A', 3)]));
});
