// Packs a tape beside its recording, in a thread of its own: whatever becomes of that, the recorded tape stands until a whole packed one takes its place.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** What the thread is told: how long the tape is by now, in bytes; that it was ended; that nobody wants it any more. */
export type PackOrder =
  | { readonly is: 'grown'; readonly bytes: number }
  | { readonly is: 'ended' }
  | { readonly is: 'abandoned' };
/** What it answers, once: the size of what stands in the tape's place now, in bytes, or why the tape stands as it was recorded. */
export type PackAnswer = { readonly bytes: number } | { readonly failed: string };

export interface Packing {
  /** The tape is so long by now, in bytes; that much of it is on the disk. */
  grown(bytes: number): void;
  /** The tape was ended and closed. Its size from now on, in bytes; null where it stays as it was recorded. */
  finish(): Promise<number | null>;
  /** The tape stays as it was recorded. May be called twice. */
  abandon(): void;
}

/** Begins to pack the tape at a path. */
export type Pack = (path: string) => Packing;

/** What the thread begins with: the tape, and the mark of who makes gists; without one none is made of it. */
export type PackData = { readonly path: string; readonly mark: string | null };

/** Packs in threads that run this program; null where it is not built. */
export function packIn(program: string, mark: string | null): Pack | null {
  if (!existsSync(program)) return null;
  return (path) => {
    const workerData: PackData = { path, mark };
    const worker = new Worker(program, { workerData });
    worker.unref();
    const answered = new Promise<number | null>((resolve) => {
      worker.once('message', (answer: PackAnswer) => resolve('bytes' in answer ? answer.bytes : null));
      worker.once('error', () => resolve(null));
      worker.once('exit', () => resolve(null));
    });
    const order = (what: PackOrder): void => worker.postMessage(what);
    return {
      grown: (bytes) => order({ is: 'grown', bytes }),
      finish() {
        worker.ref();
        order({ is: 'ended' });
        return answered;
      },
      abandon: () => order({ is: 'abandoned' }),
    };
  };
}
