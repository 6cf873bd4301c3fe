// Makes the gist of a tape: hears its entries once, in order, by its provider's own reader, and gives a block for each few seconds of them.
import type { Fault } from '../../game/fault.ts';
import type { Said } from '../../game/message.ts';
import type { RuleSetName } from '../../game/rules.ts';
import { type About, type Entry, sourceOf } from '../../tape/tape.ts';
import type { Zstd } from '../../tape/zstd.ts';
import type { Words } from '../feed.ts';
import { type EntryReader, makeEntryReader } from './entry-reader.ts';
import { type GistBlock, type Heard, type Op, type OtherWords, packed, wordsOf } from './gist.ts';
import { Outliner } from './outliner.ts';
import { plainFramesOf } from './plain-frame.ts';
import { Settling } from './settling.ts';

/** So much of a tape is one block, in its own milliseconds. */
export const BLOCK_MS = 5_000;
/** How the game stands is kept with each so-many-th block. */
const STANDING_EACH = 12;

export type GistOptions = {
  readonly about: About;
  readonly rules: RuleSetName;
  readonly zstd: Zstd;
  readonly onBlock: (block: GistBlock) => void;
};

type Told = Heard & { readonly entry: Entry };

/** Equal but for their own marks: `undefined` is nothing. */
const areSame = (a: Words | null, b: Words | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.source === b.source &&
    a.saidMs === b.saidMs &&
    a.lane === b.lane &&
    a.heardMs === b.heardMs &&
    a.text === b.text);

export class GistMaker {
  readonly #options: GistOptions;
  readonly #reader: EntryReader;
  readonly #plainTopic: string | null;
  readonly #settling = new Settling();
  readonly #outliner = new Outliner();
  #standing = this.#settling.standing;
  #open: Told[] = [];
  #after: Heard[] = [];
  #count = 0;
  #openMs = Number.NEGATIVE_INFINITY;
  #readMs = Number.NEGATIVE_INFINITY;
  #words: Words | null = null;
  #said: Said[] = [];
  #faults: Fault[] = [];

  /** @throws Error when this version cannot read the tape's words. */
  constructor(options: GistOptions) {
    const { about, rules } = options;
    this.#options = options;
    // Of two feeds it is not the words alone that say whose a frame is.
    this.#plainTopic = about.backup === undefined ? (plainFramesOf(about.words)?.topic ?? null) : null;
    this.#reader = makeEntryReader(about, {
      rules,
      to: {
        words: (words) => {
          this.#words = words;
        },
        message: (said) => this.#said.push(said),
        fault: (one) => this.#faults.push(one),
      },
    });
  }

  hear(entry: Entry): void {
    const { heardMs: rawMs } = entry;
    if (rawMs >= this.#openMs + BLOCK_MS && rawMs > this.#readMs) this.#close(rawMs);
    // A tape is in the order in which it was heard; what says otherwise is heard with what stands before it.
    this.#readMs = Math.max(this.#readMs, rawMs);
    this.#reader.hear(entry);
    const heard = {
      entry,
      heardMs: this.#readMs,
      words: this.#words,
      said: this.#said,
      faults: this.#faults,
    };
    [this.#words, this.#said, this.#faults] = [null, [], []];
    this.#open.push(heard);
    for (const said of heard.said) {
      this.#outliner.say(said);
      this.#settling.take(said, this.#readMs);
    }
    if (sourceOf(entry) === null) this.#outliner.note(entry);
  }

  /** The last block; `fault` where the tape could not be read on. */
  end(fault: Fault | null): void {
    if (fault) this.#after.push({ heardMs: this.#readMs, words: null, said: [], faults: [fault] });
    this.#close(Number.POSITIVE_INFINITY);
  }

  #close(nextMs: number): void {
    const { zstd, onBlock } = this.#options;
    const open = this.#open;
    if (open.length + this.#after.length > 0) {
      const after = this.#after.map((own): Op => ({ own }));
      onBlock({
        fromMs: open.length > 0 ? this.#openMs : this.#readMs,
        toMs: this.#readMs,
        entries: open.filter(({ entry }) => !this.#isStray(entry)).length,
        ops: packed(zstd, [...this.#opsOf(open), ...after]),
        standing: this.#count % STANDING_EACH === 0 ? packed(zstd, this.#standing) : null,
        drawn: packed(zstd, this.#outliner.taken()),
      });
      this.#count += 1;
    }
    this.#open = [];
    this.#openMs = nextMs;
    if (this.#count % STANDING_EACH === 0) this.#standing = this.#settling.standing;
  }

  #opsOf(open: readonly Told[]): readonly Op[] {
    const ops: Op[] = [];
    for (const one of open) {
      const op = this.#opOf(one);
      const last = ops.at(-1);
      if (typeof op === 'number' && typeof last === 'number') ops[ops.length - 1] = last + op;
      else if (isRun(op) && isRun(last) && op[1] === last[1]) ops[ops.length - 1] = [last[0] + 1, op[1]];
      else ops.push(op);
    }
    return ops;
  }

  /** What bears an instant from before its block is not found by the block's times. */
  #isStray = ({ heardMs }: Entry): boolean => heardMs < this.#openMs;

  #opOf(told: Told): Op {
    const { entry, words, said, faults, heardMs } = told;
    if (this.#isStray(entry)) return { own: { heardMs, words, said, faults } };
    const shiftMs = this.#shiftOf(told);
    if (shiftMs !== null) return [1, shiftMs];
    const isPlain = areSame(words, wordsOf(entry));
    if (isPlain && said.length + faults.length === 0) return 1;
    return {
      ...(said.length === 0 ? {} : { said }),
      ...(faults.length === 0 ? {} : { faults }),
      ...(isPlain ? {} : { words: otherOf(words) }),
    };
  }

  /** Of a frame that its words plainly give again: how far its stamp was moved. */
  #shiftOf({ entry, words, said, faults }: Told): number | null {
    const [frame] = said;
    if (entry.topic !== this.#plainTopic || frame?.kind !== 'frame' || said.length + faults.length > 1)
      return null;
    const { saidMs } = words ?? {};
    if (words === null || saidMs === undefined) return null;
    return areSame(words, { ...words, ...wordsOf(entry), saidMs }) ? frame.atMs - saidMs : null;
  }
}

const otherOf = (words: Words | null): OtherWords => {
  if (words === null) return null;
  const { text: _text, heardMs: _heardMs, ...other } = words;
  return other;
};
const isRun = (op: Op | undefined): op is readonly [number, number] => Array.isArray(op);
