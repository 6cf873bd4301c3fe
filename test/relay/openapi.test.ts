// The description of the control API is true: its examples are granted by a real relay, and what the relay answers is as described.
import { expect, test } from 'vitest';
import { fieldsSchema, healthSchema, logSchema } from '../../src/relay/answer-schemas.ts';
import { rawFaultSchema } from '../../src/relay/faults.ts';
import { fixedLook } from '../../src/relay/look-folder.ts';
import { CUE_EXAMPLES } from '../../src/relay/openapi-examples.ts';
import { stateSchema } from '../../src/relay/state.ts';
import { cueSchema } from '../../src/show/cue.ts';
import { noLook } from '../../src/wire/look.ts';
import { body, HOME_ID } from '../kit/messages.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';

type Described = {
  openapi: string;
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { examples?: object }> } }>>;
  components: { schemas: Record<string, unknown> };
};

const described = async (rig: { get: (path: string) => Promise<Response> }): Promise<Described> =>
  (await (await rig.get('/api/v1/openapi.json')).json()) as Described;

/** A Fault in the feed's words; gives its id. */
async function complain(rig: RelayRig): Promise<string> {
  rig.feed.say.words({ source: 'clock', text: '{"clock":"noon"}', heardMs: rig.time.now(), saidMs: 1 });
  rig.feed.say.fault({ code: 'malformed', where: 'clock', expected: 'a number', found: '"noon"' });
  const health = (await (await rig.get('/api/v1/health')).json()) as { faults: { id: string }[] };
  return health.faults[0]?.id ?? '';
}

/** As much of a look as the examples name. */
const look = () => fixedLook({ ...noLook, themes: [{ id: 'house', name: 'House' }] });

test('every example of a cue is granted, in their order', async () => {
  const rig = await startRelay({ look });
  const { openapi, paths } = await described(rig);
  expect(openapi).toBe('3.1.0');
  const { examples } = paths['/api/v1/cues']?.post?.requestBody?.content['application/json'] ?? {};
  expect(Object.keys(examples ?? {})).toEqual(CUE_EXAMPLES.map(({ name }) => name));
  for (const [name, { value }] of Object.entries(examples as Record<string, { value: unknown }>)) {
    const answer = await rig.cue(value);
    expect({ name, status: answer.status, body: await answer.json() }).toEqual({
      name,
      status: 200,
      body: { revision: expect.any(Number) as number },
    });
  }
});

test('every cue there is has an example', () => {
  const cues = cueSchema.options.map(({ shape }) => shape.cue.value);
  const shown = new Set(CUE_EXAMPLES.map(({ value }) => value.cue));
  expect(cues.filter((cue) => !shown.has(cue))).toEqual([]);
});

test('every path that is described is there, and takes that method', async () => {
  const rig = await startRelay();
  const { paths } = await described(rig);
  const id = await complain(rig);
  for (const [named, methods] of Object.entries(paths))
    for (const method of Object.keys(methods)) {
      const path = named.replace('{id}', id);
      const headers = { 'content-type': 'application/json' };
      const text = method === 'post' ? { body: '{}' } : {};
      const { status } = await fetch(rig.url(path), { method: method.toUpperCase(), headers, ...text });
      expect([path, method, status]).not.toEqual([path, method, 404]);
      expect([path, method, status]).not.toEqual([path, method, 405]);
    }
});

test('every reference in it leads somewhere', async () => {
  const document = await described(await startRelay());
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(refs.length).toBeGreaterThan(10);
  for (const [, name] of refs) expect(Object.keys(document.components.schemas)).toContain(name);
});

test.each([
  ['/api/v1/state', stateSchema],
  ['/api/v1/health', healthSchema],
  ['/api/v1/fields', fieldsSchema],
  ['/api/v1/log', logSchema],
  ['/api/v1/faults/{id}/raw', rawFaultSchema],
] as const)('%s answers with what is described, and nothing else', async (path, schema) => {
  const rig = await startRelay();
  const at = { atMs: rig.time.now(), heardMs: rig.time.now() };
  rig.feed.say.message({
    kind: 'roster',
    ...at,
    teamId: HOME_ID,
    side: 'home',
    code: 'HOM',
    name: 'Home',
    players: [],
  });
  rig.feed.say.message({ kind: 'period', ...at, period: 'Q2' });
  rig.feed.say.message({ kind: 'frame', ...at, bodies: [body('p1', at.atMs, 10, 20)] });
  rig.feed.say.status('live');
  for (const { value } of CUE_EXAMPLES) await rig.cue(value);
  await rig.cue({ cue: 'take', graphic: 'ghost' });
  const id = await complain(rig);
  const answered: unknown = await (await rig.get(path.replace('{id}', id))).json();
  // What a schema does not name it drops: equal means that all of it was named.
  expect(schema.parse(answered)).toEqual(answered);
});
