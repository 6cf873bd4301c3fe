// A whole gist as bytes, for whoever keeps it; and from bytes, where they are what was written, of the very tape that is asked for.
import { z } from 'zod';
import { crc32 } from '../../tape/crc32.ts';
import type { GistBlock, Packed } from './gist.ts';

/** Where something packed stands behind the head: its place, its bytes, its length before it was packed. */
const placeSchema = z.tuple([z.number(), z.number(), z.number()]);
const headSchema = z.object({
  key: z.string(),
  check: z.number(),
  blocks: z.array(
    z.object({
      fromMs: z.number(),
      toMs: z.number(),
      entries: z.number(),
      ops: placeSchema,
      standing: placeSchema.nullable(),
      drawn: placeSchema,
    }),
  ),
});
type Place = z.infer<typeof placeSchema>;

/** The head's length stands before it, in bytes. */
const LENGTH_BYTES = 4;

/** The gist of the tape that the key names. */
export function writeGist(key: string, blocks: readonly GistBlock[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  const put = ({ bytes, length }: Packed): Place => {
    const place: Place = [at, bytes.byteLength, length];
    parts.push(bytes);
    at += bytes.byteLength;
    return place;
  };
  const placed = blocks.map(({ ops, standing, drawn, ...block }) => ({
    ...block,
    ops: put(ops),
    standing: standing && put(standing),
    drawn: put(drawn),
  }));
  const body = Buffer.concat(parts);
  const head = Buffer.from(JSON.stringify({ key, check: crc32(body), blocks: placed }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.byteLength);
  return Buffer.concat([length, head, body]);
}

/** The blocks; null where it is another tape's, or damaged. */
export function readGist(key: string, bytes: Uint8Array): readonly GistBlock[] | null {
  try {
    const headLength = Buffer.from(bytes.subarray(0, LENGTH_BYTES)).readUInt32LE();
    const bodyAt = LENGTH_BYTES + headLength;
    const text = Buffer.from(bytes.subarray(LENGTH_BYTES, bodyAt)).toString();
    const head = headSchema.parse(JSON.parse(text));
    const body = bytes.subarray(bodyAt);
    if (head.key !== key || head.check !== crc32(body)) return null;
    const taken = ([at, size, length]: Place): Packed => ({ bytes: body.subarray(at, at + size), length });
    return head.blocks.map(({ ops, standing, drawn, ...block }) => ({
      ...block,
      ops: taken(ops),
      standing: standing && taken(standing),
      drawn: taken(drawn),
    }));
  } catch {
    return null;
  }
}
