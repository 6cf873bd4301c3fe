// How a connection ended, as an operator reads it, and whether it was our token that was refused.
import type { Ending } from './connect.ts';

const BY_STATUS: ReadonlyMap<number, string> = new Map([
  [404, 'There is nothing at this address (404).'],
  [429, 'The provider asks to come back less often (429).'],
]);
const BY_ERROR: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'Nobody answers at this address.'],
  ['ENOTFOUND', 'The name of the host is not known.'],
  ['EAI_AGAIN', 'The name of the host cannot be looked up.'],
  ['ETIMEDOUT', 'The host does not answer.'],
  ['ECONNRESET', 'The connection was cut.'],
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 'A message was too long, and the connection was ended.'],
]);

/** Why a connection ended. */
export function endingSentence({ code, reason, status, error }: Ending): string {
  if (status !== null) return BY_STATUS.get(status) ?? `The handshake was answered with status ${status}.`;
  if (error !== null) return BY_ERROR.get(error) ?? `The connection failed: ${error}.`;
  return `The connection was closed (${code}${reason === '' ? '' : `: ${reason}`}).`;
}

/** WebSocket codes of a refused token: 4401 and 4403 after HTTP's, 1008 for a violated policy. Assumed: no document prints them. */
const REFUSAL_CODES: ReadonlySet<number> = new Set([1008, 4401, 4403]);

/** True when it ended because the provider will not have our token. */
export const isRefusal = ({ code, status }: Ending): boolean =>
  status === 401 || status === 403 || REFUSAL_CODES.has(code);
