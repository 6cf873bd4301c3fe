// Reads a tape from its bytes, in order and in bounded memory. A tape that was cut off gives all that it holds, and says so; nothing after damage is given.
import { McapStreamReader, type McapTypes } from '@mcap/core';
import { type Fault, fault } from '../game/fault.ts';
import { firstWrong } from '../game/wrong-shape.ts';
import { checked } from './checked.ts';
import { Gathered, unpackers } from './gathered.ts';
import { makeRunningCrc } from './running-crc.ts';
import {
  ABOUT_RECORD,
  type About,
  aboutSchema,
  type Entry,
  TAPE_VERSION,
  TEAMS_RECORD,
  type Teams,
  teamsSchema,
} from './tape.ts';
import type { Zstd } from './zstd.ts';

/** The largest record that is waited for, in bytes. */
export const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/**
 * What reading gives: first what the tape is, then its entries and who plays, last its end. `complete` is false when it was not ended (a crash, a cut);
 * `fault` says where it could not be read on.
 */
export type Piece =
  | { readonly kind: 'about'; readonly about: About }
  | { readonly kind: 'teams'; readonly teams: Teams }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'end'; readonly complete: boolean; readonly fault?: Fault };

/** What a chunk holds: what comes of another kind comes after it. */
const OF_CHUNKS: ReadonlySet<string> = new Set(['Schema', 'Channel', 'Message']);

/** Source: MCAP specification, Data End: opcode, length, checksum. */
const DATA_END_BYTES = 1 + 8 + 4;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const unread = (where: string, expected: string, found: string): Fault =>
  fault('tape-unread', where, expected, found);

/** A tape's pieces, as its bytes come. Never throws for what the bytes are: the last piece tells. */
export async function* readTape(
  bytes: AsyncIterable<Uint8Array>,
  zstd: Zstd,
): AsyncGenerator<Piece, void, void> {
  const reader = new McapStreamReader({ decompressHandlers: unpackers(zstd) });
  const topics = new Map<number, string>();
  const running = makeRunningCrc();
  const gathered = new Gathered();
  let appended = 0;
  let sequence = 0;
  let isKnown = false;
  let isSound = true;

  const here = (): string => `tape, byte ${appended - reader.bytesRemaining()}`;

  /** Follows the checksum of the data up to its end, and compares it there. */
  const check = (record: McapTypes.TypedMcapRecord): void => {
    if (record.type === 'Message') return;
    const left = reader.bytesRemaining();
    running.advance(record.type === 'DataEnd' ? left + DATA_END_BYTES : left);
    const said = record.type === 'DataEnd' ? record.dataSectionCrc : 0;
    if (said !== 0 && said !== running.crc) isSound = false;
  };

  /** What was gathered of a chunk, in the order in which it was heard. True where it is broken off. */
  function* told(): Generator<Piece, boolean, void> {
    for (const { sequence: found, entry } of gathered.take((sequence + 1) >>> 0)) {
      sequence = (sequence + 1) >>> 0;
      // A piece whose kind was changed is passed by like one of a later version: only its entries' numbers tell.
      if (found !== sequence) {
        yield broken(here(), `entry ${sequence}`, `entry ${found}`);
        return true;
      }
      yield { kind: 'entry', entry };
    }
    return false;
  }

  const pieceOf = (record: McapTypes.TypedMcapRecord): Piece | null => {
    if (record.type === 'Channel') topics.set(record.id, record.topic);
    if (record.type === 'Message' && !isKnown)
      return broken(here(), 'what the tape is, before all else', 'an entry');
    if (record.type === 'Message') gathered.add(record, topics.get(record.channelId) ?? '');
    if (record.type !== 'Metadata') return null;
    if (record.name === TEAMS_RECORD) return teamsPiece(record, here());
    return record.name === ABOUT_RECORD ? aboutPiece(record, here()) : null;
  };

  try {
    for await (const part of bytes) {
      if (reader.done()) break;
      reader.append(part);
      running.append(part);
      appended += part.byteLength;
      for (let record = reader.nextRecord(); record; record = reader.nextRecord()) {
        check(record);
        if ((!OF_CHUNKS.has(record.type) || gathered.isFull) && (yield* told())) return;
        const piece = pieceOf(record);
        if (!piece) continue;
        yield piece;
        if (piece.kind === 'end') return;
        if (piece.kind === 'about') isKnown = true;
      }
      if (reader.bytesRemaining() > MAX_RECORD_BYTES) throw new Error('a record without end');
    }
    if (yield* told()) return;
  } catch (error) {
    if (yield* told()) return;
    yield broken(here(), 'a whole piece of a tape', reasonOf(error));
    return;
  }
  const end = { kind: 'end', complete: reader.done() } as const;
  if (!isKnown) yield broken('tape', 'a tape of Courtside', 'no word of what it is');
  else if (!isSound) yield { ...end, fault: unread('tape', 'bytes as they were written', 'others') };
  else yield end;
}

const broken = (where: string, expected: string, found: string): Piece => ({
  kind: 'end',
  complete: false,
  fault: unread(where, expected, found),
});

/** Who plays; nothing where that cannot be read. */
function teamsPiece({ metadata }: McapTypes.Metadata, where: string): Piece {
  const fields = checked(metadata);
  if (fields === null) return broken(where, 'who plays, as it was written', 'another text');
  return { kind: 'teams', teams: teamsSchema.parse(fields) };
}

/** What a tape is, or why it cannot be known. */
export function aboutPiece({ metadata }: McapTypes.Metadata, where: string): Piece {
  const fields = checked(metadata);
  if (fields === null) return broken(where, 'what the tape is, as it was written', 'another text');
  const read = aboutSchema.safeParse(fields);
  if (!read.success) {
    const wrong = firstWrong(fields, read.error, 'all of it');
    return broken(where, `what the tape is: ${wrong.where}: ${wrong.expected}`, wrong.found);
  }
  if (read.data.version > TAPE_VERSION)
    return broken(where, `a tape of version ${TAPE_VERSION} or older`, `version ${read.data.version}`);
  return { kind: 'about', about: read.data };
}
