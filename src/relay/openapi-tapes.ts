// The player and the cuts described for others, with examples, which the tests run.
import { z } from 'zod';
import { orderSchema, transportSchema } from '../game/transport.ts';
import { PAGE_PARAMETER } from './openapi-page.ts';
import { cutAnswerSchema, cutSchema } from './tapes/cuts.ts';

type Example = { readonly summary: string; readonly value: Readonly<Record<string, unknown>> };

/** Orders in an order in which each is granted by a relay that plays a tape of a minute or more. */
export const ORDER_EXAMPLES: Readonly<Record<string, Example>> = {
  pause: { summary: 'Stand', value: { do: 'pause' } },
  seekAfter: { summary: 'To half a minute after its beginning', value: { do: 'seek', to: '+30s' } },
  step: { summary: 'A picture back, at 50 a second', value: { do: 'step', frames: -1, fps: 50 } },
  markIn: { summary: 'The first mark, here', value: { do: 'mark', which: 'in' } },
  skip: { summary: 'Ten seconds on', value: { do: 'skip', byMs: 10_000 } },
  markOut: { summary: 'The other mark, here', value: { do: 'mark', which: 'out' } },
  loop: { summary: 'Round and round between them', value: { do: 'loop', on: true } },
  play: { summary: 'On, at half speed', value: { do: 'play', rate: 0.5 } },
  backwards: { summary: 'Backwards, twice as fast as in life', value: { do: 'rate', rate: -2 } },
  loopOff: { summary: 'And on', value: { do: 'loop', on: false } },
  rate: { summary: 'As fast as in life', value: { do: 'rate', rate: 1 } },
  toggle: { summary: 'Play or pause, whichever it is not', value: { do: 'toggle' } },
};

/** Cuts that a relay makes which records, or plays a tape of, the last minute or more. */
export const CUT_EXAMPLES: Readonly<Record<string, Example>> = {
  last: { summary: 'The last minute', value: { lastMs: 60_000 } },
  anonymous: { summary: 'The same, with names and ids replaced', value: { lastMs: 60_000, anonymise: true } },
};

const instant = z.number().describe("The recording's own time, milliseconds since 1970");

/** What `GET /api/v1/transport/outline` answers. */
export const outlineSchema = z.object({
  readMs: instant,
  home: z.string(),
  away: z.string(),
  periods: z.array(z.object({ atMs: instant, period: z.string() })),
  scores: z.array(z.object({ atMs: instant, home: z.number(), away: z.number() })),
  events: z.array(
    z.object({
      atMs: instant,
      kind: z.enum(['basket', 'foul', 'timeout', 'period']),
      by: z.enum(['home', 'away']).nullable(),
      points: z.number(),
      words: z.string(),
    }),
  ),
  cues: z.array(z.object({ atMs: instant, words: z.string() })),
});

/** What `/api/v1/transport` answers; null where no tape is played. */
export const transportAnswerSchema = z.object({ transport: transportSchema.nullable() });

const schema = (of: z.ZodType, io: 'input' | 'output' = 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any' });
  return rest;
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answered = (description: string, name: string) => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
});

const taking = (
  summary: string,
  { takes, gives, examples }: { takes: string; gives: string; examples: Readonly<Record<string, Example>> },
) => ({
  summary,
  security: [{}, { token: [] }],
  parameters: [PAGE_PARAMETER],
  requestBody: { required: true, content: { 'application/json': { schema: ref(takes), examples } } },
  responses: {
    200: answered('Done', gives),
    401: answered('The control token is missing', 'Refused'),
    409: answered('Refused, and why', 'Refused'),
    422: answered('Not understood', 'Refused'),
  },
});

/** By path. */
export const TAPE_PATHS = {
  '/api/v1/transport': {
    get: {
      summary: 'How the tape is played; null where none is',
      responses: { 200: answered('The player', 'Transport') },
    },
    post: taking('One order to the player', {
      takes: 'Order',
      gives: 'Transport',
      examples: ORDER_EXAMPLES,
    }),
  },
  '/api/v1/transport/outline': {
    get: {
      summary: 'The game on the tape: its score, periods, events and cues, as far as it is read',
      responses: { 200: answered('The outline', 'Outline') },
    },
  },
  '/api/v1/tape/cut': {
    post: taking('A stretch of the tape that is recorded, or played, as a tape of its own', {
      takes: 'CutWish',
      gives: 'Cut',
      examples: CUT_EXAMPLES,
    }),
  },
};

/** By name. */
export const TAPE_SCHEMAS = {
  Transport: schema(transportAnswerSchema),
  Order: schema(orderSchema, 'input'),
  Outline: schema(outlineSchema),
  CutWish: schema(cutSchema, 'input'),
  Cut: schema(cutAnswerSchema),
};
