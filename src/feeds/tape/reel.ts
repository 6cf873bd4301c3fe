// A tape by its gist: what was heard at each of its instants, and the game before any. Whoever looks at an instant of it gets the very Messages that playing it
// from the beginning gives; of the tape itself only the seconds that are looked at are read, and little of it is kept.
import type { Game } from '../../game/game.ts';
import type { Said } from '../../game/message.ts';
import type { RuleSetName } from '../../game/rules.ts';
import type { OpenTape } from '../../tape/open.ts';
import type { Entry } from '../../tape/tape.ts';
import type { Zstd } from '../../tape/zstd.ts';
import type { Words } from '../feed.ts';
import { type GistBlock, type Heard, type Op, type Standing, unpacked, wordsOf } from './gist.ts';
import { type PlainFrame, plainFramesOf } from './plain-frame.ts';
import { Settling } from './settling.ts';

/** The game up to some instant, and what was said since. */
export type Stretch = { readonly game: Game; readonly messages: readonly Said[] };

/** A place on a reel: a block, and the next in it. */
export type Place = { readonly block: number; readonly index: number };

/** What is heard, its facts apart: a frame is made of its words when it is asked for. */
type Spoken = Heard & { readonly facts: readonly Said[] };

/** Blocks that are kept at hand. */
const AT_HAND = 8;

export type ReelOptions = {
  readonly tape: Pick<OpenTape, 'about' | 'readNow'>;
  readonly rules: RuleSetName;
  readonly zstd: Zstd;
};

const NOTHING: readonly never[] = [];

/** A frame that is made of its words when it is asked for, and then kept. */
class Framed implements Spoken {
  readonly heardMs: number;
  readonly faults = NOTHING;
  readonly facts = NOTHING;
  readonly #entry: Entry;
  readonly #make: () => ReturnType<PlainFrame>;
  readonly #shiftMs: number;
  #frame: ReturnType<PlainFrame> | undefined;

  constructor(heardMs: number, entry: Entry, make: () => ReturnType<PlainFrame>, shiftMs: number) {
    this.heardMs = heardMs;
    this.#entry = entry;
    this.#make = make;
    this.#shiftMs = shiftMs;
  }

  get said(): readonly Said[] {
    this.#frame ??= this.#make();
    return this.#frame ? [this.#frame] : NOTHING;
  }

