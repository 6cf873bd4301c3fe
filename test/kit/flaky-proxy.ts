// A wire that misbehaves: a TCP proxy that delays, drops, stalls and cuts what passes through it. It knows nothing of what it carries.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Starts one on a free port of the loopback, in front of `targetPort`. `drop` cuts the wire after so many bytes towards the client. */
export async function startFlakyProxy(targetPort: number) {
  const pairs = new Set<readonly [client: Socket, server: Socket]>();
  let delayMs = 0;
  let isStalled = false;
  let isOpen = true;
  let bytesLeft = Number.POSITIVE_INFINITY;
  const timers = new Set<NodeJS.Timeout>();

  const carry = (from: Socket, to: Socket, isDown: boolean): void => {
    from.on('data', (chunk) => {
      const pass = () => {
        if (isDown) bytesLeft -= chunk.length;
        const kept = isDown && bytesLeft < 0 ? chunk.subarray(0, chunk.length + bytesLeft) : chunk;
        if (!to.destroyed) to.write(kept);
        if (isDown && bytesLeft <= 0) from.destroy();
      };
      if (delayMs === 0) {
        pass();
        return;
      }
      const timer = setTimeout(() => {
        timers.delete(timer);
        pass();
      }, delayMs);
      timers.add(timer);
    });
  };

  const server = createServer((client) => {
    if (!isOpen) {
      client.destroy();
      return;
    }
    const upstream = connect(targetPort, '127.0.0.1');
    const pair = [client, upstream] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [upstream, client]] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
    carry(client, upstream, false);
    carry(upstream, client, true);
    if (isStalled) for (const socket of pair) socket.pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const eachSocket = (act: (socket: Socket) => void): void => {
    for (const pair of pairs) for (const socket of pair) act(socket);
  };

  return {
    port: (server.address() as AddressInfo).port,
    get connections(): number {
      return pairs.size;
    },
    /** Everything from now on comes so much later, in order. */
    delay(ms: number) {
      delayMs = ms;
    },
    /** Lets so many more bytes through to the client, then breaks that wire in the middle of whatever it carries. */
    dropAfter(bytes: number) {
      bytesLeft = bytes;
    },
    /** Carries nothing in either direction, and closes nothing; newcomers too. */
    stall() {
      isStalled = true;
      eachSocket((socket) => socket.pause());
    },
    flow() {
      isStalled = false;
      bytesLeft = Number.POSITIVE_INFINITY;
      eachSocket((socket) => socket.resume());
    },
    /** Breaks all wires now. */
    cut() {
      eachSocket((socket) => socket.destroy());
    },
    /** Whether newcomers are let in. */
    setOpen(open: boolean) {
      isOpen = open;
    },
    async stop(): Promise<void> {
      for (const timer of timers) clearTimeout(timer);
      eachSocket((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
