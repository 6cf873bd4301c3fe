// The other end of obs-websocket 5 for one test.
import { onTestFinished } from 'vitest';
import { waitUntil } from './patience.ts';
import { type Json, type ObsOptions, type ServedObs, serveObs } from './served-obs.ts';

export type ObsServer = Omit<ServedObs, 'stop'> & {
  /** What the nth request of that type asked for, from 0, when it comes. */
  requested(type: string, nth?: number): Promise<Json>;
};

/** Starts on a free port; ends with the test. */
export async function startObs(options: ObsOptions = {}): Promise<ObsServer> {
  const { stop, ...served } = await serveObs(options);
  onTestFinished(stop);
  return {
    ...served,
    requested: async (type, nth = 0) => {
      const found = await waitUntil(() => served.requests.filter((one) => one.type === type)[nth]);
      return found.data;
    },
  };
}
