// A tape judged by its own words: each channel's JSON Schema as the file has it, and every text beside the schema of its channel.
import { McapIndexedReader } from '@mcap/core';
import { z } from 'zod';
import { loadZstd } from '../../src/tape/zstd.ts';

export type TapeTexts = {
  /** Texts by topic. */
  readonly count: ReadonlyMap<string, number>;
  /** How the schema of each topic is encoded; undefined where it bears none. */
  readonly encodings: ReadonlyMap<string, string | undefined>;
  /** Texts that are not as the schema of their channel has it, with why. */
  readonly wrong: readonly { readonly topic: string; readonly issues: unknown }[];
};

/** Reads all of it, by an MCAP reader that knows nothing of us. */
export async function judged(bytes: Uint8Array): Promise<TapeTexts> {
  const zstd = await loadZstd();
  const tape = await McapIndexedReader.Initialize({
    readable: {
      size: () => Promise.resolve(BigInt(bytes.length)),
      read: (offset, size) => Promise.resolve(bytes.subarray(Number(offset), Number(offset + size))),
    },
    decompressHandlers: { zstd: (packed, length) => zstd.decompress(packed, Number(length)) },
  });
  const encodings = new Map<string, string | undefined>();
  const channels = new Map(
    [...tape.channelsById.values()].map(({ id, topic, schemaId }) => {
      const schema = tape.schemasById.get(schemaId);
      encodings.set(topic, schema?.encoding);
      const json: unknown = schema && JSON.parse(new TextDecoder().decode(schema.data));
      return [id, { topic, zod: schema && z.fromJSONSchema(json as z.core.JSONSchema.JSONSchema) }];
    }),
  );
  const count = new Map<string, number>();
  const wrong: { topic: string; issues: unknown }[] = [];
  for await (const { channelId, data } of tape.readMessages()) {
    const { topic = '', zod } = channels.get(channelId) ?? {};
    count.set(topic, (count.get(topic) ?? 0) + 1);
    const read = zod?.safeParse(JSON.parse(new TextDecoder().decode(data)));
    if (read?.success === false) wrong.push({ topic, issues: read.error.issues.slice(0, 2) });
  }
  return { count, encodings, wrong };
}
