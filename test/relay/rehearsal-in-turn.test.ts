// Whoever asks the rehearsal server for something while it is on its way to something else waits for that: there is never a second one.
import { expect, test } from 'vitest';
import type { Emulate } from '../../src/feeds/emulating.ts';
import { realTime } from '../../src/relay/real-time.ts';
import { makeRehearsal } from '../../src/relay/rehearsal/rehearsal.ts';
import { makeShelf } from '../../src/relay/tapes/shelf.ts';

/** Servers that take a turn to start, and how many of them run. */
function rig() {
  let started = 0;
  let open = 0;
  const emulate: Emulate = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    started += 1;
    open += 1;
    return {
      port: 4_000 + started,
      games: [],
      latest: () => 'g1',
      issue: () => 'a token',
      ask: () => ({ status: 200, body: {} }),
      async stop() {
        open -= 1;
      },
    };
  };
  const server = makeRehearsal({
    time: realTime,
    rules: 'nba',
    emulate,
    port: 0,
    seed: 1,
    shelf: makeShelf({ folder: '/nowhere', sample: undefined }),
    log: () => undefined,
  });
  return { server, started: () => started, open: () => open };
}

test('of two that are asked for at once only the last runs', async () => {
  const { server, open } = rig();
  await Promise.all([server.start({ play: 'simulator' }), server.start({ play: 'mock' })]);
  expect(open()).toBe(1);
  expect(server.info()).toMatchObject({ play: 'mock' });
  await server.end();
  expect(open()).toBe(0);
});

test('one that is ended while it starts does not go on', async () => {
  const { server, open } = rig();
  await Promise.all([server.start({ play: 'simulator' }), server.end()]);
  expect({ open: open(), told: server.info() }).toEqual({ open: 0, told: undefined });
});

test('two orders to a mock game that is not begun begin it once', async () => {
  const { server, started } = rig();
  await Promise.all([server.ask('mock', { do: 'start' }), server.ask('mock', { do: 'score' })]);
  expect(started()).toBe(1);
  await server.end();
});

test('what is refused holds up nothing that is asked for after it', async () => {
  const { server } = rig();
  const refused = server.start({ play: 'tape', tape: 'none.mcap' });
  const started = server.start({ play: 'mock' });
  await expect(refused).rejects.toThrow();
  await started;
  expect(server.info()).toMatchObject({ play: 'mock' });
  await server.end();
});
