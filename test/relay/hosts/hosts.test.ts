// OBS and vMix by the relay's own door: found or why not, an output put into a scene and put right, its tally, its page loaded anew.
import { describe, expect, onTestFinished, test } from 'vitest';
import { HOST_ORDERS } from '../../../src/relay/hosts/openapi.ts';
import { LEAST_BETWEEN_MS } from '../../../src/relay/obs/heal.ts';
import { type HostsInfo, hostAnswerSchema, type ObsWitness } from '../../../src/wire/hosts.ts';
import { WIRE_VERSION } from '../../../src/wire/wire.ts';
import { startObs } from '../../kit/obs-server.ts';
import { openPage, type Page } from '../../kit/page.ts';
import { waitUntil } from '../../kit/patience.ts';
import { type RelayRig, startRelay } from '../../kit/relay-rig.ts';
import { startVmix } from '../../kit/vmix-server.ts';

const SECRET = 'a secret of OBS';
const UNTOLD: ObsWitness = { visible: null, active: null };

async function hosts(rig: RelayRig): Promise<HostsInfo> {
  return hostAnswerSchema.parse(await (await rig.get('/api/v1/hosts')).json()).hosts;
}
const order = (rig: RelayRig, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(rig.url('/api/v1/hosts'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const told = async (answer: Response): Promise<string> => JSON.stringify(await answer.json());

/** A relay beside an OBS that it has found. */
async function found(
  given: Parameters<typeof startObs>[0] = {},
  more: { readonly secrets?: readonly string[] } = {},
) {
  const server = await startObs(given);
  const rig = await startRelay({ hosts: { obs: { url: server.url, password: given.password } }, ...more });
  await waitUntil(async () => (await hosts(rig)).obs?.link === 'open');
  return { server, rig };
}

const tallyOf = async (rig: RelayRig, output = 'program'): Promise<string | null | undefined> => {
  const health = (await (await rig.get('/api/v1/health')).json()) as {
    outputs: { name: string; tally: string | null }[];
  };
  return health.outputs.find(({ name }) => name === output)?.tally;
};

describe('OBS', () => {
  test('what it holds is told: its canvas, its scenes from the top, and nothing of ours yet', async () => {
    const { server, rig } = await found();
    server.scenes.set('Interview', []);
    await order(rig, { do: 'look' });
    expect((await hosts(rig)).obs).toMatchObject({
      at: new URL(server.url).host,
      canvas: { width: 1920, height: 1080, fps: 50 },
      scenes: ['Interview', 'Game'],
      program: 'Game',
      preview: null,
      sources: [],
    });
  });

  test('an output is added to a scene by its name, with the settings of the canvas', async () => {
    const { server, rig } = await found();
    server.scenes.set('Interview', []);
    const answer = await order(rig, { do: 'add', output: 'program', scene: 'Interview' });
    expect(await told(answer)).toContain('Blending Method');
    expect(server.inputs.get('Courtside program')).toMatchObject({
      url: `http://127.0.0.1:${rig.port}/out?name=program`,
      width: 1920,
      height: 1080,
      shutdown: false,
      restart_when_active: false,
    });
    expect((await hosts(rig)).obs?.sources).toMatchObject([
      { input: 'Courtside program', output: 'program', scenes: ['Interview'], tally: 'off', wrong: [] },
    ]);
  });

  test('the same output in another scene is the same source again, and one there already is left alone', async () => {
    const { server, rig } = await found();
    server.scenes.set('Interview', []);
    await order(rig, { do: 'add', output: 'program' });
    await order(rig, { do: 'add', output: 'program', scene: 'Interview' });
    expect(await told(await order(rig, { do: 'add', output: 'program' }))).toContain('already');
    expect([...server.inputs.keys()]).toEqual(['Courtside program']);
    expect(Object.fromEntries(server.scenes)).toEqual({
      Game: ['Courtside program'],
      Interview: ['Courtside program'],
    });
  });

  test('a name that something else has in OBS is not taken from it', async () => {
    const { server, rig } = await found();
    server.inputs.set('Courtside program', { url: 'https://example.org/' });
    await order(rig, { do: 'add', output: 'program' });
    expect([...server.inputs.keys()]).toEqual(['Courtside program', 'Courtside program 2']);
  });

  test('what is wrong with a source is told with why, and put right when it is asked for', async () => {
    const { server, rig } = await found();
    const url = `http://localhost:${rig.port}/out?name=program&theme=meridian`;
    server.inputs.set('Bug', { url, width: 800, height: 1080, shutdown: true });
    await order(rig, { do: 'look' });
    expect((await hosts(rig)).obs?.sources[0]?.wrong).toEqual([
      { key: 'width', found: '800', wanted: '1920', why: 'as wide as the canvas' },
      { key: 'shutdown', found: 'true', wanted: 'false', why: 'it would start anew at every scene' },
    ]);
    await order(rig, { do: 'correct', input: 'Bug' });
    expect(server.inputs.get('Bug')).toEqual({ url, width: 1920, height: 1080, shutdown: false });
    expect((await hosts(rig)).obs?.sources[0]?.wrong).toEqual([]);
  });

  test('an OBS without browser sources refuses in one sentence', async () => {
    const { rig } = await found({ hasBrowser: false });
    const answer = await order(rig, { do: 'add', output: 'program' });
    expect(answer.status).toBe(409);
    expect(await told(answer)).toContain('no browser sources');
  });

  test('a source, an output or a scene that is not there is refused, and so is what is no order', async () => {
    const { rig } = await found();
    const statuses = [];
    for (const body of [
      { do: 'correct', input: 'Nobody' },
      { do: 'refresh', input: 'Nobody' },
      { do: 'add', output: 'program', scene: 'Nowhere' },
      { do: 'add', output: '' },
      { do: 'shut-down' },
    ])
      statuses.push((await order(rig, body)).status);
    expect(statuses).toEqual([409, 409, 409, 422, 422]);
  });

  test('an observer orders nothing', async () => {
    const { server, rig } = await found();
    const seat = { page: 'p-1', role: 'observer', who: '' } as const;
    const desk = await openPage(rig.port, { version: WIRE_VERSION, role: 'desk', name: 'desk', seat });
    await desk.snapshot();
    const answer = await order(rig, { do: 'add', output: 'program' }, { 'courtside-page': 'p-1' });
    expect(answer.status).toBe(409);
    expect(await told(answer)).toContain('observer');
    expect(server.inputs.size).toBe(0);
  });

  test('every example is granted, in their order', async () => {
    const { rig } = await found();
    for (const [name, { value }] of Object.entries(HOST_ORDERS))
      expect([name, (await order(rig, value)).status]).toEqual([name, 200]);
  });

  test('one that goes is looked for until it is back; what is asked of it meanwhile is refused', async () => {
    const { server, rig } = await found();
    server.drop();
    await waitUntil(async () => (await hosts(rig)).obs?.link === 'looking');
    expect((await order(rig, { do: 'add', output: 'program' })).status).toBe(409);
    const isBack = async (): Promise<boolean> => {
      rig.time.advance(1_000);
      return (await hosts(rig)).obs?.link === 'open';
    };
    await waitUntil(isBack);
  });

  test('one that has stopped answering is dropped and tried anew, with why', async () => {
    const { server, rig } = await found();
    server.hang();
    const isDropped = async (): Promise<boolean> => {
      rig.time.advance(1_000);
      return (await hosts(rig)).obs?.link !== 'open';
    };
    await waitUntil(isDropped);
    expect((await hosts(rig)).obs?.why).not.toBe('');
  });

  test('none is told as none', async () => {
    const rig = await startRelay({ hosts: { obs: { url: 'ws://127.0.0.1:9', password: undefined } } });
    await waitUntil(async () => (await hosts(rig)).obs?.why !== '');
    expect((await hosts(rig)).obs).toMatchObject({
      link: 'looking',
      why: expect.stringContaining('WebSocket Server Settings') as string,
    });
  });
});

describe('its password', () => {
  test('is proved and told to nobody: not by the API, to no desk, on no line', async () => {
    const { server, rig } = await found({ password: SECRET }, { secrets: [SECRET] });
    const desk = await openPage(rig.port, { version: WIRE_VERSION, role: 'desk', name: 'desk' });
    await desk.snapshot();
    await order(rig, { do: 'add', output: 'program' });
    const all = [
      JSON.stringify(await hosts(rig)),
      JSON.stringify(desk.downs),
      JSON.stringify(server.requests),
      rig.lines.join('\n'),
    ];
    for (const text of all) expect(text).not.toContain(SECRET);
    expect(rig.lines).toContain('OBS: connected');
  });

  test.each([
    [undefined, 'wants a password'],
    ['another secret', 'refuses the password'],
  ])('with %o it is told what to do', async (password, words) => {
    const server = await startObs({ password: SECRET });
    const rig = await startRelay({ hosts: { obs: { url: server.url, password } } });
    await waitUntil(async () => (await hosts(rig)).obs?.link === 'refused');
    expect((await hosts(rig)).obs?.why).toContain(words);
    expect((await hosts(rig)).obs?.why).toContain('OBS_WEBSOCKET_PASSWORD');
  });

  test('an output learns nothing of what OBS holds', async () => {
    const { rig } = await found();
    const [output, desk] = [
      await openPage(rig.port),
      await openPage(rig.port, { role: 'desk', name: 'desk' }),
    ];
    expect((await desk.snapshot()).health.hosts?.obs?.link).toBe('open');
    expect((await output.snapshot()).health.hosts).toBeUndefined();
  });
});

/** An output in OBS, and a page of that name. */
async function inObs(obs: ObsWitness | undefined = UNTOLD) {
  const { server, rig } = await found();
  server.scenes.set('Interview', []);
  await order(rig, { do: 'add', output: 'program' });
  const page = await openPage(rig.port);
  await page.snapshot();
  /** A picture that is not late. */
  const paint = (): Promise<void> =>
    page.beat({ revision: 1, instantMs: rig.time.now(), ...(obs ? { obs } : {}) });
  await paint();
  return { server, rig, page, paint };
}
const saysTally = (rig: RelayRig, word: string | null): Promise<unknown> =>
  waitUntil(async () => (await tallyOf(rig)) === word);

describe('tally', () => {
  test("is OBS's own: on program, in preview, nowhere; and merely open where OBS has gone", async () => {
    const { server, rig } = await inObs();
    expect(await tallyOf(rig)).toBe('program');
    server.scene('Interview', 'Game');
    await saysTally(rig, 'preview');
    server.scene('Interview');
    await saysTally(rig, 'off');
    server.scene('Game');
    await saysTally(rig, 'program');
    server.drop();
    await saysTally(rig, null);
  });

  test('a page that OBS does not have is merely open, whatever it is called', async () => {
    const { rig } = await inObs();
    const beside = await openPage(rig.port, { name: 'beside' });
    await beside.beat({});
    expect(await tallyOf(rig, 'beside')).toBeNull();
  });

  test('where OBS is not to be asked, what it tells the page itself counts', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    const seen: (string | null | undefined)[] = [];
    for (const obs of [
      UNTOLD,
      { visible: true, active: null },
      { visible: true, active: true },
      { visible: true, active: false },
      { visible: false, active: false },
    ]) {
      await page.beat({ obs });
      seen.push(await tallyOf(rig));
    }
    expect(seen).toEqual([null, null, 'program', 'preview', 'off']);
  });

  test('of two sources with one name each page says which it is', async () => {
    const { server, rig, page } = await inObs();
    const url = `http://127.0.0.1:${rig.port}/out?name=program`;
    server.inputs.set('Second', { url });
    server.scenes.get('Interview')?.push('Second');
    await order(rig, { do: 'look' });
    const second = await openPage(rig.port);
    await page.beat({ obs: { visible: true, active: true } });
    await second.beat({ obs: { visible: false, active: false } });
    const health = (await (await rig.get('/api/v1/health')).json()) as { outputs: { tally: string }[] };
    expect(health.outputs.map(({ tally }) => tally).sort()).toEqual(['off', 'program']);
  });
});

describe('a page in OBS', () => {
  const refreshes = (server: { requests: readonly { type: string }[] }): number =>
    server.requests.filter(({ type }) => type === 'PressInputPropertiesButton').length;

  /** Lets time pass in looks, and what is on its way in between arrive: no answer is late only because the clock is turned by hand. */
  const pass = async (rig: RelayRig, ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 250) {
      rig.time.advance(Math.min(250, left));
      await hosts(rig);
    }
  };
  const until = (rig: RelayRig, holds: () => Promise<boolean>): Promise<unknown> =>
    waitUntil(async () => {
      await pass(rig, 250);
      return holds();
    });
  const pageState = async (rig: RelayRig): Promise<string | undefined> =>
    (await hosts(rig)).obs?.sources[0]?.page;

  test('that has gone is loaded anew without its cache, once; the operator hears of it, and that it has not come back', async () => {
    const { server, rig, page } = await inObs();
    await until(rig, async () => (await pageState(rig)) === 'reports');
    page.socket.terminate();
    await until(rig, async () => refreshes(server) === 1);
    expect(await server.requested('PressInputPropertiesButton')).toEqual({
      inputName: 'Courtside program',
      propertyName: 'refreshnocache',
    });
    expect(await pageState(rig)).toBe('refreshed');
    await until(rig, async () => (await pageState(rig)) === 'gone');
    const health = await (await rig.get('/api/v1/health')).text();
    expect(health).toContain('output-mended');
    expect(health).toContain('output-gone');
    expect(refreshes(server)).toBe(1);
  });

  test('that OBS tried to load before the relay was there is loaded anew', async () => {
    const { server, rig } = await found();
    server.inputs.set('Bug', { url: `http://127.0.0.1:${rig.port}/out` });
    server.scenes.get('Game')?.push('Bug');
    await order(rig, { do: 'look' });
    await until(rig, async () => refreshes(server) === 1);
  });

  test('that OBS has shut down, because nobody sees it, is not missed', async () => {
    const { server, rig } = await found();
    server.scenes.set('Interview', ['Bug']);
    server.inputs.set('Bug', { url: `http://127.0.0.1:${rig.port}/out`, shutdown: true });
    await order(rig, { do: 'look' });
    expect(await pageState(rig)).toBe('asleep');
    await pass(rig, 60_000);
    expect(refreshes(server)).toBe(0);
  });

  test('is loaded anew when an operator asks for it, and not twice within half a minute', async () => {
    const { server, rig, paint } = await inObs();
    const asked = { do: 'refresh', input: 'Courtside program' };
    const first = await order(rig, asked);
    const second = await order(rig, asked);
    expect([first.status, second.status]).toEqual([200, 409]);
    expect(refreshes(server)).toBe(1);
    for (let n = 0; n < 3; n += 1) {
      await pass(rig, LEAST_BETWEEN_MS / 3 - 1);
      await paint();
    }
    expect((await order(rig, asked)).status).toBe(409);
    await pass(rig, 3);
    expect((await order(rig, asked)).status).toBe(200);
  });
});

describe('vMix', () => {
  async function beside(more: { readonly leads?: 'both' | 'take' | 'vmix' } = {}) {
    const vmix = await startVmix();
    const at = { host: '127.0.0.1', tcpPort: vmix.tcpPort, httpPort: vmix.httpPort };
    const given = {
      at,
      input: 'Courtside',
      output: 'program',
      overlay: 1,
      leads: more.leads ?? 'both',
    } as const;
    const rig = await startRelay({ hosts: { vmix: given } });
    await waitUntil(async () => (await hosts(rig)).vmix?.number === 3);
    return { vmix, rig };
  }
  const onAir = async (rig: RelayRig): Promise<boolean> => {
    const desk: Page = await openPage(rig.port, { role: 'desk', name: 'desk' });
    onTestFinished(() => desk.socket.terminate());
    return Object.values((await desk.snapshot()).show.layers).some(({ program }) => program !== null);
  };

  test('a take starts the overlay with our input, and a clear ends it', async () => {
    const { vmix, rig } = await beside();
    await rig.cue({ cue: 'take', graphic: 'scorebug' });
    expect(await vmix.heardLine(/OverlayInput1In/)).toBe('FUNCTION OverlayInput1In Input=3');
    await rig.cue({ cue: 'clear' });
    const isOut = (): boolean => {
      rig.time.advance(1_000);
      return vmix.heard.some((line) => line.includes('OverlayInput1Out'));
    };
    await waitUntil(isOut);
  });

  test('an overlay that goes on air takes what is ready', async () => {
    const { vmix, rig } = await beside();
    await rig.cue({ cue: 'preview', graphic: 'scorebug' });
    vmix.overlay(1, 3, true);
    await waitUntil(() => onAir(rig));
  });

  test('where a take alone leads, the overlay takes nothing', async () => {
    const { vmix, rig } = await beside({ leads: 'take' });
    await rig.cue({ cue: 'preview', graphic: 'scorebug' });
    vmix.overlay(1, 3, true);
    // What is said after it has been heard after it.
    vmix.tally('001');
    await waitUntil(async () => (await hosts(rig)).vmix?.tally === 'program');
    expect(await onAir(rig)).toBe(false);
  });

  test('its tally is that of the output in the input, and of no other', async () => {
    const { vmix, rig } = await beside();
    const [page, other] = [await openPage(rig.port), await openPage(rig.port, { name: 'other' })];
    await page.beat({});
    await other.beat({});
    for (const [digits, word] of [
      ['001', 'program'],
      ['002', 'preview'],
      ['120', 'off'],
    ] as const) {
      vmix.tally(digits);
      await saysTally(rig, word);
    }
    expect(await tallyOf(rig, 'other')).toBeNull();
  });

  test('none, and an input that is not there, are told', async () => {
    const vmix = await startVmix();
    const given = { output: 'program', overlay: 1, leads: 'both' } as const;
    const at = { host: '127.0.0.1', tcpPort: vmix.tcpPort, httpPort: vmix.httpPort };
    const none = await startRelay({
      hosts: { vmix: { ...given, at: { host: '127.0.0.1', tcpPort: 9 }, input: 'X' } },
    });
    const wrong = await startRelay({ hosts: { vmix: { ...given, at, input: 'Nobody' } } });
    expect((await hosts(none)).vmix).toMatchObject({
      link: 'looking',
      why: expect.stringContaining('not there') as string,
    });
    await waitUntil(async () => (await hosts(wrong)).vmix?.why.includes('no input Nobody'));
  });
});
