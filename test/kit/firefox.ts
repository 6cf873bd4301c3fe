// A Firefox of this machine, spoken to over WebDriver BiDi as the old Chromiums are over their own protocol.
// Source: W3C WebDriver BiDi; Firefox prints its address when it is started with --remote-debugging-port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { OldPage } from './old-chromium.ts';

/** Machines without a graphics card have WebGL by the processor; nothing is fetched from anywhere. */
const PREFERENCES = {
  'webgl.force-enabled': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
  'layout.css.devPixelsPerPx': '1.0',
};
const VIEWPORT = { width: 1920, height: 1080 };

type Json = Readonly<Record<string, unknown>>;

/** The address at which it is to be spoken to. @throws Error when it ends at once. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(text)?.[1];
      if (found) resolve(`${found}/session`);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`it ended at once: ${text.trim().split('\n').at(-1) ?? ''}`)));
  });
}

/** What it was started with, and its ends. */
async function start(executable: string) {
  const profile = mkdtempSync(join(tmpdir(), 'courtside-firefox-'));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
  const flags = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const child = spawn(executable, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  const socket = new WebSocket(await addressOf(child), { maxPayload: 256 * 1024 * 1024 });
  await once(socket, 'open');
  const close = async (): Promise<void> => {
    const gone = once(child, 'exit');
    socket.close();
    child.kill('SIGKILL');
    await gone;
    rmSync(profile, { recursive: true, force: true });
  };
  return { socket, close };
}

/** Starts it with one page of 1920 by 1080. */
export async function openFirefox(executable: string): Promise<OldPage> {
  const { socket, close } = await start(executable);
  const complaints: string[] = [];
  const waiting = new Map<number, (reply: Json) => void>();
  let sent = 0;
  socket.on('message', (data: Buffer) => {
    const reply = JSON.parse(data.toString()) as Json & { readonly params?: Json };
    if (typeof reply.id === 'number') waiting.get(reply.id)?.(reply);
    if (reply.method === 'log.entryAdded' && reply.params?.type === 'javascript')
      complaints.push(String(reply.params.text));
  });
  const say = (method: string, params: Json = {}): Promise<Json> =>
    new Promise((resolve, reject) => {
      const id = (sent += 1);
      waiting.set(id, ({ result, error, message }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result as Json);
        else reject(new Error(`${method}: ${String(message)}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await say('session.new', { capabilities: {} });
  await say('session.subscribe', { events: ['log.entryAdded'] });
  const { context } = await say('browsingContext.create', { type: 'tab' });
  await say('browsingContext.setViewport', { context, viewport: VIEWPORT });
  return {
    complaints,
    goto: async (url) => void (await say('browsingContext.navigate', { context, url, wait: 'complete' })),
    /** As JSON, so that it is the same value here. */
    async evaluate(expression) {
      const said = await say('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value) ?? 'null')`,
        target: { context },
        awaitPromise: true,
      });
      const { type, result, exceptionDetails } = said as Json & {
        readonly result?: { readonly value?: string };
        readonly exceptionDetails?: { readonly text?: string };
      };
      if (type !== 'success') throw new Error(exceptionDetails?.text ?? expression);
      return JSON.parse(result?.value ?? 'null') as unknown;
    },
    close,
  };
}
