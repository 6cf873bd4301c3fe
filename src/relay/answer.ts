// An answer to a request: its status, its JSON, and how it is sent.
import type { ServerResponse } from 'node:http';
import { fault } from '../game/fault.ts';
import { firstWrong, type WrongShape } from '../game/wrong-shape.ts';

/** A body that is text is sent as it is, everything else as JSON. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Sends an answer; `close`: and ends the connection. */
export function answer(response: ServerResponse, { status, body, headers }: Answer, close = false): void {
  const text = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': text.byteLength,
    'Cache-Control': 'no-store',
    ...headers,
    ...(close ? { Connection: 'close' } : {}),
  });
  response.end(text);
}

/** An answer that says what was wrong with the request. */
export const failed = (status: number, where: string, expected: string, found: string): Answer => ({
  status,
  body: { fault: fault('bad-request', where, expected, found) },
});

/** A request that is well-formed and means nothing. */
export const malformed = (where: string, expected: string, found: string): Answer => ({
  status: 422,
  body: { fault: fault('malformed', where, expected, found) },
});

/** The same of what no schema took: `whole` is its name where all of it is wrong. */
export function misshapen(value: unknown, wrong: WrongShape, whole: string): Answer {
  const { where, expected, found } = firstWrong(value, wrong, whole);
  return malformed(where, expected, found);
}
