// The hosts at the operator's page: OBS found or why not, its sources and what is wrong with them, orders at a press, and the tally of every output.
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Ask } from '../../../src/control/ask.ts';
import { makeDesk } from '../../../src/control/desk.ts';
import { DOCK_TABS } from '../../../src/control/docks.ts';
import { fault } from '../../../src/game/fault.ts';
import type { HostsInfo, ObsInfo } from '../../../src/wire/hosts.ts';
import '../../../src/control/desk.css';
import { fakeLine, mountPage } from '../fixture.tsx';
import { health, output, snapshot } from '../words.ts';

const OBS: ObsInfo = {
  at: '127.0.0.1:4455',
  link: 'open',
  why: '',
  canvas: { width: 1920, height: 1080, fps: 50 },
  scenes: ['Game', 'Interview'],
  program: 'Game',
  preview: null,
  sources: [
    {
      input: 'Courtside program',
      output: 'program',
      scenes: ['Game'],
      tally: 'program',
      wrong: [],
      page: 'reports',
    },
    {
      input: 'Old bug',
      output: 'bug',
      scenes: [],
      tally: 'off',
      wrong: [{ key: 'width', found: '800', wanted: '1920', why: 'as wide as the canvas' }],
      page: 'silent',
    },
  ],
};
const VMIX: NonNullable<HostsInfo['vmix']> = {
  at: '127.0.0.1:8088',
  link: 'open',
  why: '',
  input: 'Courtside',
  number: 3,
  output: 'program',
  overlay: 1,
  leads: 'both',
  tally: 'preview',
};

let unmount = (): void => undefined;
afterEach(() => unmount());

/** A desk that has heard of these hosts; what it posts is kept and answered. */
async function opened(hosts: HostsInfo | undefined, answer: 'does' | 'refuses' = 'does') {
  const posted: [string, unknown][] = [];
  const ask: Ask = {
    get: () => Promise.resolve({ ok: false, token: false, fault: fault('no-answer', '', '', '') }),
    post(path, order, schema) {
      posted.push([path, order]);
      const told = ['Made: Courtside program in Game, 1920 x 1080.'];
      if (answer === 'refuses')
        return Promise.resolve({
          ok: false,
          token: false,
          fault: fault('obs-refused', 'add', 'OBS to do so', 'This OBS has no browser sources'),
        });
      return Promise.resolve({ ok: true, value: schema.parse({ told, hosts }) });
    },
    setToken: () => undefined,
  };
  const desk = makeDesk({
    line: fakeLine().line,
    now: () => 0,
    tabs: DOCK_TABS,
    readLog: () => Promise.resolve({ entries: [] }),
    ask,
  });
  const outputs = [
    output('program', { tally: { state: 'program', by: 'OBS' } }),
    output('second', { tally: { state: 'preview', by: 'vMix' } }),
    output('third', { tally: { state: 'off', by: 'page' } }),
    output('fourth'),
  ];
  desk.tell({ on: 'link', link: { status: 'open' } });
  const told = health({ outputs, ...(hosts && { hosts }) });
  desk.tell({ on: 'down', down: snapshot({ health: told }), nowMs: 0 });
  const mounted = mountPage(desk);
  unmount = () => mounted.unmount();
  return { desk, posted };
}
const openHosts = (): Promise<void> => page.getByRole('tab', { name: /^Hosts/ }).click();

describe('the tab of hosts', () => {
  test('is opened by its keys, and says on itself that a source is wrong', async () => {
    await opened({ obs: OBS, vmix: VMIX });
    await userEvent.keyboard('qh');
    await expect.element(page.getByRole('tab', { name: /^Hosts/ })).toHaveTextContent('1 wrong');
    await expect.element(page.getByRole('region', { name: 'OBS' })).toHaveTextContent('1920 × 1080, 50 fps');
  });

  test('tells what is wrong with why, and what only a hand can set', async () => {
    await opened({ obs: OBS, vmix: null });
    await openHosts();
    await expect.element(page.getByText('width is 800, should be 1920: as wide as the canvas')).toBeVisible();
    await expect.element(page.getByText(/Blending Method, SRGB Off/)).toBeVisible();
  });

  test('an output is added to the scene that was chosen, and what was done is said', async () => {
    const { posted } = await opened({ obs: OBS, vmix: null });
    await openHosts();
    await page.getByRole('combobox', { name: 'Scene' }).selectOptions('Interview');
    await page.getByRole('button', { name: 'Add to OBS' }).click();
    expect(posted).toEqual([['/api/v1/hosts', { do: 'add', output: 'program', scene: 'Interview' }]]);
    await expect
      .element(page.getByRole('status', { name: 'What was done in OBS' }))
      .toHaveTextContent('Made: Courtside program');
  });

  test('a wrong one is corrected, and any is loaded anew, at a press', async () => {
    const { posted } = await opened({ obs: OBS, vmix: null });
    await openHosts();
    await page.getByRole('button', { name: 'Correct Old bug' }).click();
    await page.getByRole('button', { name: 'Load Courtside program anew' }).click();
    await page.getByRole('button', { name: 'Look again' }).click();
    expect(posted.map(([, order]) => order)).toEqual([
      { do: 'correct', input: 'Old bug' },
      { do: 'refresh', input: 'Courtside program' },
      { do: 'look' },
    ]);
  });

  test('a refusal is told where all refusals are', async () => {
    await opened({ obs: OBS, vmix: null }, 'refuses');
    await openHosts();
    await page.getByRole('button', { name: 'Add to OBS' }).click();
    await expect.element(page.getByText(/This OBS has no browser sources/)).toBeVisible();
  });

  test('an observer sees it all and presses nothing', async () => {
    const { desk } = await opened({ obs: OBS, vmix: VMIX });
    desk.tell({ on: 'operator', operator: { ...desk.state.value.operator, role: 'observer' } });
    await openHosts();
    await expect.element(page.getByText('Old bug', { exact: true })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Add to OBS' })).toBeDisabled();
    await expect.element(page.getByRole('button', { name: 'Correct Old bug' })).toBeDisabled();
  });

  test('why OBS is not there is said, and what is wanted of the operator', async () => {
    const why = 'OBS wants a password: set OBS_WEBSOCKET_PASSWORD';
    await opened({ obs: { ...OBS, link: 'refused', why, canvas: null, sources: [] }, vmix: null });
    await openHosts();
    await expect.element(page.getByRole('tab', { name: /^Hosts/ })).toHaveTextContent('password');
    await expect.element(page.getByText(why)).toBeVisible();
    await expect.element(page.getByText(/--vmix-input/)).toBeVisible();
  });

  test('vMix says which input, which overlay, who leads, and its tally', async () => {
    await opened({ obs: null, vmix: VMIX });
    await openHosts();
    const panel = page.getByRole('region', { name: 'vMix' });
    await expect.element(panel).toHaveTextContent('Input Courtside (3): output program on preview');
    await expect.element(panel).toHaveTextContent('Overlay 1: a take starts it, and it takes what is ready.');
  });
});

test('every output says whether its host has it on program, or that it is merely open', async () => {
  await opened(undefined);
  const rows = page.getByRole('region', { name: 'Outputs' }).getByRole('listitem');
  for (const [nth, words] of ['on program', 'on preview', 'not shown', 'open only'].entries())
    await expect.element(rows.nth(nth)).toHaveTextContent(words);
});
