// One connection to OBS: opened within a time or told why not, asked and answered within a time, heard until it ends. Whoever holds it tries again.
import {
  type OBSRequestTypes,
  type OBSResponseTypes,
  OBSWebSocket,
  OBSWebSocketError,
} from 'obs-websocket-js/json';
import type { Timekeeper } from '../../feeds/feed.ts';
import { AUTHENTICATION_FAILED, EVENTS, HEARD } from './words.ts';

/** Nothing takes OBS longer. Milliseconds. */
export const ANSWER_MS = 8_000;

export type ObsRequest = keyof OBSRequestTypes;
export type ObsAnswer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly code: number; readonly why: string };

export type ObsLinkOptions = {
  /** `ws://host:port`. */
  readonly url: string;
  readonly password: string | undefined;
  readonly time: Timekeeper;
  /** By obs-websocket's own names. */
  readonly onEvent?: (type: string, data: Readonly<Record<string, unknown>>) => void;
  /** Called once after it was open. */
  readonly onEnd?: () => void;
};

/** OBS is not to be had, in words for an operator; `refused`: it is there and does not let us in. They never hold the password. */
export class ObsAway extends Error {
  override readonly name = 'ObsAway';
  readonly refused: boolean;

  constructor(message: string, refused = false) {
    super(message);
    this.refused = refused;
  }
}

/** The library's own close waits half a minute for a peer that is dead. */
class Socket extends OBSWebSocket {
  cut(): void {
    const { socket } = this;
    if (socket && 'terminate' in socket && typeof socket.terminate === 'function') socket.terminate();
  }
}

const awayOf = (why: unknown, password: string | undefined): ObsAway => {
  if (why instanceof ObsAway) return why;
  if (!(why instanceof OBSWebSocketError) || why.code !== AUTHENTICATION_FAILED)
    return new ObsAway('OBS is not there, or its WebSocket server is off (Tools, WebSocket Server Settings)');
  return password
    ? new ObsAway('OBS refuses the password: see OBS_WEBSOCKET_PASSWORD', true)
    : new ObsAway('OBS wants a password: set OBS_WEBSOCKET_PASSWORD', true);
};

const refused = (why: string, code = 0): ObsAnswer<never> => ({ ok: false, code, why });

export class ObsLink {
  readonly #time: Timekeeper;
  readonly #socket = new Socket();
  /** Resolves when the connection ends: the library leaves what was asked before without an answer. */
  readonly #ended: Promise<void>;
  #isEnded = false;

  private constructor({ time, onEvent, onEnd }: ObsLinkOptions) {
    this.#time = time;
    this.#ended = new Promise((resolve) => {
      this.#socket.on('ConnectionClosed', () => {
        const wasOpen = this.#socket.identified;
        this.#isEnded = true;
        resolve();
        if (wasOpen) onEnd?.();
      });
    });
    for (const type of HEARD)
      this.#socket.on(type, (data?: Readonly<Record<string, unknown>>) => onEvent?.(type, data ?? {}));
  }

  /** Connects, and says who it is. @throws ObsAway */
  static async open(options: ObsLinkOptions): Promise<ObsLink> {
    const { url, password, time } = options;
    const link = new ObsLink(options);
    const late = after(time);
    try {
      const opened = link.#socket.connect(url, password, { eventSubscriptions: EVENTS });
      const isLate = await Promise.race([opened.then(() => false), late.passed]);
      if (isLate) throw new ObsAway('What answers there does not answer as OBS does');
      return link;
    } catch (why) {
      link.stop();
      throw awayOf(why, password);
    } finally {
      late.cancel();
    }
  }

  /** Asks OBS for something. Never throws. */
  async request<Type extends ObsRequest>(
    type: Type,
    data?: OBSRequestTypes[Type],
  ): Promise<ObsAnswer<OBSResponseTypes[Type]>> {
    if (this.#isEnded) return refused('OBS has gone');
    const late = after(this.#time);
    try {
      return await Promise.race([
        this.#socket
          .call(type, data)
          .then((given): ObsAnswer<OBSResponseTypes[Type]> => ({ ok: true, data: given })),
        this.#ended.then(() => refused('OBS has gone')),
        late.passed.then(() => refused('OBS does not answer')),
      ]);
    } catch (why) {
      return why instanceof OBSWebSocketError ? refused(why.message, why.code) : refused('OBS has gone');
    } finally {
      late.cancel();
    }
  }

  /** May be called twice. */
  stop(): void {
    this.#socket.cut();
  }
}

/** Resolves with true when that time is over. */
function after(time: Timekeeper): { readonly passed: Promise<true>; readonly cancel: () => void } {
  let cancel = (): void => {};
  const passed = new Promise<true>((resolve) => {
    cancel = time.after(ANSWER_MS, () => resolve(true));
  });
  return { passed, cancel };
}
