// Reads a tape from its bytes, in order and in bounded memory. A tape that was cut off gives all that it holds, and says so.
import { type DecompressHandlers, McapStreamReader, type McapTypes } from '@mcap/core';
import { type Fault, fault } from '../game/fault.ts';
import { makeRunningCrc } from './running-crc.ts';
import { ABOUT_RECORD, type About, aboutSchema, type Entry, TAPE_VERSION } from './tape.ts';
import type { Zstd } from './zstd.ts';

/** The largest piece that is unpacked, in bytes: a small file cannot fill the memory. */
export const MAX_CHUNK_BYTES = 64 * 1024 * 1024;
/** The largest record that is waited for, in bytes. */
export const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/**
 * What reading gives: first what the tape is, then its entries, last its end. `complete` is false when it was not ended (a crash, a cut);
 * `fault` says where it could not be read on.
 */
export type Piece =
  | { readonly kind: 'about'; readonly about: About }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'end'; readonly complete: boolean; readonly fault?: Fault };

/** Source: MCAP specification, Data End: opcode, length, checksum. */
const DATA_END_BYTES = 1 + 8 + 4;

const toMs = (nanos: bigint): number => Number(nanos / 1000n) / 1000;
const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const unread = (expected: string, found: string): Fault => fault('tape-unread', 'tape', expected, found);

function handlers(zstd: Zstd): DecompressHandlers {
  return {
    zstd: (bytes, length) => {
      if (length > MAX_CHUNK_BYTES) throw new Error(`a chunk of ${length} bytes`);
      return zstd.decompress(bytes, Number(length));
    },
  };
}

/** A tape's pieces, as its bytes come. Never throws for what the bytes are: the last piece tells. */
export async function* readTape(
  bytes: AsyncIterable<Uint8Array>,
  zstd: Zstd,
): AsyncGenerator<Piece, void, void> {
  const reader = new McapStreamReader({ decompressHandlers: handlers(zstd) });
  const decoder = new TextDecoder();
  const topics = new Map<number, string>();
  const running = makeRunningCrc();
  let isKnown = false;
  let isSound = true;

  /** Follows the checksum of the data up to its end, and compares it there. */
  const check = (record: McapTypes.TypedMcapRecord): void => {
    if (record.type === 'Message') return;
    const left = reader.bytesRemaining();
    running.advance(record.type === 'DataEnd' ? left + DATA_END_BYTES : left);
    const said = record.type === 'DataEnd' ? record.dataSectionCrc : 0;
    if (said !== 0 && said !== running.crc) isSound = false;
  };

  const pieceOf = (record: McapTypes.TypedMcapRecord): Piece | null => {
    if (record.type === 'Channel') topics.set(record.id, record.topic);
    if (record.type === 'Metadata' && record.name === ABOUT_RECORD) return aboutPiece(record);
    if (record.type !== 'Message') return null;
    const entry: Entry = {
      topic: topics.get(record.channelId) ?? '',
      text: decoder.decode(record.data),
      heardMs: toMs(record.logTime),
      saidMs: toMs(record.publishTime),
    };
    return { kind: 'entry', entry };
  };

  try {
    for await (const part of bytes) {
      if (reader.done()) break;
      reader.append(part);
      running.append(part);
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
    yield { kind: 'end', complete: false, fault: unread('a whole piece of a tape', told(error)) };
    return;
  }
  if (!isKnown)
    yield { kind: 'end', complete: false, fault: unread('a tape of Courtside', 'no word of what it is') };
  else if (!isSound)
    yield { kind: 'end', complete: reader.done(), fault: unread('bytes as they were written', 'others') };
  else yield { kind: 'end', complete: reader.done() };
}

function aboutPiece({ metadata }: McapTypes.Metadata): Piece {
  const read = aboutSchema.safeParse(Object.fromEntries(metadata));
  if (!read.success) {
    const [issue] = read.error.issues;
    return {
      kind: 'end',
      complete: false,
      fault: unread('what the tape is', issue?.message ?? 'another shape'),
    };
  }
  if (read.data.version > TAPE_VERSION) {
    const found = `version ${read.data.version}`;
    return {
      kind: 'end',
      complete: false,
      fault: unread(`a tape of version ${TAPE_VERSION} or older`, found),
    };
  }
  return { kind: 'about', about: read.data };
}
