// The end of a tape: what channels and chunks there are and where, so that a reader finds an instant without reading all.
import { McapConstants, type McapRecordBuilder, type McapTypes } from '@mcap/core';
import { crc32 } from './crc32.ts';

export type Summary = {
  readonly records: McapRecordBuilder;
  readonly offset: bigint;
  readonly schemas: readonly McapTypes.Schema[];
  readonly channels: readonly McapTypes.Channel[];
  readonly chunks: readonly McapTypes.ChunkIndex[];
  readonly metadata: readonly McapTypes.MetadataIndex[];
  readonly counts: Map<number, bigint>;
  readonly startNs: bigint;
  readonly endNs: bigint;
};

/** Schemas, channels, statistics and indexes, each group with its place, then the end. */
export function writeSummary({
  records,
  offset,
  schemas,
  channels,
  chunks,
  metadata,
  counts,
  startNs,
  endNs,
}: Summary): void {
  const { Opcode } = McapConstants;
  const here = (): bigint => offset + BigInt(records.length);
  const groups: McapTypes.SummaryOffset[] = [];
  const group = (groupOpcode: number, write: () => void): void => {
    const groupStart = here();
    write();
    const groupLength = here() - groupStart;
    if (groupLength > 0n) groups.push({ groupOpcode, groupStart, groupLength });
  };
  const begin = records.length;
  const summaryStart = here();
  group(Opcode.SCHEMA, () => {
    for (const schema of schemas) records.writeSchema(schema);
  });
  group(Opcode.CHANNEL, () => {
    for (const channel of channels) records.writeChannel(channel);
  });
  group(Opcode.STATISTICS, () =>
    records.writeStatistics({
      messageCount: [...counts.values()].reduce((sum, count) => sum + count, 0n),
      schemaCount: schemas.length,
      channelCount: channels.length,
      attachmentCount: 0,
      metadataCount: metadata.length,
      chunkCount: chunks.length,
      messageStartTime: startNs,
      messageEndTime: endNs,
      channelMessageCounts: counts,
    }),
  );
  group(Opcode.METADATA_INDEX, () => {
    for (const index of metadata) records.writeMetadataIndex(index);
  });
  group(Opcode.CHUNK_INDEX, () => {
    for (const index of chunks) records.writeChunkIndex(index);
  });
  const summaryOffsetStart = here();
  for (const each of groups) records.writeSummaryOffset(each);
  const summary = crc32(records.buffer.subarray(begin));
  const summaryCrc = crc32(footerHead(summaryStart, summaryOffsetStart), summary);
  records.writeFooter({ summaryStart, summaryOffsetStart, summaryCrc });
  records.writeMagic();
}

/** The footer up to its checksum, which covers it too. Source: MCAP specification, Footer. */
function footerHead(summaryStart: bigint, summaryOffsetStart: bigint): Uint8Array {
  const head = new DataView(new ArrayBuffer(1 + 8 + 8 + 8));
  head.setUint8(0, McapConstants.Opcode.FOOTER);
  head.setBigUint64(1, 8n + 8n + 4n, true);
  head.setBigUint64(9, summaryStart, true);
  head.setBigUint64(17, summaryOffsetStart, true);
  return new Uint8Array(head.buffer);
}
