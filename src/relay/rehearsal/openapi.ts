// What is listened to, the rehearsal, the viewer's socket and the provider's calls, described in OpenAPI; its examples are granted in their order by a relay that has just begun.
import { z } from 'zod';
import {
  EVENT_CALLS,
  SCHEDULES,
  scheduleSchema,
  serversSchema,
  triedSchema,
  tryCallSchema,
} from '../../wire/event-calls.ts';
import { heardBatchSchema } from '../../wire/heard.ts';
import { mockOrderSchema } from '../../wire/mock-orders.ts';
import { mockViewSchema } from '../../wire/mock-view.ts';
import {
  faultBoardSchema,
  listeningSchema,
  listenSchema,
  rehearsalSchema,
  rehearseSchema,
} from '../../wire/rehearsal.ts';
import { shelfSchema } from '../../wire/tape-shelf.ts';
import { PAGE_PARAMETER } from '../openapi-page.ts';

/** One body of a POST to one path. */
export type OrderExample = {
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly value: Readonly<Record<string, unknown>>;
};

const SHOT = { kind: 'shot', side: 'home', playerId: 7101, xMm: 1_200, yMm: 7_600, made: true };
const MOCK = '/api/v1/rehearsal/mock';
const FAULTS = '/api/v1/rehearsal/faults';
const LISTENING = '/api/v1/listening';

/** In an order in which each is granted. */
export const ORDER_EXAMPLES: readonly OrderExample[] = [
  {
    path: '/api/v1/rehearsal',
    name: 'simulated',
    summary: 'A rehearsal server that plays a simulated game',
    value: { do: 'start', play: 'simulator' },
  },
  {
    path: '/api/v1/rehearsal',
    name: 'tape',
    summary: 'It plays a tape instead: the sample that ships, or any that /api/v1/rehearsal/tapes lists',
    value: { do: 'start', play: 'tape', tape: 'sample.mcap' },
  },
  {
    path: MOCK,
    name: 'start',
    summary: 'A mock game instead, of two minutes',
    value: { do: 'start', minutes: 2 },
  },
  { path: LISTENING, name: 'rehearsal', summary: 'The relay listens to it', value: { to: 'rehearsal' } },
  { path: MOCK, name: 'clock', summary: 'The clock runs', value: { do: 'clock', running: true } },
  {
    path: MOCK,
    name: 'shot',
    summary: 'A shot; its place tells what it counts',
    value: { do: 'enter', entry: SHOT },
  },
  {
    path: MOCK,
    name: 'edit',
    summary: 'It was missed: told as a correction',
    value: { do: 'edit', id: 1, entry: { ...SHOT, made: false } },
  },
  { path: MOCK, name: 'delete', summary: 'It never happened', value: { do: 'delete', id: 1 } },
  {
    path: FAULTS,
    name: 'loss',
    summary: 'Half of the shots are lost for five seconds',
    value: { fault: 'loss', source: 'chart', share: 0.5, forMs: 5_000 },
  },
  {
    path: FAULTS,
    name: 'script',
    summary: 'A script that begins now',
    value: { script: [{ atMs: 1_000, forMs: 2_000, fault: 'freeze', source: 'clock' }] },
  },
  { path: FAULTS, name: 'clear', summary: 'All off', value: { clear: {} } },
  {
    path: '/api/v1/event-api',
    name: 'subscribe',
    summary: 'A call is tried; the token in its answer is not told',
    value: { server: 'rehearsal', call: 'subscribe', params: { event_id: 'mock' } },
  },
  { path: LISTENING, name: 'main', summary: 'Back to what it was started with', value: { to: 'main' } },
  { path: '/api/v1/rehearsal', name: 'stop', summary: 'The server ends', value: { do: 'stop' } },
];

const schema = (of: z.ZodType, io: 'input' | 'output' = 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any' });
  return rest;
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (name: string) => ({ 'application/json': { schema: ref(name) } });
const answers = (name: string) => ({
  200: { description: 'As it stands now', content: content(name) },
  409: { description: 'Refused: nothing has changed', content: content('Refused') },
  422: { description: 'Not understood', content: content('Refused') },
});

const reading = (summary: string, name: string, parameters: readonly object[] = []) => ({
  get: { summary, parameters, responses: answers(name) },
});

const ordering = (path: string, summary: string, { takes, gives }: { takes: string; gives: string }) => ({
  post: {
    summary,
    security: [{}, { token: [] }],
    parameters: [PAGE_PARAMETER],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: ref(takes),
          examples: Object.fromEntries(
            ORDER_EXAMPLES.filter((one) => one.path === path).map(({ name, summary: says, value }) => [
              name,
              { summary: says, value },
            ]),
          ),
        },
      },
    },
    responses: answers(gives),
  },
});

