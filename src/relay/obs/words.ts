// What OBS says and hears over obs-websocket 5, as far as we speak it. Pure. Source: obs-websocket protocol 5.x, rpcVersion 1.
import { createHash } from 'node:crypto';

export const RPC_VERSION = 1;
export const SUBPROTOCOL = 'obswebsocket.json';
export const OBS_PORT = 4455;

/** Source: obs-websocket, WebSocketOpCode. */
export const OP = { hello: 0, identify: 1, identified: 2, event: 5, request: 6, response: 7 } as const;
/** Which events are wanted: scenes, inputs, and (of those that come often) that an input goes on program or off it. */
export const EVENTS = (1 << 2) | (1 << 3) | (1 << 17);
/** A kind of input that this OBS does not have: it was built without browser sources. Source: obs-websocket, RequestStatus. */
export const INVALID_INPUT_KIND = 605;

export type ObsMessage = { readonly op: number; readonly d: Readonly<Record<string, unknown>> };

/** A message, or null for what is none. */
export function readObs(text: string): ObsMessage | null {
  try {
    const said = JSON.parse(text) as Partial<ObsMessage> | null;
    if (typeof said?.op !== 'number' || typeof said.d !== 'object' || said.d === null) return null;
    return { op: said.op, d: said.d };
  } catch {
    return null;
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Source: obs-websocket, Creating an authentication string. */
export const authentication = (
  password: string,
  { salt, challenge }: { salt: string; challenge: string },
): string => digest(digest(password + salt) + challenge);
