// What a page of an output says where it cannot start: nothing while it may, at once in an engine that is too old, and by itself where no script runs.
import { afterEach, expect, test } from 'vitest';
import html from '../../overlays/output.html?raw';
import { mayStart } from '../../src/hosts/output/engine.ts';
import css from '../../src/hosts/output/output.css?raw';

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

/** The page's own body and style, and no script. */
function page(): Document {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frames.push(frame);
  const inside = frame.contentDocument;
  if (!inside) throw new Error('no document');
  const style = inside.createElement('style');
  style.textContent = css;
  inside.head.append(style);
  inside.body.append(...new DOMParser().parseFromString(html, 'text/html').body.children);
  return inside;
}

const sentence = (inside: Document): HTMLElement | null => inside.querySelector('.cannot-start');
const seen = (inside: Document): string => {
  const found = sentence(inside);
  return found ? (inside.defaultView?.getComputedStyle(found).visibility ?? '') : 'gone';
};
const as = (inside: Document, userAgent: string) => ({
  document: inside,
  navigator: { userAgent } as Navigator,
});

test('an engine of today says nothing, and starts', () => {
  const inside = page();
  expect(seen(inside)).toBe('hidden');
  expect(mayStart(as(inside, 'Chrome/127.0'))).toBe(true);
  expect(seen(inside)).toBe('gone');
});

test('an engine that is too old says so at once, and does not start', () => {
  const inside = page();
  expect(mayStart(as(inside, 'Chrome/95.0'))).toBe(false);
  expect(seen(inside)).toBe('visible');
  expect(sentence(inside)?.textContent).toContain('Chromium 103');
});

test('where no script runs the page says it by itself', () => {
  const inside = page();
  for (const animation of inside.getAnimations()) animation.finish();
  expect(seen(inside)).toBe('visible');
});