/** A path that is read, and takes orders. */
const both = (
  path: string,
  says: readonly [read: string, order: string],
  names: readonly [string, string],
) => ({
  [path]: { ...reading(says[0], names[1]), ...ordering(path, says[1], { takes: names[0], gives: names[1] }) },
});

const inQuery = (name: string, description: string, of: object, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema: of,
});

/** By path. */
export const REHEARSAL_PATHS: Readonly<Record<string, object>> = {
  ...both(
    LISTENING,
    [
      'What the relay listens to',
      'Something else is listened to: refused with `on-air` while graphics are on program, unless `onAir` says so',
    ],
    ['Listen', 'Listening'],
  ),
  ...both(
    '/api/v1/rehearsal',
    ['The rehearsal server of this relay', 'Starts it, or ends it'],
    ['Rehearse', 'Rehearsal'],
  ),
  '/api/v1/rehearsal/tapes': reading(
    'Tapes at hand, and whether the rehearsal server can play each',
    'Shelf',
  ),
  ...both(MOCK, ['The mock game as it stands', 'An order to it'], ['MockOrder', 'MockGame']),
  ...both(FAULTS, ['The faults on purpose', 'On, off, or a script'], ['FaultOrder', 'FaultBoard']),
  '/api/v1/schedule': reading(
    "Games of the provider's schedule; of HudStats' calendar at most 14 days",
    'Schedule',
    [
      inQuery('server', 'Which is asked', { enum: SCHEDULES, default: 'provider' }),
      inQuery('from', 'Milliseconds since 1970', { type: 'number' }, true),
      inQuery('to', 'Milliseconds since 1970', { type: 'number' }),
      inQuery('type', 'The sport', { enum: ['BASKETBALL', 'FOOTBALL'] }),
      inQuery('team_id', "A team's id", { type: 'string' }),
      inQuery('location_id', 'court@facility', { type: 'string' }),
      inQuery('seasonType', 'REG by default', { enum: ['EXH', 'PRE', 'REG', 'POST'] }),
      inQuery('weekNumber', 'Of the season', { type: 'integer' }),
      inQuery('team', "A part of a team's name; of HudStats' calendar", { type: 'string' }),
      inQuery('sport', "HudStats' name of the sport; nba2k by default", { type: 'string' }),
    ],
  ),
  ...both(
    '/api/v1/event-api',
    [
      'Which servers can be asked',
      `One call of the provider's: ${EVENT_CALLS.map(({ id }) => id).join(', ')}`,
    ],
    ['TryCall', 'Servers'],
  ),
  '/api/v1/words': {
    get: {
      summary: 'A WebSocket of what passes between the provider and the relay, without secrets',
      description: 'Batches of `HeardBatch`. What is kept comes first; `since=N` begins after N.',
      parameters: [inQuery('since', 'The last number that is known', { type: 'integer' })],
      responses: {
        101: { description: 'A WebSocket', content: content('HeardBatch') },
        426: { description: 'A plain request', content: content('Refused') },
      },
    },
  },
};

/** By name. */
export const REHEARSAL_SCHEMAS: Readonly<Record<string, object>> = {
  Listen: schema(listenSchema, 'input'),
  Listening: schema(listeningSchema),
  Rehearse: schema(rehearseSchema, 'input'),
  Rehearsal: schema(z.object({ rehearsal: rehearsalSchema.nullable() })),
  Shelf: schema(shelfSchema),
  MockOrder: schema(mockOrderSchema, 'input'),
  MockGame: schema(mockViewSchema),
  FaultOrder: {
    description:
      'A fault that goes on, `{"clear":{}}`, or `{"script":[...]}`; the board names the faults and their sources',
    type: 'object',
  },
  FaultBoard: schema(faultBoardSchema),
  Schedule: schema(scheduleSchema),
  TryCall: schema(tryCallSchema, 'input'),
  Servers: schema(z.union([serversSchema, triedSchema])),
  HeardBatch: schema(heardBatchSchema),
};
