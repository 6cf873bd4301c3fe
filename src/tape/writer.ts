// Writes a tape as bytes to append. It knows no file: whoever owns one appends what it gives, and has at any time all but the last `flush` safe.
import { McapChunkBuilder, McapRecordBuilder, type McapTypes } from '@mcap/core';
import { withCheck } from './checked.ts';
import { crc32 } from './crc32.ts';
import { writeSummary } from './summary.ts';
import { ABOUT_RECORD, type About, type Entry, PROFILE, TEAMS_RECORD, type Teams } from './tape.ts';
import type { Zstd } from './zstd.ts';

/** Kinds of messages a tape tells apart; what comes after goes to one more. */
export const MAX_CHANNELS = 64;
const MANY = 'many/unknown';

const NS_PER_US = 1000n;
/** The year 2255: the last instant whose microseconds a number holds. */
const LAST_MS = 9e12;
/** Microseconds are as fine as our clocks are. A provider's stamp may be any number: what is no instant is written as the nearest one. */
const nanos = (ms: number): bigint =>
  BigInt(Math.round(Math.min(Math.max(ms || 0, 0), LAST_MS) * 1000)) * NS_PER_US;

export interface TapeWriter {
  /** The first bytes of the file. */
  begin(about: About): Uint8Array;
  /** Takes an entry; it is in the bytes of the next `flush`. */
  add(entry: Entry): void;
  /** Says who plays; the last that is said counts. It is in the bytes of the next `flush`. */
  teams(teams: Teams): void;
  /** Bytes that wait for the next `flush`, before compression. */
  readonly pendingBytes: number;
  /** The entries since the last one, as bytes to append; empty when there were none. */
  flush(): Uint8Array;
  /** The last bytes, with an index. Without them a tape is still a tape. */
  end(): Uint8Array;
}

/** By topic: the JSON Schema of its texts. A topic without one is written without. */
export type Schemas = ReadonlyMap<string, object>;

/** A writer for one tape: `begin`, any number of `add` and `flush`, `end`. */
export const makeTapeWriter = (zstd: Zstd, schemas: Schemas = new Map()): TapeWriter =>
  new McapTapeWriter(zstd, schemas);

class McapTapeWriter implements TapeWriter {
  readonly #zstd: Zstd;
  readonly #given: Schemas;
  readonly #schemas: McapTypes.Schema[] = [];
  readonly #encoder = new TextEncoder();
  readonly #records = new McapRecordBuilder();
  readonly #chunk = new McapChunkBuilder({ useMessageIndex: true });
  readonly #channels = new Map<string, McapTypes.Channel>();
  /** Channels told in this chunk. */
  readonly #told = new Set<number>();
  readonly #chunks: McapTypes.ChunkIndex[] = [];
  readonly #metadata: McapTypes.MetadataIndex[] = [];
  readonly #counts = new Map<number, bigint>();
  #offset = 0n;
  #dataCrc = 0;
  #sequence = 0;
  #startNs: bigint | null = null;
  #endNs = 0n;

  constructor(zstd: Zstd, schemas: Schemas) {
    this.#zstd = zstd;
    this.#given = schemas;
  }

  begin(about: About): Uint8Array {
    const records = this.#records;
    records.writeMagic();
    records.writeHeader({ profile: PROFILE, library: about.writer });
    this.#writeMetadata(ABOUT_RECORD, about);
    return this.#take();
  }

  teams(teams: Teams): void {
    this.#writeMetadata(TEAMS_RECORD, teams);
  }

