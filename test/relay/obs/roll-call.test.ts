// Several sources of OBS with one output: a page that dies alone is missed and told, while the others go on.
import { describe, expect, test } from 'vitest';
import { BACK_MS, FIRST_MS } from '../../../src/relay/obs/heal.ts';
import type { ObsSource } from '../../../src/relay/obs/read-obs.ts';
import { shortOf } from '../../../src/relay/obs/roll-call.ts';
import type { ObsShort } from '../../../src/wire/hosts.ts';
import { openPage, type Page } from '../../kit/page.ts';
import { waitUntil } from '../../kit/patience.ts';
import type { RelayRig } from '../../kit/relay-rig.ts';
import { found, hosts, order } from '../hosts/hosts-rig.ts';

const source = (output: string, more: Partial<ObsSource> = {}): ObsSource => ({
  input: 'A',
  output,
  settings: {},
  scenes: ['Game'],
  isActive: false,
  isShown: false,
  ...more,
});
const SHUT = { settings: { shutdown: true } };

describe('the pages that an output lacks', () => {
  test.each<[string, readonly ObsSource[], number, readonly ObsShort[]]>([
    ['none: each has one', [source('a'), source('a')], 2, []],
    ['one of two', [source('a'), source('a')], 1, [{ output: 'a', sources: 2, connected: 1 }]],
    ['none: more are open than OBS has', [source('a'), source('a')], 3, []],
    ['none of one alone: its own watch misses that', [source('a')], 0, []],
    ['none of two outputs with one source each', [source('a'), source('b')], 0, []],
    ['none of one that OBS has shut down', [source('a'), source('a', SHUT)], 1, []],
    [
      'one that would be shut down, and is shown',
      [source('a'), source('a', { ...SHUT, isShown: true })],
      1,
      [{ output: 'a', sources: 2, connected: 1 }],
    ],
  ])('%s', (_what, sources, connected, wanted) => {
    expect(shortOf(sources, () => connected)).toEqual(wanted);
  });
});

const IN_OBS = { obs: { visible: null, active: null } };

/** Two sources of OBS with one output, and the page of each. */
async function twins() {
  const { server, rig } = await found();
  const url = `http://127.0.0.1:${rig.port}/out?name=program`;
  for (const input of ['Wide', 'Close']) {
    server.inputs.set(input, { url });
    server.scenes.get('Game')?.push(input);
  }
  const pages = await Promise.all([openPage(rig.port), openPage(rig.port)]);
  for (const page of pages) await page.snapshot();
  await order(rig, { do: 'look' });
  return { server, rig, pages };
}

/** Seconds go by; all these pages beat in each. */
async function pass(rig: RelayRig, pages: readonly Page[], ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) {
    for (const page of pages) await page.beat({ revision: 1, instantMs: rig.time.now(), ...IN_OBS });
    rig.time.advance(1_000);
    await hosts(rig);
  }
}
const short = async (rig: RelayRig): Promise<readonly ObsShort[] | undefined> =>
  (await hosts(rig)).obs?.short;
const faultsOf = async (rig: RelayRig): Promise<readonly { code: string; count: number }[]> => {
  const health = (await (await rig.get('/api/v1/health')).json()) as {
    faults: { fault: { code: string }; count: number }[];
  };
  return health.faults.map(({ fault, count }) => ({ code: fault.code, count }));
};

describe('two sources of one output', () => {
  test('whose pages both report lack nothing', async () => {
    const { rig, pages } = await twins();
    await pass(rig, pages, FIRST_MS + BACK_MS);
    expect(await short(rig)).toBeUndefined();
    expect(await faultsOf(rig)).toEqual([]);
  });

  test('one of whose pages dies alone are told with both figures, once, until it is back', async () => {
    const { server, rig, pages } = await twins();
    const [wide, close] = pages as [Page, Page];
    await pass(rig, pages, FIRST_MS);
    close.socket.terminate();
    await close.closed;
    await waitUntil(async () => {
      await pass(rig, [wide], 1_000);
      return (await short(rig)) !== undefined;
    });
    expect(await short(rig)).toEqual([{ output: 'program', sources: 2, connected: 1 }]);
    await pass(rig, [wide], 10_000);
    expect(await faultsOf(rig)).toEqual([{ code: 'output-short', count: 1 }]);
    // Which of the two it is nobody knows: the one that is well is not loaded anew for the other.
    expect(server.requests.some(({ type }) => /^(Press|Set)/.test(type))).toBe(false);

    const again = await openPage(rig.port);
    await waitUntil(async () => {
      await pass(rig, [wide, again], 1_000);
      return (await short(rig)) === undefined;
    });
  });

  test('are not made up by the same output open beside OBS', async () => {
    const { rig, pages } = await twins();
    const [wide, close] = pages as [Page, Page];
    await pass(rig, pages, FIRST_MS);
    const beside = await openPage(rig.port);
    await beside.beat({ revision: 1 });
    close.socket.terminate();
    await waitUntil(async () => {
      await beside.beat({ revision: 1, instantMs: rig.time.now() });
      await pass(rig, [wide], 1_000);
      return (await short(rig)) !== undefined;
    });
    expect(await short(rig)).toEqual([{ output: 'program', sources: 2, connected: 1 }]);
  });

  test('have time to come when OBS has only just been found', async () => {
    const { rig, pages } = await twins();
    const [wide, close] = pages as [Page, Page];
    close.socket.terminate();
    await close.closed;
    await pass(rig, [wide], FIRST_MS - 1_000);
    expect(await short(rig)).toBeUndefined();
    await pass(rig, [wide], 2_000);
    await waitUntil(async () => (await short(rig)) !== undefined);
  });

  test('lack nothing that could be counted once OBS has gone', async () => {
    const { server, rig, pages } = await twins();
    const [wide, close] = pages as [Page, Page];
    await pass(rig, pages, FIRST_MS);
    close.socket.terminate();
    await close.closed;
    await pass(rig, [wide], BACK_MS + 2_000);
    await waitUntil(async () => (await short(rig)) !== undefined);
    server.hang();
    server.drop();
    await waitUntil(async () => {
      await pass(rig, [wide], 1_000);
      return (await short(rig)) === undefined;
    });
  });
});
