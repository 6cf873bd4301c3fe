// The kept picture of each state: which file it is, where in the frame it lies, and whether what is drawn now is the same.
import { differenceOf, mismatchOf, SAME, type Tolerance } from '../visual/same-picture.ts';
import { around, type Drawn, onGround, spread } from './drawn.ts';

/** What a picture is of. */
export type Subject = { readonly theme: string; readonly graphic: string; readonly state: string };

export type Result =
  | { readonly same: true }
  | {
      readonly same: false;
      /** One sentence. */
      readonly why: string;
      /** What differs, as pictures to be looked at. */
      readonly difference: HTMLCanvasElement | null;
    };

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const folderOf = ({ theme, graphic, state }: Subject): string => `${theme}/${graphic}/${slug(state)}.`;

/** `house/scorebug/plain.456-948.png`: the name says where the upper left corner lies. */
export const fileOf = (theme: string, graphic: string, state: string, { x, y }: Drawn): string =>
  `${folderOf({ theme, graphic, state })}${x}-${y}.png`;

/** @throws Error where it cannot be read. */
async function readReference(url: string, file: string): Promise<Drawn> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { canvas, context } = sized(image.naturalWidth, image.naturalHeight);
  context.drawImage(image, 0, 0);
  const place = /\.(\d+)-(\d+)\.png$/.exec(file);
  if (!place) throw new Error(`${file}: no place in its name`);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { x: Number(place[1]), y: Number(place[2]), width, height, data };
}

function sized(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D context');
  return { canvas, context };
}

/** What was drawn, as a canvas; of one pixel where nothing was. */
export function canvasOfDrawn({
  width,
  height,
  data,
}: Pick<Drawn, 'width' | 'height' | 'data'>): HTMLCanvasElement {
  const { canvas, context } = sized(width, height);
  if (width > 0 && height > 0)
    context.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
  return canvas;
}

/** Two pictures of the frame, laid over the same ground. */
export function compareDrawn(is: Drawn, was: Drawn, tolerance: Tolerance = SAME): Result {
  const region = around(is, was);
  const [now, kept] = [spread(is, region), spread(was, region)];
  const worst = mismatchOf(now, kept, tolerance);
  if (worst === null) return { same: true };
  const { x, y, offPixels, meanOff, tiles } = worst;
  return {
    same: false,
    why: `${tiles} places differ, most of all at ${region.x + x}, ${region.y + y}: ${offPixels} pixels are off, in the mean by ${meanOff.toFixed(1)}`,
    difference: canvasOfDrawn({ ...region, data: differenceOf(now, kept) }),
  };
}

/** Compares what is drawn now with the kept picture, whose file is found by its name. One that is missing is not the same. */
export async function compared(
  files: readonly string[],
  subject: Subject,
  drawn: Drawn,
  urlOf: (file: string) => string,
  tolerance: Tolerance = SAME,
): Promise<Result> {
  const named = `${subject.theme}, ${subject.graphic}: ${subject.state}`;
  const [file] = files.filter((one) => one.startsWith(folderOf(subject)));
  if (file === undefined)
    return { same: false, why: `${named}: there is no reference picture`, difference: null };
  const result = compareDrawn(onGround(drawn), await readReference(urlOf(file), file), tolerance);
  return result.same ? result : { ...result, why: `${named}: ${result.why}` };
}
