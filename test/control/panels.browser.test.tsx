// The panels an operator corrects, prepares for the worst and looks back with; who may press; by keyboard alone and on a tablet.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import type { LogLine } from '../../src/control/desk-log.ts';
import { DOCK_TABS } from '../../src/control/docks.ts';
import { emptyRundown, itemSchema } from '../../src/show/rundown.ts';
import type { Snapshot } from '../../src/wire/wire.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { health, inPreview, NOW_MS, output, painted, show, someHistory } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

function open(told: Partial<Snapshot> = {}, tab?: string, entries: readonly LogLine[] = []) {
  const made = deskWith(
    told,
    () => ({ status: 'granted', revision: 1 }),
    () => Promise.resolve({ entries }),
  );
  if (tab !== undefined) made.desk.tell({ on: 'opened', dock: 'work', tab });
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const held = (overrides: object) => ({ show: show(1, {}, { overrides: overrides as never }) });

describe('a clock', () => {
  test('is set by what the scoreboard says, typed after its key', async () => {
    const { sent } = open();
    await userEvent.keyboard('c4:32{Enter}');
    expect(sent).toEqual([{ cue: 'override', field: 'clock', value: { remainingMs: 272_000 } }]);
  });

  test('goes by a second more or less while its field is open, and letters there are keys', async () => {
    const { sent } = open(
      held({ clock: { value: { remainingMs: 9_000, running: false, atMs: 0 }, sinceMs: 0 } }),
    );
    await userEvent.keyboard('c+-r');
    expect(sent).toEqual([
      { cue: 'override', field: 'clock', add: 1_000 },
      { cue: 'override', field: 'clock', add: -1_000 },
      { cue: 'release', field: 'clock' },
    ]);
  });

  test('takes the figure that follows its key in the same instant, as a figure', () => {
    const { sent } = open();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', code: 'KeyC', bubbles: true }));
    expect(document.activeElement?.ariaLabel).toBe('Set the clock');
    expect(sent).toEqual([]);
  });

  test('that is no clock is not sent', async () => {
    const { sent } = open();
    await userEvent.keyboard('c4:99{Enter}');
    expect(sent).toEqual([]);
  });

  test('of the shot is put out by one key', async () => {
    const { sent } = open();
    await userEvent.keyboard('f');
    expect(sent).toEqual([{ cue: 'override', field: 'shotClock', value: null }]);
  });
});

describe('who says what', () => {
  const score = { value: 61, sinceMs: NOW_MS - 5_000, by: 'ann', until: 'agrees' };

  test('is open for what is held: both values, their ages, and who', async () => {
    const { desk } = open(held({ 'home.score': score }));
    desk.read(someHistory(), NOW_MS);
    const line = page.getByRole('list', { name: 'Who says what' });
    await expect.element(line).toHaveTextContent('Home scorefeed 58 1 sann, until agreed 61 5 s');
    expect(getComputedStyle(line.getByText('61').element()).color).toBe('rgb(255, 176, 32)');
  });

  test('is open for the field that is armed, and for none else', async () => {
    open();
    expect(page.getByRole('list', { name: 'Who says what' }).elements()).toHaveLength(0);
    await userEvent.keyboard('h');
    await expect.element(page.getByRole('list', { name: 'Who says what' })).toHaveTextContent('Home score');
  });

  test('is not amber while feed and operator agree', async () => {
    const { desk } = open(held({ 'home.score': { ...score, value: 58 } }));
    desk.read(someHistory(), NOW_MS);
    await expect.element(page.getByRole('list', { name: 'Who says what' })).toHaveTextContent('ann');
    expect(document.querySelectorAll('.apart')).toHaveLength(0);
  });
});

test('corrections go by themselves once the operator wants that, by one key', async () => {
  const { sent } = open();
  await userEvent.keyboard('uh+');
  expect(sent).toEqual([{ cue: 'override', field: 'home.score', add: 1, until: 'agrees' }]);
});

describe('the teams', () => {
  test('are corrected in place, and given back one by one', async () => {
    const { sent } = open(held({ 'home.code': { value: 'DNV', sinceMs: 0 } }), 'teams');
    await page.getByLabelText('Away name').fill('Lakers');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Release home.code')).toHaveTextContent('feed DEN');
    await button('Release home.code').click();
    expect(sent).toEqual([
      { cue: 'override', field: 'away.name', value: 'Lakers' },
      { cue: 'release', field: 'home.code' },
    ]);
  });

  test('have players with numbers, and who each really is', async () => {
    const { sent, desk } = open({}, 'teams');
    const player = (id: string, number: string) => ({
      id,
      number,
      firstName: 'Al',
      lastName: id,
      position: null,
    });
    desk.read(someHistory([player('p1', '4'), player('p2', '15')]), NOW_MS);
    await page.getByLabelText('Number of Al p1').fill('77');
    await userEvent.keyboard('{Enter}');
    await page.getByLabelText('Who Al p2 really is').selectOptions('p1');
    expect(sent).toEqual([
      { cue: 'override', field: 'number.p1', value: '77' },
      { cue: 'override', field: 'player.p2', value: 'p1' },
    ]);
  });
});

test('what becomes of a field in an outage is chosen, and after how long', async () => {
  const { sent } = open({}, 'outage');
  await page.getByLabelText('Clock in an outage', { exact: true }).selectOptions('dim');
  await page.getByLabelText('Score: seconds before that').fill('20');
  await userEvent.keyboard('{Tab}');
  expect(sent).toEqual([
    { cue: 'policy', field: 'clock', policy: 'dim', afterMs: 0 },
    { cue: 'policy', field: 'score', policy: 'mark', afterMs: 20_000 },
  ]);
});

describe('the log', () => {
  const entry = (n: number, kind: LogLine['kind'], what: string): LogLine => ({
    n,
    atMs: NOW_MS + n,
    kind,
    by: 'ann',
    revision: n,
    what,
    times: 1,
    period: 'Q3',
    clock: '7:42',
  });
  const ENTRIES = [entry(1, 'cue', 'take'), entry(2, 'fault', 'bad-json'), entry(3, 'refusal', 'out')];
  const rows = () => [...document.querySelectorAll('.log-what')].map((row) => row.textContent);

  test('is newest first, with the game clock and who', async () => {
    open({}, 'log', ENTRIES);
    await expect.poll(rows).toEqual(['out', 'bad-json', 'take']);
    expect(document.querySelector('.log-line')?.textContent).toContain('3RD 7:42refusedann');
  });

  test('is filtered by kind and by what is typed', async () => {
    open({}, 'log', ENTRIES);
    await button('Faults').click();
    await expect.poll(rows).toEqual(['bad-json']);
    await button('All').click();
    await page.getByLabelText('Filter the log').fill('TAKE');
    await expect.poll(rows).toEqual(['take']);
  });
});

describe('what is wrong', () => {
  const hidden = output('air', { painted: painted({ visible: false }) });

  test('is said at the top whatever is open, and one key opens Health', async () => {
    const { desk } = open({ health: health({ outputs: [hidden] }) }, 'log');
    desk.tell({ on: 'opened', dock: 'side', tab: 'addresses' });
    await expect.element(page.getByRole('status', { name: 'What is wrong' })).toHaveTextContent('air hidden');
    await userEvent.keyboard('w');
    await expect.element(page.getByRole('region', { name: 'Outputs' })).toBeVisible();
  });

  test('is nothing while all is well', async () => {
    open();
    await expect
      .element(page.getByRole('status', { name: 'What is wrong' }))
      .toHaveTextContent('All is well');
  });
});

test('health tells each source, the relay and the room for the tape', async () => {
  const source = {
    name: 'location',
    count: 9,
    heardMs: NOW_MS - 2_000,
    rateHz: 24.8,
    gaps: 2,
    longestGapMs: 3_100,
  };
  const tape = { file: 'game.mcap', bytes: 5_000_000, recording: true, freeBytes: 80_000_000_000 };
  open({ health: health({ sources: [source], tape }) });
  await expect
    .element(page.getByRole('region', { name: 'Feed sources' }))
    .toHaveTextContent('location24.82 s23.1 s');
  const relay = page.getByRole('region', { name: 'Relay and tape' });
  await expect.element(relay).toHaveTextContent('up 1 h 00 min');
  await expect.element(relay).toHaveTextContent('80000.0 MB free');
});

describe('an observer', () => {
  test('presses nothing that changes the show, and is told why', async () => {
    const { sent } = open({ show: show(1, { bug: inPreview('scorebug') }) });
    await page.getByLabelText('Your role').selectOptions('observer');
    for (const name of ['Take Scorebug', 'Home score plus one'])
      await expect.element(button(name)).toBeDisabled();
    await userEvent.keyboard(' ');
    await expect.element(page.getByText('role: expected an operator, found an observer')).toBeVisible();
    expect(sent).toEqual([]);
  });

  test('opens panels, and reads the log', async () => {
    open();
    await page.getByLabelText('Your role').selectOptions('observer');
    await page.getByRole('tab', { name: 'Log' }).click();
    await button('Faults').click();
    await expect.element(button('Faults')).toHaveAttribute('aria-pressed', 'true');
  });
});

test('cues bear the name that was given', async () => {
  const { asked } = open();
  await page.getByLabelText('Your name').fill('ann');
  await userEvent.keyboard('{Tab}');
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard(' ');
  expect(asked).toEqual([{ by: 'ann' }]);
});

test('by keyboard alone: a take, a correction, the rundown, a policy', async () => {
  const items = [itemSchema.parse({ id: 'a', name: 'Open', graphics: [{ graphic: 'scorebug' }] })];
  const { sent, desk } = open({ show: show(1, {}, { rundown: { ...emptyRundown, items, standby: 'a' } }) });
  await userEvent.keyboard('1 ');
  await userEvent.keyboard('v+');
  await userEvent.keyboard('x');
  while (desk.state.value.open.work !== 'outage') await userEvent.keyboard('[BracketRight]');
  const policy = page.getByLabelText('Clock in an outage', { exact: true }).element();
  for (let n = 0; n < 200 && document.activeElement !== policy; n += 1) await userEvent.keyboard('{Tab}');
  await userEvent.keyboard('D');
  await userEvent.keyboard('{Tab}');
  expect(sent.map(({ cue }) => cue)).toEqual(['preview', 'take', 'override', 'rundown', 'policy']);
  expect(sent.at(-1)).toMatchObject({ field: 'clock', policy: 'dim' });
});

test('every control has a name for a screen reader', async () => {
  const { desk } = open();
  for (const dock of ['work', 'side'] as const)
    for (const tab of DOCK_TABS[dock]) {
      desk.tell({ on: 'opened', dock, tab });
      await expect.poll(() => document.getElementById(`tab-${dock}-${tab}`)?.ariaSelected).toBe('true');
      const nameless = [
        ...document.querySelectorAll<HTMLInputElement>('button, input, select, a[href]'),
      ].filter((one) => !one.ariaLabel && !one.textContent?.trim() && !(one.labels?.length ?? 0));
      expect([tab, nameless.map(({ outerHTML }) => outerHTML)]).toEqual([tab, []]);
    }
});

test('on a tablet everything is in view, and large enough for a finger', async () => {
  await page.viewport(1024, 768);
  const overrides = {
    'home.score': { value: 61, sinceMs: 0 },
    clock: { value: { remainingMs: 1, running: false, atMs: 0 }, sinceMs: 0 },
  };
  const { desk } = open(held(overrides));
  for (const dock of ['work', 'side'] as const)
    for (const tab of DOCK_TABS[dock]) {
      desk.tell({ on: 'opened', dock, tab });
      await expect.poll(() => document.getElementById(`tab-${dock}-${tab}`)?.ariaSelected).toBe('true');
      const { scrollWidth, scrollHeight } = document.documentElement;
      expect([tab, scrollWidth, scrollHeight]).toEqual([tab, 1024, 768]);
      const small = [...document.querySelectorAll<HTMLElement>('button, select')].filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width > 0 && (width < 31.5 || height < 31.5);
      });
      expect([tab, small.map((one) => one.ariaLabel ?? one.textContent)]).toEqual([tab, []]);
    }
});
