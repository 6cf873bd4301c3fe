// Pages in a process of their own, as a bench orders them.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadOrder, LoadReport, LoadWord } from './peer-load.ts';

export type Load = {
  /** Forgets what has come so far. */
  begin(): void;
  /** What came since. */
  counted(): Promise<{ readonly deliveries: number; readonly latenciesMs: readonly number[] }>;
  leave(): Promise<void>;
};

/** Starts the pages, and waits until all are connected. */
export async function startLoad(order: LoadOrder): Promise<Load> {
  const child = fork(join(import.meta.dirname, 'peer-load.js'), [JSON.stringify(order)]);
  const say = (word: LoadWord): void => void child.send(word);
  const [ready] = (await once(child, 'message')) as [LoadReport];
  if (ready.type !== 'ready') throw new Error('the pages did not begin');
  return {
    begin: () => say('count'),
    async counted() {
      say('report');
      const [told] = (await once(child, 'message')) as [LoadReport];
      if (told.type !== 'counted') throw new Error('the pages did not count');
      return told;
    },
    async leave() {
      const gone = once(child, 'exit');
      say('leave');
      await gone;
    },
  };
}
