// A message framed by us is read by any WebSocket, whatever its length.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Pipe } from '../../src/relay/pipe.ts';
import { textFrame } from '../../src/relay/text-frame.ts';

/** What a client hears of these texts; pings of ws's own go between them. */
async function heard(texts: readonly string[]): Promise<readonly string[]> {
  const http = createServer();
  const server = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, stream, head) =>
    server.handleUpgrade(request, stream, head, (socket) => {
      const pipe = new Pipe(socket, stream);
      for (const text of texts) {
        pipe.write(textFrame(text));
        socket.ping('between');
      }
      socket.close();
      pipe.write(textFrame('too late'));
    }),
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void http.close());
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/`);
  const found: string[] = [];
  client.on('message', (data: Buffer, isBinary) => found.push(isBinary ? 'binary' : data.toString()));
  return new Promise((resolve, reject) => {
    client.on('close', () => resolve(found));
    client.on('error', reject);
  });
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])('%i bytes', async (length) => {
  const texts = ['x'.repeat(length), 'after'];
  expect(await heard(texts)).toEqual(texts);
});

test('length counts bytes, not characters', async () => {
  const texts = ['č'.repeat(63), '🏀'.repeat(20_000)];
  expect(await heard(texts)).toEqual(texts);
});
