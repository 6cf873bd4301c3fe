import { expect, test } from 'vitest';
import { HOUSE_THEME, parseTheme, THEMES } from '../../src/stage/theme.ts';

const changed = (path: readonly [string, string], value: unknown): unknown => {
  const document = structuredClone(HOUSE_THEME) as unknown as Record<string, Record<string, unknown>>;
  const [group, field] = path;
  (document[group] as Record<string, unknown>)[field] = value;
  return document;
};

test('every built-in theme is its own document, under its own id', () => {
  for (const [id, theme] of Object.entries(THEMES)) {
    expect(theme.id).toBe(id);
    expect(parseTheme(JSON.parse(JSON.stringify(theme)))).toEqual({ theme });
  }
});

test.each([
  [['colour', 'plate'], 'black', 'colour.plate', '"black"'],
  [['font', 'display'], 'Comic Sans', 'font.display', '"Comic Sans"'],
  [['shape', 'cornerSize'], 400, 'shape.cornerSize', '400'],
  [['safe', 'x'], 10, 'safe.x', '10'],
  [['motion', 'easeIn'], 'bounce.out', 'motion.easeIn', '"bounce.out"'],
  [['motion', 'in'], Number.NaN, 'motion.in', 'NaN'],
  [['scorebug', 'place'], undefined, 'scorebug.place', 'nothing'],
] as const)('what is wrong at %j is told by its path and what was found', (path, value, where, found) => {
  const { faults } = parseTheme(changed(path, value));
  expect(faults).toHaveLength(1);
  expect(faults?.[0]).toMatchObject({ code: 'theme-invalid', where, found });
  expect(faults?.[0]?.expected).not.toBe('');
});

test('all that is wrong is told at once', () => {
  const { faults } = parseTheme({ ...HOUSE_THEME, id: 'Not An Id', name: '', shape: null });
  expect(faults?.map(({ where }) => where).sort()).toEqual(['id', 'name', 'shape']);
});

test('a field that is none of a theme is refused', () => {
  const { faults } = parseTheme({ ...HOUSE_THEME, glow: true });
  expect(faults?.[0]?.expected).toContain('glow');
});

test.each([[null], [7], ['house'], [[]]])('%j is no theme', (document) => {
  expect(parseTheme(document).theme).toBeUndefined();
});

test('what cannot be read on its plate is refused with the contrast it has', () => {
  const { faults } = parseTheme(changed(['colour', 'quiet'], '#5a6068'));
  expect(faults?.map(({ code, where }) => [code, where])).toEqual([
    ['theme-contrast', 'colour.quiet'],
    ['theme-contrast', 'colour.quiet'],
  ]);
  expect(faults?.[0]).toMatchObject({
    expected: 'at least 4.5:1 on colour.plate',
    found: '#5a6068 on #0e131b, 2.93:1',
  });
});