  get words(): Words | null {
    const words = wordsOf(this.#entry);
    const [frame] = this.said;
    return words && frame ? { ...words, saidMs: frame.atMs - this.#shiftMs } : words;
  }
}

const factsOf = (said: readonly Said[]): readonly Said[] => said.filter(({ kind }) => kind !== 'frame');

export class Reel {
  readonly #options: ReelOptions;
  readonly #frameOf: PlainFrame | null;
  readonly #blocks: GistBlock[] = [];
  readonly #atHand = new Map<number, readonly Spoken[]>();
  #isWhole = false;

  constructor(options: ReelOptions) {
    this.#options = options;
    this.#frameOf = plainFramesOf(options.tape.about.words)?.frame(options.rules) ?? null;
  }

  /** What was heard is known up to here, on the tape's time line. */
  get readMs(): number {
    return this.#blocks.at(-1)?.toMs ?? Number.NEGATIVE_INFINITY;
  }

  /** Nothing more will come. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Takes the next block. */
  add(block: GistBlock): void {
    this.#blocks.push(block);
  }

  end(): void {
    this.#isWhole = true;
  }

  /** Where what is heard after an instant begins. */
  placeAfter(heardMs: number): Place {
    const block = Math.max(0, this.#blockOf(heardMs));
    const all = this.#heardIn(block);
    const index = all.findIndex((one) => one.heardMs > heardMs);
    return { block, index: index === -1 ? all.length : index };
  }

  /** What stands at a place, and the place after it; null at the end of what is known. */
  at({ block, index }: Place): { readonly heard: Heard; readonly next: Place } | null {
    const heard = this.#heardIn(block)[index];
    if (heard) return { heard, next: { block, index: index + 1 } };
    return block + 1 < this.#blocks.length ? this.at({ block: block + 1, index: 0 }) : null;
  }

  /** The game before one instant, and what was heard from then up to another; of what was heard a little before that, only facts. */
  stretch(fromMs: number, untilMs: number): Stretch {
    const first = Math.max(0, this.#blockOf(fromMs));
    const last = this.#blockOf(untilMs);
    const { game, late } = this.#standingBefore(first);
    const messages = [...late];
    this.#load(first, last);
    for (let block = first; block <= last; block += 1)
      for (const one of this.#heardIn(block)) {
        if (one.heardMs > untilMs) break;
        messages.push(...(one.heardMs < fromMs ? one.facts : one.said));
      }
    return { game, messages };
  }

  /** The last block that begins at or before an instant; -1 before the first. */
  #blockOf(heardMs: number): number {
    let [low, high] = [0, this.#blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blocks[middle] as GistBlock).fromMs <= heardMs) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #standingBefore(block: number): Standing {
    const { zstd } = this.#options;
    let from = Math.min(block, this.#blocks.length - 1);
    while (from > 0 && !this.#blocks[from]?.standing) from -= 1;
    const kept = this.#blocks[from]?.standing;
    const settling = new Settling(kept ? unpacked<Standing>(zstd, kept) : undefined);
    for (const { ops } of this.#blocks.slice(Math.max(0, from), block))
      for (const op of unpacked<readonly Op[]>(zstd, ops))
        if (typeof op === 'object' && !('length' in op)) {
          const { said = NOTHING } = 'own' in op ? op.own : op;
          for (const one of said) settling.take(one, one.heardMs);
        }
    return settling.standing;
  }

  #heardIn(block: number): readonly Spoken[] {
    if (!this.#atHand.has(block)) this.#load(block, block);
    return this.#atHand.get(block) ?? NOTHING;
  }

  /** Has some blocks at hand, the tape read once for all of them. */
  #load(first: number, last: number): void {
    const blocks = this.#blocks.slice(first, last + 1);
    if (blocks.length === 0) return;
    const isLacking = blocks.some((_, nth) => !this.#atHand.has(first + nth));
    const { fromMs } = blocks[0] as GistBlock;
    const entries = isLacking
      ? this.#options.tape.readNow({ fromMs, toMs: (blocks.at(-1) as GistBlock).toMs })
      : NOTHING;
    blocks.forEach((block, nth) => {
      const spoken = this.#atHand.get(first + nth) ?? this.#spoken(block, entries);
      this.#atHand.delete(first + nth);
      this.#atHand.set(first + nth, spoken);
    });
    for (const oldest of this.#atHand.keys()) {
      if (this.#atHand.size <= Math.max(AT_HAND, blocks.length)) break;
      this.#atHand.delete(oldest);
    }
  }

  #spoken(block: GistBlock, all: readonly Entry[]): readonly Spoken[] {
    const within = all.filter(({ heardMs }) => heardMs >= block.fromMs && heardMs <= block.toMs);
    const entries = within.slice(0, block.entries);
    const spoken: Spoken[] = [];
    let nth = 0;
    let heardMs = block.fromMs;
    const next = (): Entry | undefined => {
      const entry = entries[nth];
      nth += 1;
      heardMs = Math.max(heardMs, entry?.heardMs ?? heardMs);
      return entry;
    };
    for (const op of unpacked<readonly Op[]>(this.#options.zstd, block.ops)) {
      if (typeof op === 'number')
        for (let left = op; left > 0; left -= 1) spoken.push(...this.#silent(next(), heardMs));
      else if ('length' in op)
        for (let left = op[0]; left > 0; left -= 1) spoken.push(...this.#framed(next(), heardMs, op[1]));
      else if ('own' in op) spoken.push(...this.#own(op.own));
      else {
        const entry = next();
        const { said = NOTHING, faults = NOTHING, words } = op;
        const plain = entry ? wordsOf(entry) : null;
        const { text = '', heardMs: rawMs = heardMs } = entry ?? {};
        const given = words === undefined ? plain : words && { ...words, text, heardMs: rawMs };
        spoken.push({ heardMs, words: given, said, faults, facts: factsOf(said) });
      }
    }
    return spoken;
  }

  /** What stands for itself; a note of ours that says nothing is not heard. */
  #own(heard: Heard): readonly Spoken[] {
    const { words, said, faults } = heard;
    const isHeard = words !== null || said.length + faults.length > 0;
    return isHeard ? [{ ...heard, facts: factsOf(said) }] : NOTHING;
  }

  /** Words that say nothing are heard; our own notes are not. */
  #silent(entry: Entry | undefined, heardMs: number): readonly Spoken[] {
    const words = entry ? wordsOf(entry) : null;
    return words ? [{ heardMs, words, said: NOTHING, faults: NOTHING, facts: NOTHING }] : NOTHING;
  }

  #framed(entry: Entry | undefined, heardMs: number, shiftMs: number): readonly Spoken[] {
    const frameOf = this.#frameOf;
    if (!entry || !frameOf) return NOTHING;
    return [new Framed(heardMs, entry, () => frameOf(entry.text, entry.heardMs, shiftMs), shiftMs)];
  }
}
