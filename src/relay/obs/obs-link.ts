// One connection to OBS over obs-websocket: it says who it is, asks and is answered, and hears events, until it ends. Whoever holds it tries again.
import { WebSocket } from 'ws';
import type { Timekeeper } from '../../feeds/feed.ts';
import { authentication, EVENTS, type ObsMessage, OP, RPC_VERSION, readObs, SUBPROTOCOL } from './words.ts';

/** Nothing takes OBS longer. Milliseconds. */
export const ANSWER_MS = 8_000;
/** Source: obs-websocket, WebSocketCloseCode. */
const AUTHENTICATION_FAILED = 4009;

export type ObsAnswer =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: number; readonly why: string };

export type ObsLinkOptions = {
  /** `ws://host:port`. */
  readonly url: string;
  readonly password: string | undefined;
  readonly time: Timekeeper;
  readonly onEvent?: (type: string, data: Readonly<Record<string, unknown>>) => void;
  readonly onEnd?: () => void;
};

type Waiting = (answer: ObsAnswer) => void;
const refused = (why: string, code = 0): ObsAnswer => ({ ok: false, code, why });
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

export class ObsLink {
  readonly #options: ObsLinkOptions;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, Waiting>();
  #next = 0;
  #identified: (why: string | null) => void = () => {};

  private constructor(options: ObsLinkOptions) {
    this.#options = options;
    this.#socket = new WebSocket(options.url, SUBPROTOCOL, { handshakeTimeout: ANSWER_MS });
    this.#socket.on('message', (data: Buffer) => {
      const said = readObs(data.toString());
      if (said) this.#hear(said);
    });
    this.#socket.on('error', () => {});
    this.#socket.on('close', (code) => this.#ended(code));
  }

  /** Connects, and says who it is. @throws Error in words for an operator; it never holds the password. */
  static async open(options: ObsLinkOptions): Promise<ObsLink> {
    const link = new ObsLink(options);
    const why = await new Promise<string | null>((resolve) => {
      link.#identified = resolve;
      options.time.after(ANSWER_MS, () => resolve('OBS does not answer'));
    });
    if (why === null) return link;
    link.stop();
    throw new Error(why);
  }

  /** Asks OBS for something. Never throws. */
  request(type: string, data: Readonly<Record<string, unknown>> = {}): Promise<ObsAnswer> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.resolve(refused('OBS is not there'));
    this.#next += 1;
    const requestId = String(this.#next);
    return new Promise((resolve) => {
      const cancel = this.#options.time.after(ANSWER_MS, () =>
        this.#answer(requestId, refused('OBS does not answer')),
      );
      this.#waiting.set(requestId, (answer) => {
        cancel();
        resolve(answer);
      });
      this.#say(OP.request, { requestType: type, requestId, requestData: data });
    });
  }

  /** May be called twice. */
  stop(): void {
    this.#socket.terminate();
  }

  #hear({ op, d }: ObsMessage): void {
    if (op === OP.hello) return this.#identify(record(d.authentication), d.authentication !== undefined);
    if (op === OP.identified) return this.#identified(null);
    if (op === OP.event) return this.#options.onEvent?.(String(d.eventType), record(d.eventData));
    if (op !== OP.response) return;
    const { result, code, comment } = record(d.requestStatus);
    const answer: ObsAnswer =
      result === true
        ? { ok: true, data: record(d.responseData) }
        : refused(String(comment ?? code), Number(code));
    this.#answer(String(d.requestId), answer);
  }

  #identify({ salt, challenge }: Readonly<Record<string, unknown>>, isAsked: boolean): void {
    const { password } = this.#options;
    if (isAsked && !password) return this.#identified('OBS wants a password: set OBS_WEBSOCKET_PASSWORD');
    const proof = isAsked
      ? {
          authentication: authentication(password ?? '', {
            salt: String(salt),
            challenge: String(challenge),
          }),
        }
      : {};
    this.#say(OP.identify, { rpcVersion: RPC_VERSION, eventSubscriptions: EVENTS, ...proof });
  }

  #answer(requestId: string, answer: ObsAnswer): void {
    this.#waiting.get(requestId)?.(answer);
    this.#waiting.delete(requestId);
  }

  #say(op: number, d: object): void {
    this.#socket.send(JSON.stringify({ op, d }));
  }

  #ended(code: number): void {
    const isWrong = code === AUTHENTICATION_FAILED;
    this.#identified(
      isWrong
        ? 'OBS refuses the password: see OBS_WEBSOCKET_PASSWORD'
        : 'OBS is not there, or its WebSocket server is off (Tools, WebSocket Server Settings)',
    );
    for (const requestId of this.#waiting.keys()) this.#answer(requestId, refused('OBS has gone'));
    this.#options.onEnd?.();
  }
}
