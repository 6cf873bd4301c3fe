import { expect, it } from 'vitest';
import { applyCue } from '../../src/show/cue.ts';
import { emptyShow, FIRST_THEME, showSchema } from '../../src/show/show.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';

const wear = (theme: string) =>
  applyCue(emptyShow, { cue: 'theme', theme }, 0, new Map(), [FIRST_THEME, 'arena']);

it('a show wears the theme that was chosen, at a new revision', () => {
  expect(wear('arena')).toMatchObject({ show: { theme: 'arena', revision: 1 } });
});

it('a theme that does not exist is refused with the names of those that do', () => {
  expect(wear('disco')).toMatchObject({
    fault: { where: 'theme', expected: `one of ${FIRST_THEME}, arena`, found: 'disco' },
  });
});

it('a show that was kept before there were themes wears the first', () => {
  const { theme: _theme, ...older } = emptyShow;
  expect(showSchema.parse(older).theme).toBe(FIRST_THEME);
});

it('the first theme is the one that stands in when another cannot be had', () => {
  expect(HOUSE_THEME.id).toBe(FIRST_THEME);
});
