// The workshop's page on a relay that only writes down what was asked of it.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { onTestFinished } from 'vitest';
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
import { deskWith } from '../fixture.tsx';
import { health, snapshot } from '../words.ts';
import { mockGame } from './mock-views.ts';

/** A rehearsal server with a mock game. */
export const REHEARSAL: RehearsalInfo = {
  play: 'mock',
  calls: 'http://127.0.0.1:4848',
  live: 'ws://127.0.0.1:4848/live',
  account: { username: 'rehearsal', secret: 'rehearsal' },
  game: 'mock',
  onPurpose: [],
};
/** No fault is on. */
export const BOARD = {
  faults: { loss: 'messages are lost (share)', cut: 'connections are broken' },
  sources: ['clock', 'chart'],
  active: [],
  coming: 0,
};

/** What was asked of the relay. */
export type Posted = { readonly path: string; readonly order: unknown };
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

/** The first tape of the shelf that can be served. */
export const TAPE: ShelvedTape = {
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

/** The mock game that every order is answered with. */
export const game = mockGame();
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

/** The page at one panel. What is posted is written down; `hear` lets the feed say more. */
export function openWorkshop(
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
