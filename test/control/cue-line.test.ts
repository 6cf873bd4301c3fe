import { expect, test } from 'vitest';
import { MAX_WAITING, makeCueLine } from '../../src/control/cue-line.ts';
import { waitUntil } from '../kit/patience.ts';

const told = { code: 'cue-refused', where: 'graphic', expected: 'one on air', found: 'none' };
const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });

/** A relay that answers in turn, when it is let. */
function slowRelay() {
  let keys = 0;
  const asked: { readonly init: RequestInit; answer(response: Response | Error): void }[] = [];
  const line = makeCueLine({
    patience: () => new AbortController().signal,
    newId: () => {
      keys += 1;
      return `key${keys}`;
    },
    fetch: (path, init) =>
      new Promise((resolve, reject) => {
        if (path !== '/api/v1/cues') reject(new Error(path));
        asked.push({ init, answer: (one) => (one instanceof Error ? reject(one) : resolve(one)) });
      }),
  });
  return { asked, line };
}
const silence = () => Object.assign(new Error('late'), { name: 'TimeoutError' });
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What became of one cue that is answered so. */
async function outcome(answer: Response | Error | (() => Response)) {
  const { asked, line } = slowRelay();
  const sent = line.send({ cue: 'clear' });
  for (const turn of [0, 1]) {
    await settle();
    asked[turn]?.answer(typeof answer === 'function' ? answer() : answer);
  }
  return sent;
}

/** An answer whose head came, and whose body breaks off. */
const brokenOff = (error: Error): Response =>
  new Response(
    new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{"revi'));
        stream.error(error);
      },
    }),
  );

test('a cue is posted as JSON', async () => {
  const { asked, line } = slowRelay();
  void line.send({ cue: 'take', graphic: 'scorebug' });
  await settle();
  expect(asked[0]?.init).toMatchObject({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"cue":"take","graphic":"scorebug","id":"key1"}',
  });
});

test.each([
  ['a granted cue has the revision', json(200, { revision: 7 }), { status: 'granted', revision: 7 }],
  ['a refused cue has the Fault', json(409, { fault: told }), { status: 'refused', fault: told }],
  ['a cue that cannot be read has the Fault', json(422, { fault: told }), { status: 'refused', fault: told }],
  ['a demand for a token is told as such', json(401, { fault: told }), { status: 'token', fault: told }],
  [
    'what something in between answers tells nothing of the cue',
    () => new Response('<html>', { status: 502 }),
    { status: 'unanswered', fault: { found: 'status 502' } },
  ],
  [
    'a path that is not there took no cue',
    new Response('<html>', { status: 404 }),
    { status: 'refused', fault: { found: 'status 404' } },
  ],
  ['success without a revision is no success', () => json(200, {}), { status: 'unanswered' }],
  [
    'no connection is no answer',
    new TypeError('Failed to fetch'),
    { status: 'unanswered', fault: { found: 'no connection' } },
  ],
])('%s', async (_name, answer, expected) => {
  expect(await outcome(answer)).toMatchObject(expected);
});

test('a cue waits for the answer to the one before it', async () => {
  const { asked, line } = slowRelay();
  const first = line.send({ cue: 'take' });
  void line.send({ cue: 'clear' });
  await settle();
  expect(asked).toHaveLength(1);
  asked[0]?.answer(json(409, { fault: told }));
  await first;
  await settle();
  expect(asked.map(({ init }) => init.body)).toEqual([
    '{"cue":"take","id":"key1"}',
    '{"cue":"clear","id":"key2"}',
  ]);
});

test('cues behind one without an answer are not sent late', async () => {
  const { asked, line } = slowRelay();
  void line.send({ cue: 'take' });
  const second = line.send({ cue: 'clear' });
  const third = line.send({ cue: 'clear' });
  await settle();
  asked[0]?.answer(silence());
  expect((await second).status).toBe('unsent');
  expect((await third).status).toBe('unsent');
  expect(asked).toHaveLength(1);
});

