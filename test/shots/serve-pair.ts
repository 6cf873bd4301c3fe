// Two feeds of one game, as an evening with a backup has them: two providers' rehearsal servers with the same simulated game, and a relay that listens to both.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Serving } from '../bench/serving.ts';

const COMMAND = join(import.meta.dirname, '../courtside.js');
const EMULATE = ['emulate', '--seed', '7', '--start', 'midgame', '--port', '0'];

type Started = { readonly child: ChildProcess; readonly found: RegExpExecArray };

/** Starts the command; resolves with what it printed that looks so. @throws Error when it ends before. */
function start(args: readonly string[], wanted: RegExp, env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = wanted.exec(text);
      if (found) resolve({ child, found });
    });
    child.once('exit', () => reject(new Error(`${args[0]} did not start: npm run build`)));
  });
}

/** ShotTracker as main, IMG Arena as backup, half-way through the game. @throws Error when one of the three ends at once. */
export async function servePair(): Promise<Serving> {
  const data = await mkdtemp(join(tmpdir(), 'courtside-shots-'));
  const main = await start(EMULATE, /(ws:\S+)\?token=(\S+)\s/);
  const backup = await start([...EMULATE, '--as', 'imgarena'], /--url (ws:\S+) --game (\S+)\s/);
  const [, mainUrl = '', token = ''] = main.found;
  const [, backupUrl = '', game = ''] = backup.found;
  const feeds = [
    ['--feed', 'shottracker', '--url', mainUrl],
    ['--backup', 'imgarena', '--backup-url', backupUrl, '--backup-game', game],
  ].flat();
  const env = { SHOTTRACKER_TOKEN: token, IMGARENA_TOKEN: 'rehearsal' };
  const relay = await start(
    ['serve', ...feeds, '--port', '0', '--data', data],
    /http:\/\/127\.0\.0\.1:\d+/,
    env,
  );
  return {
    url: relay.found[0],
    async stop() {
      for (const { child } of [relay, main, backup]) {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}
