// The workshop's panels in a real Chromium, on a relay that only writes down what was asked of it: keys, places, refusals, who may press, and what fits.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answer, Ask } from '../../../src/control/ask.ts';
import { type Bench, makeBench, type PanelName } from '../../../src/control/workshop/bench.ts';
import { listenToBench } from '../../../src/control/workshop/bench-keys.ts';
import '../../../src/control/workshop/workshop.css';
import { noWords, type WordsHeard, withMore } from '../../../src/control/workshop/words-line.ts';
import { WorkshopPage } from '../../../src/control/workshop/workshop-page.tsx';
import { fault } from '../../../src/game/fault.ts';
import type { Game } from '../../../src/game/game.ts';
import type { Heard } from '../../../src/wire/heard.ts';
import type { RehearsalInfo } from '../../../src/wire/rehearsal.ts';
import type { ShelvedTape } from '../../../src/wire/tape-shelf.ts';
import { deskWith, mountPage } from '../fixture.tsx';
import { health, snapshot } from '../words.ts';
import { mockGame } from './mock-views.ts';

beforeEach(() => page.viewport(1280, 800));

const REHEARSAL: RehearsalInfo = {
  play: 'mock',
  calls: 'http://127.0.0.1:4848',
  live: 'ws://127.0.0.1:4848/live',
  account: { username: 'rehearsal', secret: 'rehearsal' },
  game: 'mock',
  onPurpose: [],
};
const BOARD = {
  faults: { loss: 'messages are lost (share)', cut: 'connections are broken' },
  sources: ['clock', 'chart'],
  active: [],
  coming: 0,
};

type Posted = { readonly path: string; readonly order: unknown };
type Replies = Readonly<Record<string, unknown>>;

/** Answers by path; a post is written down, and answered as `reply` says. */
function fakeAsk(gets: Replies, reply: (posted: Posted) => unknown) {
  const posts: Posted[] = [];
  const answered = (value: unknown): Answer<never> =>
    value instanceof Error
      ? { ok: false, fault: fault('refused', 'entry', 'another', value.message), token: false }
      : { ok: true, value: value as never };
  const ask: Ask = {
    get: (path) => Promise.resolve(answered(gets[path.replace(/\?.*/, '')] ?? new Error(path))),
    async post(path, order) {
      posts.push({ path, order });
      return answered(await reply({ path, order }));
    },
    setToken: () => undefined,
  };
  return { ask, posts };
}

const TAPE: ShelvedTape = {
  tape: '2026-11-03_19-30-05.mcap',
  bytes: 26_500_000,
  writtenMs: 1_700_000_000_000,
  beganMs: 1_700_000_000_000,
  lastsMs: 8_045_000,
  rules: 'nba',
  home: 'RIV Riverton Herons',
  away: 'ASH Ashport Comets',
  game: '062a',
  what: null,
  trouble: null,
};
const TAPES = [
  { ...TAPE, tape: 'hud.mcap', trouble: 'it holds words of hudstats' },
  TAPE,
  { ...TAPE, tape: 'college.mcap', rules: 'ncaa-men', lastsMs: null },
  ...Array.from({ length: 40 }, (_, nth) => ({ ...TAPE, tape: `old-${nth}.mcap` })),
] satisfies readonly ShelvedTape[];

const game = mockGame();
const GETS: Replies = {
  '/api/v1/rehearsal/mock': { game },
  '/api/v1/rehearsal/faults': BOARD,
  '/api/v1/event-api': {
    provider: { base: '', trouble: 'SHOTTRACKER_USERNAME and SHOTTRACKER_SECRET: none' },
    rehearsal: { base: 'http://127.0.0.1:4848', trouble: null },
    hudstats: { base: '', trouble: 'HUDSTATS_USERNAME and HUDSTATS_PASSWORD: none' },
  },
  '/api/v1/schedule': { games: [] },
  '/api/v1/rehearsal/tapes': { tapes: TAPES },
};

