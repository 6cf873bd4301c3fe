// A Chromium of years ago, as old streaming software has it inside: fetched once from npm into a folder of its own, started, and spoken to in its own words.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { WebSocket } from 'ws';

/** Where they are kept from one run to the next: some 500 MB. */
const KEPT = process.env.COURTSIDE_CHROMES ?? join(tmpdir(), 'courtside-chromes');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--in-process-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--remote-debugging-port=0',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  '--hide-scrollbars',
  // As with a window, and as the present one does without: letters are not bent to the pixels.
  '--font-render-hinting=none',
  '--window-size=1920,1080',
];

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${args[0] ?? ''}: ${stderr?.trim().split('\n').at(-1) ?? 'not found'}`);
}

/** The executable of a version of `@sparticuz/chromium`, got where it is not there yet. @throws Error when it cannot be had. */
export function fetchChromium(version: string): string {
  const folder = join(KEPT, version);
  const executable = join(folder, 'chromium');
  if (existsSync(executable)) return executable;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run('npm', ['pack', '--silent', `@sparticuz/chromium@${version}`], folder);
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!packed) throw new Error('npm packed nothing');
  run('tar', ['xzf', packed], folder);
  const bin = join(folder, 'package/bin');
  const unpacked = (name: string): Buffer => brotliDecompressSync(readFileSync(join(bin, name)));
  writeFileSync(join(folder, 'swiftshader.tar'), unpacked('swiftshader.tar.br'));
  run('tar', ['xf', 'swiftshader.tar'], folder);
  writeFileSync(join(folder, 'unpacked'), unpacked('chromium.br'));
  chmodSync(join(folder, 'unpacked'), 0o755);
  run('mv', ['unpacked', 'chromium'], folder);
  return executable;
}

type Reply = {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: {
    readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
  };
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
};

export type OldPage = {
  /** What it complained of. */
  readonly complaints: readonly string[];
  goto(url: string): Promise<void>;
  /** The value of an expression, awaited. @throws Error when it throws. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
};

/** The address at which it is to be spoken to. @throws Error when it ends at once. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`it ended at once: ${text.trim().split('\n').at(-1) ?? ''}`)));
  });
}

/** Starts it with one page of 1920 by 1080. */
export async function openOldPage(executable: string): Promise<OldPage> {
  const child = spawn(executable, FLAGS, { stdio: ['ignore', 'ignore', 'pipe'] });
  const socket = new WebSocket(await addressOf(child), { maxPayload: 256 * 1024 * 1024 });
  await once(socket, 'open');
  const complaints: string[] = [];
  const waiting = new Map<number, (reply: Reply) => void>();
  let sent = 0;
  const session: { sessionId?: string } = {};
  socket.on('message', (data: Buffer) => {
    const reply = JSON.parse(data.toString()) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
    if (reply.method === 'Runtime.exceptionThrown')
      complaints.push(reply.params?.exceptionDetails?.exception?.description ?? 'an error');
  });
  const say = (method: string, params: object = {}): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const id = (sent += 1);
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      socket.send(JSON.stringify({ id, method, params, ...session }));
    });
  const { targetId } = await say('Target.createTarget', { url: 'about:blank' });
  const attached = await say('Target.attachToTarget', { targetId, flatten: true });
  session.sessionId = String(attached.sessionId);
  await say('Runtime.enable');
  await say('Page.enable');
  const evaluate = async (expression: string): Promise<unknown> => {
    const said = (await say('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
      readonly result?: { readonly value?: unknown };
      readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
    };
    if (said.exceptionDetails) throw new Error(said.exceptionDetails.exception?.description ?? expression);
    return said.result?.value;
  };
  return {
    complaints,
    goto: async (url) => void (await say('Page.navigate', { url })),
    evaluate,
    close: async () => {
      const gone = once(child, 'exit');
      socket.close();
      child.kill('SIGKILL');
      await gone;
    },
  };
}
