// What each channel's texts look like, as JSON Schema: on every tape, for tools that know nothing of us.
import { z } from 'zod';
import { CHANNELS, type Channel } from './channels.ts';
import {
  incidentSchema,
  inGameSchema,
  marksSchema,
  responseSchema,
  scoreSchema,
  teamsSchema,
} from './words.ts';

const PAYLOAD: Readonly<Record<Channel, z.ZodType>> = {
  teams: teamsSchema.extend(marksSchema.shape),
  score: scoreSchema.extend(marksSchema.shape),
  'in-game': inGameSchema.extend(marksSchema.shape),
  incidents: incidentSchema.extend(marksSchema.shape),
  'outbound-messages': marksSchema,
};

/** By channel. Source: HudStats LiveData, Channel responses. */
export const CHANNEL_SCHEMAS: ReadonlyMap<string, object> = new Map(
  CHANNELS.map((channel) => {
    const shape = z
      .looseObject({ ...responseSchema.shape, payload: PAYLOAD[channel] })
      .partial()
      .meta({ title: channel });
    return [channel, z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'ref' })];
  }),
);
