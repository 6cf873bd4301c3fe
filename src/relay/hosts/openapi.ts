// The hosts' path described in OpenAPI; its examples are granted in their order by a relay beside an OBS that holds none of our outputs yet.
import { z } from 'zod';
import { hostAnswerSchema, hostOrderSchema } from '../../wire/hosts.ts';
import { PAGE_PARAMETER } from '../openapi-page.ts';
import { HOSTS_PATH } from './places.ts';

export const HOST_ORDERS = {
  look: { summary: 'OBS is asked anew what it holds', value: { do: 'look' } },
  add: { summary: 'An output into the scene on program', value: { do: 'add', output: 'program' } },
  addTo: {
    summary: 'An output into a scene by its name',
    value: { do: 'add', output: 'program', scene: 'Game' },
  },
  correct: {
    summary: 'Every wrong setting of a source put right',
    value: { do: 'correct', input: 'Courtside program' },
  },
  refresh: {
    summary: 'Its page loaded anew: once in half a minute',
    value: { do: 'refresh', input: 'Courtside program' },
  },
} as const;

const schema = (of: z.ZodType, io: 'input' | 'output' = 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any' });
  return rest;
};
const content = (name: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});
const answers = {
  200: { description: 'What was done, and how the hosts stand now', content: content('Hosts') },
  409: { description: 'Refused, and why', content: content('Refused') },
  422: { description: 'Not understood', content: content('Refused') },
};

/** By path. */
export const HOST_PATHS: Readonly<Record<string, object>> = {
  [HOSTS_PATH]: {
    get: { summary: 'OBS and vMix, as this relay finds them', responses: { 200: answers[200] } },
    post: {
      summary: 'An order to OBS',
      security: [{}, { token: [] }],
      parameters: [PAGE_PARAMETER],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/HostOrder' },
            examples: HOST_ORDERS,
          },
        },
      },
      responses: answers,
    },
  },
};

/** By name. */
export const HOST_SCHEMAS: Readonly<Record<string, object>> = {
  HostOrder: schema(hostOrderSchema, 'input'),
  Hosts: schema(hostAnswerSchema),
};