  add({ topic, text, heardMs, saidMs, bytes }: Entry): void {
    const channelId = this.#channelIdOf(topic);
    const logTime = nanos(heardMs);
    this.#sequence = (this.#sequence + 1) >>> 0;
    const data = bytes ?? this.#encoder.encode(text);
    this.#chunk.addMessage({
      channelId,
      sequence: this.#sequence,
      logTime,
      publishTime: nanos(saidMs),
      data,
    });
    this.#counts.set(channelId, (this.#counts.get(channelId) ?? 0n) + 1n);
    if (this.#startNs === null || logTime < this.#startNs) this.#startNs = logTime;
    if (logTime > this.#endNs) this.#endNs = logTime;
  }

  get pendingBytes(): number {
    return this.#chunk.byteLength;
  }

  flush(): Uint8Array {
    if (this.#chunk.numMessages > 0) this.#writeChunk();
    return this.#take();
  }

  end(): Uint8Array {
    if (this.#chunk.numMessages > 0) this.#writeChunk();
    const records = this.#records;
    records.writeDataEnd({ dataSectionCrc: crc32(records.buffer, this.#dataCrc) });
    writeSummary({
      records,
      offset: this.#offset,
      schemas: this.#schemas,
      channels: [...this.#channels.values()],
      chunks: this.#chunks,
      metadata: this.#metadata,
      counts: this.#counts,
      startNs: this.#startNs ?? 0n,
      endNs: this.#endNs,
    });
    return this.#take();
  }

  /** Where the next record will stand in the file. */
  #here(): bigint {
    return this.#offset + BigInt(this.#records.length);
  }

  /** The records so far, as bytes of their own: the builder's are reused. */
  #take(): Uint8Array {
    const bytes = this.#records.buffer.slice();
    this.#records.reset();
    this.#dataCrc = crc32(bytes, this.#dataCrc);
    this.#offset += BigInt(bytes.byteLength);
    return bytes;
  }

  /** The channel of a topic, told once in every chunk, so that each chunk can be read by itself. */
  #channelIdOf(topic: string): number {
    const channels = this.#channels;
    const name = channels.has(topic) || channels.size < MAX_CHANNELS ? topic : MANY;
    const channel = channels.get(name) ?? {
      id: channels.size + 1,
      schemaId: this.#schemaIdOf(name),
      topic: name,
      messageEncoding: 'json',
      metadata: new Map<string, string>(),
    };
    channels.set(name, channel);
    if (!this.#told.has(channel.id)) this.#chunk.addChannel(channel);
    this.#told.add(channel.id);
    return channel.id;
  }

  #writeMetadata(name: string, record: About | Teams): void {
    const offset = this.#here();
    const length = this.#records.writeMetadata({ name, metadata: withCheck(record) });
    this.#metadata.push({ name, offset, length });
  }

  /** The schema of a topic, written once, before the first chunk that names it; 0 where there is none. */
  #schemaIdOf(topic: string): number {
    const given = this.#given.get(topic);
    if (given === undefined) return 0;
    const id = this.#schemas.length + 1;
    const data = this.#encoder.encode(JSON.stringify(given));
    const schema = { id, name: topic, encoding: 'jsonschema', data };
    this.#schemas.push(schema);
    this.#records.writeSchema(schema);
    return id;
  }

  #writeChunk(): void {
    const records = this.#records;
    const bytes = this.#chunk.buffer;
    const packed = this.#zstd.compress(bytes);
    const index = {
      messageStartTime: this.#chunk.messageStartTime,
      messageEndTime: this.#chunk.messageEndTime,
      compression: 'zstd',
      uncompressedSize: BigInt(bytes.byteLength),
    };
    const chunkStartOffset = this.#here();
    const chunkLength = records.writeChunk({ ...index, uncompressedCrc: crc32(bytes), records: packed });
    const indexStart = this.#here();
    const messageIndexOffsets = this.#writeMessageIndexes();
    const messageIndexLength = this.#here() - indexStart;
    const compressedSize = BigInt(packed.byteLength);
    const sizes = { chunkStartOffset, chunkLength, messageIndexLength, compressedSize };
    this.#chunks.push({ ...index, ...sizes, messageIndexOffsets });
    this.#chunk.reset();
    this.#told.clear();
  }

  #writeMessageIndexes(): Map<number, bigint> {
    const offsets = new Map<number, bigint>();
    for (const messageIndex of this.#chunk.indices) {
      if (messageIndex.records.length === 0) continue;
      offsets.set(messageIndex.channelId, this.#here());
      this.#records.writeMessageIndex(messageIndex);
    }
    return offsets;
  }
}
