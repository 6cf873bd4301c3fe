// A template as CasparCG and SPX call it: global functions, text for data, nothing to be seen before play, and the server told when an out is over.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { templatePage } from '../../src/hosts/caspar/page.ts';
import { runTemplate, type TemplateCalls } from '../../src/hosts/caspar/template.ts';
import { readTemplateData } from '../../src/hosts/caspar/template-data.ts';
import type { RendererWish } from '../../src/stage/renderer-choice.ts';
import { TOLD } from '../hosts-ograf/ograf-rig.ts';
import { inkOf } from '../kit/element-picture.ts';
import { frames } from '../kit/frames.ts';
import { waitUntil } from '../kit/patience.ts';

const DATA = JSON.stringify(TOLD);
const runs: TemplateCalls[] = [];

afterEach(() => {
  for (const { courtsideTemplate } of runs.splice(0)) courtsideTemplate.alone.dispose();
  for (const name of ['update', 'play', 'next', 'stop', 'courtsideTemplate', 'remove'])
    Reflect.deleteProperty(window, name);
  vi.restoreAllMocks();
});

function templateOf(id: string, renderer: RendererWish | null = null) {
  const graphic = graphics.get(id);
  if (!graphic) throw new Error(`no graphic ${id}`);
  const remove = vi.fn();
  Object.assign(window, { remove });
  const calls = runTemplate(window, graphic, renderer);
  runs.push(calls);
  /** As the server does it: by name, with text. */
  const call = (name: 'play' | 'stop' | 'next' | 'update', text?: string): void => {
    const found: unknown = Reflect.get(window, name);
    if (typeof found === 'function') found(text);
  };
  return {
    calls,
    call,
    remove,
    loaded: calls.courtsideTemplate.loaded,
    alone: calls.courtsideTemplate.alone,
  };
}

const ink = (): number => inkOf(document.body);
/** A game of someone with a quote and an ampersand in his name. */
const XML = `<templateData>
  <componentData id="relay"><data id="text" value="" /></componentData>
  <componentData id="homeName"><data id="text" value="B&amp;O &quot;Rails&quot;" /></componentData>
  <componentData id="homeScore"><data id="text" value="88" /></componentData>
  <componentData id="clock"><data id="text" value="7:07"></data></componentData>
</templateData>`;

describe('a template', () => {
  test('shows nothing from load and update on, and all from play on', async () => {
    const { call, loaded } = templateOf('scorebug');
    call('update', DATA);
    await loaded;
    await frames(2);
    expect(ink()).toBe(0);
    call('play');
    await waitUntil(() => ink() > 10_000);
  });

  test('is updated and played at once, before it is loaded, as CG ADD does with play-on-load', async () => {
    const { call } = templateOf('scorebug');
    call('update', DATA);
    call('play');
    await waitUntil(() => ink() > 10_000);
  });

  test('tells the server once, and only when its out is over', async () => {
    const { call, remove } = templateOf('scorebug');
    call('update', DATA);
    call('play');
    await waitUntil(() => ink() > 10_000);
    remove.mockImplementation(() => expect(ink()).toBe(0));
    call('stop');
    expect(remove).not.toHaveBeenCalled();
    await waitUntil(() => remove.mock.calls.length > 0);
    expect(remove).toHaveBeenCalledTimes(1);
    expect(Reflect.get(window, 'remove')).toBe(remove);
  });

  test('that is played again while it goes stays', async () => {
    const { call, remove, alone } = templateOf('scorebug');
    call('update', DATA);
    call('play');
    await waitUntil(() => ink() > 10_000);
    call('stop');
    call('play');
    await waitUntil(() => ink() > 10_000 && alone.step === 0);
    // Longer than an out takes.
    await frames(90);
    expect(remove).not.toHaveBeenCalled();
  });

  test('that is played twice stays as it is, and its next step after the last is out', async () => {
    const { call, remove, alone } = templateOf('scorebug');
    call('update', DATA);
    call('play');
    call('play');
    expect(alone.step).toBe(0);
    await waitUntil(() => ink() > 10_000);
    call('next');
    await waitUntil(() => remove.mock.calls.length > 0);
    expect(alone.step).toBeNull();
  });

  test('takes XML for the same data', async () => {
    const { call } = templateOf('scorebug');
    call('update', XML);
    call('play');
    await waitUntil(() => ink() > 10_000);
  });

  test('works where no server has put a remove', async () => {
    const { call, alone } = templateOf('shot-clock');
    Reflect.deleteProperty(window, 'remove');
    call('update', DATA);
    call('play');
    await waitUntil(() => ink() > 1_000);
    call('stop');
    await waitUntil(() => ink() === 0);
    expect(alone.faults).toEqual([]);
  });

  test('draws by the 2D canvas where no context of WebGL can be had', async () => {
    const own = Reflect.get(HTMLCanvasElement.prototype, 'getContext') as HTMLCanvasElement['getContext'];
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
      this: HTMLCanvasElement,
      ...given: Parameters<typeof own>
    ) {
      return String(given[0]).includes('webgl') ? null : Reflect.apply(own, this, given);
    } as typeof own);
    const { call, alone } = templateOf('scorebug', 'webgl');
    call('update', DATA);
    call('play');
    await waitUntil(() => ink() > 10_000);
    expect(alone.renderer).toBe('canvas');
  });
});

describe('data', () => {
  const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'application/xml');
  test.each([
    ['{"a":"1"}', { a: '1' }],
    [XML, { relay: '', homeName: 'B&O "Rails"', homeScore: '88', clock: '7:07' }],
    ['', {}],
    ['[1', {}],
    ['<templateData', {}],
    ['7', {}],
    [undefined, {}],
    [{ a: 1 }, { a: 1 }],
  ])('%o is %o', (given, fields) => {
    expect(readTemplateData(given, parse)).toEqual(fields);
  });
});

test.each([...graphics.values()])('the page of $id is whole, whatever its script holds', (graphic) => {
  const script = 'window.ran = "</script><!-- ";';
  const page = new DOMParser().parseFromString(templatePage(graphic, script), 'text/html');
  const scripts = [...page.querySelectorAll('script')].map(({ textContent }) => textContent);
  expect(scripts).toHaveLength(2);
  expect(scripts[0]).toContain('SPXGCTemplateDefinition');
  expect(scripts[1]).toBe('window.ran = "<\\/script><\\!-- ";');
  expect(page.documentElement.dataset.graphic).toBe(graphic.id);
});
