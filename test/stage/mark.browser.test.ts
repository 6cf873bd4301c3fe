import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../src/game/fault.ts';
import { MarkBook } from '../../src/stage/mark-book.ts';
import { MarkImages } from '../../src/stage/mark-images.ts';
import type { Mark } from '../../src/stage/stage-kit.ts';
import { waitUntil } from '../kit/patience.ts';

const BOX = { width: 64, height: 56 };
const GROUND = { fill: '#f5f7fa', ink: '#0e131b' };

const books: MarkBook[] = [];
afterEach(() => {
  for (const book of books.splice(0)) book.dispose();
});

function bookOf(images?: MarkImages) {
  const faults: Fault[] = [];
  const used = images ?? new MarkImages({ onFault: (told) => faults.push(told) });
  let changes = 0;
  const book = new MarkBook({
    document,
    images: used,
    resolution: 2,
    onChanged: () => {
      changes += 1;
    },
  });
  books.push(book);
  return { book, images: used, faults, changes: () => changes };
}

const svg = (inside: string, attributes = 'viewBox="0 0 100 100"'): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`)}#.svg?`;

const DISC = '<circle cx="50" cy="50" r="50" fill="#e5352b"/>';

/** A PNG of that size with one rectangle of red in it. */
function png(width: number, height: number, [x, y, w, h] = [0, 0, width, height]): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.fillStyle = '#e5352b';
  context.fillRect(x ?? 0, y ?? 0, w ?? 0, h ?? 0);
  return canvas.toDataURL('image/png');
}

/** The pixels that the mark's sprite shows, in units of its box. */
function seen(mark: Mark) {
  const [sprite] = mark.view.children as unknown as {
    texture: { source: { resource: HTMLCanvasElement } };
  }[];
  const canvas = sprite?.texture.source.resource;
  const context = canvas?.getContext('2d');
  if (!canvas || !context) throw new Error('nothing is shown');
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const isInk = (x: number, y: number): boolean => (data[(y * width + x) * 4 + 3] ?? 0) > 128;
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: height }, (_, y) => y).some((y) => isInk(x, y)),
  );
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) =>
    Array.from({ length: width }, (_, x) => x).some((x) => isInk(x, y)),
  );
  const at = (x: number, y: number) => [
    ...data.subarray((y * 2 * width + x * 2) * 4, (y * 2 * width + x * 2) * 4 + 4),
  ];
  return {
    width: columns.length / 2,
    height: rows.length / 2,
    left: (columns[0] ?? 0) / 2,
    top: (rows[0] ?? 0) / 2,
    at,
  };
}

async function shownIn(address: string) {
  const rig = bookOf();
  const mark = rig.book.mark(BOX);
  mark.set(address, GROUND);
  expect(mark.shown).toBe(false);
  await vi.waitUntil(() => mark.shown || rig.faults.length > 0, { timeout: 45_000, interval: 10 });
  return { mark, ...rig };
}

describe('a logo', () => {
  it('is not waited for; when it has come its scene and the picture are told, once', async () => {
    const { book, changes } = bookOf();
    const onArrived = vi.fn();
    const mark = book.mark({ ...BOX, onArrived });
    mark.set(svg(DISC), GROUND);
    expect([mark.shown, changes()]).toEqual([false, 0]);
    await waitUntil(() => mark.shown);
    expect([onArrived.mock.calls.length, changes()]).toEqual([1, 1]);
  });

  it('is there at once in the next book, as in that of another theme', async () => {
    const { images } = await shownIn(svg(DISC));
    const mark = bookOf(images).book.mark(BOX);
    mark.set(svg(DISC), GROUND);
    expect(mark.shown).toBe(true);
  });

  it.each([
    ['an SVG with a viewBox and no size', svg(DISC)],
    ['an SVG with a size and no viewBox', svg(DISC, 'width="100" height="100"')],
    ['an SVG with a tiny size', svg(DISC, 'viewBox="0 0 100 100" width="2" height="2"')],
    ['a PNG', png(200, 200)],
    ['a PNG of 4000 x 4000', png(4000, 4000)],
    ['a PNG with much nothing about it', png(400, 300, [300, 200, 60, 60])],
  ])('fills its box in the middle: %s', async (_name, address) => {
    const { mark } = await shownIn(address);
    const { width, height, left, top } = seen(mark);
    expect(Math.abs(height - 50)).toBeLessThanOrEqual(2);
    expect(Math.abs(width - 50)).toBeLessThanOrEqual(2);
    expect(Math.abs(left + width / 2 - 32)).toBeLessThanOrEqual(1);
    expect(Math.abs(top + height / 2 - 28)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['wide', png(300, 100), 58, 58 / 3],
    ['tall', png(100, 200), 25, 50],
  ])('that is %s is not stretched', async (_name, address, width, height) => {
    const { mark } = await shownIn(address);
    expect(Math.abs(seen(mark).width - width)).toBeLessThanOrEqual(1.5);
    expect(Math.abs(seen(mark).height - height)).toBeLessThanOrEqual(1.5);
  });

  it.each([
    ['of one pixel', png(1, 1)],
    ['that is all transparent', png(100, 100, [0, 0, 0, 0])],
    ['that is far too wide', png(2000, 40)],
    ['that is far too tall', png(40, 2000)],
    ['that is broken', 'data:image/png;base64,AAAA'],
    ['with nothing in it', svg('')],
  ])('%s is not shown, and the operator is told', async (_name, address) => {
    const { mark, faults } = await shownIn(address);
    expect(mark.shown).toBe(false);
    expect(faults).toHaveLength(1);
  });

  it('that would be lost on its ground is ringed in what reads there, and not elsewhere', async () => {
    const images = new MarkImages();
    const red = svg('<rect width="100" height="100" fill="#c8102e"/>');
    const { book } = bookOf(images);
    const edge = async (fill: string) => {
      const mark = book.mark(BOX);
      mark.set(red, { fill, ink: '#ffffff' });
      await waitUntil(() => mark.shown);
      // The logo is 50 wide about x = 32: just outside of it.
      return seen(mark).at(6, 28);
    };
    expect(await edge('#d01030')).toEqual([255, 255, 255, 255]);
    expect((await edge('#f5f7fa'))[3]).toBe(0);
  });

  it('goes when there is none any more', async () => {
    const { mark } = await shownIn(svg(DISC));
    mark.set(null, GROUND);
    expect(mark.shown).toBe(false);
  });
});
