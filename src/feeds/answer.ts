// Answers of REST calls, whoever gives them: read within bounds, and their troubles told without an address in them.
import { FaultError, fault } from '../game/fault.ts';

/** The longest answer that is read, in bytes. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** The whole text of an answer. `path` is where a Fault says it was. @throws FaultError `rest-answer` for a longer one */
export async function readAnswer(response: Response, path: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader?.cancel();
      throw new FaultError(fault('rest-answer', path, `at most ${MAX_ANSWER_BYTES} bytes`, 'more'));
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Why a call got no answer, in the system's own code (ECONNREFUSED), never its address. */
export function causeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
  if (typeof code === 'string') return code;
  return error instanceof Error && error.name === 'AbortError' ? 'none in time' : 'no connection';
}
