// The socket of button panels: the whole flat JSON on connect, on every change, and every 15 s; nothing is heard from them.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Timekeeper } from '../feeds/feed.ts';
import { hangUp } from './hang-up.ts';
import { panelNow } from './panel.ts';
import type { Standing } from './standing.ts';

/** Panels at once. */
export const MAX_PANELS = 64;
/** How often changes are looked for while a panel is connected, in milliseconds: a clock's tenths are the fastest of them. */
export const LOOK_MS = 100;
/** The same again, so that a panel knows that we live, in milliseconds. */
export const REPEAT_MS = 15_000;
/** A panel that takes in nothing is cut off, in bytes. */
export const PANEL_BACKLOG_BYTES = 256 * 1024;
/** The longest message of a panel, in bytes; it is not read. */
const MAX_PANEL_UP_BYTES = 1024;
const GOING_AWAY = 1001;

/** The panels that are connected. */
export class Events {
  readonly #standing: Standing;
  readonly #time: Timekeeper;
  readonly #panels = new Set<WebSocket>();
  /** Panels that have not answered the last ping. */
  readonly #silent = new Set<WebSocket>();
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_PANEL_UP_BYTES,
  });
  #sent = '';
  #sentMs = 0;
  #pingMs = 0;
  #cancelLook: (() => void) | null = null;

  constructor(standing: Standing, time: Timekeeper) {
    this.#standing = standing;
    this.#time = time;
  }

  /** Takes over a socket that passed the doors. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#panels.size >= MAX_PANELS) return hangUp(socket, '503 Service Unavailable');
    this.#server.handleUpgrade(request, socket, head, (panel) => this.#accept(panel));
  }

  /** Looks for a change now, rather than at the next look. */
  look(): void {
    if (this.#panels.size === 0) return;
    const text = JSON.stringify(panelNow(this.#standing));
    const nowMs = this.#time.now();
    if (nowMs - this.#pingMs >= REPEAT_MS) this.#ping(nowMs);
    if (text === this.#sent && nowMs - this.#sentMs < REPEAT_MS) return;
    this.#sent = text;
    this.#sentMs = nowMs;
    for (const panel of this.#panels) {
      if (panel.bufferedAmount > PANEL_BACKLOG_BYTES) panel.terminate();
      else panel.send(text);
    }
  }

  /** Says good-bye to all and takes no more. */
  stop(): void {
    this.#cancelLook?.();
    this.#server.close();
    for (const panel of this.#panels) {
      panel.close(GOING_AWAY);
      panel.terminate();
    }
  }

  #accept(panel: WebSocket): void {
    panel.on('error', () => panel.terminate());
    panel.on('pong', () => this.#silent.delete(panel));
    panel.on('close', () => {
      this.#panels.delete(panel);
      this.#silent.delete(panel);
    });
    const text = JSON.stringify(panelNow(this.#standing));
    panel.send(text);
    this.#panels.add(panel);
    if (this.#panels.size > 1) return;
    this.#sent = text;
    this.#sentMs = this.#time.now();
    this.#pingMs = this.#sentMs;
    this.#lookOn();
  }

  #lookOn(): void {
    this.#cancelLook?.();
    this.#cancelLook = this.#time.after(LOOK_MS, () => {
      this.look();
      if (this.#panels.size > 0) this.#lookOn();
    });
  }

  /** A panel that left the last ping unanswered is gone. */
  #ping(nowMs: number): void {
    this.#pingMs = nowMs;
    for (const panel of this.#silent) panel.terminate();
    for (const panel of this.#panels) {
      this.#silent.add(panel);
      panel.ping();
    }
  }
}
