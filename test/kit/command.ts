// The built command as a child of a test: what the README starts, on a free port, with a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WITH_PARENT } from './with-parent.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Another build than the usual one may be named. */
const COMMAND = process.env.COURTSIDE_COMMAND ?? join(ROOT, 'dist/courtside.js');

export type Running = {
  /** `http://127.0.0.1:PORT`, without a slash. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it has printed, on both ways out. */
  readonly printed: () => string;
  /** Ends it as a person would, and gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

/** Starts `courtside` with these arguments; resolves when it has printed its address. @throws Error when it ended before, with what it printed. */
export async function startCommand(
  args: readonly string[],
  {
    env = {},
    port = 0,
    data: given,
  }: {
    env?: Readonly<Record<string, string>>;
    port?: number;
    /** A folder that is there already, and stays. */
    data?: string;
  } = {},
): Promise<Running> {
  if (!existsSync(COMMAND)) throw new Error('dist/courtside.js is not built: npm run build');
  const data = given ?? (await mkdtemp(join(tmpdir(), 'courtside-')));
  const child = spawn(
    process.execPath,
    [...WITH_PARENT, COMMAND, ...args, '--port', String(port), '--data', data],
    {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const gone = once(child, 'exit') as Promise<[number | null]>;
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await gone;
    if (given === undefined) await rm(data, { recursive: true, force: true });
  });
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (address) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`courtside ended with ${code}:\n${text}`)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    printed: () => text,
    stop: () => ended(child, gone, 'SIGTERM'),
    kill: async () => void (await ended(child, gone, 'SIGKILL')),
  };
}

async function ended(child: ChildProcess, gone: Promise<[number | null]>, signal: NodeJS.Signals) {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  const [code] = await gone;
  return code;
}
