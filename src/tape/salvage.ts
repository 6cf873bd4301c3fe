// What can still be read of a damaged tape: every piece of it stands by itself, so what comes after a broken one is found again.
import { McapConstants } from '@mcap/core';
import { checked } from './checked.ts';
import { recordAt } from './piece-of-tape.ts';
import { aboutPiece } from './reader.ts';
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

const OWN_OPCODES: ReadonlySet<number> = new Set([
  McapConstants.Opcode.HEADER,
  McapConstants.Opcode.METADATA,
  McapConstants.Opcode.SCHEMA,
  McapConstants.Opcode.CHUNK,
  McapConstants.Opcode.MESSAGE_INDEX,
  McapConstants.Opcode.DATA_END,
]);

/** These carry checksums of their own: among broken bytes only they are believed. */
const SURE_OPCODES: ReadonlySet<number> = new Set([
  McapConstants.Opcode.METADATA,
  McapConstants.Opcode.CHUNK,
]);

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
    const found = recordAt(bytes, at, { zstd, opcodes: lostFrom === null ? OWN_OPCODES : SURE_OPCODES });
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
    const { metadata } = found;
    const piece = metadata?.name === ABOUT_RECORD ? aboutPiece(metadata, 'tape') : null;
    if (piece?.kind === 'about') about ??= piece.about;
    if (metadata?.name === TEAMS_RECORD) teams = teamsSchema.parse(checked(metadata.metadata) ?? {});
    complete = found.ends ?? false;
    at += found.bytes;
  }
  if (lostFrom !== null) losses.push({ fromByte: lostFrom, toByte: bytes.byteLength, entries: 0 });
  return { about, teams, entries, losses, complete };
}
