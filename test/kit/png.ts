// A screenshot as pixels: reads PNG as browsers write it, eight bits a channel, with or without alpha.
import { inflateSync } from 'node:zlib';

/** Four bytes a pixel, red first, alpha not premultiplied; row by row from the top. */
export type Picture = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

const SIGNATURE_BYTES = 8;
const COLOUR_CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

function* chunks(png: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** What a filter adds to a byte, from the byte to its left, the one above, and the one left of that. */
function predicted(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - upLeft;
      const [byLeft, byUp, byCorner] = [left, up, upLeft].map((each) => Math.abs(guess - each)) as [
        number,
        number,
        number,
      ];
      if (byLeft <= byUp && byLeft <= byCorner) return left;
      return byUp <= byCorner ? up : upLeft;
    }
    default:
      return 0;
  }
}

/** @throws Error for a kind of PNG that no browser's screenshot is. */
export function readPng(png: Buffer): Picture {
  const all = [...chunks(png)];
  const head = all.find(({ type }) => type === 'IHDR')?.data;
  const channels = head && COLOUR_CHANNELS[head.readUInt8(9)];
  if (!head || !channels || head.readUInt8(8) !== 8 || head.readUInt8(12) !== 0)
    throw new Error('not such a PNG');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const packed = inflateSync(
    Buffer.concat(all.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const stride = width * channels;
  const rgba = new Uint8Array(width * height * 4).fill(255);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (stride + 1)] ?? 0;
    const row = new Uint8Array(packed.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let i = 0; i < stride && filter !== 0; i += 1) {
      const left = i < channels ? 0 : (row[i - channels] as number);
      const upLeft = i < channels ? 0 : (above[i - channels] as number);
      row[i] = (row[i] as number) + predicted(filter, left, above[i] as number, upLeft);
    }
    if (channels === 4) rgba.set(row, y * stride);
    else
      for (let x = 0; x < width; x += 1)
        for (let c = 0; c < channels; c += 1) rgba[(y * width + x) * 4 + c] = row[x * channels + c] as number;
    above = row;
  }
  return { width, height, rgba };
}
