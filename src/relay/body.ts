// Reads a request's body as text, within a bound.
import type { IncomingMessage } from 'node:http';
import { type Fault, fault } from '../game/fault.ts';

/** The longest body of a request, in bytes. */
export const MAX_BODY_BYTES = 64 * 1024;

/** The body, or a Fault with the status that says it. Reading stops at the bound. */
export async function readBody(
  request: IncomingMessage,
  maxBytes = MAX_BODY_BYTES,
): Promise<{ readonly text: string } | { readonly status: 413 | 415; readonly fault: Fault }> {
  const coding = request.headers['content-encoding'];
  if (coding !== undefined && coding !== 'identity')
    return { status: 415, fault: fault('bad-request', 'Content-Encoding', 'identity', coding) };
  const tooLong = (found: number) =>
    ({ status: 413, fault: fault('bad-request', 'body', `at most ${maxBytes} bytes`, `${found}`) }) as const;
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maxBytes) return tooLong(declared);
  const parts: Buffer[] = [];
  let length = 0;
  // An async iterator would destroy the request at the bound, and with it the answer.
  return new Promise((resolve, reject) => {
    request.on('data', (part: Buffer) => {
      length += part.byteLength;
      if (length <= maxBytes) parts.push(part);
      else {
        request.pause();
        resolve(tooLong(length));
      }
    });
    request.on('end', () => resolve({ text: Buffer.concat(parts).toString('utf8') }));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The request was cut off')));
  });
}