function open(
  first: PanelName,
  {
    reply = () => ({ game }),
    words = noWords,
    rehearsal = REHEARSAL,
  }: {
    reply?: (posted: Posted) => unknown;
    words?: WordsHeard;
    rehearsal?: RehearsalInfo;
  } = {},
) {
  const listening = { to: 'rehearsal', game: 'mock', main: 'simulator' } as const;
  const { desk } = deskWith(snapshot({ health: health({ listening, rehearsal }) }));
  const { ask, posts } = fakeAsk(GETS, reply);
  const bench: Bench = makeBench({
    desk,
    ask,
    game: signal<Game | null>(null),
    copy: () => Promise.resolve(true),
    first,
    now: () => 0,
  });
  const line = { words: signal(words), watch: () => () => undefined };
  const root = document.createElement('div');
  document.body.append(root);
  const stop = listenToBench(document, () => desk.act({ do: 'escape' }));
  render(<WorkshopPage bench={bench} words={line} />, root);
  onTestFinished(() => {
    stop();
    render(null, root);
    root.remove();
  });
  const hear = (more: readonly Heard[]): void => {
    line.words.value = withMore(line.words.peek(), more);
  };
  return { bench, desk, posts, hear };
}

const heard = (n: number): Heard => ({
  n,
  way: 'in',
  atMs: n,
  source: 'clock',
  chars: 9,
  text: `{"n":${n}}`,
  said: [],
  faults: [],
});

const court = () => page.getByRole('application');
const orders = (posts: readonly Posted[]) => posts.map(({ order }) => order);

test('a place, a player and a result make a shot; arrows move the place', async () => {
  const { posts } = open('mock');
  await expect.element(court()).toBeVisible();
  await userEvent.keyboard('2');
  (court().element() as HTMLElement | SVGElement).focus();
  await userEvent.keyboard('{ArrowUp}{ArrowRight}{Shift>}{ArrowUp}{/Shift}');
  await userEvent.keyboard('m');
  await expect
    .poll(() => orders(posts))
    .toEqual([
      {
        do: 'enter',
        entry: { kind: 'shot', side: 'home', playerId: 2, xMm: 250, yMm: 5_200, made: true },
      },
    ]);
});

test('the next shot may be placed before the last one was answered', async () => {
  let answer: (value: unknown) => void = () => undefined;
  const { posts } = open('mock', { reply: () => new Promise((resolve) => (answer = resolve)) });
  await expect.element(court()).toBeVisible();
  (court().element() as HTMLElement | SVGElement).focus();
  await userEvent.keyboard('{ArrowUp}m{ArrowUp}');
  expect(posts).toHaveLength(1);
  answer({ game });
  await expect.element(page.getByText('from 14 ft', { exact: false })).toBeVisible();
  await userEvent.keyboard('x');
  await expect.poll(() => posts.length).toBe(2);
});

test('a shot that is refused keeps its place, and says why', async () => {
  open('mock', { reply: () => new Error('a game that is over') });
  await expect.element(court()).toBeVisible();
  (court().element() as HTMLElement | SVGElement).focus();
  await userEvent.keyboard('{ArrowUp}m');
  await expect.element(page.getByText('Shot: refused')).toBeVisible();
  await expect.element(page.getByText('from 14 ft', { exact: false })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByText('Shot: refused').elements().length).toBe(0);
});

test('a fault is ordered on the source that is chosen, for as long as is said', async () => {
  const { posts } = open('faults', { reply: () => BOARD });
  await page.getByRole('combobox', { name: 'Source' }).selectOptions('chart');
  await page.getByRole('button', { name: /^loss/ }).click();
  await expect
    .poll(() => orders(posts))
    .toEqual([{ fault: 'loss', source: 'chart', share: 0.2, forMs: 10_000 }]);
});

test('faults that are on stand over every panel', async () => {
  const onPurpose = [{ fault: 'freeze', source: 'clock', by: 'hand', untilMs: null } as const];
  const { bench } = open('mock', { rehearsal: { ...REHEARSAL, onPurpose } });
  for (const panel of ['mock', 'faults', 'feed', 'schedule'] as const) {
    bench.panel.value = panel;
    await expect
      .element(page.getByRole('status', { name: 'Faults on purpose' }))
      .toHaveTextContent('freeze clock');
  }
});

