// What a tape says, told once and kept small: all that its words were translated to, but for what they plainly give again. With it any instant of the tape is
// shown without translating what stands before.
import type { Fault } from '../../game/fault.ts';
import type { Game } from '../../game/game.ts';
import type { Said } from '../../game/message.ts';
import type { Entry } from '../../tape/tape.ts';
import { BACKUP_TOPICS, sourceOf } from '../../tape/tape.ts';
import type { Zstd } from '../../tape/zstd.ts';
import type { Words } from '../feed.ts';

/** Rises with every change of how a gist is written. */
export const GIST_VERSION = 1;

/** What was heard at one instant of the tape: the words, and what they say, in order. `heardMs` never falls. */
export type Heard = {
  readonly heardMs: number;
  readonly words: Words | null;
  readonly said: readonly Said[];
  readonly faults: readonly Fault[];
};

/** Words as the tape's own entry does not tell them. */
export type OtherWords = Omit<Words, 'text' | 'heardMs'> | null;

/**
 * What the next entries of the tape say: so many of them nothing; so many of them each a frame, as its words have it, its stamps so many milliseconds later; or
 * one of them what is told here. `own` stands for itself: no entry of the tape goes with it.
 */
export type Op =
  | number
  | readonly [frames: number, shiftMs: number]
  | { readonly said?: readonly Said[]; readonly faults?: readonly Fault[]; readonly words?: OtherWords }
  | { readonly own: Heard };

/** All that was true before some seconds ago, and what was true since, in the order in which it was true. */
export type Standing = { readonly game: Game; readonly late: readonly Said[] };

/** A value as packed bytes, `length` before they were packed. */
export type Packed = { readonly bytes: Uint8Array; readonly length: number };

/** Some seconds of a tape: of its first entry to its last, on the tape's time line, both within. */
export type GistBlock = {
  readonly fromMs: number;
  readonly toMs: number;
  /** So many entries of the tape: the first that lie within the times. */
  readonly entries: number;
  readonly ops: Packed;
  /** What stands before its first entry; not with every block. */
  readonly standing: Packed | null;
  /** What it adds to the game's outline. */
  readonly drawn: Packed;
};

/** Where a gist comes from: its blocks in order, then its end. */
export type GistSource = (to: { readonly block: (block: GistBlock) => void; readonly end: () => void }) => {
  stop(): Promise<void>;
};

/** The words as an entry tells them by itself; null for one of our own. */
export function wordsOf(entry: Entry): Words | null {
  const source = sourceOf(entry);
  if (source === null) return null;
  const { text, heardMs, saidMs, topic } = entry;
  return {
    source,
    text,
    heardMs,
    ...(saidMs === heardMs ? {} : { saidMs }),
    ...(topic.startsWith(BACKUP_TOPICS) ? { lane: 'backup' as const } : {}),
  };
}

export function packed(zstd: Zstd, value: unknown): Packed {
  const text = Buffer.from(JSON.stringify(value));
  return { bytes: zstd.compress(text), length: text.byteLength };
}

/** @throws Error where the bytes are not what was packed. */
export const unpacked = <Value>(zstd: Zstd, { bytes, length }: Packed): Value =>
  JSON.parse(Buffer.from(zstd.decompress(bytes, length)).toString()) as Value;
