// The checksum of a tape's data while its bytes go by: known up to any record's end, without keeping more than one record.
import { crc32 } from './crc32.ts';

export type RunningCrc = {
  /** Takes the next bytes. */
  append(bytes: Uint8Array): void;
  /** Goes on to so many bytes before the last one appended. */
  advance(bytesLeft: number): void;
  /** Of everything up to there. */
  readonly crc: number;
};

/** Of no bytes yet. */
export function makeRunningCrc(): RunningCrc {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let crc = 0;
  return {
    append(bytes) {
      waiting.push(bytes);
      waitingBytes += bytes.length;
    },
    advance(bytesLeft) {
      const left: Uint8Array[] = [];
      let take = waitingBytes - bytesLeft;
      for (const part of waiting) {
        const taken = Math.max(0, Math.min(take, part.length));
        if (taken > 0) crc = crc32(part.subarray(0, taken), crc);
        if (taken < part.length) left.push(part.subarray(taken));
        take -= taken;
      }
      waiting = left;
      waitingBytes = Math.min(waitingBytes, bytesLeft);
    },
    get crc() {
      return crc;
    },
  };
}
