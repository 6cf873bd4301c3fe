import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { emptyShow } from '../../src/show/show.ts';
import { type Look, noLook } from '../../src/wire/look.ts';
import { AWAY_ID, HOME_ID } from '../kit/messages.ts';
import { deskWith, mountPage } from './fixture.tsx';

beforeEach(() => page.viewport(1280, 800));

const THEMES = [
  { id: 'house', name: 'House' },
  { id: 'arena', name: 'Arena Blue' },
];
const PICTURE = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';

function open(look: Partial<Look>, theme = 'house') {
  const made = deskWith({ look: { ...noLook, themes: THEMES, ...look }, show: { ...emptyShow, theme } });
  made.desk.tell({ on: 'opened', dock: 'side', tab: 'look' });
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}

const panel = () => page.getByRole('region', { name: 'Look' });

test('a theme that is chosen is asked of the relay', async () => {
  const { sent } = open({});
  await userEvent.selectOptions(panel().getByLabelText('Theme'), 'Arena Blue');
  expect(sent).toEqual([{ cue: 'theme', theme: 'arena' }]);
});

test('a theme that is gone is named, and the tab wants to be looked at', async () => {
  open({}, 'disco');
  await expect.element(panel().getByLabelText('Theme')).toHaveValue('disco');
  await expect.element(page.getByRole('tab', { name: /Look/ })).toHaveTextContent('theme missing');
});

test('each team says which logo was found, which is missing, and where one would go', async () => {
  const marks = { [`${HOME_ID}.svg`]: PICTURE };
  open({ table: { teams: { [AWAY_ID]: { logo: 'Shield.png' } }, marks } });
  await expect.element(panel()).toHaveTextContent(`${HOME_ID}.svg`);
  await expect.element(panel()).toHaveTextContent('Shield.png is missing');
  expect(panel().getByRole('img').elements()).toHaveLength(1);
});
