// A tape opened by its index: what it is and any stretch of it are had at once, however long it is. One without an index is read from its beginning.
import { McapIndexedReader } from '@mcap/core';
import type { Fault } from '../game/fault.ts';
import { aboutPiece, entryOf, type Piece, readTape, unpackers } from './reader.ts';
import { type Survey, surveyOf } from './survey.ts';
import { ABOUT_RECORD, type About, type Entry, TEAMS_RECORD, type Teams, teamsSchema } from './tape.ts';
import { piecesOf, type TapeFile } from './tape-file.ts';
import type { Zstd } from './zstd.ts';

/** Which entries: `heardMs` from one instant to another, both included; only those topics. All by default. */
export type Stretch = {
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly topics?: readonly string[];
};

export type OpenTape = Survey & {
  readonly about: About;
  /** True when stretches are found by an index. */
  readonly indexed: boolean;
  /** The entries of a stretch, in the order in which they were heard. @throws Error where the tape cannot be read on. */
  read(stretch?: Stretch): AsyncGenerator<Entry, void, void>;
};

const US_PER_MS = 1000;
const nanos = (ms: number): bigint => BigInt(Math.round(Math.max(0, ms) * US_PER_MS)) * 1000n;
const toMs = (ns: bigint): number => Number(ns / 1000n) / US_PER_MS;

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
  return { ...survey, about, indexed: false, read: (stretch = {}) => linear(pieces(), stretch) };
}

/** Null where there is no whole index. */
async function openIndexed(file: TapeFile, zstd: Zstd): Promise<OpenTape | null> {
  const reader = await McapIndexedReader.Initialize({
    readable: {
      size: () => Promise.resolve(BigInt(file.size)),
      read: (offset, size) => file.read(Number(offset), Number(size)),
    },
    decompressHandlers: unpackers(zstd),
  });
  let about: About | null = null;
  let teams: Teams = {};
  for await (const record of reader.readMetadata()) {
    const piece = record.name === ABOUT_RECORD ? aboutPiece(record, 'tape') : null;
    if (piece?.kind === 'about') about = piece.about;
    if (record.name === TEAMS_RECORD) teams = teamsSchema.parse(Object.fromEntries(record.metadata));
  }
  const { statistics } = reader;
  if (about === null || statistics === undefined) return null;
  const channels = [...reader.channelsById.values()].sort((a, b) => a.id - b.id);
  const topicOf = new Map(channels.map(({ id, topic }) => [id, topic]));
  return {
    about,
    teams,
    indexed: true,
    topics: new Map(
      channels.map(({ id, topic }) => [topic, Number(statistics.channelMessageCounts.get(id) ?? 0n)]),
    ),
    entries: Number(statistics.messageCount),
    read: async function* ({ fromMs, toMs: untilMs, topics } = {}) {
      const wanted = {
        ...(fromMs === undefined ? {} : { startTime: nanos(fromMs) }),
        ...(untilMs === undefined ? {} : { endTime: nanos(untilMs) }),
        ...(topics === undefined ? {} : { topics }),
      };
      for await (const message of reader.readMessages(wanted))
        yield entryOf(message, topicOf.get(message.channelId) ?? '');
    },
    firstMs: toMs(statistics.messageStartTime),
    lastMs: toMs(statistics.messageEndTime),
    complete: true,
    fault: null,
  };
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
