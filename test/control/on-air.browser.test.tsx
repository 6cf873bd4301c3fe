// What stands where an operator looks for it: a layer is cleared by itself, and a take goes by itself when it was said so.
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { deskWith, mountPage } from './fixture.tsx';
import { health, inPreview, layer, NOW_MS, onProgram, output, painted, show } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

function open(layers: Parameters<typeof show>[1], standing = health()) {
  const made = deskWith({ show: show(3, layers), health: standing });
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}

test('a layer is cleared by its button or by its two keys, whatever is on it; an empty one is off', async () => {
  const { sent } = open({ floor: onProgram('player-dots') });
  await page.getByRole('button', { name: 'Clear layer floor: Player dots' }).click();
  await userEvent.keyboard('{Shift>}{Backspace}{/Shift}3');
  expect(sent).toEqual([
    { cue: 'clear', layer: 'floor' },
    { cue: 'clear', layer: 'floor' },
  ]);
  await expect.element(page.getByRole('button', { name: 'Clear layer bug' })).toBeDisabled();
});

test('the next take goes by itself when that was chosen, and the one after it stays', async () => {
  const { sent } = open({ bug: inPreview('scorebug') });
  await page.getByLabelText('Next take goes by itself after').selectOptions('Out 8 s');
  await page.getByRole('button', { name: 'Take preview', exact: true }).click();
  await page.getByRole('button', { name: 'Take preview', exact: true }).click();
  expect(sent).toEqual([{ cue: 'take', autoOutMs: 8_000 }, { cue: 'take' }]);
});

test('its keys go through the times, and it holds for one graphic too', async () => {
  const { sent, desk } = open({ bug: onProgram('scorebug') });
  await userEvent.keyboard('qoqo');
  expect(desk.state.value.hand.autoOutMs).toBe(8_000);
  await userEvent.keyboard('{Shift>}1{/Shift}');
  expect(sent).toEqual([{ cue: 'take', graphic: 'scorebug', autoOutMs: 8_000 }]);
  expect(desk.state.value.hand.autoOutMs).toBe(null);
});

test('what goes by itself says when', async () => {
  const program = { graphic: 'scorebug', options: {}, sinceMs: NOW_MS, cut: false, outAtMs: NOW_MS + 4_500 };
  open(
    { bug: layer({ program }) },
    health({ outputs: [output('air', { painted: painted({ revision: 9 }) })] }),
  );
  await expect.element(page.getByText('out in 5 s')).toBeVisible();
});
