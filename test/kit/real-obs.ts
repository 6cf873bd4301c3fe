// A real OBS on a display of its own, with a settings folder of its own and its WebSocket server on: for tests that are asked for by COURTSIDE_OBS=1.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObsLink } from '../../src/relay/obs/obs-link.ts';
import { realTime } from '../../src/relay/real-time.ts';

/** What it needs, each as Debian calls it. */
const PROGRAMS = ['obs', 'Xvfb', 'openbox'];
const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0;

/** Programs that are not there. */
export const missingForObs = (): readonly string[] => PROGRAMS.filter((program) => !isThere(program));

/** Why there is none to be tested with; null where there is. */
export function noObs(): string | null {
  if (process.env.COURTSIDE_OBS !== '1') return 'a real OBS is started with COURTSIDE_OBS=1 alone';
  const missing = missingForObs();
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : null;
}

export type RealObs = {
  readonly url: string;
  /** Asks it as a person at OBS would do it by hand. */
  readonly hand: ObsLink;
  stop(): Promise<void>;
};

/** As long as the slowest machine takes. Milliseconds. */
const PATIENCE_MS = 45_000;
const LOOK_MS = 25;

/** For a picture and for a test alike. @throws Error when it does not come. */
async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  const endMs = performance.now() + PATIENCE_MS;
  while (performance.now() < endMs) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error('OBS did not start');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const settings = (port: number, password: string): string =>
  [
    '[General]',
    'FirstRun=true',
    '[OBSWebSocket]',
    'FirstLoad=false',
    'ServerEnabled=true',
    `ServerPort=${port}`,
    `AuthRequired=${password !== ''}`,
    `ServerPassword=${password}`,
    '[BasicWindow]',
    'PreviewEnabled=false',
    '',
  ].join('\n');

/** A display that is free; its name. */
async function display(children: ChildProcess[]): Promise<string> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x720x24', '+extension', 'GLX', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  children.push(server);
  let said = '';
  server.stdio[3]?.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  await until(() => said.includes('\n'));
  return `:${said.trim()}`;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Starts it; an empty password for none. */
export async function startRealObs(password = ''): Promise<RealObs> {
  const home = await mkdtemp(join(tmpdir(), 'courtside-obs-'));
  const folder = join(home, '.config/obs-studio');
  const port = await freePort();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'global.ini'), settings(port, password));
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of children.reverse()) await ended(child);
    await rm(home, { recursive: true, force: true });
  };
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, DISPLAY: await display(children) };
  children.push(spawn('openbox', [], { env, stdio: 'ignore' }));
  const args = ['--multi', '--disable-updater', '--disable-missing-files-check', '--minimize-to-tray'];
  children.push(spawn('obs', args, { env, stdio: 'ignore' }));
  const url = `ws://127.0.0.1:${port}`;
  const open = (): Promise<ObsLink | null> =>
    ObsLink.open({ url, password, time: realTime }).catch(() => null);
  try {
    const hand = await until(open);
    return {
      url,
      hand,
      stop: async () => {
        hand.stop();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
