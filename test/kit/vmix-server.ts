// The other end of vMix's wires for one test.
import { onTestFinished } from 'vitest';
import { waitUntil } from './patience.ts';
import { type ServedVmix, serveVmix } from './served-vmix.ts';

export type VmixServer = Omit<ServedVmix, 'stop'> & {
  heardLine(like: RegExp): Promise<string>;
};

/** Starts on free ports; ends with the test. */
export async function startVmix(): Promise<VmixServer> {
  const served = await serveVmix();
  onTestFinished(() => served.stop());
  const heardLine = (like: RegExp): Promise<string> =>
    waitUntil(() => served.heard.find((line) => like.test(line)) ?? '');
  // What counts goes on counting: nothing of it is copied.
  return Object.assign(served, { heardLine });
}
