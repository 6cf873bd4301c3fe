// A disk in memory for tapes: it keeps what is appended, and fails or stalls when a test says so.
import type { Sink } from '../../src/relay/recorder.ts';

export type MemoryDisk = {
  readonly openSink: (name: string) => Promise<Sink>;
  /** Everything appended to the last file. */
  bytes(): Uint8Array;
  readonly appends: () => number;
  /** From now on every append fails like this; null: no more. */
  fail(error: Error | null): void;
  /** Appends wait until the returned function is called. */
  stall(): () => void;
  readonly closed: () => boolean;
};

/** An empty disk. */
export function makeMemoryDisk(): MemoryDisk {
  let parts: Uint8Array[] = [];
  let failing: Error | null = null;
  let stalled: Promise<void> = Promise.resolve();
  let isClosed = false;
  return {
    openSink: async (file) => {
      if (failing) throw failing;
      parts = [];
      return {
        file,
        async append(part) {
          await stalled;
          if (failing) throw failing;
          parts.push(part);
        },
        async close() {
          isClosed = true;
        },
      };
    },
    bytes: () => Buffer.concat(parts),
    appends: () => parts.length,
    fail(error) {
      failing = error;
    },
    stall() {
      let release = (): void => {};
      stalled = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    closed: () => isClosed,
  };
}
