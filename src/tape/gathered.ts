// The entries of a piece of a tape, from its records: folded or not, in bounded memory, in the order in which they were heard.
import type { DecompressHandlers, McapTypes } from '@mcap/core';
import { topicOfFold, unfold } from './fold.ts';
import { inOrder, type Numbered } from './numbered.ts';
import { millisOf } from './stamp.ts';
import { type Entry, FOLDED_TOPIC } from './tape.ts';
import type { Zstd } from './zstd.ts';

/** The largest piece that is unpacked, in bytes: a small file cannot fill the memory. */
export const MAX_CHUNK_BYTES = 64 * 1024 * 1024;
/** So many entries are held at most, where nothing tells pieces apart. */
const MAX_ENTRIES = 250_000;

/** A mark of byte order is a character of the provider's. */
const EXACT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });

const toMs = (nanos: bigint): number => millisOf(Number(nanos / 1000n));

/** Unpacks chunks, none beyond the bound. */
export const unpackers = (zstd: Zstd): DecompressHandlers => ({
  zstd: (bytes, length) => {
    if (length > MAX_CHUNK_BYTES) throw new Error(`a chunk of ${length} bytes`);
    return zstd.decompress(bytes, Number(length));
  },
});

/** An entry of a tape from its record: the text as it was, and its bytes where they are no text. */
function entryOf({ data, logTime, publishTime }: McapTypes.Message, topic: string): Entry {
  const stamps = { heardMs: toMs(logTime), saidMs: toMs(publishTime) };
  try {
    return { topic, text: EXACT.decode(data), ...stamps };
  } catch {
    return { topic, text: LENIENT.decode(data), ...stamps, bytes: data.slice() };
  }
}

/** Which entries: `heardMs` from one instant to another, both included; only those topics. All by default. */
export type Stretch = {
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly topics?: readonly string[];
};

export class Gathered {
  readonly #stretch: Stretch;
  #numbered: Numbered[] = [];
  #unfolded = 0;

  constructor(stretch: Stretch = {}) {
    this.#stretch = stretch;
  }

  /** Nothing more should be added before it is taken. */
  get isFull(): boolean {
    return this.#numbered.length >= MAX_ENTRIES;
  }

  /** @throws Error when it is a fold that cannot be read, or more of them than the bound. */
  add(record: McapTypes.Message, topic: string): void {
    const isFold = topic === FOLDED_TOPIC;
    const { fromMs = 0, toMs: untilMs = Number.POSITIVE_INFINITY, topics } = this.#stretch;
    if (topics && !topics.includes(isFold ? topicOfFold(record.data) : topic)) return;
    const isWithin = (heardMs: number): boolean => heardMs >= fromMs && heardMs <= untilMs;
    if (!isFold) {
      if (isWithin(toMs(record.logTime)))
        this.#numbered.push({ sequence: record.sequence, entry: entryOf(record, topic) });
      return;
    }
    for (const one of unfold(record.data, isWithin)) {
      this.#unfolded += one.entry.text.length;
      this.#numbered.push(one);
    }
    if (this.#unfolded > MAX_CHUNK_BYTES) throw new Error('a piece that unfolds beyond the bound');
  }

  /** What was added since the last time; `first` is the number that none comes before, the lowest by default. */
  take(first?: number): readonly Numbered[] {
    const numbered = this.#numbered;
    this.#numbered = [];
    this.#unfolded = 0;
    return inOrder(
      numbered,
      first ?? numbered.reduce((least, one) => Math.min(least, one.sequence), 2 ** 32),
    );
  }
}
