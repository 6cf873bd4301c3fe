// The emulator judged by a client that was written from the provider's document alone: it subscribes, resumes, and hears everything once.
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { emulate } from '../../src/emulator/emulate.ts';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { sign } from '../../src/emulator/signature.ts';
import type { Emulating, Emulation } from '../../src/feeds/emulating.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { waitFor } from '../kit/patience.ts';
import { seeded } from '../kit/random.ts';
import { GAME } from '../kit/shottracker-server.ts';
import { StrangerClient } from './stranger-client.ts';

const ACCOUNTS = { producer: 'open sesame' };

async function serve(more: Partial<Emulating> = {}): Promise<Emulation> {
  const emulation = await emulate({
    time: realTime,
    host: '127.0.0.1',
    port: 0,
    seed: 5,
    speed: 1,
    rules: 'nba',
    startAt: 'tipoff',
    asRecorded: false,
    mock: false,
    accounts: ACCOUNTS,
    allowRemote: false,
    tell: () => undefined,
    ...more,
  });
  onTestFinished(() => emulation.stop());
  return emulation;
}

const live = ({ port }: Emulation): string => `ws://127.0.0.1:${port}/live`;
const tokenOf = ({ games: [game] }: Emulation): string => game?.token ?? '';

function stranger(address: string, token: string, more = ''): StrangerClient {
  const client = new StrangerClient(address, token, more);
  onTestFinished(() => client.cut());
  return client;
}

const run = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);

/** Lets the sockets do what they have to while the game's own time goes on. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a client written from the document', () => {
  test.each([1, 2])(
    'cut off at random instants (seed %i), hears every sequenced message exactly once',
    async (seed) => {
      const random = seeded(seed);
      const time = makeManualTime();
      const emulation = await serve({ time, seed, startAt: 'midgame' });
      const client = stranger(live(emulation), tokenOf(emulation));
      const eye = stranger(live(emulation), tokenOf(emulation));
      await eye.connect();
      for (let cut = 0; cut < 6; cut += 1) {
        await client.connect();
        for (let step = 0; step < random() * 40; step += 1) {
          time.advance(100);
          if (random() < 0.5) await turn();
        }
        client.cut();
        time.advance(random() * 4_000);
      }
      await client.connect();
      time.advance(1_000);
      await vi.waitFor(() => expect(client.lastSeq).toBe(eye.lastSeq), { timeout: 45_000 });
      expect(client.heard.length).toBeGreaterThan(300);
      expect(client.heard.map(({ seq }) => seq)).toEqual(run(1, client.heard.length));
      expect(client.heard).toEqual(eye.heard);
      expect(client.other).toEqual([]);
    },
  );

  test('that comes late hears the sequence from the beginning, and the latest of the rest', async () => {
    const time = makeManualTime();
    const emulation = await serve({ time });
    for (let step = 0; step < 400; step += 1) time.advance(100);
    const client = stranger(live(emulation), tokenOf(emulation));
    await client.connect();
    await waitFor(() => expect(client.live.size).toBe(3));
    expect(client.heard.map(({ seq }) => seq)).toEqual(run(1, client.heard.length));
    expect(client.heard.length).toBeGreaterThan(20);
    expect([...client.live]).toEqual(
      expect.arrayContaining([
        ['clock', 1],
        ['location', 1],
        ['broadcastsummary', 1],
      ]),
    );
  });

  test('gets a token by a signed call, and hears only what it asked for', async () => {
    const emulation = await serve();
    const path = '/v1/data/schedule/games/sim-5/_subscribe';
    const date = new Date().toUTCString();
    const host = `127.0.0.1:${emulation.port}`;
    const signature = sign('open sesame', date, host, path);
    const answer = await fetch(`http://${host}${path}`, {
      headers: {
        date,
        authorization: `hmac username="producer",algorithm="hmac-sha1",headers="date host request-line",signature="${signature}"`,
      },
    });
    const { token } = (await answer.json()) as { token: string };
    const client = stranger(live(emulation), token, '&source=clock&source=location');
    await client.connect();
    await waitFor(() => expect(client.live.get('location') ?? 0).toBeGreaterThan(3));
    await waitFor(() => expect([...client.live.keys()].sort()).toEqual(['clock', 'location']));
    expect(client.heard).toEqual([]);
  });

  test.each([
    ['a token that was never given', 'guess', '', 401],
    ['no token', '', '', 401],
    ['an unknown source', null, '&source=heartrate', 400],
    ['a last_seq that is no number', null, '&last_seq=abc', 400],
  ])('is refused with %s', async (_, token, more, status) => {
    const emulation = await serve();
    const client = stranger(live(emulation), token ?? tokenOf(emulation), more);
    await expect(client.connect()).rejects.toThrow(`${status}`);
  });
});

describe('two games', () => {
  const OTHER = { ...GAME, event_id: 'other' };

  async function two() {
    const emulator = await startEmulator({ time: realTime, accounts: ACCOUNTS });
    onTestFinished(() => emulator.stop());
    return {
      emulator,
      mine: emulator.offer(GAME),
      other: emulator.offer(OTHER),
      address: `ws://127.0.0.1:${emulator.port}/`,
    };
  }

  test('a token for one never hears the other', async () => {
    const { emulator, mine, other, address } = await two();
    const client = stranger(address, emulator.tokens.issue(GAME.event_id));
    await client.connect();
    other.say('chart', 'theirs');
    mine.say('chart', 'ours');
    await waitFor(() => expect(client.heard).toHaveLength(1));
    expect(client.heard[0]?.data).toBe('ours');
  });

  test("another server's token is foreign", async () => {
    const { emulator } = await two();
    const { address } = await two();
    const client = stranger(address, emulator.tokens.issue(GAME.event_id));
    await expect(client.connect()).rejects.toThrow('401');
  });

  test('a game that is withdrawn ends with its clients', async () => {
    const { emulator, address } = await two();
    const client = stranger(address, emulator.tokens.issue('other'));
    await client.connect();
    emulator.withdraw('other');
    await waitFor(() => expect(emulator.clients).toEqual([]));
    await expect(client.connect()).rejects.toThrow('401');
  });
});

describe('what is kept', () => {
  async function short(keepLines: number) {
    const emulator = await startEmulator({ time: realTime, accounts: ACCOUNTS, limits: { keepLines } });
    onTestFinished(() => emulator.stop());
    const game = emulator.offer(GAME);
    return { game, address: `ws://127.0.0.1:${emulator.port}/`, token: emulator.tokens.issue(GAME.event_id) };
  }

  test.each([
    ['too old', '&last_seq=3', 410],
    ['the beginning, which is gone', '', 410],
    ['ahead of everything said', '&last_seq=99', 416],
  ])('a last_seq that is %s is told, and the oldest that is kept follows', async (_, more, code) => {
    const { game, address, token } = await short(5);
    for (let n = 0; n < 12; n += 1) game.say('chart', n);
    const client = stranger(address, token, more);
    await client.connect();
    await waitFor(() => expect(client.heard).toHaveLength(5));
    expect(client.heard.map(({ seq }) => seq)).toEqual([8, 9, 10, 11, 12]);
    expect(client.other).toMatchObject([{ type: 'error', code }]);
  });

  test('a last_seq just before the oldest is whole', async () => {
    const { game, address, token } = await short(5);
    for (let n = 0; n < 12; n += 1) game.say('chart', n);
    const client = stranger(address, token, '&last_seq=7');
    await client.connect();
    await waitFor(() => expect(client.heard).toHaveLength(5));
    expect(client.other).toEqual([]);
  });
});
