// Whatever a desk posts is held to the role of whoever sits there, on every path that changes something.
import { describe, expect, test } from 'vitest';
import { openApi } from '../../src/relay/openapi.ts';
import { PAGE_HEADER } from '../../src/wire/seat.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';

type Described = {
  readonly paths: Readonly<
    Record<string, { post?: { parameters?: readonly { name: string }[]; security?: unknown } }>
  >;
};

/** What a pre-flight found is told by outputs, which nobody sits at. */
const OF_OUTPUTS = '/api/v1/preflight';
const POSTS = Object.entries((openApi('1') as Described).paths).flatMap(([path, { post }]) =>
  post && path !== OF_OUTPUTS ? [{ path, names: (post.parameters ?? []).map(({ name }) => name) }] : [],
);

const GUEST = { page: 'desk-1', role: 'observer', who: 'Guest' } as const;

async function seated(): Promise<{ rig: RelayRig; guest: Awaited<ReturnType<typeof openPage>> }> {
  const rig = await startRelay();
  const guest = await openPage(rig.port, { role: 'desk', name: 'desk', seat: GUEST });
  const ana = await openPage(rig.port, {
    role: 'desk',
    seat: { page: 'desk-2', role: 'operator', who: 'Ana' },
  });
  await Promise.all([guest.snapshot(), ana.snapshot()]);
  return { rig, guest };
}

const codeOf = async (rig: RelayRig, path: string, page: string | null): Promise<string | undefined> => {
  const headers = { 'content-type': 'application/json', ...(page === null ? {} : { [PAGE_HEADER]: page }) };
  const answer = await fetch(rig.url(path), { method: 'POST', headers, body: '{}' });
  return ((await answer.json()) as { fault?: { code: string } }).fault?.code;
};

test('what changes something is described with the header that holds it to a role', () => {
  expect(POSTS.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/api/v1/cues',
      '/api/v1/transport',
      '/api/v1/tape/cut',
      '/api/v1/listening',
      '/api/v1/rehearsal',
      '/api/v1/rehearsal/mock',
      '/api/v1/rehearsal/faults',
    ]),
  );
  expect(POSTS.filter(({ names }) => !names.includes(PAGE_HEADER)).map(({ path }) => path)).toEqual([]);
});

describe.each(POSTS)('$path', ({ path }) => {
  test("is refused to an observer's desk until an operator sits there, and to no other", async () => {
    const { rig, guest } = await seated();
    expect(await codeOf(rig, path, 'desk-1')).toBe('observer');
    expect(await codeOf(rig, path, 'desk-2')).not.toBe('observer');
    expect(await codeOf(rig, path, null)).not.toBe('observer');
    guest.send({ type: 'sit', seat: { ...GUEST, role: 'operator' } });
    await guest.beat(null);
    expect(await codeOf(rig, path, 'desk-1')).not.toBe('observer');
  });
});

test("what an observer's desk only reads is answered", async () => {
  const { rig } = await seated();
  for (const path of ['/api/v1/transport', '/api/v1/listening', '/api/v1/rehearsal'])
    expect((await rig.get(path, { [PAGE_HEADER]: 'desk-1' })).status).toBe(200);
});
