// A graphic as a template of CasparCG and of SPX: global functions, nothing to be seen before `play`, and the server is told when an out is over.
import type { Viewport } from '../../stage/frame-fit.ts';
import type { Graphic } from '../../stage/graphic.ts';
import type { RendererWish } from '../../stage/renderer-choice.ts';
import { LiveAlone } from '../alone/live-alone.ts';
import { readTemplateData } from './template-data.ts';

/** What the server calls, under these very names. Source: CasparCG 2.5, html_cg_proxy. `courtside` is for whoever looks at a template in a browser. */
export type TemplateCalls = {
  readonly update: (data: unknown) => void;
  readonly play: () => void;
  readonly next: () => void;
  readonly stop: () => void;
  readonly courtsideTemplate: { readonly alone: LiveAlone; readonly loaded: Promise<void> };
};

const viewportOf = ({ innerWidth, innerHeight, devicePixelRatio }: Window): Viewport => ({
  width: innerWidth,
  height: innerHeight,
  pixelRatio: devicePixelRatio,
});

/** CasparCG's own, put there by it: it drops the template. Absent elsewhere, and never ours. */
function remove(window: Window): void {
  const injected: unknown = Reflect.get(window, 'remove');
  if (typeof injected === 'function') injected.call(window);
}

/** Makes a window the template of a graphic. Calls may come at once, before anything is loaded. */
export function runTemplate(
  window: Window,
  graphic: Graphic,
  renderer: RendererWish | null = null,
): TemplateCalls {
  const parser = new DOMParser();
  const element = window.document.body;
  const alone = new LiveAlone({ graphic, element, viewport: viewportOf(window), renderer });
  const loaded = alone.load({});
  const leave = async (leaving: Promise<void>): Promise<void> => {
    await leaving;
    // Played again meanwhile: it stays.
    if (alone.step === null) remove(window);
  };
  const calls: TemplateCalls = {
    update: (data) => {
      void alone.update(readTemplateData(data, (xml) => parser.parseFromString(xml, 'application/xml')));
    },
    // SPX plays again what is on air, with its data before: it stays as it is.
    play: () => {
      if (alone.step === null) void alone.play();
    },
    next: () => {
      void leave(alone.play());
    },
    stop: () => {
      void leave(alone.stop());
    },
    courtsideTemplate: { alone, loaded },
  };
  Object.assign(window, calls);
  window.addEventListener('resize', () => alone.resize(viewportOf(window)));
  return calls;
}
