// How an output was found before the show stands in its row of outputs, in words too, and leads to the card; and that a source of it in OBS has no page.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import type { Level, PreflightMark } from '../../src/wire/preflight.ts';
import type { Health } from '../../src/wire/wire.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { health, NOW_MS, output } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

function open(more: Partial<Health>) {
  const made = deskWith({ health: health(more) });
  onTestFinished(mountPage(made.desk).unmount);
  return made;
}
const mark = (name: string, level: Level): PreflightMark => ({ name, level, atMs: NOW_MS });
const rows = page.getByRole('region', { name: 'Outputs' }).getByRole('listitem');

describe('the mark of a pre-flight', () => {
  test.each([
    ['green', 'ready'],
    ['amber', 'look here'],
    ['red', 'not ready'],
  ] as const)('%s says in words that the output is or what it is: %s', async (level, words) => {
    open({ outputs: [output('program')], preflights: [mark('program', level)] });
    const lamp = rows.first().getByRole('button', { name: `Pre-flight of program: ${words}` });
    await expect.element(lamp).toHaveClass(level);
  });

  test('stands in the row of its own output alone', async () => {
    open({
      outputs: [output('program'), output('truck'), output('desk-program')],
      preflights: [mark('program', 'green'), mark('truck', 'red')],
    });
    await expect.element(rows.nth(0).getByRole('button', { name: /^Pre-flight/ })).toHaveClass('green');
    await expect.element(rows.nth(1).getByRole('button', { name: /^Pre-flight/ })).toHaveClass('red');
    expect(
      rows
        .nth(2)
        .getByRole('button', { name: /^Pre-flight/ })
        .elements(),
    ).toHaveLength(0);
  });

  test('opens the cards, by its key on the keyboard too', async () => {
    open({ outputs: [output('program')], preflights: [mark('program', 'amber')] });
    const lamp = rows.first().getByRole('button', { name: /^Pre-flight/ });
    (lamp.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const tab = page.getByRole('tab', { name: /^Pre-flight/ });
    await expect.element(tab).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByRole('region', { name: 'Pre-flight' })).toBeVisible();
  });

  test('opens them for an observer too, who may set no delay', async () => {
    const { desk } = open({ outputs: [output('program')], preflights: [mark('program', 'red')] });
    desk.tell({ on: 'operator', operator: { ...desk.state.value.operator, role: 'observer' } });
    await expect.element(rows.first().getByRole('spinbutton')).toBeDisabled();
    await rows
      .first()
      .getByRole('button', { name: /^Pre-flight/ })
      .click();
    await expect.element(page.getByRole('region', { name: 'Pre-flight' })).toBeVisible();
  });
});

test('a row holds all its words at this size, with everything that may be said at once', async () => {
  const tally = { state: 'program', by: 'OBS' } as const;
  open({ outputs: [output('program', { tally })], preflights: [mark('program', 'amber')] });
  const row = rows.first();
  await expect.element(row).toBeVisible();
  const detail = row.element().querySelector('.output-detail');
  expect(detail?.scrollWidth).toBeLessThanOrEqual(detail?.clientWidth ?? 0);
});

describe('sources of OBS that lack a page', () => {
  const obs = {
    at: '127.0.0.1:4455',
    link: 'open',
    why: '',
    canvas: null,
    scenes: ['Game'],
    program: 'Game',
    preview: null,
    sources: [],
    short: [{ output: 'program', sources: 2, connected: 1 }],
  } as const;
  const hosts = { obs: { ...obs, scenes: [...obs.scenes], sources: [], short: [...obs.short] }, vmix: null };

  test('are told in the row of that output, and of no other', async () => {
    open({ outputs: [output('program'), output('truck')], hosts });
    await expect.element(rows.nth(0)).toHaveTextContent('2 sources in OBS, 1 connected');
    await expect.element(rows.nth(1)).not.toHaveTextContent('sources in OBS');
  });

  test('are told among the hosts, with what to do, and on their tab', async () => {
    open({ outputs: [output('program')], hosts });
    await expect.element(page.getByRole('tab', { name: /^Hosts/ })).toHaveTextContent('page missing');
    await userEvent.keyboard('qh');
    await expect
      .element(page.getByRole('region', { name: 'OBS' }))
      .toHaveTextContent('Output program: 2 sources in OBS, 1 connected. Look at each in OBS');
  });
});
