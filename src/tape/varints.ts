// Whole numbers as few bytes where they are small: seven bits a byte, the lowest first, and the sign in the lowest bit.

/** Numbers up to this, on both sides of zero, are written exactly. */
export const MAX_VARINT = 2 ** 52;

const MORE = 0x80;
const BITS = 0x7f;

export type VarintWriter = {
  /** A number from 0 on. */
  count(value: number): void;
  /** A number of either sign. */
  signed(value: number): void;
  /** Bytes after their length. */
  bytes(value: Uint8Array): void;
  /** All of it. */
  taken(): Uint8Array;
};

export function makeVarintWriter(): VarintWriter {
  let buffer = new Uint8Array(4096);
  let length = 0;
  const room = (more: number): void => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(2 * (length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  const count = (value: number): void => {
    room(8);
    let rest = value;
    while (rest > BITS) {
      buffer[length] = (rest % MORE) | MORE;
      rest = Math.floor(rest / MORE);
      length += 1;
    }
    buffer[length] = rest;
    length += 1;
  };
  return {
    count,
    signed: (value) => count(value < 0 ? -2 * value - 1 : 2 * value),
    bytes(value) {
      count(value.length);
      room(value.length);
      buffer.set(value, length);
      length += value.length;
    },
    taken: () => buffer.slice(0, length),
  };
}

export type VarintReader = {
  count(): number;
  signed(): number;
  bytes(): Uint8Array;
  readonly isOver: boolean;
};

/** Reads what a VarintWriter wrote. @throws Error where the bytes end before their number does. */
export function makeVarintReader(buffer: Uint8Array): VarintReader {
  let at = 0;
  const count = (): number => {
    const first = buffer[at];
    if (first !== undefined && first < MORE) {
      at += 1;
      return first;
    }
    let value = 0;
    for (let unit = 1; ; unit *= MORE) {
      const byte = buffer[at];
      if (byte === undefined || unit > MAX_VARINT) throw new Error('a number without an end');
      at += 1;
      value += (byte & BITS) * unit;
      if (byte < MORE) return value;
    }
  };
  return {
    count,
    signed() {
      const value = count();
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    },
    bytes() {
      const length = count();
      if (length > buffer.length - at) throw new Error('bytes without an end');
      at += length;
      return buffer.subarray(at - length, at);
    },
    get isOver() {
      return at === buffer.length;
    },
  };
}
