// A relay as a button panel sees it, from another process: what is on air, again after every break; cues are sent over HTTP.
import { WebSocket } from 'ws';
import { type Backoff, makeBackoff } from '../../feeds/backoff.ts';
import type { Timekeeper } from '../../feeds/feed.ts';
import { doorHeaders, sendCue } from '../send-cue.ts';

export type PanelLinkOptions = {
  /** `http://host:port` of the relay. */
  readonly url: string;
  readonly token: string | undefined;
  readonly time: Timekeeper;
  readonly random?: () => number;
  /** Everything a panel may show, at each change. */
  readonly onPanel: (panel: Readonly<Record<string, unknown>>) => void;
  /** True with its first words. */
  readonly onState: (isOpen: boolean) => void;
};

/** True where any graphic is on program. */
export const isOnAir = (panel: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(panel).some(([key, value]) => key.startsWith('on_air_') && value === true);

export class PanelLink {
  readonly #options: PanelLinkOptions;
  readonly #backoff: Backoff;
  #socket: WebSocket | null = null;
  #stopped = false;
  #cancel = (): void => {};

  constructor(options: PanelLinkOptions) {
    this.#options = options;
    this.#backoff = makeBackoff({ random: options.random ?? Math.random });
  }

  connect(): void {
    if (this.#stopped) return;
    const { url, onPanel, onState } = this.#options;
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/v1/events`, {
      headers: doorHeaders(this.#options),
    });
    this.#socket = socket;
    let isOpen = false;
    socket.on('message', (data: Buffer) => {
      if (!isOpen) {
        isOpen = true;
        this.#backoff.reset();
        onState(true);
      }
      const panel: unknown = JSON.parse(data.toString());
      if (typeof panel === 'object' && panel !== null) onPanel(panel as Record<string, unknown>);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      if (isOpen) onState(false);
      if (!this.#stopped) this.#cancel = this.#options.time.after(this.#backoff.next(), () => this.connect());
    });
  }

  /** Sends a cue; gives why it was refused, or null. Never throws. */
  cue(cue: object): Promise<string | null> {
    return sendCue({ ...this.#options, by: 'vMix' }, cue);
  }

  /** May be called twice. */
  stop(): void {
    this.#stopped = true;
    this.#cancel();
    this.#socket?.terminate();
  }
}
