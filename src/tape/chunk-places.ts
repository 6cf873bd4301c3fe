// Where the pieces of a tape stand that was never ended, and so has no index: found by going from record to record.
import { McapConstants, type McapTypes } from '@mcap/core';
import type { TapeFile } from './tape-file.ts';

export type ChunkPlace = Pick<
  McapTypes.ChunkIndex,
  'messageStartTime' | 'messageEndTime' | 'chunkStartOffset' | 'chunkLength'
>;

/** Source: MCAP specification, Records: opcode, length; Chunk: message_start_time, message_end_time. */
const HEAD_BYTES = 1 + 8;
const TIMES_BYTES = 8 + 8;

/** In the order of the file, up to where it was cut off. */
export function chunkPlaces(file: TapeFile): readonly ChunkPlace[] {
  const places: ChunkPlace[] = [];
  for (let at = McapConstants.MCAP_MAGIC.length; ; ) {
    const head = file.readNow(at, HEAD_BYTES + TIMES_BYTES);
    if (head.byteLength < HEAD_BYTES + TIMES_BYTES) return places;
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const length = Number(view.getBigUint64(1, true));
    const opcode = view.getUint8(0);
    if (opcode === McapConstants.Opcode.DATA_END || length > file.size - at - HEAD_BYTES) return places;
    if (opcode === McapConstants.Opcode.CHUNK)
      places.push({
        messageStartTime: view.getBigUint64(HEAD_BYTES, true),
        messageEndTime: view.getBigUint64(HEAD_BYTES + 8, true),
        chunkStartOffset: BigInt(at),
        chunkLength: BigInt(HEAD_BYTES + length),
      });
    at += HEAD_BYTES + length;
  }
}
