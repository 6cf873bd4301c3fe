// One graphic that a host plays, in the host's own words, whether it goes on in real time or is asked for instants.
import type { Fault } from '../../game/fault.ts';
import type { LinkOptions } from '../../link/link.ts';
import type { Viewport } from '../../stage/frame-fit.ts';
import type { Graphic } from '../../stage/graphic.ts';
import type { RendererWish } from '../../stage/renderer-choice.ts';

export type AloneOptions = {
  readonly graphic: Graphic;
  /** The frame is put into it. */
  readonly element: HTMLElement;
  readonly viewport: Viewport;
  readonly renderer?: RendererWish | null;
  readonly connect?: NonNullable<LinkOptions['connect']>;
};

export type PlayWish = {
  readonly goto?: number | undefined;
  readonly delta?: number | undefined;
  readonly skipAnimation?: boolean;
};

export type CustomAnswer = { readonly done: true } | { readonly done: false; readonly why: string };

/** Each answers when the next may be asked for; none waits for a motion but the last out. What a host says meanwhile is done at once. */
export interface Alone {
  readonly graphic: Graphic;
  /** From 0; null while it is not on air. */
  readonly step: number | null;
  readonly faults: readonly Fault[];
  load(data: unknown): Promise<void>;
  update(data: unknown, skipAnimation?: boolean): Promise<void>;
  play(wish?: PlayWish): Promise<void>;
  stop(skipAnimation?: boolean): Promise<void>;
  custom(id: string, payload: unknown, skipAnimation?: boolean): Promise<CustomAnswer>;
  resize(viewport: Viewport): void;
  /** May be called twice. */
  dispose(): void;
}
