// A graphic as an OGraf Web Component: made with no argument, wherever it is put, as often as a renderer likes, under any name.
import type { Graphic } from '../../stage/graphic.ts';
import { FRAME } from '../../stage/theme.ts';
import type { Alone } from '../alone/alone.ts';
import { LiveAlone } from '../alone/live-alone.ts';
import { ScheduledAlone } from '../alone/scheduled-alone.ts';
import {
  type Answer,
  DONE,
  failed,
  isSkipping,
  paramsOf,
  playOf,
  resolutionOf,
  scheduleOf,
  timestampOf,
} from './words.ts';

const NOT_LOADED = failed(409, 'load() comes first');
const NOT_SCHEDULED = failed(405, 'Only where load() was called with renderType "non-realtime"');

/** An OGraf graphic's methods. Each resolves when the next may be called; none throws. */
export interface OgrafGraphic extends HTMLElement {
  load(params?: unknown): Promise<Answer>;
  dispose(params?: unknown): Promise<Answer>;
  playAction(params?: unknown): Promise<Answer>;
  stopAction(params?: unknown): Promise<Answer>;
  updateAction(params?: unknown): Promise<Answer>;
  customAction(params?: unknown): Promise<Answer>;
  goToTime(params?: unknown): Promise<Answer>;
  setActionsSchedule(params?: unknown): Promise<Answer>;
}

/** What a renderer may define as an element of any name. Nothing is drawn, and the element is not touched, before `load`. */
export function ografElement(graphic: Graphic): new () => OgrafGraphic {
  return class extends HTMLElement implements OgrafGraphic {
    #alone: Alone | null = null;
    #sizes: ResizeObserver | null = null;

    async load(params?: unknown): Promise<Answer> {
      const { data, renderType, renderCharacteristics } = paramsOf(params);
      this.#end();
      const resolution = resolutionOf(renderCharacteristics);
      // It may not be in the document, and have no size.
      const viewport = { ...(resolution ?? FRAME), pixelRatio: 1 };
      Object.assign(this.style, { display: 'block', position: 'absolute', inset: '0', overflow: 'hidden' });
      const options = { graphic, element: this, viewport };
      const alone = renderType === 'non-realtime' ? new ScheduledAlone(options) : new LiveAlone(options);
      this.#alone = alone;
      if (!resolution) this.#follow(alone);
      await alone.load(data);
      return this.#answer();
    }

    async dispose(): Promise<Answer> {
      this.#end();
      return DONE;
    }

    async playAction(params?: unknown): Promise<Answer> {
      const alone = this.#alone;
      if (!alone) return NOT_LOADED;
      const playing = alone.play(playOf(params));
      // As this action left it: another may be asked for meanwhile.
      const currentStep = alone.step ?? undefined;
      await playing;
      return { ...DONE, currentStep };
    }

    async stopAction(params?: unknown): Promise<Answer> {
      await this.#alone?.stop(isSkipping(params));
      return this.#alone ? DONE : NOT_LOADED;
    }

    async updateAction(params?: unknown): Promise<Answer> {
      const { data } = paramsOf(params);
      await this.#alone?.update(data, isSkipping(params));
      return this.#alone ? DONE : NOT_LOADED;
    }

    async customAction(params?: unknown): Promise<Answer> {
      const { id, payload } = paramsOf(params);
      const answer = await this.#alone?.custom(String(id), payload, isSkipping(params));
      if (!answer) return NOT_LOADED;
      return answer.done ? DONE : failed(400, answer.why);
    }

    async goToTime(params?: unknown): Promise<Answer> {
      const timestampMs = timestampOf(paramsOf(params).timestamp);
      if (!(this.#alone instanceof ScheduledAlone)) return this.#alone ? NOT_SCHEDULED : NOT_LOADED;
      if (timestampMs === null) return failed(400, 'timestamp takes milliseconds');
      await this.#alone.goTo(timestampMs);
      return this.#answer();
    }

    async setActionsSchedule(params?: unknown): Promise<Answer> {
      if (!(this.#alone instanceof ScheduledAlone)) return this.#alone ? NOT_SCHEDULED : NOT_LOADED;
      await this.#alone.schedule(scheduleOf(params));
      return DONE;
    }

    /** Said, and not thrown: a picture without its tape is a picture still. */
    #answer(): Answer {
      const told = this.#alone?.faults.at(-1);
      return told
        ? { ...DONE, statusMessage: `${told.where}: expected ${told.expected}, found ${told.found}` }
        : DONE;
    }

    /** As large as it is put, where a renderer says no resolution. */
    #follow(alone: Alone): void {
      this.#sizes = new ResizeObserver(([entry]) => {
        const { width = 0, height = 0 } = entry?.contentRect ?? {};
        const pixelRatio = this.ownerDocument.defaultView?.devicePixelRatio ?? 1;
        if (width >= 1 && height >= 1) alone.resize({ width, height, pixelRatio });
      });
      this.#sizes.observe(this);
    }

    #end(): void {
      this.#sizes?.disconnect();
      this.#alone?.dispose();
      this.#sizes = null;
      this.#alone = null;
    }
  };
}
