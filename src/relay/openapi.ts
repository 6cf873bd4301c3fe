// The control API described for others, in OpenAPI 3.1, made of the schemas by which it reads and answers.
import { z } from 'zod';
import { faultSchema } from '../game/fault.ts';
import { askedSchema } from '../show/asked.ts';
import { cueSchema } from '../show/cue.ts';
import { preflightSchema, preflightsSchema } from '../wire/preflight.ts';
import { fieldsSchema, grantedSchema, healthSchema, logSchema } from './answer-schemas.ts';
import { rawFaultSchema } from './faults.ts';
import { HOST_PATHS, HOST_SCHEMAS } from './hosts/openapi.ts';
import { CUE_EXAMPLES } from './openapi-examples.ts';
import { PAGE_PARAMETER } from './openapi-page.ts';
import { TAPE_PATHS, TAPE_SCHEMAS } from './openapi-tapes.ts';
import { REHEARSAL_PATHS, REHEARSAL_SCHEMAS } from './rehearsal/openapi.ts';
import { stateSchema } from './state.ts';
import { VMIX_ROWS } from './vmix-rows.ts';

const schema = (of: z.ZodType, io: 'input' | 'output' = 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any' });
  return rest;
};

const content = (of: object) => ({ 'application/json': { schema: of } });
const answered = (description: string, of: object) => ({ description, content: content(of) });
const refused = (description: string) => answered(description, { $ref: '#/components/schemas/Refused' });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const query = (name: string, description: string, of: object) => ({
  name,
  in: 'query',
  description,
  schema: of,
});
const INSTANT = [
  query('at', 'Milliseconds since 1970; what is to come is answered with now', {
    type: 'number',
    minimum: 0,
  }),
  query('delay', 'Milliseconds behind now', { type: 'number', minimum: 0 }),
];

const reading = (summary: string, name: string, parameters: readonly object[] = []) => ({
  get: {
    summary,
    parameters,
    responses: { 200: answered(summary, ref(name)), 422: refused('Not understood') },
  },
});

const cuePath = {
  post: {
    summary: 'One cue',
    description: `At most 50 a second from one sender. The answer comes when the show is on the disk.`,
    security: [{}, { token: [] }],
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        description:
          'The same key again, within ten minutes, is answered as before and done once; `id` in the body is the same',
        schema: { type: 'string', maxLength: 128 },
      },
      PAGE_PARAMETER,
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { allOf: [ref('Asked'), ref('Cue')] },
          examples: Object.fromEntries(CUE_EXAMPLES.map(({ name, ...example }) => [name, example])),
        },
      },
    },
    responses: {
      200: answered('Granted', ref('Granted')),
      401: refused('The control token is missing'),
      409: refused('Refused; `stale-revision` where the show is another than was meant'),
      413: refused('Too long'),
      422: refused('Not understood'),
      429: { ...refused('Too many'), headers: { 'Retry-After': { schema: { type: 'integer' } } } },
    },
  },
};

/** Cue schemas are strict; beside `Asked` each must let the other's fields pass. */
function open(of: object): object {
  const text = JSON.stringify(of);
  const cue = JSON.parse(text) as { oneOf?: { additionalProperties?: unknown }[] };
  for (const one of cue.oneOf ?? []) delete one.additionalProperties;
  return cue;
}

const rawFaultPath = {
  get: {
    summary: "The provider's words in which a Fault was found last, as they were received, without secrets",
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        description: 'As the health has it',
        schema: { type: 'string' },
      },
    ],
    responses: { 200: answered('The words', ref('RawFault')), 404: refused('None are kept of it') },
  },
};

const VMIX_ROWS_OF = query('rows', 'The game in one row, or the players of a team', { enum: VMIX_ROWS });
const rowsPath = (description: string, of: object) => ({
  get: {
    summary: 'Rows for data sources of vMix, columns named as title fields are',
    parameters: [VMIX_ROWS_OF, ...INSTANT],
    responses: { 200: { description, content: of }, 422: refused('Not understood') },
  },
});
const text = { schema: { type: 'string' } };
const vmixPaths = {
  '/api/v1/vmix.json': rowsPath('A list of rows', content({ type: 'array', items: { type: 'object' } })),
  '/api/v1/vmix.csv': rowsPath('A line of names, then the rows', { 'text/csv': text }),
  '/api/v1/vmix.xml': rowsPath('Rows for the XPath /rows/row', { 'application/xml': text }),
};

const preflightPath = {
  get: {
    summary: 'The last pre-flight of each output',
    responses: { 200: answered('Reports', ref('Preflights')) },
  },
  post: {
    summary: 'What a pre-flight found, from its own page',
    requestBody: { required: true, content: content(ref('Preflight')) },
    responses: {
      200: answered('Kept', { type: 'object' }),
      413: refused('Too long'),
      422: refused('Not understood'),
    },
  },
};
const rundownPath = {
  get: { summary: 'The rundown as a file', responses: { 200: answered('The file', { type: 'object' }) } },
};
const loadPath = {
  post: {
    summary: 'The rundown replaced by a file, all of it or nothing',
    parameters: [PAGE_PARAMETER],
    requestBody: { required: true, content: content({ type: 'object' }) },
    responses: { 200: answered('Granted', ref('Granted')), 409: refused('What is wrong, and in which item') },
  },
};
const eventsPath = {
  get: {
    summary: 'A WebSocket of flat JSON, for button panels',
    description:
      'Everything on connect, then on every change, and every 15 s: one object of plain values, named by letters and underscores.',
    responses: { 101: { description: 'A WebSocket' }, 426: refused('A plain request') },
  },
};

/** The description, of that version of the relay. */
export const openApi = (version: string): object => ({
  openapi: '3.1.0',
  info: { title: 'Courtside control API', version, license: { name: 'MIT', identifier: 'MIT' } },
  paths: {
    '/api/v1/cues': cuePath,
    '/api/v1/state': reading('What is true at one instant, as graphics show it', 'State', INSTANT),
    '/api/v1/health': reading('How things stand', 'Health'),
    '/api/v1/fields': reading(
      'Who says what of each field that can be corrected, and since when',
      'Fields',
      INSTANT,
    ),
    '/api/v1/log': reading('What was done and what went wrong', 'Log', [
      query('since', 'Entries after this one', { type: 'integer', minimum: 0 }),
      query('format', 'A table instead of JSON', { enum: ['json', 'csv'] }),
    ]),
    '/api/v1/faults/{id}/raw': rawFaultPath,
    '/api/v1/preflight': preflightPath,
    ...vmixPaths,
    '/api/v1/rundown': rundownPath,
    '/api/v1/rundown/load': loadPath,
    '/api/v1/events': eventsPath,
    ...TAPE_PATHS,
    ...HOST_PATHS,
    ...REHEARSAL_PATHS,
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Beyond loopback' } },
    schemas: {
      Cue: open(schema(cueSchema, 'input')),
      Asked: schema(askedSchema, 'input'),
      Granted: schema(grantedSchema),
      Refused: schema(z.object({ fault: faultSchema })),
      State: schema(stateSchema),
      Health: schema(healthSchema),
      RawFault: schema(rawFaultSchema),
      Log: schema(logSchema),
      Fields: schema(fieldsSchema),
      Preflight: schema(preflightSchema),
      Preflights: schema(preflightsSchema),
      ...TAPE_SCHEMAS,
      ...HOST_SCHEMAS,
      ...REHEARSAL_SCHEMAS,
    },
  },
});
