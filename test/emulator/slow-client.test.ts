// A client that takes nothing is cut off; whoever listens beside it hears everything, and no more is held for the slow one than a bound.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { STUCK_MS, startEmulator } from '../../src/emulator/emulator.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { waitFor } from '../kit/patience.ts';
import { GAME } from '../kit/shottracker-server.ts';
import { StrangerClient } from './stranger-client.ts';

/** So much is said that no socket of any machine takes it without a reader. */
const LINES = 600;
const LINE_BYTES = 100_000;

/** A WebSocket that is opened and then never read from. */
async function deafClient(port: number, token: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    [
      `GET /?token=${token} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      `sec-websocket-key: ${Buffer.alloc(16, 7).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  );
  await once(socket, 'data');
  socket.pause();
  return socket;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a client that takes nothing is cut off, and nobody else misses a word', async () => {
  const time = makeManualTime();
  const emulator = await startEmulator({ time, accounts: {} });
  onTestFinished(() => emulator.stop());
  const game = emulator.offer(GAME);
  await deafClient(emulator.port, emulator.tokens.issue(GAME.event_id));
  await waitFor(() => expect(emulator.clients).toHaveLength(1));
  const [slow] = emulator.clients;
  const quick = new StrangerClient(`ws://127.0.0.1:${emulator.port}/`, emulator.tokens.issue(GAME.event_id));
  onTestFinished(() => quick.cut());
  await quick.connect();

  const words = 'x'.repeat(LINE_BYTES);
  for (let n = 1; n <= LINES; n += 1) {
    game.say('chart', words);
    if (n % 5 === 0) await turn();
  }
  await vi.waitFor(() => expect(quick.lastSeq).toBe(LINES), { timeout: 45_000 });

  // What it does not take is not heaped up for it: it waits in the history that all share.
  const heapedBytes = (slow?.sent ?? 0) * LINE_BYTES;
  expect(heapedBytes).toBeLessThan((LINES * LINE_BYTES) / 2);
  expect(slow?.stuckMs(time.now() + 1)).toBeGreaterThan(0);

  time.advance(STUCK_MS + 5_000);
  await waitFor(() => expect(emulator.clients).toHaveLength(1));
  game.say('chart', 'after');
  await waitFor(() => expect(quick.lastSeq).toBe(LINES + 1));
  expect(quick.heard.map(({ seq }) => seq)).toEqual(Array.from({ length: LINES + 1 }, (_, n) => n + 1));
  expect(slow?.isOpen).toBe(false);
});
