// Pictures as small PNG files: a palette of the colours that there are, or of those nearly so; where that would be seen, all of them. Opaque pictures only.
import { deflateSync } from 'node:zlib';
import type { Picture } from './png.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2;
const INDEXED = 3;
const MOST_IN_PALETTE = 256;
/** A colour may stand for others that are no further from it, in any channel of 0 to 255; the most frequent ones stand for themselves. */
export const UNSEEN = 4;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crcOf(body));
  return Buffer.concat([length, body, crc]);
}

function head({ width, height }: Picture, colourType: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = 8;
  data[9] = colourType;
  return chunk('IHDR', data);
}

const colourAt = (rgba: Uint8Array, at: number): number =>
  ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);

/** Every colour, the most frequent first. */
function coloursOf({ rgba }: Picture): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = colourAt(rgba, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
}

/** The furthest of a colour's channels from another's. */
const apart = (a: number, b: number): number =>
  Math.max(
    Math.abs((a >> 16) - (b >> 16)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  );

/** Each colour's place in a palette of which none is further away than `most`; null where so few do not do. */
function paletteWithin(colours: readonly number[], most: number): Palette | null {
  const palette: number[] = [];
  const places = new Map<number, number>();
  for (const colour of colours) {
    const near = palette.findIndex((one) => apart(one, colour) <= most);
    places.set(colour, near === -1 ? palette.length : near);
    if (near !== -1) continue;
    if (palette.length === MOST_IN_PALETTE) return null;
    palette.push(colour);
  }
  return { palette, places };
}

type Palette = { readonly palette: readonly number[]; readonly places: ReadonlyMap<number, number> };

function paletteOf(picture: Picture): Palette | null {
  const colours = coloursOf(picture);
  for (let most = 0; most <= UNSEEN; most += 2) {
    const found = paletteWithin(colours, most);
    if (found) return found;
  }
  return null;
}

function indexed(picture: Picture, { palette, places }: Palette): readonly Buffer[] {
  const { width, height, rgba } = picture;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = places.get(colourAt(rgba, (y * width + x) * 4)) ?? 0;
  const colours = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
  return [
    head(picture, INDEXED),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
  ];
}

/** Of a row, the bytes less what is left of them, or above them; whichever are smaller. */
function filtered(row: Uint8Array, above: Uint8Array): Buffer {
  const size = row.length;
  const none = Buffer.from([0, ...row]);
  const left = Buffer.alloc(size + 1, 1);
  const up = Buffer.alloc(size + 1, 2);
  for (let i = 0; i < size; i += 1) {
    left[i + 1] = (row[i] ?? 0) - (i < 3 ? 0 : (row[i - 3] ?? 0));
    up[i + 1] = (row[i] ?? 0) - (above[i] ?? 0);
  }
  const weight = (bytes: Buffer): number => {
    let sum = 0;
    for (let i = 1; i < bytes.length; i += 1) sum += Math.min(bytes[i] ?? 0, 256 - (bytes[i] ?? 0));
    return sum;
  };
  return [none, left, up].reduce((best, one) => (weight(one) < weight(best) ? one : best), up);
}

function coloured(picture: Picture): readonly Buffer[] {
  const { width, height, rgba } = picture;
  let above = new Uint8Array(width * 3);
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = new Uint8Array(width * 3);
    for (let x = 0; x < width; x += 1)
      for (let c = 0; c < 3; c += 1) row[x * 3 + c] = rgba[(y * width + x) * 4 + c] ?? 0;
    rows.push(filtered(row, above));
    above = row;
  }
  return [head(picture, RGB), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9, memLevel: 9 }))];
}

/** The file's bytes: no channel is further off than `UNSEEN`. What a picture has of alpha is not written. */
export function writePng(picture: Picture): Buffer {
  const palette = paletteOf(picture);
  const body = palette ? indexed(picture, palette) : coloured(picture);
  return Buffer.concat([SIGNATURE, ...body, chunk('IEND', Buffer.alloc(0))]);
}
