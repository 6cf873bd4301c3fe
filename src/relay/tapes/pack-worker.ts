// The thread that packs a tape while it is recorded: it is told how far the tape has grown, and answers once.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Growth, packTape } from './pack-tape.ts';
import type { PackAnswer, PackOrder } from './packing.ts';

const growth = new Growth();
const abandoned = new AbortController();
const port = parentPort;

port?.on('message', (order: PackOrder) => {
  switch (order.is) {
    case 'grown':
      return growth.grown(order.bytes);
    case 'ended':
      return growth.end();
    case 'abandoned':
      abandoned.abort();
      // What waits for it to grow waits no more.
      return growth.end();
    default: {
      const never: never = order;
      return never;
    }
  }
});

const { path, mark } = z.object({ path: z.string(), mark: z.string().nullable() }).parse(workerData);
const answer: PackAnswer = await packTape(path, growth, { signal: abandoned.signal, mark }).then(
  (bytes) => ({ bytes }),
  (error: unknown) => ({ failed: error instanceof Error ? error.message : String(error) }),
);
port?.postMessage(answer);
port?.close();