test('after cues that were given up the next one is sent', async () => {
  const { asked, line } = slowRelay();
  const first = line.send({ cue: 'take' });
  await settle();
  asked[0]?.answer(silence());
  await first;
  void line.send({ cue: 'clear' });
  await settle();
  expect(asked).toHaveLength(2);
});

test('no more cues wait than are allowed', async () => {
  const { asked, line } = slowRelay();
  for (let n = 0; n < MAX_WAITING; n += 1) void line.send({ cue: 'clear' });
  expect((await line.send({ cue: 'take' })).status).toBe('unsent');
  await settle();
  expect(asked).toHaveLength(1);
});

test('a token is sent once it was given, and not before', async () => {
  const { asked, line } = slowRelay();
  const first = line.send({ cue: 'take' });
  await settle();
  expect(asked[0]?.init.headers).not.toHaveProperty('Authorization');
  asked[0]?.answer(json(401, { fault: told }));
  await first;
  line.setToken('sesame');
  void line.send({ cue: 'take' });
  await settle();
  expect(asked[1]?.init.headers).toMatchObject({ Authorization: 'Bearer sesame' });
});

test('a cue whose connection broke is sent once more under the same key, one that met silence is not: it would be late', async () => {
  const { asked, line } = slowRelay();
  const first = line.send({ cue: 'take' });
  await settle();
  asked[0]?.answer(new TypeError('Failed to fetch'));
  await settle();
  expect(asked.map(({ init }) => init.body)).toEqual([
    '{"cue":"take","id":"key1"}',
    '{"cue":"take","id":"key1"}',
  ]);
  asked[1]?.answer(json(200, { revision: 4 }));
  expect(await first).toEqual({ status: 'granted', revision: 4 });
  const second = line.send({ cue: 'take' });
  await settle();
  asked[2]?.answer(silence());
  expect((await second).status).toBe('unanswered');
  expect(asked).toHaveLength(3);
});

test('a cue whose answer breaks off is sent once more under the same key, and is what the second answer says', async () => {
  const { asked, line } = slowRelay();
  const sent = line.send({ cue: 'take' });
  await settle();
  asked[0]?.answer(brokenOff(new TypeError('network error')));
  await waitUntil(() => asked.length === 2);
  expect(asked[1]?.init.body).toBe(asked[0]?.init.body);
  asked[1]?.answer(json(200, { revision: 4 }));
  expect(await sent).toEqual({ status: 'granted', revision: 4 });
});

test('a cue whose answer breaks off twice is unknown, not refused', async () => {
  const { asked, line } = slowRelay();
  const sent = line.send({ cue: 'take' });
  for (const turn of [0, 1]) {
    await waitUntil(() => asked.length > turn);
    asked[turn]?.answer(brokenOff(new TypeError('network error')));
  }
  expect(await sent).toMatchObject({ status: 'unanswered', fault: { found: 'no connection' } });
});

test('an answer that falls silent half-way is unknown, and its cue is not sent late', async () => {
  const { asked, line } = slowRelay();
  const sent = line.send({ cue: 'take' });
  await settle();
  asked[0]?.answer(brokenOff(silence()));
  expect(await sent).toMatchObject({ status: 'unanswered', fault: { found: 'silence' } });
  expect(asked).toHaveLength(1);
});

test('what goes with a cue is of the instant at which it goes', async () => {
  const { asked, line } = slowRelay();
  let revision = 1;
  const first = line.send({ cue: 'take' });
  void line.send({ cue: 'clear' }, () => ({ by: 'ann', ifRevision: revision }));
  revision = 2;
  await settle();
  asked[0]?.answer(json(200, { revision: 2 }));
  await first;
  await settle();
  expect(asked[1]?.init.body).toBe('{"cue":"clear","by":"ann","ifRevision":2,"id":"key2"}');
});

test('a cue on an old revision is told with the one there is', async () => {
  const stale = { code: 'stale-revision', where: 'ifRevision', expected: '4', found: '6' };
  expect(await outcome(json(409, { fault: stale }))).toEqual({ status: 'stale', revision: 6, fault: stale });
});
