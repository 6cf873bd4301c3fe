// A graphic that another host has loaded, at a real relay: it may listen where it was invited, and do nothing else.
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openPage } from '../kit/page.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';

const GUEST = 'http://localhost:5660';

/** The status with which an upgrade is refused; null where it is granted. */
const upgrade = ({ port }: RelayRig, path: string, origin: string): Promise<number | null> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { origin } });
    socket.on('open', () => {
      socket.terminate();
      resolve(null);
    });
    socket.on('unexpected-response', (_request, response) => {
      socket.terminate();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', () => {});
  });

test('hears the game over the wire', async () => {
  const rig = await startRelay({ guests: [GUEST] });
  const page = await openPage(rig.port, { name: 'guest', bus: 'preview' }, { origin: GUEST });
  expect(await page.snapshot()).toMatchObject({ type: 'snapshot', rules: 'nba' });
});

test.each([
  ['/wire', GUEST, null],
  ['/wire', 'http://localhost:5661', 403],
  ['/api/v1/events', GUEST, 403],
  ['/api/v1/words', GUEST, 403],
])('%s from %s: %o', async (path, origin, status) => {
  expect(await upgrade(await startRelay({ guests: [GUEST] }), path, origin)).toBe(status);
});

test('sends no cue, and reads no state', async () => {
  const rig = await startRelay({ guests: [GUEST] });
  expect((await rig.cue({ cue: 'clear' }, { origin: GUEST })).status).toBe(403);
  expect((await rig.get('/api/v1/state', { origin: GUEST })).status).toBe(403);
});

test('nobody is a guest where nobody was invited', async () => {
  expect(await upgrade(await startRelay(), '/wire', GUEST)).toBe(403);
});
