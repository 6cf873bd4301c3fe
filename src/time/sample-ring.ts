// The samples of one body in order of their stamps: a ring of numbers that allocates nothing once it has grown to the history's size.

/** Numbers a sample takes: stamp, x, y, z, and 1 where a new track begins. */
export const [AT, X, Y, Z, BEGINS] = [0, 1, 2, 3, 4];
const STRIDE = 5;
const FIRST_CAPACITY = 256;

export class SampleRing {
  #data = new Float64Array(FIRST_CAPACITY * STRIDE);
  #start = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }
  /** Bytes held. */
  get bytes(): number {
    return this.#data.byteLength;
  }

  /** A number of the sample at an index; the oldest is at 0. */
  at(index: number, field: number): number {
    return this.#data[this.offset(index) + field] as number;
  }
  /** All of it, until the next sample. NOTE: whoever reads many numbers at a time reads them here: each that a method gives may be garbage. */
  get numbers(): Float64Array {
    return this.#data;
  }
  /** Where the numbers of the sample at an index begin. */
  offset(index: number): number {
    return ((this.#start + index) % (this.#data.length / STRIDE)) * STRIDE;
  }

  /** Says whether a new track begins with a sample. */
  begin(index: number, begins: boolean): void {
    this.#data[this.offset(index) + BEGINS] = begins ? 1 : 0;
  }

  /** Takes a sample at its place in time, where the same stamp again replaces; gives its index. */
  push(atMs: number, xMm: number, yMm: number, zMm: number): number {
    if (this.#count === this.#data.length / STRIDE) this.#grow();
    let index = this.#count;
    while (index > 0 && this.at(index - 1, AT) > atMs) index -= 1;
    if (index > 0 && this.at(index - 1, AT) === atMs) {
      this.#put(index - 1, atMs, xMm, yMm, zMm);
      return index - 1;
    }
    for (let i = this.#count; i > index; i -= 1)
      this.#put(i, this.at(i - 1, AT), this.at(i - 1, X), this.at(i - 1, Y), this.at(i - 1, Z));
    this.#put(index, atMs, xMm, yMm, zMm);
    this.#count += 1;
    return index;
  }

  /** Forgets the oldest so many. */
  drop(gone: number): void {
    this.#start = (this.#start + gone) % (this.#data.length / STRIDE);
    this.#count -= gone;
  }

  /** How many samples stand at or before an instant: the index of the first later one. */
  countUntil(atMs: number): number {
    // Most questions are near the newest sample: look there first.
    let high = this.#count;
    let low = 0;
    for (let step = 8; high - step > 0; step *= 8) {
      if (this.at(high - step, AT) <= atMs) {
        low = high - step;
        break;
      }
      high -= step;
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle, AT) <= atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #put(index: number, atMs: number, xMm: number, yMm: number, zMm: number): void {
    const offset = this.offset(index);
    this.#data[offset] = atMs;
    this.#data[offset + X] = xMm;
    this.#data[offset + Y] = yMm;
    this.#data[offset + Z] = zMm;
    this.#data[offset + BEGINS] = 0;
  }

  #grow(): void {
    const bigger = new Float64Array(this.#data.length * 2);
    for (let i = 0; i < this.#count; i += 1)
      for (let field = 0; field < STRIDE; field += 1) bigger[i * STRIDE + field] = this.at(i, field);
    this.#data = bigger;
    this.#start = 0;
  }
}
