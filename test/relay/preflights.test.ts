// Reports of pre-flights: from a page, to the operator, onto the disk.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { preflightsSchema } from '../../src/relay/preflights.ts';
import type { Preflight } from '../../src/wire/preflight.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';

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
  const folder = await mkdtemp(join(tmpdir(), 'courtside-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const rig = await startRelay({ cutsFolder: folder });
  await post(rig, { ...REPORT, name: '../truck/1' });
  const [file = ''] = await readdir(join(folder, 'preflight'));
  expect(file).toMatch(/^\d{4}-.*__truck_1\.json$/);
  expect(JSON.parse(await readFile(join(folder, 'preflight', file), 'utf8'))).toMatchObject({
    checks: REPORT.checks,
  });
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
