// One page of a headless Chromium, driven through a pipe: no port is opened, and nobody else can drive it. Source: Chrome DevTools Protocol.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { CHROMIUM_FLAGS } from './find-chromium.ts';

export interface Page {
  /** Runs an expression in the page, and gives what it comes to, once it has. @throws Error with what the page threw. */
  evaluate(expression: string): Promise<unknown>;
  /** May be called twice. */
  close(): Promise<void>;
}

/** Messages end with this. */
const END = '\0';

const answerSchema = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const targetSchema = z.object({ targetId: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });
const evaluatedSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z
    .object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() })
    .optional(),
});

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

/** Commands out, answers in. */
class Pipe {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #id = 0;
  #parts: Buffer[] = [];

  constructor(out: Writable, back: Readable) {
    this.#out = out;
    out.on('error', () => this.fail('the browser has ended'));
    back.on('error', () => this.fail('the browser has ended'));
    back.on('data', (part: Buffer) => this.#hear(part));
  }

  send(method: string, params: object, sessionId?: string): Promise<unknown> {
    this.#id += 1;
    const id = this.#id;
    const answered = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#out.write(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }) + END);
    return answered;
  }

  fail(why: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }

  #hear(part: Buffer): void {
    let from = 0;
    for (let end = part.indexOf(0); end !== -1; end = part.indexOf(0, from)) {
      this.#answer(Buffer.concat([...this.#parts, part.subarray(from, end)]).toString());
      this.#parts = [];
      from = end + 1;
    }
    if (from < part.length) this.#parts.push(part.subarray(from));
  }

  #answer(text: string): void {
    const { id, result, error } = answerSchema.parse(JSON.parse(text));
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result);
  }
}

/** Opens an address in a new browser of its own, with nothing kept from before. @throws Error when it cannot be started. */
export async function openPage(executable: string, url: string): Promise<Page> {
  const profile = await mkdtemp(join(tmpdir(), 'courtside-film-'));
  const flags = ['--headless', '--disable-gpu', '--remote-debugging-pipe', `--user-data-dir=${profile}`];
  const child = spawn(executable, [...CHROMIUM_FLAGS, ...flags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit').catch(() => {});
  const pipe = new Pipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  child.once('error', (error) => pipe.fail(`the browser does not start: ${error.message}`));
  child.once('exit', () => pipe.fail('the browser has ended'));
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const { targetId } = targetSchema.parse(await pipe.send('Target.createTarget', { url }));
    const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const { sessionId } = sessionSchema.parse(attached);
    return {
      async evaluate(expression) {
        const params = { expression, awaitPromise: true, returnByValue: true };
        const made = evaluatedSchema.parse(await pipe.send('Runtime.evaluate', params, sessionId));
        const { exceptionDetails: thrown } = made;
        if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
        return made.result.value;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
