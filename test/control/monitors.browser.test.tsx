import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import '../../src/control/desk.css';
import type { Desk } from '../../src/control/desk.ts';
import { hearPlayAs } from '../../src/hosts/output/play-as.ts';
import { delayedBy, LIVE } from '../../src/show/playhead.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { health, output, show } from './words.ts';

/** A page of the same origin with nothing in it. */
const NOTHING = URL.createObjectURL(new Blob(['<!doctype html>'], { type: 'text/html' }));
let ends = new AbortController();
let unmount = (): void => undefined;
beforeEach(() => {
  ends = new AbortController();
});
afterEach(() => {
  ends.abort();
  unmount();
});

const OUTPUTS = [output('program'), output('truck')];

/** A page whose live pictures write down as whom they are played. */
async function opened(): Promise<{ desk: Desk; heard: string[] }> {
  const { desk } = deskWith({
    health: health({ outputs: OUTPUTS }),
    show: show(1, {}, { playheads: { truck: delayedBy(LIVE, 5_000, 0, 'cut') } }),
  });
  const mounted = mountPage(desk, () => NOTHING);
  unmount = () => mounted.unmount();
  const heard: string[] = [];
  const frames = [...mounted.root.querySelectorAll('iframe')];
  await Promise.all(frames.map((frame) => new Promise((resolve) => frame.addEventListener('load', resolve))));
  for (const { contentWindow, title } of frames)
    if (contentWindow) hearPlayAs(contentWindow, (name) => heard.push(`${title}: ${name}`), ends.signal);
  return { desk, heard };
}

describe('the live pictures', () => {
  test('are played as the output that is taken in hand', async () => {
    const { desk, heard } = await opened();
    const last = () => new Set(heard.slice(-2));
    await expect.poll(last).toEqual(new Set(['Preview picture: program', 'Program picture: program']));
    desk.tell({ on: 'hand', event: { took: 'output', output: 'truck' } });
    await expect.poll(last).toEqual(new Set(['Preview picture: truck', 'Program picture: truck']));
  });

  test('say whose instant they show, when it is not live', async () => {
    const { desk } = await opened();
    const behind = () => document.querySelector('.behind')?.textContent ?? '';
    expect(behind()).toBe('');
    desk.tell({ on: 'hand', event: { took: 'output', output: 'truck' } });
    await expect.poll(behind).toBe('5.0 s behind, as on truck');
  });

  test('hear nobody but the page around them', async () => {
    const { heard } = await opened();
    const frame = document.querySelector('iframe');
    const words = { courtside: 'play-as', output: 'elsewhere' };
    frame?.contentWindow?.postMessage({ courtside: 'play-as', output: '' }, location.origin);
    // A script in the frame itself is not the page around it.
    const script = frame?.contentDocument?.createElement('script');
    if (script) {
      script.textContent = `window.postMessage(${JSON.stringify(words)}, location.origin)`;
      frame?.contentDocument?.documentElement.append(script);
    }
    frame?.contentWindow?.postMessage({ ...words, output: 'last' }, location.origin);
    await expect.poll(() => heard).toContain(`${frame?.title}: last`);
    expect(heard.filter((words) => !/: (program|last)$/.test(words))).toEqual([]);
  });
});
