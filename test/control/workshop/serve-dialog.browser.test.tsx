// What the rehearsal server plays is chosen over any panel of the workshop, by keys alone, in a real Chromium.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWorkshop, REHEARSAL, TAPE } from './workshop-rig.tsx';

beforeEach(() => page.viewport(1280, 800));

test.each(['mock', 'faults', 'feed', 'schedule'] as const)(
  'over %s a tape of the shelf is served by keys alone, and what cannot be served says why',
  async (panel) => {
    const served = { ...REHEARSAL, play: 'tape', tape: TAPE.tape } as const;
    const { posts } = openWorkshop(panel, { reply: () => ({ rehearsal: served }) });
    await expect.element(page.getByRole('button', { name: 'Rehearsal server' })).toBeVisible();
    await userEvent.keyboard('{Shift>}R{/Shift}');
    const dialog = page.getByRole('dialog', { name: 'Rehearsal server' });
    const hud = dialog.getByRole('button', {
      name: /^Serve hud\.mcap, Not served: it holds words of hudstats/,
    });
    await expect.element(hud).toBeDisabled();
    await expect.element(dialog.getByText('by ncaa-men rules, and this relay plays by nba')).toBeVisible();
    const keys = [...document.querySelectorAll<HTMLElement>('dialog button[data-key]')].map(
      ({ dataset }) => dataset.key,
    );
    expect(new Set(keys).size).toBe(keys.length);
    const { top, bottom } = dialog.element().getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(800);
    // The first that can be served, which is not the first of all.
    await userEvent.keyboard('1');
    await expect
      .poll(() => posts)
      .toEqual([{ path: '/api/v1/rehearsal', order: { do: 'start', play: 'tape', tape: TAPE.tape } }]);
    await expect.poll(() => dialog.elements().length).toBe(0);
  },
);

test('a tape that is refused says why, and the choice stays open until Escape', async () => {
  openWorkshop('faults', { reply: () => new Error('none called x.mcap') });
  await userEvent.keyboard('{Shift>}R{/Shift}');
  const dialog = page.getByRole('dialog', { name: 'Rehearsal server' });
  await dialog.getByRole('button', { name: /^Serve college/ }).click();
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('Refused: none called x.mcap.');
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => dialog.elements().length).toBe(0);
});

test('what is listened to names the tape', async () => {
  openWorkshop('feed', { rehearsal: { ...REHEARSAL, play: 'tape', tape: 'evening.mcap' } });
  const strip = page.getByRole('region', { name: 'What the relay listens to' });
  await expect.element(strip).toHaveTextContent('the tape evening.mcap');
});
