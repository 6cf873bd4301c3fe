// The other end of obs-websocket 5, as its protocol document has it: hello, authentication, requests and events; a canvas, scenes and browser sources in memory.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';

type Json = Record<string, unknown>;
export type ObsServer = {
  readonly url: string;
  /** Settings by input; what is put here is there. */
  readonly inputs: Map<string, Json>;
  readonly requests: readonly { readonly type: string; readonly data: Json }[];
  event(type: string, data: Json): void;
  drop(): void;
  requested(type: string, nth?: number): Promise<Json>;
};

const PASSWORD_CODE = 4009;
const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Starts on a free port; ends with the test. `hasBrowser` false: built without browser sources. */
export async function startObs({ password = '', hasBrowser = true } = {}): Promise<ObsServer> {
  const inputs = new Map<string, Json>();
  const requests: { type: string; data: Json }[] = [];
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: (offered) => [...offered][0] ?? false,
  });
  await once(server, 'listening');
  const identified = new Set<WebSocket>();
  const [salt, challenge] = ['some salt', 'a challenge'];

  const answer = (type: string, data: Json): { code: number; data?: Json } => {
    const name = String(data.inputName ?? data.sourceName);
    switch (type) {
      case 'GetVideoSettings':
        return {
          code: 100,
          data: { baseWidth: 1920, baseHeight: 1080, fpsNumerator: 50, fpsDenominator: 1 },
        };
      case 'GetInputList':
        return { code: 100, data: { inputs: [...inputs.keys()].map((inputName) => ({ inputName })) } };
      case 'GetInputSettings':
        return inputs.has(name) ? { code: 100, data: { inputSettings: inputs.get(name) } } : { code: 600 };
      case 'GetCurrentProgramScene':
        return { code: 100, data: { currentProgramSceneName: 'Game' } };
      case 'CreateInput':
        if (!hasBrowser) return { code: 605 };
        inputs.set(name, { ...(data.inputSettings as Json) });
        return { code: 100, data: {} };
      case 'SetInputSettings':
        inputs.set(name, { ...inputs.get(name), ...(data.inputSettings as Json) });
        return { code: 100 };
      case 'GetSourceActive':
        return { code: 100, data: { videoActive: false, videoShowing: true } };
      case 'PressInputPropertiesButton':
        return { code: 100 };
      default:
        return { code: 204 };
    }
  };
  server.on('connection', (socket) => {
    const say = (op: number, d: Json): void => socket.send(JSON.stringify({ op, d }));
    const proof = password === '' ? {} : { authentication: { salt, challenge } };
    say(0, { obsWebSocketVersion: '5.5.0', rpcVersion: 1, ...proof });
    socket.on('error', () => {});
    socket.on('close', () => identified.delete(socket));
    socket.on('message', (text: Buffer) => {
      const { op, d } = JSON.parse(text.toString()) as { op: number; d: Json };
      if (op === 1) {
        const wanted = digest(digest(password + salt) + challenge);
        if (password !== '' && d.authentication !== wanted)
          return socket.close(PASSWORD_CODE, 'Authentication failed');
        identified.add(socket);
        return say(2, { negotiatedRpcVersion: 1 });
      }
      if (op !== 6 || !identified.has(socket)) return socket.close(4007, 'Not identified');
      const [type, data] = [String(d.requestType), (d.requestData ?? {}) as Json];
      requests.push({ type, data });
      const { code, data: responseData } = answer(type, data);
      const requestStatus = {
        result: code === 100,
        code,
        ...(code === 100 ? {} : { comment: `refused ${code}` }),
      };
      return say(7, {
        requestType: type,
        requestId: d.requestId,
        requestStatus,
        ...(responseData ? { responseData } : {}),
      });
    });
  });
  const drop = (): void => {
    for (const socket of server.clients) socket.terminate();
  };
  onTestFinished(async () => {
    drop();
    server.close();
    await once(server, 'close');
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inputs,
    requests,
    drop,
    event: (eventType, eventData) => {
      for (const socket of identified) socket.send(JSON.stringify({ op: 5, d: { eventType, eventData } }));
    },
    requested: async (type, nth = 0) => {
      const found = await vi.waitUntil(() => requests.filter((one) => one.type === type)[nth], {
        timeout: 15_000,
        interval: 10,
      });
      return found.data;
    },
  };
}
