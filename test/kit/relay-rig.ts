// A relay that runs for one test: on port 0, its time turned by hand, its feed scripted, its graphics two simple ones.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { graphicsOf } from '../../src/relay/graphics.ts';
import { makeRelay, type Relay } from '../../src/relay/relay.ts';
import type { RelayOptions } from '../../src/relay/relay-options.ts';
import { type ManualTime, makeManualTime } from './manual-time.ts';
import { makeScriptFeed, type ScriptFeed } from './script-feed.ts';

export const GRAPHICS = graphicsOf([
  {
    id: 'scorebug',
    name: 'Scorebug',
    layer: 'bug',
    needs: ['score'],
    options: z.object({ logo: z.boolean().default(true) }),
  },
  {
    id: 'shot-clock',
    name: 'Shot clock',
    layer: 'clock',
    needs: ['shot-clock'],
    options: z.object({ size: z.number().min(1).max(9).default(3) }),
  },
]);

export type RelayRig = {
  readonly relay: Relay;
  readonly port: number;
  readonly time: ManualTime;
  readonly feed: ScriptFeed;
  readonly lines: readonly string[];
  /** `http://127.0.0.1:PORT` and the path. */
  readonly url: (path: string) => string;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly cue: (cue: unknown, headers?: Record<string, string>) => Promise<Response>;
};

/** A folder that is gone after the test. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'courtside-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a relay, and stops it when the test is over. */
export async function startRelay(
  given: Partial<RelayOptions> & { readonly time?: ManualTime; readonly feed?: ScriptFeed } = {},
): Promise<RelayRig> {
  const time = given.time ?? makeManualTime();
  const feed = given.feed ?? makeScriptFeed();
  const lines: string[] = [];
  const relay = makeRelay({
    version: '1.2.3',
    rehearsal: false,
    rules: 'nba',
    graphics: GRAPHICS,
    pagesFolder: '/nowhere',
    host: '127.0.0.1',
    port: 0,
    addresses: [],
    secrets: [],
    log: (line) => lines.push(line),
    ...given,
    time,
    feed,
  });
  onTestFinished(() => relay.stop());
  const { port } = await relay.start();
  const url = (path: string): string => `http://127.0.0.1:${port}${path}`;
  return {
    relay,
    port,
    time,
    feed,
    lines,
    url,
    get: (path, headers = {}) => fetch(url(path), { headers }),
    cue: (cue, headers = {}) =>
      fetch(url('/api/v1/cues'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(cue),
      }),
  };
}
