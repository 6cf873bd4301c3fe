// One contact sheet a graphic: each of its states over black, white, grey and the hall, and the screen's own pixels at two sizes.
import { graphics } from '../../overlays/catalogue.ts';
import type { Graphic } from '../../src/stage/graphic.ts';
import { FRAME } from '../../src/stage/theme.ts';
import { type Bench, benchScene, type Ground, makeBench, type Region } from '../kit/scene-bench.ts';
import { drawArena } from './arena.ts';
import { type Played, playedGame, widest } from './played-game.ts';

const TILE = { width: 400, height: 225 } as const;
const MARGIN = 8;
const CAPTION = 28;
const COLUMNS = 4;
const SHEET_WIDTH = COLUMNS * (TILE.width + MARGIN) + MARGIN;
/** Of the crops in the screen's own pixels. */
const CROP = { width: (SHEET_WIDTH - 3 * MARGIN) / 2, height: 420 } as const;
/** Tried in this order, until a sheet is small enough to be kept with the sources. */
const QUALITIES = [0.86, 0.76, 0.66, 0.56] as const;
const LARGEST_BYTES = 380_000;
/** Of an address's characters, those that stand for bytes. */
const BYTES_A_CHARACTER = 3 / 4;

type Scene = Awaited<ReturnType<typeof benchScene>>;
type State = { readonly name: string; readonly pose: (scene: Scene, played: Played) => void };

const STATES: readonly State[] = [
  { name: 'enter, 0.25 s', pose: (scene, { moment }) => void scene.enter(moment, 0.25) },
  { name: 'settled', pose: (scene, { moment }) => scene.show(moment) },
  { name: 'widest', pose: (scene, { moment }) => scene.show(widest(moment)) },
  {
    name: 'update: the hosts score, 0.15 s',
    pose: (scene, { moment, later }) => {
      scene.show(moment);
      scene.update(later, 0.15);
    },
  },
  {
    name: 'exit, 0.14 s',
    pose: (scene, { moment }) => {
      scene.show(moment);
      scene.exit(0.14);
    },
  },
];

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

async function withScene<Found>(
  bench: Bench,
  graphic: Graphic,
  use: (scene: Scene) => Found,
): Promise<Found> {
  const scene = await benchScene(bench, graphic);
  try {
    return use(scene);
  } finally {
    scene.dispose();
  }
}

async function crops(
  sheet: Sheet,
  graphic: Graphic,
  { moment }: Played,
  hall: HTMLCanvasElement,
  top: number,
) {
  for (const [index, pixelsPerUnit] of [1, 2 / 3].entries()) {
    const bench = await makeBench({ renderer: 'canvas', pixelsPerUnit });
    const x = MARGIN + index * (CROP.width + MARGIN);
    await withScene(bench, graphic, (scene) => {
      scene.show(moment);
      const region = cropAbout(bench.picture(), pixelsPerUnit);
      sheet.context.drawImage(canvasOf(bench.picture(hall, region)), x, top + CAPTION);
    });
    bench.dispose();
    caption(sheet, `${FRAME.height * pixelsPerUnit}p, pixel for pixel`, x, top);
  }
}

function jpegOf(canvas: HTMLCanvasElement): string {
  let url = '';
  for (const quality of QUALITIES) {
    url = canvas.toDataURL('image/jpeg', quality);
    if (url.length * BYTES_A_CHARACTER <= LARGEST_BYTES) break;
  }
  return url;
}

/** Draws the sheet of a graphic and gives it as a JPEG's data address. @throws Error when it has nothing to show of the game. */
export async function sheetOf(graphic: Graphic, played: Played, hall: HTMLCanvasElement): Promise<string> {
  const row = TILE.height + CAPTION;
  const height = STATES.length * row + CROP.height + CAPTION + MARGIN;
  const sheet = blank(SHEET_WIDTH, height);
  const grounds: readonly Ground[] = ['#000000', '#ffffff', '#808080', hall];
  const bench = await makeBench({ renderer: 'canvas' });
  for (const [line, { name, pose }] of STATES.entries())
    await withScene(bench, graphic, (scene) => {
      pose(scene, played);
      caption(sheet, `${graphic.name}: ${name}`, MARGIN, line * row);
      for (const [column, ground] of grounds.entries()) {
        const x = MARGIN + column * (TILE.width + MARGIN);
        const tile = canvasOf(bench.picture(ground));
        sheet.context.drawImage(tile, x, line * row + CAPTION, TILE.width, TILE.height);
      }
    });
  bench.dispose();
  await crops(sheet, graphic, played, hall, STATES.length * row);
  return jpegOf(sheet.canvas);
}

declare global {
  interface Window {
    /** Every graphic there is, and its sheet. */
    book?: { readonly ids: readonly string[]; sheet(id: string): Promise<string> };
  }
}

const hall = drawArena(document);
const game = playedGame();
window.book = {
  ids: [...graphics.keys()],
  sheet: async (id) => {
    const graphic = graphics.get(id);
    if (!graphic) throw new Error(`there is no graphic ${id}`);
    return sheetOf(graphic, await game, hall);
  },
};
