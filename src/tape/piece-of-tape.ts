// One record of a tape, read by itself: pieces carry what is needed to understand them, and checksums of their own.
import { McapConstants, McapStreamReader, type McapTypes } from '@mcap/core';
import { Gathered, type Stretch, unpackers } from './gathered.ts';
import type { Numbered } from './numbered.ts';
import { MAX_RECORD_BYTES } from './reader.ts';
import type { Zstd } from './zstd.ts';

/** Source: MCAP specification, Records: opcode, length. */
const HEAD_BYTES = 1 + 8;

export type Found = {
  readonly bytes: number;
  /** In the order in which they were heard. */
  readonly numbered: readonly Numbered[];
  readonly metadata?: McapTypes.Metadata;
  readonly ends?: boolean;
};

export type FindOptions = {
  readonly zstd: Zstd;
  /** Kinds of records that are looked for. */
  readonly opcodes: ReadonlySet<number>;
  /** Which of its entries; all by default. */
  readonly stretch?: Stretch;
};

/** What an index points at. */
export const CHUNKS: ReadonlySet<number> = new Set([McapConstants.Opcode.CHUNK]);

/** The record that begins at a byte, when one does and it is whole: its own checksums are compared. */
export function recordAt(bytes: Uint8Array, at: number, options: FindOptions): Found | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at);
  if (view.byteLength < HEAD_BYTES || !options.opcodes.has(view.getUint8(0))) return null;
  const length = view.getBigUint64(1, true);
  if (length > BigInt(Math.min(MAX_RECORD_BYTES, view.byteLength - HEAD_BYTES))) return null;
  return recordOf(bytes.subarray(at, at + HEAD_BYTES + Number(length)), options);
}

function recordOf(record: Uint8Array, { zstd, stretch }: FindOptions): Found | null {
  const reader = new McapStreamReader({ noMagicPrefix: true, decompressHandlers: unpackers(zstd) });
  const topics = new Map<number, string>();
  const gathered = new Gathered(stretch);
  let found: Omit<Found, 'numbered'> = { bytes: record.byteLength };
  try {
    reader.append(record);
    for (let one = reader.nextRecord(); one; one = reader.nextRecord()) {
      if (one.type === 'Unknown') return null;
      if (one.type === 'Channel') topics.set(one.id, one.topic);
      if (one.type === 'Message') gathered.add(one, topics.get(one.channelId) ?? '');
      if (one.type === 'DataEnd') found = { ...found, ends: true };
      if (one.type === 'Metadata') found = { ...found, metadata: one };
    }
  } catch {
    return null;
  }
  return reader.bytesRemaining() > 0 ? null : { ...found, numbered: gathered.take() };
}
