// Reports of pre-flights: from a page, to the operator, onto the disk.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Preflight, preflightsSchema } from '../../src/wire/preflight.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';

const REPORT: Preflight = {
  name: 'program',
  checks: [
    { id: 'canvas', name: 'Canvas', level: 'green', found: '1920 x 1080', todo: '' },
    { id: 'renderer', name: 'Drawn by', level: 'amber', found: '2D canvas', todo: 'Turn it on.' },
  ],
};

const post = ({ url }: RelayRig, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url('/api/v1/preflight'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const reportsOf = async (rig: RelayRig) =>
  preflightsSchema.parse(await (await rig.get('/api/v1/preflight')).json()).reports;

test('the last of each output is there to be read', async () => {
  const rig = await startRelay();
  expect(await reportsOf(rig)).toEqual([]);
  for (const name of ['program', 'truck', 'program'])
    expect((await post(rig, { ...REPORT, name })).status).toBe(200);
  expect((await reportsOf(rig)).map(({ name }) => name)).toEqual(['truck', 'program']);
});

test('what is not green is a Fault, with what is to be done', async () => {
  const rig = await startRelay();
  await post(rig, REPORT);
  const { entries } = (await (await rig.get('/api/v1/log')).json()) as {
    entries: { kind: string; fault?: object }[];
  };
  const faults = entries.filter(({ kind }) => kind === 'fault').map(({ fault }) => fault);
  expect(faults).toEqual([
    { code: 'preflight-amber', where: 'program: renderer', expected: 'Turn it on.', found: '2D canvas' },
  ]);
});

test('every report is kept on the disk', async () => {
  const folder = await scratchFolder();
  const rig = await startRelay({ cutsFolder: folder });
  await post(rig, { ...REPORT, name: '../truck/1' });
  const [file = ''] = await readdir(join(folder, 'preflight'));
  expect(file).toMatch(/^\d{4}-.*__truck_1\.json$/);
  expect(JSON.parse(await readFile(join(folder, 'preflight', file), 'utf8'))).toMatchObject({
    checks: REPORT.checks,
  });
});

test('after a restart the last of each output is there again, and what is no report is passed by', async () => {
  const folder = await scratchFolder();
  const first = await startRelay({ cutsFolder: folder });
  for (const [name, found] of [
    ['program', 'before'],
    ['truck', 'there'],
    ['program', 'after'],
  ] as const) {
    first.time.advance(1_000);
    await post(first, { name, checks: [{ ...REPORT.checks[0], found }] });
  }
  await first.relay.stop();
  await writeFile(join(folder, 'preflight', '2999-01-01_broken.json'), '{"name":');
  const second = await startRelay({ cutsFolder: folder });
  const read = await reportsOf(second);
  expect(read.map(({ name, checks }) => [name, checks[0]?.found])).toEqual([
    ['truck', 'there'],
    ['program', 'after'],
  ]);
});

test('a desk hears how good each was and when, not the whole of it', async () => {
  const rig = await startRelay();
  const before = await openPage(rig.port, { role: 'desk', historyMs: 0 });
  expect((await before.snapshot()).health.preflights).toBeUndefined();
  await post(rig, REPORT);
  const after = await openPage(rig.port, { role: 'desk', historyMs: 0 });
  expect((await after.snapshot()).health.preflights).toEqual([
    { name: 'program', level: 'amber', atMs: rig.time.now() },
  ]);
});

test.each([
  ['no JSON', '{', 422],
  ['no report', {}, 422],
  ['a field of somebody', { ...REPORT, extra: 1 }, 422],
  ['a level that is none', { ...REPORT, checks: [{ ...REPORT.checks[0], level: 'blue' }] }, 422],
  ['too much', 'x'.repeat(20_000), 413],
] as const)('%s is refused', async (_what, body, status) => {
  const rig = await startRelay();
  expect((await post(rig, body)).status).toBe(status);
  expect(await reportsOf(rig)).toEqual([]);
});

test('a page of another site leaves none', async () => {
  const rig = await startRelay();
  expect((await post(rig, REPORT, { origin: 'http://evil.example' })).status).toBe(403);
});
