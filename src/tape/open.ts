// A tape opened by its index: what it is and any stretch of it are had at once, however long it is. One without an index is read from its beginning.
import { McapIndexedReader, type McapTypes } from '@mcap/core';
import type { Fault } from '../game/fault.ts';
import { checked, withoutCheck } from './checked.ts';
import { type ChunkPlace, chunkPlaces } from './chunk-places.ts';
import { type Stretch, unpackers } from './gathered.ts';
import { CHUNKS, recordAt } from './piece-of-tape.ts';
import { aboutPiece, type Piece, readTape } from './reader.ts';
import { millisOf } from './stamp.ts';
import { type Survey, surveyOf } from './survey.ts';
import {
  ABOUT_RECORD,
  type About,
  COUNTS_RECORD,
  type Entry,
  TEAMS_RECORD,
  type Teams,
  teamsSchema,
} from './tape.ts';
import { piecesOf, type TapeFile } from './tape-file.ts';
import type { Zstd } from './zstd.ts';

export type OpenTape = Survey & {
  readonly about: About;
  /** True when stretches are found by an index. */
  readonly indexed: boolean;
  /** The entries of a stretch, in the order in which they were heard. @throws Error where the tape cannot be read on. */
  read(stretch?: Stretch): AsyncGenerator<Entry, void, void>;
  /** The same of some seconds, at once; where the tape cannot be read on, what stands before. */
  readNow(stretch: Stretch): readonly Entry[];
};

const toMs = (ns: bigint): number => millisOf(Number(ns / 1000n));

/** Opens a tape, whole or not; says why where nothing of it can be read. */
export async function openTape(
  file: TapeFile,
  zstd: Zstd,
): Promise<OpenTape | { readonly about: null; readonly fault: Fault | null }> {
  const indexed = await openIndexed(file, zstd).catch(() => null);
  if (indexed) return indexed;
  const survey = await surveyOf(readTape(piecesOf(file), zstd));
  const { about } = survey;
  if (about === null) return { about: null, fault: survey.fault };
  const pieces = (): AsyncIterable<Piece> => readTape(piecesOf(file), zstd);
  let chunks: readonly ChunkPlace[] | null = null;
  return {
    ...survey,
    about,
    indexed: false,
    read: (stretch = {}) => linear(pieces(), stretch),
    readNow(stretch) {
      chunks ??= chunkPlaces(file);
      return [...entriesNow(file, zstd, chunks, stretch)];
    },
  };
}

/** A tape that was ended, by its index alone. Null where that is not whole. @throws Error where there is none. */
export async function openIndexed(file: TapeFile, zstd: Zstd): Promise<OpenTape | null> {
  const reader = await McapIndexedReader.Initialize({
    readable: {
      size: () => Promise.resolve(BigInt(file.size)),
      read: (offset, size) => file.read(Number(offset), Number(size)),
    },
    decompressHandlers: unpackers(zstd),
  });
  let about: About | null = null;
  let teams: Teams = {};
  let counts: Readonly<Record<string, string>> | null = null;
  for await (const record of reader.readMetadata()) {
    const piece = record.name === ABOUT_RECORD ? aboutPiece(record, 'tape') : null;
    if (piece?.kind === 'about') about = piece.about;
    if (record.name === TEAMS_RECORD) teams = teamsSchema.parse(checked(record.metadata) ?? {});
    if (record.name === COUNTS_RECORD) counts = checked(record.metadata);
  }
  const { statistics } = reader;
  if (about === null || statistics === undefined) return null;
  const channels = [...reader.channelsById.values()].sort((a, b) => a.id - b.id);
  const idOf = new Map(channels.map(({ id, topic }) => [topic, id]));
  const chunks = [...reader.chunkIndexes].sort((a, b) => Number(a.chunkStartOffset - b.chunkStartOffset));
  const topics =
    countsOf(counts) ??
    new Map(channels.map(({ id, topic }) => [topic, Number(statistics.channelMessageCounts.get(id) ?? 0n)]));
  return {
    about,
    teams,
    indexed: true,
    topics,
    entries: [...topics.values()].reduce((sum, count) => sum + count, 0),
    read: (stretch = {}) => byIndex(file, zstd, { chunks, idOf }, stretch),
    readNow: (stretch) => [...entriesNow(file, zstd, chunks, stretch)],
    firstMs: toMs(statistics.messageStartTime),
    lastMs: toMs(statistics.messageEndTime),
    complete: true,
    fault: null,
  };
}

/** By topic, where a tape says it itself: some of its entries are folded. */
function countsOf(counts: Readonly<Record<string, string>> | null): Map<string, number> | null {
  if (counts === null) return null;
  return new Map(Object.entries(withoutCheck(counts)).map(([topic, count]) => [topic, Number(count)]));
}

type Index = { readonly chunks: readonly McapTypes.ChunkIndex[]; readonly idOf: ReadonlyMap<string, number> };

const isWithin = (
  { messageStartTime, messageEndTime }: ChunkPlace,
  fromMs: number,
  untilMs: number,
): boolean => toMs(messageEndTime) >= fromMs && toMs(messageStartTime) <= untilMs;

function* entriesNow(
  file: TapeFile,
  zstd: Zstd,
  chunks: readonly ChunkPlace[],
  stretch: Stretch,
): Generator<Entry, void, void> {
  const { fromMs = 0, toMs: untilMs = Number.POSITIVE_INFINITY } = stretch;
  for (const place of chunks) {
    if (!isWithin(place, fromMs, untilMs)) continue;
    const bytes = file.readNow(Number(place.chunkStartOffset), Number(place.chunkLength));
    const found = recordAt(bytes, 0, { zstd, opcodes: CHUNKS, stretch });
    if (found === null) return;
    for (const { entry } of found.numbered) yield entry;
  }
}

/** Only the pieces that hold something of the stretch are read. Folded entries lie within the times, and in the topics, of those beside them that are not. */
async function* byIndex(
  file: TapeFile,
  zstd: Zstd,
  { chunks, idOf }: Index,
  stretch: Stretch,
): AsyncGenerator<Entry, void, void> {
  const { fromMs = 0, toMs: untilMs = Number.POSITIVE_INFINITY, topics } = stretch;
  const ids = topics?.map((topic) => idOf.get(topic) ?? 0);
  for (const { messageIndexOffsets, ...place } of chunks) {
    if (!isWithin(place, fromMs, untilMs)) continue;
    if (ids && !ids.some((id) => messageIndexOffsets.has(id))) continue;
    const bytes = await file.read(Number(place.chunkStartOffset), Number(place.chunkLength));
    const found = recordAt(bytes, 0, { zstd, opcodes: CHUNKS, stretch });
    if (found === null) throw new Error(`the piece at byte ${place.chunkStartOffset} cannot be read`);
    for (const { entry } of found.numbered) yield entry;
  }
}

/** All that can be read, and of that what is asked for. */
async function* linear(
  pieces: AsyncIterable<Piece>,
  { fromMs = Number.NEGATIVE_INFINITY, toMs: untilMs = Number.POSITIVE_INFINITY, topics }: Stretch,
): AsyncGenerator<Entry, void, void> {
  for await (const piece of pieces) {
    if (piece.kind !== 'entry') continue;
    const { entry } = piece;
    if (entry.heardMs < fromMs || entry.heardMs > untilMs) continue;
    if (topics === undefined || topics.includes(entry.topic)) yield entry;
  }
}
