// A tape as it was translated, once and in order: what was said at each of its instants, packed in blocks, and the game at the beginning of each. Whoever
// looks at an instant of it gets the very Messages that playing it from the beginning gives.
import type { Fault } from '../../game/fault.ts';
import { fold } from '../../game/fold.ts';
import { type Game, noGame } from '../../game/game.ts';
import type { Fact, Said } from '../../game/message.ts';
import type { Zstd } from '../../tape/zstd.ts';
import type { Words } from '../feed.ts';

/** What was heard at one instant of the tape: the words, and what they say, in order. */
export type Heard = {
  readonly heardMs: number;
  readonly words: Words | null;
  readonly said: readonly Said[];
  readonly faults: readonly Fault[];
};

/** The game up to some instant, and what was heard since. */
export type Stretch = { readonly game: Game; readonly heard: readonly Heard[] };

/** A place on a reel: a block, and the next in it. */
export type Place = { readonly block: number; readonly index: number };

/** So much of the tape is one block, in its own milliseconds. */
const BLOCK_MS = 20_000;
/** Facts are heard at most so long after they were true, but for corrections, which name what they correct. Milliseconds. */
const LATE_MS = 5_000;
/** Blocks that are kept unpacked. */
const UNPACKED = 4;

/** `fromMs`: of its first entry. `late`: facts that were heard before, and may be overtaken by one that is true before them. */
type Standing = { readonly game: Game; readonly late: readonly Said[] };
type Packed = { readonly bytes: Uint8Array; readonly length: number };
type Block = { readonly fromMs: number; readonly standing: Packed; readonly heard: Packed };

export class Reel {
  readonly #zstd: Zstd;
  readonly #blocks: Block[] = [];
  readonly #unpacked = new Map<number, readonly Heard[]>();
  #open: Heard[] = [];
  #openMs = Number.NEGATIVE_INFINITY;
  #openStanding: Standing = { game: noGame, late: [] };
  /** All that was true before `LATE_MS` ago, and what was true since, in the order in which it was true. */
  #game: Game = noGame;
  #late: Said[] = [];
  #readMs = Number.NEGATIVE_INFINITY;
  #isWhole = false;

  constructor(zstd: Zstd) {
    this.#zstd = zstd;
  }

  /** What was heard is known up to here, on the tape's time line. */
  get readMs(): number {
    return this.#readMs;
  }

  /** Nothing more will come. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Bytes that it holds, packed. */
  get bytes(): number {
    return this.#blocks.reduce(
      (sum, { standing, heard }) => sum + standing.bytes.length + heard.bytes.length,
      0,
    );
  }

  add(heard: Heard): void {
    if (heard.heardMs >= this.#openMs + BLOCK_MS && heard.heardMs > this.#readMs) this.#close(heard.heardMs);
    this.#open.push(heard);
    this.#readMs = Math.max(this.#readMs, heard.heardMs);
    for (const said of heard.said) if (said.kind !== 'frame') this.#take(said);
  }

  end(): void {
    this.#isWhole = true;
  }

  /** Where what is heard after an instant begins; with `including` what is heard at it too. */
  placeAfter(heardMs: number, including = false): Place {
    const block = this.#blockOf(heardMs);
    const index = this.#heardIn(block).findIndex((one) =>
      including ? one.heardMs >= heardMs : one.heardMs > heardMs,
    );
    return index === -1 ? { block, index: this.#heardIn(block).length } : { block, index };
  }

  /** What stands at a place, and the place after it; null at the end of what is known. */
  at({ block, index }: Place): { readonly heard: Heard; readonly next: Place } | null {
    const heard = this.#heardIn(block)[index];
    if (heard) return { heard, next: { block, index: index + 1 } };
    return block < this.#blocks.length ? this.at({ block: block + 1, index: 0 }) : null;
  }

  /** The game at or before one instant, and what was heard from then up to another. */
  stretch(fromMs: number, untilMs: number): Stretch {
    const first = this.#blockOf(fromMs);
    const { game, late } = this.#standingOf(first);
    const before: Heard = { heardMs: Number.NEGATIVE_INFINITY, words: null, said: late, faults: [] };
    const heard = [before];
    for (let block = first; block <= this.#blocks.length; block += 1)
      for (const one of this.#heardIn(block)) {
        if (one.heardMs > untilMs) return { game, heard };
        heard.push(one);
      }
    return { game, heard };
  }

  /** The last block that begins at or before an instant; the open one comes after all that are packed. */
  #blockOf(heardMs: number): number {
    if (heardMs >= this.#openMs) return this.#blocks.length;
    const after = this.#blocks.findIndex(({ fromMs }) => fromMs > heardMs);
    return Math.max(0, (after === -1 ? this.#blocks.length : after) - 1);
  }

  #heardIn(block: number): readonly Heard[] {
    if (block >= this.#blocks.length) return this.#open;
    const known = this.#unpacked.get(block);
    const heard = known ?? this.#unpack<readonly Heard[]>((this.#blocks[block] as Block).heard);
    this.#unpacked.delete(block);
    this.#unpacked.set(block, heard);
    const [oldest] = this.#unpacked.keys();
    if (this.#unpacked.size > UNPACKED && oldest !== undefined) this.#unpacked.delete(oldest);
    return heard;
  }

  #standingOf(block: number): Standing {
    if (block >= this.#blocks.length) return this.#openStanding;
    return this.#unpack<Standing>((this.#blocks[block] as Block).standing);
  }

  /** Facts are folded in the order in which they were true; what is surely not overtaken any more joins the game. */
  #take(said: Said): void {
    const late = this.#late;
    let index = late.length;
    while (index > 0 && (late[index - 1] as Said).atMs > said.atMs) index -= 1;
    late.splice(index, 0, said);
    const settledMs = this.#readMs - LATE_MS;
    while (late[0] && late[0].atMs < settledMs) this.#game = fold(this.#game, late.shift() as Fact);
  }

  #close(nextMs: number): void {
    if (this.#open.length > 0)
      this.#blocks.push({
        fromMs: this.#openMs,
        standing: this.#pack(this.#openStanding),
        heard: this.#pack(this.#open),
      });
    this.#open = [];
    this.#openMs = nextMs;
    this.#openStanding = { game: this.#game, late: [...this.#late] };
  }

  #pack(value: unknown): Packed {
    const text = Buffer.from(JSON.stringify(value));
    return { bytes: this.#zstd.compress(text), length: text.byteLength };
  }

  #unpack<Value>({ bytes, length }: Packed): Value {
    return JSON.parse(Buffer.from(this.#zstd.decompress(bytes, length)).toString()) as Value;
  }
}
