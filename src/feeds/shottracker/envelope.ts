// One text off the socket becomes an envelope, or a Fault.
import { z } from 'zod';
import type { Fault } from '../../game/fault.ts';
import { number, shortText } from '../fields.ts';
import { readLeniently } from '../lenient.ts';
import { openJson } from '../open-json.ts';
import { isSource } from './sources.ts';

/** Source: Live Data V2, Message shape. `data` stays as it came: each source has its own words for it. */
const envelopeSchema = z.object({
  type: shortText,
  source: shortText,
  seq: number,
  data: z.unknown().optional(),
  message: z.unknown().optional(),
  error: z.unknown().optional(),
  code: z.unknown().optional(),
});
export type Envelope = z.output<typeof envelopeSchema>;

export type Opened = {
  /** Null when the text is none. */
  readonly envelope: Envelope | null;
  readonly faults: readonly Fault[];
};

const PONG = /^\s*"?(?:ping|pong)"?\s*$/i;

/** An envelope of data whose every word is as it should be: nearly all are, and need no schema. Null for any other. */
function plainEnvelope(value: unknown): Envelope | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('source' in value)) return null;
  const { type, source } = value;
  if (type !== 'data' || typeof source !== 'string' || !isSource(source)) return null;
  const data = 'data' in value ? value.data : undefined;
  if (!('seq' in value)) return { type, source, data };
  const { seq } = value;
  return typeof seq === 'number' && Number.isFinite(seq) ? { type, source, seq, data } : null;
}

/** Opens one text. Never throws. A bare `pong` is an envelope of that type. */
export function openEnvelope(text: string): Opened {
  if (PONG.test(text)) return { envelope: { type: 'pong', data: undefined }, faults: [] };
  const { value, faults } = openJson(text);
  if (value === undefined) return { envelope: null, faults };
  const plain = plainEnvelope(value);
  if (plain !== null) return { envelope: plain, faults };
  const { data, faults: bad } = readLeniently(envelopeSchema, value, 'message');
  return { envelope: data, faults: [...bad, ...faults] };
}
