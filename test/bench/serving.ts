// What a bench of pages needs served: the built command with its simulated game, and the bare page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { WITH_PARENT } from '../kit/with-parent.ts';

export type Serving = { readonly url: string; stop(): Promise<void> };

/** The relay as the README starts it, on a free port; with the logos of a folder, and with more options, where they are given. @throws Error when it ends at once. */
export const serveGame = (marks?: string, more: readonly string[] = []): Promise<Serving> =>
  serve(['serve', '--seed', '7', ...more], marks);

/** A relay that plays a tape. @throws Error when it ends at once. */
export const serveTape = (file: string): Promise<Serving> => serve(['replay', file]);

async function serve(args: readonly string[], marks?: string): Promise<Serving> {
  const data = await mkdtemp(join(tmpdir(), 'courtside-bench-'));
  if (marks !== undefined) await cp(marks, join(data, 'marks'), { recursive: true });
  const command = join(import.meta.dirname, '../courtside.js');
  const child = spawn(process.execPath, [...WITH_PARENT, command, ...args, '--port', '0', '--data', data], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('courtside did not start: npm run build')));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The bare page. */
export async function serveBare(): Promise<Serving> {
  const serve = sirv(join(import.meta.dirname, 'bare'), { dev: false });
  const server = createServer((request, response) => serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/test/bench/bare.html`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
