// Writes a tape as bytes to append. It knows no file: whoever owns one appends what it gives, and has at any time all but the last `flush` safe.
import { McapChunkBuilder, McapRecordBuilder, type McapTypes } from '@mcap/core';
import { crc32 } from './crc32.ts';
import { writeSummary } from './summary.ts';
import { ABOUT_RECORD, type About, type Entry, PROFILE } from './tape.ts';
import type { Zstd } from './zstd.ts';

/** Kinds of messages a tape tells apart; what comes after goes to one more. */
export const MAX_CHANNELS = 64;
const MANY = 'many/unknown';

const NS_PER_US = 1000n;
/** Microseconds are as fine as our clocks are. */
const nanos = (ms: number): bigint => BigInt(Math.round(ms * 1000)) * NS_PER_US;

export interface TapeWriter {
  /** The first bytes of the file. */
  begin(about: About): Uint8Array;
  /** Takes an entry; it is in the bytes of the next `flush`. */
  add(entry: Entry): void;
  /** Bytes that wait for the next `flush`, before compression. */
  readonly pendingBytes: number;
  /** The entries since the last one, as bytes to append; empty when there were none. */
  flush(): Uint8Array;
  /** The last bytes, with an index. Without them a tape is still a tape. */
  end(): Uint8Array;
}

/** A writer for one tape: `begin`, any number of `add` and `flush`, `end`. */
export function makeTapeWriter(zstd: Zstd): TapeWriter {
  const records = new McapRecordBuilder();
  const chunk = new McapChunkBuilder({ useMessageIndex: true });
  const encoder = new TextEncoder();
  const channels = new Map<string, McapTypes.Channel>();
  const chunks: McapTypes.ChunkIndex[] = [];
  const metadata: McapTypes.MetadataIndex[] = [];
  const counts = new Map<number, bigint>();
  /** Channels told in this chunk. */
  const told = new Set<number>();
  let offset = 0n;
  let dataCrc = 0;
  let sequence = 0;
  let startNs: bigint | null = null;
  let endNs = 0n;

  /** The records so far, as bytes of their own: the builder's are reused. */
  const take = (): Uint8Array => {
    const bytes = records.buffer.slice();
    records.reset();
    dataCrc = crc32(bytes, dataCrc);
    offset += BigInt(bytes.byteLength);
    return bytes;
  };

  /** The channel of a topic, told once in every chunk, so that each chunk can be read by itself. */
  const channelIdOf = (topic: string): number => {
    const name = channels.has(topic) || channels.size < MAX_CHANNELS ? topic : MANY;
    const channel = channels.get(name) ?? {
      id: channels.size + 1,
      schemaId: 0,
      topic: name,
      messageEncoding: 'json',
      metadata: new Map<string, string>(),
    };
    channels.set(name, channel);
    if (!told.has(channel.id)) chunk.addChannel(channel);
    told.add(channel.id);
    return channel.id;
  };

  const writeChunk = (): void => {
    const bytes = chunk.buffer;
    const packed = zstd.compress(bytes);
    const chunkStartOffset = offset + BigInt(records.length);
    const index = {
      messageStartTime: chunk.messageStartTime,
      messageEndTime: chunk.messageEndTime,
      compression: 'zstd',
      uncompressedSize: BigInt(bytes.byteLength),
    };
    const chunkLength = records.writeChunk({ ...index, uncompressedCrc: crc32(bytes), records: packed });
    const indexStart = records.length;
    const messageIndexOffsets = new Map<number, bigint>();
    for (const messageIndex of chunk.indices) {
      if (messageIndex.records.length === 0) continue;
      messageIndexOffsets.set(messageIndex.channelId, offset + BigInt(records.length));
      records.writeMessageIndex(messageIndex);
    }
    chunks.push({
      ...index,
      chunkStartOffset,
      chunkLength,
      messageIndexOffsets,
      messageIndexLength: BigInt(records.length - indexStart),
      compressedSize: BigInt(packed.byteLength),
    });
    chunk.reset();
    told.clear();
  };

  return {
    begin(about) {
      records.writeMagic();
      records.writeHeader({ profile: PROFILE, library: about.writer });
      const at = BigInt(records.length);
      const fields = Object.entries(about)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]): [string, string] => [name, String(value)]);
      const length = records.writeMetadata({ name: ABOUT_RECORD, metadata: new Map(fields) });
      metadata.push({ name: ABOUT_RECORD, offset: at, length });
      return take();
    },
    add({ topic, text, heardMs, saidMs }) {
      const id = channelIdOf(topic);
      const logTime = nanos(heardMs);
      sequence = (sequence + 1) >>> 0;
      chunk.addMessage({
        channelId: id,
        sequence,
        logTime,
        publishTime: nanos(saidMs),
        data: encoder.encode(text),
      });
      counts.set(id, (counts.get(id) ?? 0n) + 1n);
      if (startNs === null || logTime < startNs) startNs = logTime;
      if (logTime > endNs) endNs = logTime;
    },
    get pendingBytes() {
      return chunk.byteLength;
    },
    flush() {
      if (chunk.numMessages > 0) writeChunk();
      return take();
    },
    end() {
      if (chunk.numMessages > 0) writeChunk();
      records.writeDataEnd({ dataSectionCrc: crc32(records.buffer, dataCrc) });
      writeSummary({
        records,
        offset,
        channels: [...channels.values()],
        chunks,
        metadata,
        counts,
        startNs: startNs ?? 0n,
        endNs,
      });
      return take();
    },
  };
}
