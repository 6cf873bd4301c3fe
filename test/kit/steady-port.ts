// A port for a server that is killed and started again: nobody else is given it meanwhile.
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what any system gives to connections that go out (Linux from 32768, the others from 49152), and above the well-known ones. */
const PORTS = { from: 20_000, to: 32_000 } as const;

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  const free = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]).catch(() => false);
  await new Promise((resolve) => server.close(resolve));
  return free;
}

/** A port of the loopback on which nobody listens. `chance` in [0, 1) says where the search begins: by default tests that run side by side begin apart. */
export async function findSteadyPort(chance = (process.pid % 997) / 997): Promise<number> {
  const count = PORTS.to - PORTS.from;
  const first = Math.floor(chance * count);
  for (let i = 0; i < count; i += 1) {
    const port = PORTS.from + ((first + i) % count);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
}
