import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import type { CueAnswer } from '../../src/control/cue-line.ts';
import type { Cue } from '../../src/show/cue.ts';
import type { Snapshot } from '../../src/wire/wire.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { GRAPHICS, health, inPreview, NOW_MS, onProgram, output, painted, show } from './words.ts';

let undo: (() => void)[] = [];
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  for (const one of undo) one();
  undo = [];
});

/** A page at work, with its keyboard. */
function open(told: Partial<Snapshot> = {}, answer?: (cue: Cue) => CueAnswer) {
  const made = deskWith(told, answer);
  const mounted = mountPage(made.desk);
  undo.push(() => mounted.unmount());
  return made;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const told = (expected: string): CueAnswer => ({
  status: 'refused',
  fault: { code: 'cue-refused', where: 'graphic', expected, found: 'scorebug' },
});

describe('a graphic', () => {
  test('goes to preview and to air by its buttons', async () => {
    const { sent } = open({ show: show(1, { clock: inPreview('shot-clock') }) });
    await button('Preview Player dots').click();
    await button('Take Shot clock').click();
    expect(sent).toEqual([
      { cue: 'preview', graphic: 'player-dots', options: {} },
      { cue: 'take', graphic: 'shot-clock' },
    ]);
  });

  test('goes out by its button, which is off while there is nothing to take out', async () => {
    const { sent } = open({ show: show(1, { bug: onProgram('scorebug') }) });
    await expect.element(button('Out Shot clock')).toBeDisabled();
    await button('Out Scorebug').click();
    expect(sent).toEqual([{ cue: 'out', graphic: 'scorebug' }]);
  });

  test('is amber until every output has painted it, then red', async () => {
    const { desk } = open({ show: show(1) });
    desk.tell({
      on: 'down',
      down: { type: 'show', show: show(2, { bug: onProgram('scorebug') }) },
      nowMs: 0,
    });
    const hear = (revision: number) =>
      desk.tell({
        on: 'down',
        nowMs: 0,
        down: {
          type: 'health',
          health: health({ outputs: [output('air', { painted: painted({ revision }) })] }),
        },
      });
    const tally = page.getByLabelText('Scorebug tally');
    hear(1);
    await expect.element(tally).toHaveTextContent('Sent');
    hear(2);
    await expect.element(tally).toHaveTextContent('On air');
    expect(getComputedStyle(tally.element()).backgroundColor).toBe('rgb(229, 53, 43)');
  });

  test('says what the feed does not give it', async () => {
    open();
    await expect.element(page.getByText('no positions in this feed')).toBeVisible();
  });
});

describe('the keyboard', () => {
  test('runs a show: prepare, take, out', async () => {
    const { sent } = open({ show: show(1, { bug: onProgram('scorebug') }) });
    await userEvent.keyboard('2');
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{Shift>}Q{/Shift}');
    expect(sent).toEqual([
      { cue: 'preview', graphic: 'shot-clock', options: {} },
      { cue: 'take' },
      { cue: 'out', graphic: 'scorebug' },
    ]);
  });

  test('takes with Space also after a button was clicked', async () => {
    const { sent } = open();
    await button('Preview Shot clock').click();
    await userEvent.keyboard(' ');
    expect(sent.map(({ cue }) => cue)).toEqual(['preview', 'take']);
  });

  test('does nothing to the show while an option is being typed', async () => {
    const { sent, desk } = open();
    await page.getByLabelText('Title').fill('');
    await page.getByLabelText('Title').click();
    await userEvent.keyboard('1 h+Q');
    expect(sent).toEqual([]);
    expect(desk.state.value.armed).toBeNull();
    expect(desk.state.value.drafts.scorebug).toEqual({ title: '1 h+Q' });
  });

  test('presses a button reached by Tab, and takes nothing by it', async () => {
    const { sent } = open();
    (button('Preview Shot clock').element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    expect(sent).toEqual([{ cue: 'preview', graphic: 'shot-clock', options: {} }]);
  });

  test('every key of a button is shown on it', () => {
    open();
    const keyed = [...document.querySelectorAll('button[aria-keyshortcuts]')];
    expect(keyed.length).toBeGreaterThan(20);
    for (const one of keyed)
      expect(one.querySelector('kbd')?.textContent?.replace('⇧', 'Shift+').replace(/Esc$/, 'Escape')).toBe(
        one.getAttribute('aria-keyshortcuts'),
      );
  });
});

describe('clear all', () => {
  test('does nothing at a click', async () => {
    const { sent } = open();
    await page.getByRole('button', { name: /Clear all/ }).click();
    expect(sent).toEqual([]);
  });

  test('clears when it was held until its bar is full', async () => {
    const { sent } = open();
    const hold = page.getByRole('button', { name: /Clear all/ }).element();
    hold.dispatchEvent(new PointerEvent('pointerdown', { button: 0, bubbles: true }));
    await expect.poll(() => hold.getAnimations({ subtree: true }).length).toBe(1);
    hold.getAnimations({ subtree: true })[0]?.finish();
    await expect.poll(() => sent).toEqual([{ cue: 'clear' }]);
  });

  test('clears by Shift and Escape', async () => {
    const { sent } = open();
    await userEvent.keyboard('{Shift>}{Escape}{/Shift}');
    expect(sent).toEqual([{ cue: 'clear' }]);
  });
});

describe('a refusal', () => {
  test('is told in the words of its Fault until it is dismissed', async () => {
    open({}, () => told('something that is on air'));
    await button('Take Scorebug').click();
    const alert = page.getByText('graphic: expected something that is on air, found scorebug');
    await expect.element(alert).toBeVisible();
    await button('Dismiss: Take scorebug').click();
    await expect.element(alert).not.toBeInTheDocument();
  });

  test('for want of a token asks for it once, and hands it to the line', async () => {
    const { tokens } = open({}, () => ({
      status: 'token',
      fault: { code: 'refused-at-the-door', where: 'Authorization', expected: 'a token', found: 'none' },
    }));
    await button('Take Scorebug').click();
    await page.getByLabelText('Control token', { exact: true }).fill('sesame');
    await button('Use token').click();
    expect(tokens).toEqual(['sesame']);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(sessionStorage.length + localStorage.length).toBe(0);
  });
});

describe('a correction', () => {
  test('takes two keys', async () => {
    const { sent } = open();
    await userEvent.keyboard('h+');
    expect(sent).toEqual([{ cue: 'override', field: 'home.score', add: 1 }]);
  });

  test('takes one click, and another in a hurry counts too', async () => {
    const { sent } = open({}, () => ({ status: 'granted', revision: 9 }));
    await button('Away score minus one').click();
    await button('Away score minus one').click();
    expect(sent.map((cue) => (cue.cue === 'override' ? cue.add : null))).toEqual([-1, -1]);
  });

  test('is seen while it holds, with what the feed says, and goes by its Release', async () => {
    const { sent } = open({ show: show(1, {}, { overrides: { 'home.score': { value: 61, sinceMs: 0 } } }) });
    await expect.element(page.getByLabelText('Home score', { exact: true })).toHaveTextContent('61');
    await expect.element(button('Release home.score')).toHaveTextContent('feed 58');
    await button('Release home.score').click();
    expect(sent).toEqual([{ cue: 'release', field: 'home.score' }]);
  });

  test('moves nothing on the page', () => {
    const { desk } = open();
    const place = () => button('Home fouls plus one').element().getBoundingClientRect().toJSON() as unknown;
    const before = place();
    const overrides = { 'home.score': { value: 61, sinceMs: 0 }, 'home.fouls': { value: 3, sinceMs: 0 } };
    desk.tell({ on: 'down', down: { type: 'show', show: show(1, {}, { overrides }) }, nowMs: 0 });
    expect(place()).toEqual(before);
  });
});

describe('options', () => {
  test('reach nothing before a button says so, then preview', async () => {
    const { sent } = open({ show: show(1, { bug: inPreview('scorebug') }) });
    await page.getByLabelText('Position').selectOptions('top-left');
    expect(sent).toEqual([]);
    await button('Update preview').click();
    const options = { ...GRAPHICS[0]?.defaults, position: 'top-left' };
    expect(sent).toEqual([{ cue: 'update', graphic: 'scorebug', options }]);
  });

  test('keep the last value that was one while something else is typed', async () => {
    const { desk } = open();
    await page.getByLabelText('Gap').fill('12');
    await page.getByLabelText('Gap').fill('');
    expect(desk.state.value.drafts.scorebug).toEqual({ gap: 12 });
    await expect.element(page.getByLabelText('Gap')).toHaveAttribute('aria-invalid', 'true');
  });
});

describe('an output', () => {
  test('is set a delay in steps of ten milliseconds', async () => {
    const { sent } = open({ health: health({ outputs: [output('air')] }) });
    const delay = page.getByLabelText('Delay of air in milliseconds');
    await delay.fill('2405');
    await expect.element(button('Set the delay of air')).toBeDisabled();
    await delay.fill('2400');
    await button('Set the delay of air').click();
    expect(sent).toEqual([{ cue: 'delay', output: 'air', delayMs: 2400 }]);
  });

  test('that draws in software, is hidden or lags says so', async () => {
    const slow = painted({ renderer: 'webgl-software', visible: false });
    open({ health: health({ outputs: [output('air', { painted: slow, lagging: true })] }) });
    await expect.element(page.getByText('software rendering')).toHaveClass('look');
    await expect.element(page.getByText('lagging · hidden')).toHaveClass('look');
  });
});

test('faults are listed newest first with their counts', () => {
  const fault = (code: string, lastMs: number, count: number) => ({
    id: code,
    hasRaw: false,
    fault: { code, where: `${code}.where`, expected: 'a', found: 'b' },
    count,
    lastMs,
  });
  open({
    health: health({ faults: [fault('older', NOW_MS - 9_000, 3), fault('newer', NOW_MS - 1_000, 12)] }),
  });
  const rows = [...document.querySelectorAll('.fault')].map((row) => row.textContent);
  expect(rows[0]).toContain('newer12× · 1 s ago');
  expect(rows[1]).toContain('older3× · 9 s ago');
});

test('without the relay the page says so, and keeps what it knew', async () => {
  const { desk } = open();
  desk.tell({ on: 'link', link: { status: 'waiting', attempt: 2, retryAtMs: 0 } });
  await expect.element(page.getByText('No connection to the relay, trying again')).toBeVisible();
  await expect.element(page.getByRole('group', { name: 'Feed' })).toHaveTextContent('Feed was live');
  await expect.element(page.getByLabelText('What the feed says')).toHaveTextContent('LAL5458DEN3RD7:4214');
});

test.each([
  [1280, 800],
  [1920, 1080],
])('at %d by %d nothing of the page needs scrolling', async (width, height) => {
  await page.viewport(width, height);
  const outputs = ['air', 'backup', 'desk-program', 'desk-preview'].map((name) => output(name));
  const { desk } = open({ health: health({ outputs }) });
  desk.tell({ on: 'link', link: { status: 'waiting', attempt: 2, retryAtMs: 0 } });
  await document.fonts.ready;
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(height);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
