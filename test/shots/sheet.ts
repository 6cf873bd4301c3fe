// One contact sheet a graphic: what every graphic goes through over black, white, grey and the hall, the screen's own pixels at two sizes, and its own states close up.
import type { Graphic } from '../../src/stage/graphic.ts';
import type { MarkImages } from '../../src/stage/mark-images.ts';
import { FRAME, type Theme } from '../../src/stage/theme.ts';
import { type Bench, type Ground, makeBench, type Region } from '../kit/scene-bench.ts';
import { cutOut, posed } from './drawn.ts';
import type { Played } from './played-game.ts';
import { COMMON, SETTLED, type State } from './state.ts';
import { statesOf } from './states.ts';

const TILE = { width: 400, height: 225 } as const;
const MARGIN = 8;
const CAPTION = 28;
const COLUMNS = 4;
const ROW = TILE.height + CAPTION;
const SHEET_WIDTH = COLUMNS * (TILE.width + MARGIN) + MARGIN;
/** Of the crops in the screen's own pixels. */
const CROP = { width: (SHEET_WIDTH - 3 * MARGIN) / 2, height: 420 } as const;
/** Tried in this order, until a sheet is small enough to be kept with the sources. */
const QUALITIES = [0.86, 0.76, 0.66, 0.56, 0.48] as const;
const LARGEST_BYTES = 480_000;
/** About what is shown close up, in units. */
const AIR = 24;
/** Of an address's characters, those that stand for bytes. */
const BYTES_A_CHARACTER = 3 / 4;

type Sheet = { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D };

function blank(width: number, height: number): Sheet {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.fillStyle = '#20242b';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

function caption({ context }: Sheet, text: string, x: number, y: number): void {
  context.fillStyle = '#c8d0da';
  context.font = '600 18px "Barlow Condensed", sans-serif';
  context.fillText(text, x, y + CAPTION - 8);
}

const canvasOf = (image: ImageData): HTMLCanvasElement => {
  const { canvas, context } = blank(image.width, image.height);
  context.putImageData(image, 0, 0);
  return canvas;
};

/** A part of the picture about the middle of what is drawn, as large as a crop at that size of screen. */
function cropAbout({ data, width, height }: ImageData, pixelsPerUnit: number): Region {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if (data[pixel * 4 + 3] === 0) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const size = { width: CROP.width / pixelsPerUnit, height: CROP.height / pixelsPerUnit };
  // From its upper left corner where it is larger than the crop.
  const along = (from: number, to: number, room: number, most: number): number => {
    const middle = (from + to) / 2 / pixelsPerUnit - room / 2;
    const start = (to - from) / pixelsPerUnit > room ? from / pixelsPerUnit - 16 : middle;
    return Math.round(Math.max(0, Math.min(most - room, start)) / 24) * 24;
  };
  const x = along(left, right, size.width, FRAME.width);
  const y = along(top, bottom, size.height, FRAME.height);
  return { x, y, ...size };
}

async function crops(
  sheet: Sheet,
  { graphic, played, hall, theme, marks }: Wanted,
  top: number,
): Promise<number> {
  for (const [index, pixelsPerUnit] of [1, 2 / 3].entries()) {
    const bench = await makeBench({ renderer: 'canvas', pixelsPerUnit, theme, marks });
    const x = MARGIN + index * (CROP.width + MARGIN);
    await posed(bench, graphic, { state: SETTLED, played }, () => {
      const region = cropAbout(bench.picture(), pixelsPerUnit);
      sheet.context.drawImage(canvasOf(bench.picture(hall, region)), x, top + CAPTION);
    });
    bench.dispose();
    caption(sheet, `${FRAME.height * pixelsPerUnit}p, pixel for pixel`, x, top);
  }
  return top + CAPTION + CROP.height;
}

function jpegOf(canvas: HTMLCanvasElement): string {
  let url = '';
  for (const quality of QUALITIES) {
    url = canvas.toDataURL('image/jpeg', quality);
    if (url.length * BYTES_A_CHARACTER <= LARGEST_BYTES) break;
  }
  return url;
}

export type Wanted = {
  readonly graphic: Graphic;
  readonly theme: Theme;
  readonly played: Played;
  readonly hall: HTMLCanvasElement;
  readonly marks: MarkImages;
};

/** What every graphic goes through, a line each, over each ground. */
async function goings(sheet: Sheet, bench: Bench, { graphic, played, hall }: Wanted): Promise<number> {
  const grounds: readonly Ground[] = ['#000000', '#ffffff', '#808080', hall];
  for (const [line, state] of COMMON.entries())
    await posed(bench, graphic, { state, played }, () => {
      caption(sheet, `${graphic.name}: ${state.name}`, MARGIN, line * ROW);
      for (const [column, ground] of grounds.entries()) {
        const x = MARGIN + column * (TILE.width + MARGIN);
        sheet.context.drawImage(
          canvasOf(bench.picture(ground)),
          x,
          line * ROW + CAPTION,
          TILE.width,
          TILE.height,
        );
      }
    });
  return COMMON.length * ROW;
}

/** A state of its own, over the hall: what is drawn with some air about it. */
async function closeUp(bench: Bench, { graphic, played, hall }: Wanted, state: State): Promise<CloseUp> {
  const image = await posed(bench, graphic, { state, played }, () => {
    const { x, y, width, height } = cutOut(bench.picture());
    const [left, top] = [Math.max(0, x - AIR), Math.max(0, y - AIR)];
    const region = {
      x: left,
      y: top,
      width: Math.max(1, Math.min(FRAME.width, x + width + AIR) - left),
      height: Math.max(1, Math.min(FRAME.height, y + height + AIR) - top),
    };
    return canvasOf(bench.picture(hall, region));
  });
  const scale = Math.min(1, CROP.width / image.width, CROP.height / image.height);
  return { name: state.name, image, width: image.width * scale, height: image.height * scale };
}

type CloseUp = {
  readonly name: string;
  readonly image: HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
};

const pairs = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / 2) }, (_, index) => items.slice(index * 2, index * 2 + 2));

/** Draws the sheet of a graphic and gives it as a JPEG's data address. @throws Error when it has nothing to show of the game. */
export async function sheetOf(wanted: Wanted): Promise<string> {
  const { graphic, theme, marks } = wanted;
  const bench = await makeBench({ renderer: 'canvas', theme, marks });
  const own: CloseUp[] = [];
  for (const state of statesOf(graphic.id).slice(COMMON.length))
    own.push(await closeUp(bench, wanted, state));
  const lines = pairs(own).map((line) => ({ line, height: Math.max(...line.map(({ height }) => height)) }));
  const ownHeight = lines.reduce((sum, { height }) => sum + height + CAPTION, 0);
  const sheet = blank(SHEET_WIDTH, COMMON.length * ROW + CAPTION + CROP.height + ownHeight + MARGIN);
  let top = await goings(sheet, bench, wanted);
  bench.dispose();
  top = await crops(sheet, wanted, top);
  for (const { line, height } of lines) {
    for (const [column, { name, image, width, height: tall }] of line.entries()) {
      const x = MARGIN + column * (CROP.width + MARGIN);
      caption(sheet, name, x, top);
      sheet.context.drawImage(image, x, top + CAPTION, width, tall);
    }
    top += height + CAPTION;
  }
  return jpegOf(sheet.canvas);
}