test("they stand over every tab of the operator's page too, with the way to where they are worked", async () => {
  const onPurpose = [{ fault: 'loss', source: 'all', by: 'script', untilMs: null } as const];
  const { desk } = deskWith(snapshot({ health: health({ rehearsal: { ...REHEARSAL, onPurpose } }) }));
  const mounted = mountPage(desk);
  onTestFinished(() => mounted.unmount());
  const over = page.getByRole('status', { name: 'Faults on purpose' });
  await expect.element(over).toHaveTextContent('loss on all');
  await page.getByRole('tab', { name: /Workshop/ }).click();
  await expect.element(over).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Feed viewer/ })).toHaveAttribute('href', '/feed');
});

test('an observer may look at everything and press nothing that changes anything', async () => {
  const { desk, bench, posts } = open('mock');
  await expect.element(court()).toBeVisible();
  desk.tell({ on: 'operator', operator: { ...desk.state.peek().operator, role: 'observer' } });
  await expect.element(page.getByRole('button', { name: 'Start' })).toBeDisabled();
  await userEvent.keyboard('cgtl');
  expect(posts).toEqual([]);
  bench.panel.value = 'feed';
  await expect.element(page.getByRole('button', { name: 'Pause' })).toBeEnabled();
});

test('a pause holds what is looked at, and nothing that comes meanwhile is lost', async () => {
  const words = withMore(noWords, [heard(1), heard(2)]);
  const { hear } = open('feed', { words });
  const lines = page.getByRole('list', { name: 'Messages' });
  await expect.element(lines.getByText('{"n":2}')).toBeVisible();
  await userEvent.keyboard('p');
  hear([heard(3), heard(4)]);
  await expect.element(page.getByText('2 wait')).toBeVisible();
  expect(lines.getByText('{"n":3}').elements()).toHaveLength(0);
  await userEvent.keyboard('p');
  for (const n of [1, 2, 3, 4]) await expect.element(lines.getByText(`{"n":${n}}`)).toBeVisible();
});

test.each(['mock', 'faults', 'feed', 'schedule'] as const)(
  '%s fits 1280 x 800, and no key means two things there',
  async (panel) => {
    open(panel);
    const keys = () =>
      [...document.querySelectorAll<HTMLElement>('button[data-key]')].map(({ dataset }) => dataset.key);
    // The tabs and what is listened to have six; the panel's own come with what it has asked for.
    await expect.poll(() => keys().length).toBeGreaterThan(6);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1280);
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(800);
    expect(new Set(keys()).size).toBe(keys().length);
    for (const button of document.querySelectorAll('button'))
      expect((button.getAttribute('aria-label') ?? button.textContent ?? '').trim()).not.toBe('');
  },
);

test.each(['mock', 'faults', 'feed', 'schedule'] as const)(
  'over %s a tape of the shelf is served by keys alone, and what cannot be served says why',
  async (panel) => {
    const served = { ...REHEARSAL, play: 'tape', tape: TAPE.tape } as const;
    const { posts } = open(panel, { reply: () => ({ rehearsal: served }) });
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
  open('faults', { reply: () => new Error('none called x.mcap') });
  await userEvent.keyboard('{Shift>}R{/Shift}');
  const dialog = page.getByRole('dialog', { name: 'Rehearsal server' });
  await dialog.getByRole('button', { name: /^Serve college/ }).click();
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('Refused: none called x.mcap.');
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => dialog.elements().length).toBe(0);
});

test('what is listened to names the tape', async () => {
  open('feed', { rehearsal: { ...REHEARSAL, play: 'tape', tape: 'evening.mcap' } });
  const strip = page.getByRole('region', { name: 'What the relay listens to' });
  await expect.element(strip).toHaveTextContent('the tape evening.mcap');
});
