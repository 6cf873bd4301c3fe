// The mock game over its HTTP API, heard by our own feed's reader: what a hand enters and corrects arrives as plays and as corrections.
import { expect, onTestFinished, test } from 'vitest';
import { emulate } from '../../src/emulator/emulate.ts';
import { makeShotTracker } from '../../src/feeds/shottracker/shottracker.ts';
import { noGame } from '../../src/game/game.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { foldAll } from '../../src/time/timeline.ts';
import type { MockView } from '../../src/wire/mock-view.ts';
import { makeListener } from '../kit/listener.ts';
import { waitFor } from '../kit/patience.ts';

async function room() {
  const emulation = await emulate({
    time: realTime,
    host: '127.0.0.1',
    port: 0,
    seed: 1,
    speed: 1,
    rules: 'nba',
    startAt: 'tipoff',
    asRecorded: false,
    mock: true,
    accounts: {},
    allowRemote: false,
    tell: () => undefined,
  });
  onTestFinished(() => emulation.stop());
  const url = `http://127.0.0.1:${emulation.port}/emulator/mock`;
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const order = async (body: unknown): Promise<MockView> => {
    const answer = await post(body);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as MockView;
  };
  return { emulation, post, order };
}

const SHOT = { kind: 'shot', side: 'home', playerId: 7101, xMm: 0, yMm: 2_000, made: true };

test('shots, their corrections and their deletion arrive in our fold', async () => {
  const { emulation, order } = await room();
  const { game } = await order({ do: 'start', minutes: 2 });
  const to = makeListener();
  const feed = makeShotTracker({
    time: realTime,
    rules: 'nba',
    url: `ws://127.0.0.1:${emulation.port}${game?.webSocketPath ?? ''}`,
    gameId: 'mock',
  });
  onTestFinished(() => feed.stop());
  feed.start(to);
  const folded = () =>
    foldAll(
      to.said.flatMap((one, seq) => (one.kind === 'frame' ? [] : [{ ...one, seq }])),
      noGame,
    );
  const stands = (score: number, shots: number) =>
    waitFor(() => {
      expect(folded().teams['481']?.score).toBe(score);
      expect(Object.values(folded().shots)).toHaveLength(shots);
    });

  await order({ do: 'enter', entry: SHOT });
  await stands(2, 1);
  await order({ do: 'edit', id: 1, entry: { ...SHOT, yMm: 8_000 } });
  await stands(3, 1);
  await order({ do: 'edit', id: 1, entry: { ...SHOT, made: false } });
  await stands(0, 1);
  await order({ do: 'edit', id: 1, entry: { ...SHOT, playerId: 7102 } });
  await stands(2, 1);
  expect(folded().teams['481']?.players['7101']?.line.points).toBe(0);
  expect(folded().teams['481']?.players['7102']?.line.points).toBe(2);
  await order({ do: 'delete', id: 1 });
  await stands(0, 0);
  expect(to.of('play').map(({ classification }) => classification)).toEqual(
    expect.arrayContaining([
      'TWO_POINT_MAKE',
      'UPDATED_TWO_POINT_MAKE_TO_THREE_POINT_MAKE',
      'UPDATED_THREE_POINT_MAKE_TO_TWO_POINT_MISS',
      'DELETED_TWO_POINT_MISS',
      'DELETED_TWO_POINT_MAKE',
    ]),
  );
  expect(to.codes()).toEqual([]);
});

test('a substitution, a clock that is set, and the periods are told', async () => {
  const { order } = await room();
  await order({ do: 'start', minutes: 2 });
  const after = await order({
    do: 'enter',
    entry: { kind: 'substitution', side: 'home', outId: 7101, inId: 7106 },
  });
  expect(after.game?.teams[0]?.players.find(({ id }) => id === 7106)?.onFloor).toBe(true);
  const set = await order({ do: 'clock', remainingMs: 12_300, running: false });
  expect(set.game?.table).toMatchObject({ period: 'Q1', remainingMs: 12_300, running: false });
  const names: (string | undefined)[] = [];
  for (let n = 0; n < 5; n += 1) names.push((await order({ do: 'period' })).game?.table.period);
  expect(names).toEqual(['Q2', 'HT', 'Q3', 'Q4', 'OT1']);
  expect((await order({ do: 'end' })).game?.over).toBe(true);
});

test.each([
  ['an order before the start', { do: 'period' }, 409, {}],
  ['an order that is none', { do: 'dance' }, 422, {}],
  ['minutes that are not offered', { do: 'start', minutes: 7 }, 422, {}],
  ['a page of another site', { do: 'start' }, 403, { origin: 'https://example.com' }],
  ['a body that is no JSON', { do: 'start' }, 415, { 'content-type': 'text/plain' }],
])('%s is refused', async (_, body, status, headers) => {
  const { post } = await room();
  expect((await post(body, headers)).status).toBe(status);
});

test('a player of the other side is refused, and nothing changes', async () => {
  const { post, order } = await room();
  await order({ do: 'start' });
  expect((await post({ do: 'enter', entry: { ...SHOT, side: 'away' } })).status).toBe(409);
  expect((await post({ do: 'delete', id: 1 })).status).toBe(409);
});
