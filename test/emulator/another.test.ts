// `emulate --as`: a server of another provider, with faults on purpose, and our own feed that listens to it.
import { expect, onTestFinished, test } from 'vitest';
import { emulate } from '../../src/emulator/emulate.ts';
import { FaultLine } from '../../src/emulator/fault-line.ts';
import { ANY_SOURCE } from '../../src/emulator/fault-texts.ts';
import { makeFaultBoard } from '../../src/emulator/faults.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import { makeHudStats } from '../../src/feeds/hudstats/hudstats.ts';
import { makeImgArena } from '../../src/feeds/imgarena/imgarena.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { makeListener } from '../kit/listener.ts';

const BASE = {
  time: realTime,
  host: '127.0.0.1',
  port: 0,
  seed: 3,
  speed: 4,
  rules: 'nba',
  startAt: 'tipoff',
  asRecorded: false,
  mock: false,
  accounts: { rehearsal: 'rehearsal' },
  allowRemote: false,
  tell: () => undefined,
} as const;
const PATIENCE = { timeout: 30_000 };

async function listening(as: 'hudstats' | 'imgarena') {
  const emulation = await emulate({ ...BASE, as });
  onTestFinished(() => emulation.stop());
  const [game] = emulation.games;
  const ws = `ws://127.0.0.1:${emulation.port}`;
  const given = { time: realTime, rules: 'nba', random: () => 0, token: game?.token } as const;
  const feed: Feed =
    as === 'hudstats'
      ? makeHudStats({ ...given, url: `${ws}/live`, gameId: game?.id ?? '' })
      : makeImgArena({ ...given, url: ws, fixtureId: game?.id });
  const listener = makeListener();
  feed.start(listener);
  onTestFinished(() => feed.stop());
  return { emulation, listener };
}

test.each(['hudstats', 'imgarena'] as const)('as %s a simulated game is live for its feed', async (as) => {
  const { listener } = await listening(as);
  await expect.poll(() => listener.standing(), PATIENCE).toBe('live');
  await expect.poll(() => listener.of('clock').length, PATIENCE).toBeGreaterThan(0);
  await expect.poll(() => listener.of('roster').length, PATIENCE).toBeGreaterThanOrEqual(2);
  expect(listener.codes()).toEqual([]);
});

test.each(['hudstats', 'imgarena'] as const)(
  'as %s a connection that is cut on purpose is made again when it may be',
  async (as) => {
    const { emulation, listener } = await listening(as);
    await expect.poll(() => listener.standing(), PATIENCE).toBe('live');
    expect(emulation.ask('faults', { fault: 'cut' }).status).toBe(200);
    await expect.poll(() => listener.statuses.map(({ status }) => status), PATIENCE).toContain('lost');
    emulation.ask('faults', { clear: {} });
    await expect.poll(() => listener.standing(), PATIENCE).toBe('live');
  },
);

test.each(['hudstats', 'imgarena'] as const)('as %s garbled words crash nobody, and are told', async (as) => {
  const { emulation, listener } = await listening(as);
  await expect.poll(() => listener.standing(), PATIENCE).toBe('live');
  for (const fault of ['truncate', 'duplicate', 'reorder', 'wrong-types'])
    emulation.ask('faults', { fault, share: 0.5, forMs: 60_000 });
  await expect.poll(() => listener.faults.length, PATIENCE).toBeGreaterThan(0);
  emulation.ask('faults', { clear: {} });
  const before = listener.of('clock').length;
  await expect.poll(() => listener.of('clock').length, PATIENCE).toBeGreaterThan(before);
});

const toldBy = {
  hudstats: {
    text: JSON.stringify({
      status: 'ok',
      publishedAt: 1_700_000_000_000,
      channel: 'score',
      payload: { score: { home: { matchScore: 10 }, away: { matchScore: 8 } } },
    }),
    score: (text: string) => {
      const { home, away } = JSON.parse(text).payload.score;
      return [home.matchScore, away.matchScore];
    },
  },
  imgarena: {
    text: JSON.stringify({
      fixtureAction: { actionId: 'a', fixtureActionTypeId: 61 },
      fixtureSummary: { homeTeamScore: 10, awayTeamScore: 8 },
    }),
    score: (text: string) => {
      const { homeTeamScore, awayTeamScore } = JSON.parse(text).fixtureSummary;
      return [homeTeamScore, awayTeamScore];
    },
  },
} as const;

/** What a client hears of a provider's text while a fault is on. */
function throughFault(order: { readonly fault: 'wrong-score' | 'wrong-types' }, text: string): string {
  const board = makeFaultBoard();
  board.set({ source: 'all', share: 1, points: 7, ...order }, 0);
  const line = new FaultLine(board, 1);
  line.take({ source: ANY_SOURCE, text, sequenced: false }, 0);
  return line.out(0)[0] ?? '';
}

test.each(['hudstats', 'imgarena'] as const)(
  'as %s scores are wrong by so many points, and values of wrong types',
  (as) => {
    const { text, score } = toldBy[as];
    expect(score(throughFault({ fault: 'wrong-score' }, text))).toEqual([17, 15]);
    expect(score(throughFault({ fault: 'wrong-types' }, text))).toEqual([{ value: 10 }, { value: 8 }]);
  },
);

test('what is no word of a score is not touched by a wrong one', () => {
  const heartbeat = '{ "type": "heartbeat" }';
  expect(throughFault({ fault: 'wrong-score' }, heartbeat)).toBe(heartbeat);
  expect(throughFault({ fault: 'wrong-types' }, heartbeat)).toBe(heartbeat);
});
