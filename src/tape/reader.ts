// Reads a tape from its bytes, in order and in bounded memory. A tape that was cut off gives all that it holds, and says so; nothing after damage is given.
import { type DecompressHandlers, McapStreamReader, type McapTypes } from '@mcap/core';
import { type Fault, fault } from '../game/fault.ts';
import { checked } from './checked.ts';
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

/** The largest piece that is unpacked, in bytes: a small file cannot fill the memory. */
export const MAX_CHUNK_BYTES = 64 * 1024 * 1024;
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

/** Source: MCAP specification, Data End: opcode, length, checksum. */
const DATA_END_BYTES = 1 + 8 + 4;

/** A mark of byte order is a character of the provider's. */
const EXACT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });

const toMs = (nanos: bigint): number => Number(nanos / 1000n) / 1000;
const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const unread = (where: string, expected: string, found: string): Fault =>
  fault('tape-unread', where, expected, found);

/** Unpacks chunks, none beyond the bound. */
export const unpackers = (zstd: Zstd): DecompressHandlers => ({
  zstd: (bytes, length) => {
    if (length > MAX_CHUNK_BYTES) throw new Error(`a chunk of ${length} bytes`);
    return zstd.decompress(bytes, Number(length));
  },
});

/** An entry of a tape from its record: the text as it was, and its bytes where they are no text. */
export function entryOf({ data, logTime, publishTime }: McapTypes.Message, topic: string): Entry {
  const stamps = { heardMs: toMs(logTime), saidMs: toMs(publishTime) };
  try {
    return { topic, text: EXACT.decode(data), ...stamps };
  } catch {
    return { topic, text: LENIENT.decode(data), ...stamps, bytes: data.slice() };
  }
}

/** A tape's pieces, as its bytes come. Never throws for what the bytes are: the last piece tells. */
export async function* readTape(
  bytes: AsyncIterable<Uint8Array>,
  zstd: Zstd,
): AsyncGenerator<Piece, void, void> {
  const reader = new McapStreamReader({ decompressHandlers: unpackers(zstd) });
  const topics = new Map<number, string>();
  const running = makeRunningCrc();
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

  const messagePiece = (record: McapTypes.Message): Piece => {
    if (!isKnown) return broken(here(), 'what the tape is, before all else', 'an entry');
    sequence = (sequence + 1) >>> 0;
    // A piece whose kind was changed is passed by like one of a later version: only its entries' numbers tell.
    if (record.sequence !== sequence) return broken(here(), `entry ${sequence}`, `entry ${record.sequence}`);
    return { kind: 'entry', entry: entryOf(record, topics.get(record.channelId) ?? '') };
  };

  const pieceOf = (record: McapTypes.TypedMcapRecord): Piece | null => {
    if (record.type === 'Channel') topics.set(record.id, record.topic);
    if (record.type === 'Message') return messagePiece(record);
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
        const piece = pieceOf(record);
        if (!piece) continue;
        yield piece;
        if (piece.kind === 'end') return;
        if (piece.kind === 'about') isKnown = true;
      }
      if (reader.bytesRemaining() > MAX_RECORD_BYTES) throw new Error('a record without end');
    }
  } catch (error) {
    yield broken(here(), 'a whole piece of a tape', told(error));
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
  if (!read.success)
    return broken(where, 'what the tape is', read.error.issues[0]?.message ?? 'another shape');
  if (read.data.version > TAPE_VERSION)
    return broken(where, `a tape of version ${TAPE_VERSION} or older`, `version ${read.data.version}`);
  return { kind: 'about', about: read.data };
}
