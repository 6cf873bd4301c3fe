// Writes a tape as bytes to append. It knows no file: whoever owns one appends what it gives, and has at any time all but the last `flush` safe.
import { McapChunkBuilder, McapRecordBuilder, type McapTypes } from '@mcap/core';
import type { Placed } from './arrange.ts';
import { withCheck } from './checked.ts';
import { crc32 } from './crc32.ts';
import type { Numbered } from './numbered.ts';
import { microsOf } from './stamp.ts';
import { writeSummary } from './summary.ts';
import {
  ABOUT_RECORD,
  type About,
  COUNTS_RECORD,
  type Entry,
  FOLDED_TOPIC,
  PROFILE,
  TEAMS_RECORD,
  type Teams,
} from './tape.ts';
import type { Zstd } from './zstd.ts';

/** Kinds of messages a tape tells apart; what comes after goes to one more. */
export const MAX_CHANNELS = 64;
const MANY = 'many/unknown';

const NS_PER_US = 1000n;
const nanos = (ms: number): bigint => BigInt(microsOf(ms)) * NS_PER_US;
/** So much text is encoded without new memory, in bytes; more where an entry is longer. */
const SCRATCH_BYTES = 16 * 1024;
/** A character takes so many bytes at most. */
const CHARACTER_BYTES = 3;
/** What an entry takes besides its text, in bytes. Source: MCAP specification, Message. */
const ENTRY_BYTES = 31;

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

/** Where a piece's entries stand in the file; as they came where nothing is said. */
export type Arrange = (numbered: readonly Numbered[]) => readonly Placed[];

/** A writer for one tape: `begin`, any number of `add` and `flush`, `end`. */
export const makeTapeWriter = (zstd: Zstd, schemas: Schemas = new Map(), arrange?: Arrange): TapeWriter =>
  new McapTapeWriter(zstd, schemas, arrange);

class McapTapeWriter implements TapeWriter {
  readonly #zstd: Zstd;
  readonly #given: Schemas;
  readonly #schemas: McapTypes.Schema[] = [];
  readonly #encoder = new TextEncoder();
  /** Holds one text after the other on its way into the chunk: memory for each would cost more than all else that recording does. */
  #scratch = new Uint8Array(SCRATCH_BYTES);
  readonly #records = new McapRecordBuilder();
  readonly #chunk = new McapChunkBuilder({ useMessageIndex: true });
  readonly #channels = new Map<string, McapTypes.Channel>();
  /** Channels told in this chunk. */
  readonly #told = new Set<number>();
  readonly #chunks: McapTypes.ChunkIndex[] = [];
  readonly #metadata: McapTypes.MetadataIndex[] = [];
  readonly #counts = new Map<number, bigint>();
  readonly #arrange: Arrange | undefined;
  /** Entries that wait to be arranged, and what they take. */
  #waiting: Numbered[] = [];
  #waitingBytes = 0;
  /** Entries by topic, where some are folded. */
  readonly #entries = new Map<string, number>();
  #offset = 0n;
  #dataCrc = 0;
  #sequence = 0;
  #startNs: bigint | null = null;
  #endNs = 0n;

  constructor(zstd: Zstd, schemas: Schemas, arrange: Arrange | undefined) {
    this.#zstd = zstd;
    this.#given = schemas;
    this.#arrange = arrange;
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

  add(entry: Entry): void {
    this.#sequence = (this.#sequence + 1) >>> 0;
    const numbered = { sequence: this.#sequence, entry };
    if (this.#arrange === undefined) {
      this.#place(numbered);
      return;
    }
    const topic = this.#channelOf(entry.topic).topic;
    this.#entries.set(topic, (this.#entries.get(topic) ?? 0) + 1);
    this.#waiting.push(topic === entry.topic ? numbered : { ...numbered, entry: { ...entry, topic } });
    this.#waitingBytes += entry.text.length + ENTRY_BYTES;
  }

  #place({ sequence, entry, data }: Placed): void {
    const { topic, text, heardMs, saidMs, bytes } = entry;
    const channel = this.#channelOf(topic);
    const channelId = channel.id;
    // Each piece can be read by itself.
    if (!this.#told.has(channelId)) this.#chunk.addChannel(channel);
    this.#told.add(channelId);
    const logTime = nanos(heardMs);
    this.#chunk.addMessage({
      channelId,
      sequence,
      logTime,
      publishTime: nanos(saidMs),
      data: data ?? bytes ?? this.#encoded(text),
    });
    this.#counts.set(channelId, (this.#counts.get(channelId) ?? 0n) + 1n);
    if (this.#startNs === null || logTime < this.#startNs) this.#startNs = logTime;
    if (logTime > this.#endNs) this.#endNs = logTime;
  }

  /** Good until the next text. */
  #encoded(text: string): Uint8Array {
    const room = text.length * CHARACTER_BYTES;
    if (room > this.#scratch.length) this.#scratch = new Uint8Array(room);
    return this.#scratch.subarray(0, this.#encoder.encodeInto(text, this.#scratch).written);
  }

  get pendingBytes(): number {
    return this.#chunk.byteLength + this.#waitingBytes;
  }

  flush(): Uint8Array {
    this.#writeWaiting();
    return this.#take();
  }

  end(): Uint8Array {
    this.#writeWaiting();
    if (this.#arrange) this.#writeMetadata(COUNTS_RECORD, Object.fromEntries(this.#entries));
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

  /** The records so far, as bytes of their own: the builder gives a copy. */
  #take(): Uint8Array {
    const bytes = this.#records.buffer;
    this.#records.reset();
    this.#dataCrc = crc32(bytes, this.#dataCrc);
    this.#offset += BigInt(bytes.byteLength);
    return bytes;
  }

  #channelOf(topic: string): McapTypes.Channel {
    const channels = this.#channels;
    const isKept = channels.has(topic) || channels.size < MAX_CHANNELS || topic === FOLDED_TOPIC;
    const name = isKept ? topic : MANY;
    const channel = channels.get(name) ?? {
      id: channels.size + 1,
      schemaId: this.#schemaIdOf(name),
      topic: name,
      messageEncoding: topic === FOLDED_TOPIC ? FOLDED_TOPIC : 'json',
      metadata: new Map<string, string>(),
    };
    channels.set(name, channel);
    return channel;
  }

  #writeWaiting(): void {
    for (const placed of this.#arrange?.(this.#waiting) ?? []) this.#place(placed);
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (this.#chunk.numMessages > 0) this.#writeChunk();
  }

  #writeMetadata(name: string, record: Readonly<Record<string, unknown>>): void {
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
