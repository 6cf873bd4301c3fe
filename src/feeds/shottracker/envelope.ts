// One text off the socket becomes an envelope, or a Fault.
import { z } from 'zod';
import type { Fault } from '../../game/fault.ts';
import { number, shortText } from '../fields.ts';
import { readLeniently } from '../lenient.ts';
import { openJson } from '../open-json.ts';

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

/** Opens one text. Never throws. A bare `pong` is an envelope of that type. */
export function openEnvelope(text: string): Opened {
  if (PONG.test(text)) return { envelope: { type: 'pong', data: undefined }, faults: [] };
  const { value, faults } = openJson(text);
  if (value === undefined) return { envelope: null, faults };
  const { data, faults: bad } = readLeniently(envelopeSchema, value, 'message');
  return { envelope: data, faults: [...bad, ...faults] };
}
