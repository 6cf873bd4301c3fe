// What can still be read of a damaged tape: every piece of it stands by itself, so what comes after a broken one is found again.
import { McapConstants, McapStreamReader } from '@mcap/core';
import { aboutPiece, entryOf, MAX_RECORD_BYTES, unpackers } from './reader.ts';
import { ABOUT_RECORD, type About, type Entry, TEAMS_RECORD, type Teams, teamsSchema } from './tape.ts';
import type { TapeFile } from './tape-file.ts';
import type { Zstd } from './zstd.ts';

/** A stretch of bytes of which nothing could be read. `entries` that were in it, where the numbers around it tell. */
export type Loss = { readonly fromByte: number; readonly toByte: number; readonly entries: number };

export type Salvaged = {
  /** Null when not even that can be read. */
  readonly about: About | null;
  readonly teams: Teams;
  readonly entries: readonly Entry[];
  readonly losses: readonly Loss[];
  /** Whether its writer ended it. */
  readonly complete: boolean;
};

/** Source: MCAP specification, Records: opcode, length. Chunk: two times, size, checksum, compression, length. */
const HEAD_BYTES = 1 + 8;
const OWN_OPCODES: ReadonlySet<number> = new Set([
  McapConstants.Opcode.HEADER,
  McapConstants.Opcode.METADATA,
  McapConstants.Opcode.SCHEMA,
  McapConstants.Opcode.CHUNK,
  McapConstants.Opcode.MESSAGE_INDEX,
  McapConstants.Opcode.DATA_END,
]);

type Numbered = { readonly entry: Entry; readonly sequence: number };
type Found = {
  readonly bytes: number;
  readonly numbered: readonly Numbered[];
  readonly about?: About;
  readonly teams?: Teams;
  readonly ends?: boolean;
};
/** These carry checksums of their own: among broken bytes only they are believed. */
const SURE_OPCODES: ReadonlySet<number> = new Set([
  McapConstants.Opcode.METADATA,
  McapConstants.Opcode.CHUNK,
]);

/** The record that begins at a byte, when one does and it is whole: its own checksums are compared. */
function recordAt(bytes: Uint8Array, at: number, opcodes: ReadonlySet<number>, zstd: Zstd): Found | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at);
  if (view.byteLength < HEAD_BYTES || !opcodes.has(view.getUint8(0))) return null;
  const length = view.getBigUint64(1, true);
  if (length > BigInt(Math.min(MAX_RECORD_BYTES, view.byteLength - HEAD_BYTES))) return null;
  const whole = HEAD_BYTES + Number(length);
  return recordOf(bytes.subarray(at, at + whole), zstd);
}

function recordOf(record: Uint8Array, zstd: Zstd): Found | null {
  const reader = new McapStreamReader({ noMagicPrefix: true, decompressHandlers: unpackers(zstd) });
  const topics = new Map<number, string>();
  const numbered: Numbered[] = [];
  let found: Found = { bytes: record.byteLength, numbered };
  try {
    reader.append(record);
    for (let one = reader.nextRecord(); one; one = reader.nextRecord()) {
      if (one.type === 'Unknown') return null;
      if (one.type === 'Channel') topics.set(one.id, one.topic);
      if (one.type === 'Message')
        numbered.push({
          entry: entryOf(one, topics.get(one.channelId) ?? ''),
          sequence: one.sequence,
        });
      if (one.type === 'DataEnd') found = { ...found, ends: true };
      if (one.type !== 'Metadata') continue;
      const piece = one.name === ABOUT_RECORD ? aboutPiece(one, 'tape') : null;
      if (piece?.kind === 'about') found = { ...found, about: piece.about };
      if (one.name === TEAMS_RECORD)
        found = { ...found, teams: teamsSchema.parse(Object.fromEntries(one.metadata)) };
    }
  } catch {
    return null;
  }
  return reader.bytesRemaining() === 0 ? found : null;
}

/** All that is sound, and where it was not. Holds the whole file: a tape of a game is some tens of megabytes. */
export async function salvage(file: TapeFile, zstd: Zstd): Promise<Salvaged> {
  const bytes = await file.read(0, file.size);
  const entries: Entry[] = [];
  const losses: Loss[] = [];
  let about: About | null = null;
  let teams: Teams = {};
  let sequence = 0;
  let lostFrom: number | null = null;
  let complete = false;
  for (let at = McapConstants.MCAP_MAGIC.length; at < bytes.byteLength && !complete; ) {
    const found = recordAt(bytes, at, lostFrom === null ? OWN_OPCODES : SURE_OPCODES, zstd);
    if (found === null) {
      lostFrom ??= at;
      at += 1;
      continue;
    }
    const [first] = found.numbered;
    const missing = first === undefined ? 0 : (first.sequence - sequence - 1) >>> 0;
    if (lostFrom !== null) losses.push({ fromByte: lostFrom, toByte: at, entries: missing });
    lostFrom = null;
    for (const { entry } of found.numbered) entries.push(entry);
    sequence = found.numbered.at(-1)?.sequence ?? sequence;
    about ??= found.about ?? null;
    teams = found.teams ?? teams;
    complete = found.ends ?? false;
    at += found.bytes;
  }
  if (lostFrom !== null) losses.push({ fromByte: lostFrom, toByte: bytes.byteLength, entries: 0 });
  return { about, teams, entries, losses, complete };
}
