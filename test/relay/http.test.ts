// The relay's HTTP as the world meets it: what each place answers, what every answer says to a browser, and what slow and many callers get.

import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { RAW_CHARS_KEPT, type RawFault } from '../../src/relay/faults.ts';
import type { State } from '../../src/relay/state.ts';
import { AWAY_ID, body, HOME_ID } from '../kit/messages.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';

const json = async (response: Response | Promise<Response>) =>
  (await (await response).json()) as Record<string, unknown>;

/** Two teams, a score, clocks and two bodies, all true now. */
function tell({ feed, time }: RelayRig): void {
  const at = { atMs: time.now(), heardMs: time.now() };
  for (const [side, teamId, code] of [
    ['home', HOME_ID, 'HOM'],
    ['away', AWAY_ID, 'AWY'],
  ] as const)
    feed.say.message({
      kind: 'roster',
      ...at,
      teamId,
      side,
      code,
      name: `The ${side}`,
      players: [{ id: `${side}-7`, number: '07', firstName: 'A', lastName: 'B', position: 'G' }],
    });
  feed.say.message({ kind: 'colours', ...at, colours: [{ teamId: HOME_ID, colour: '#552583' }] });
  feed.say.message({ kind: 'period', ...at, period: 'Q3' });
  feed.say.message({
    kind: 'score',
    from: 'summary',
    ...at,
    scores: [
      { teamId: HOME_ID, points: 61 },
      { teamId: AWAY_ID, points: 58 },
    ],
  });
  feed.say.message({
    kind: 'clock',
    witness: 'official',
    ...at,
    period: 'Q3',
    game: { remainingMs: 95_500, running: false, resolutionMs: 100 },
    shot: { remainingMs: 9_000, running: false, resolutionMs: 100 },
  });
  // A body that is new fades in: it has been there for a second.
  for (let agoMs = 1000; agoMs >= 0; agoMs -= 100) {
    const atMs = time.now() - agoMs;
    feed.say.message({
      kind: 'frame',
      atMs,
      heardMs: atMs,
      bodies: [body('home-7', atMs, 1234.4, -500), body('away-7', atMs, 0, 9000, AWAY_ID)],
      ball: { id: 'ball', atMs, xMm: 1, yMm: 2, zMm: 1500 },
    });
  }
  feed.say.words({ source: 'clock', text: '{}', heardMs: time.now() });
  feed.say.status('live');
}

describe('GET /api/v1/state', () => {
  test('says what is true now, with figures as they are shown and numbers as they are worn', async () => {
    const rig = await startRelay();
    tell(rig);
    expect(await json(rig.get('/api/v1/state'))).toEqual({
      at: rig.time.now(),
      revision: 0,
      period: 'Q3',
      clock: { remainingMs: 95_500, running: false, text: '1:35' },
      shotClock: { remainingMs: 9_000, text: '9', on: true },
      home: { id: HOME_ID, name: 'The home', code: 'HOM', score: 61, colour: '#552583', fouls: null },
      away: { id: AWAY_ID, name: 'The away', code: 'AWY', score: 58, colour: null, fouls: null },
      bodies: [
        { id: 'home-7', side: 'home', number: '07', xMm: 1234, yMm: -500, zMm: 0 },
        { id: 'away-7', side: 'away', number: '07', xMm: 0, yMm: 9000, zMm: 0 },
      ],
      ball: { xMm: 1, yMm: 2, zMm: 1500 },
      feed: {
        name: 'script',
        status: 'live',
        ageMs: 0,
        capabilities: ['score', 'clock', 'shot-clock', 'positions', 'zones', 'stats', 'plays', 'fouls'],
      },
    });
  });

  test('answers what is to come with now: a clock is not told ahead', async () => {
    const rig = await startRelay();
    tell(rig);
    const nowMs = rig.time.now();
    for (const at of [nowMs + 60_000, Number.MAX_SAFE_INTEGER])
      expect(await json(rig.get(`/api/v1/state?at=${at}`))).toEqual(await json(rig.get('/api/v1/state')));
  });

  test('says null for everything that was never said', async () => {
    const rig = await startRelay();
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({
      period: null,
      clock: null,
      shotClock: null,
      home: null,
      away: null,
      bodies: [],
      ball: null,
      feed: { status: 'connecting', ageMs: null },
    });
  });

  test('tells a shot clock that is off from one that is not known', async () => {
    const rig = await startRelay();
    tell(rig);
    rig.time.advance(1000);
    rig.feed.say.message({
      kind: 'clock',
      witness: 'official',
      atMs: rig.time.now(),
      heardMs: rig.time.now(),
      game: { remainingMs: 9_000, running: false, resolutionMs: 100 },
      shot: null,
    });
    expect((await json(rig.get('/api/v1/state'))).shotClock).toEqual({
      remainingMs: null,
      text: null,
      on: false,
    });
  });

  test('says what was true at an instant, and so far behind now', async () => {
    const rig = await startRelay();
    tell(rig);
    const thenMs = rig.time.now();
    rig.time.advance(5_000);
    const at = { atMs: rig.time.now(), heardMs: rig.time.now() };
    rig.feed.say.message({
      kind: 'score',
      from: 'summary',
      ...at,
      scores: [{ teamId: HOME_ID, points: 64 }],
    });
    const scoreOf = async (path: string) => ((await json(rig.get(path))) as unknown as State).home?.score;
    expect(await scoreOf('/api/v1/state')).toBe(64);
    expect(await scoreOf(`/api/v1/state?at=${thenMs + 10}`)).toBe(61);
    expect(await scoreOf('/api/v1/state?delay=4000')).toBe(61);
    expect(await scoreOf('/api/v1/state?delay=0')).toBe(64);
  });

  test.each(['at=yesterday', 'at=', 'delay=-1', 'delay=400000', 'at=1&delay=1', 'delay=NaN'])(
    'refuses ?%s with a Fault',
    async (query) => {
      const rig = await startRelay();
      const response = await rig.get(`/api/v1/state?${query}`);
      expect(response.status).toBe(422);
      expect(await json(response)).toMatchObject({ fault: { code: 'malformed' } });
    },
  );

  test('shows the operator, where he overrides the feed', async () => {
    const rig = await startRelay();
    tell(rig);
    await rig.cue({ cue: 'override', field: 'home.score', value: 99 });
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 1, home: { score: 99 } });
    await rig.cue({ cue: 'release', field: 'home.score' });
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 2, home: { score: 61 } });
  });
});

describe('GET /api/v1/health', () => {
  test('is ok while the feed is live and no output lags, and lists what each has painted', async () => {
    const rig = await startRelay();
    tell(rig);
    const page = await openPage(rig.port);
    const painted = { revision: 3, fps: 59.9, lateMs: 2, delayMs: 120, renderer: 'canvas' as const };
    await page.beat({ ...painted, instantMs: rig.time.now() - 120 });
    expect(await json(rig.get('/api/v1/health'))).toEqual({
      ok: true,
      feed: {
        name: 'script',
        status: 'live',
        ageMs: 0,
        capabilities: [...rig.feed.capabilities],
        offset: null,
      },
      outputs: [
        {
          name: 'program',
          lagging: false,
          silentMs: 0,
          paintedRevision: 3,
          fps: 59.9,
          lateMs: 2,
          delayMs: 120,
          renderer: 'canvas',
          visible: true,
          offsetMs: expect.any(Number),
          offsetErrorMs: expect.any(Number),
        },
      ],
      sources: [
        {
          name: 'clock',
          count: 1,
          heardMs: expect.any(Number),
          rateHz: 0,
          gaps: 0,
          longestGapMs: 0,
        },
      ],
      tape: null,
      relay: { startedMs: expect.any(Number), loopLagMs: 0, revision: 0 },
      faults: [],
      version: '1.2.3',
    });
    rig.feed.say.status('stale');
    expect(await json(rig.get('/api/v1/health'))).toMatchObject({ ok: false });
  });
});

describe('GET /api/v1/faults/ID/raw', () => {
  const WRONG = { code: 'malformed', where: 'clock', expected: 'a number', found: '"noon"' };
  type Listed = { readonly faults: readonly { readonly id: string; readonly hasRaw: boolean }[] };
  const listed = async (rig: RelayRig): Promise<Listed['faults']> =>
    ((await json(rig.get('/api/v1/health'))) as Listed).faults;

  test("gives the provider's words as they were received, those of the last time", async () => {
    const rig = await startRelay();
    for (const text of ['{"clock":"noon"}', '{"clock":"dusk" }']) {
      rig.time.advance(1_000);
      rig.feed.say.words({ source: 'clock', text, heardMs: rig.time.now() });
      rig.feed.say.fault(WRONG);
    }
    const [known] = await listed(rig);
    expect(known).toMatchObject({ hasRaw: true, count: 2 });
    expect(await json(rig.get(`/api/v1/faults/${known?.id}/raw`))).toEqual({
      fault: WRONG,
      source: 'clock',
      heardMs: rig.time.now(),
      chars: 17,
      text: '{"clock":"dusk" }',
    });
  });

  test('holds no secret, and no more than is kept', async () => {
    const rig = await startRelay({ secrets: ['open-sesame'] });
    const text = `{"you said":"open-sesame"}${'x'.repeat(RAW_CHARS_KEPT)}`;
    rig.feed.say.words({ source: 'unknown', text, heardMs: rig.time.now() });
    rig.feed.say.fault(WRONG);
    const [known] = await listed(rig);
    const raw = (await json(rig.get(`/api/v1/faults/${known?.id}/raw`))) as RawFault;
    expect(raw.text).toContain('{"you said":"[secret]"}');
    expect(raw.text).toHaveLength(RAW_CHARS_KEPT);
    expect(raw.chars).toBeGreaterThan(RAW_CHARS_KEPT);
  });

  test('a Fault that was found in no words has none, also when words came before it', async () => {
    const rig = await startRelay();
    rig.feed.say.words({ source: 'clock', text: '{}', heardMs: rig.time.now() });
    await Promise.resolve();
    rig.feed.say.fault({ ...WRONG, code: 'refused' });
    const [known] = await listed(rig);
    expect(known?.hasRaw).toBe(false);
    expect((await rig.get(`/api/v1/faults/${known?.id}/raw`)).status).toBe(404);
    expect((await rig.get('/api/v1/faults/abc/raw')).status).toBe(404);
  });
});

describe('POST /api/v1/cues', () => {
  test('answers a cue with the new revision', async () => {
    const rig = await startRelay();
    const response = await rig.cue({ cue: 'take', graphic: 'scorebug', options: { logo: false } });
    expect([response.status, await json(response)]).toEqual([200, { revision: 1 }]);
  });

  test.each([
    ['a graphic that there is not', { cue: 'take', graphic: 'ghost' }],
    ['options that do not fit', { cue: 'take', graphic: 'shot-clock', options: { size: 99 } }],
    ['taking out what is not on', { cue: 'out', graphic: 'scorebug' }],
    ['releasing what is not held', { cue: 'release', field: 'home.score' }],
  ])('refuses %s with 409, says why, and changes nothing', async (_what, cue) => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    const response = await rig.cue(cue);
    expect(response.status).toBe(409);
    expect(await json(response)).toMatchObject({
      fault: { code: 'cue-refused', where: expect.any(String) as string },
    });
    await page.beat();
    expect(page.downs.filter(({ type }) => type === 'show')).toEqual([]);
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 0 });
  });

  test.each([
    ['an unknown cue', JSON.stringify({ cue: 'explode' })],
    ['a field that no cue has', JSON.stringify({ cue: 'clear', force: true })],
    ['a number for a name', JSON.stringify({ cue: 'take', graphic: 5 })],
    ['half a cue', '{"cue":"cle'],
    ['nothing', ''],
    ['a list', '[]'],
  ])('cannot read %s: 422 and a Fault', async (_what, text) => {
    const rig = await startRelay();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(rig.url('/api/v1/cues'), { method: 'POST', headers, body: text });
    expect(response.status).toBe(422);
    expect(await json(response)).toMatchObject({ fault: { code: 'malformed' } });
  });

  test('stops reading a body that is too long', async () => {
    const rig = await startRelay();
    const response = await rig.cue({ cue: 'override', field: 'home.name', value: 'x'.repeat(70_000) });
    expect(response.status).toBe(413);
  });

  test('stops reading a body whose length nobody told', async () => {
    const rig = await startRelay();
    const socket = connect(rig.port, '127.0.0.1');
    const answered = new Promise<string>((resolve) =>
      socket.once('data', (data: Buffer) => resolve(data.toString())),
    );
    socket.on('error', () => {});
    socket.write(
      `POST /api/v1/cues HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    for (let n = 0; n < 5; n += 1) socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`);
    expect(await answered).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  test('lets nobody send cues without end', async () => {
    const rig = await startRelay();
    const statuses = await Promise.all(
      Array.from({ length: 110 }, async () => (await rig.cue({ cue: 'clear' })).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(100);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });
});

describe('every answer', () => {
  test.each([
    ['/api/v1/state', 200],
    ['/api/v1/nothing', 404],
    ['/nothing', 404],
    ['/wire', 426],
    ['/api/v1/events', 426],
    ['/', 503],
    ['/out', 503],
  ])('%s is %i, allows no other site, and guesses no type', async (path, status) => {
    const rig = await startRelay();
    const response = await rig.get(path);
    expect(response.status).toBe(status);
    const { headers } = response;
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  test.each([
    ['POST', '/api/v1/state', 'GET'],
    ['GET', '/api/v1/cues', 'POST'],
    ['DELETE', '/api/v1/cues', 'POST'],
    ['POST', '/', 'GET, HEAD'],
    ['OPTIONS', '/api/v1/health', 'GET'],
  ])('%s %s is told what is allowed', async (method, path, allowed) => {
    const rig = await startRelay();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(rig.url(path), { method, headers });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allowed);
  });
});

describe('the doors stand before everything', () => {
  /** The answer to a request as raw text. */
  const raw = (port: number, text: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let heard = '';
      socket.on('data', (data: Buffer) => {
        heard += data.toString();
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(heard));
    });

  const UPGRADE =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';

  test.each([
    '/',
    '/out',
    '/api/v1/state',
    '/api/v1/health',
    '/assets/a.js',
    '/nothing',
    '/x/../api/v1/state',
  ])('%s under a strange name gives nothing away', async (path) => {
    const rig = await startRelay();
    tell(rig);
    const answer = await raw(rig.port, `GET ${path} HTTP/1.1\r\nHost: evil.example\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).not.toContain('The home');
  });

  test.each([
    ['/wire', 'https://evil.example', 'own'],
    ['/wire', 'null', 'own'],
    ['/wire', '', 'evil.example'],
    ['/api/v1/events', 'https://evil.example', 'own'],
    ['/api/v1/events', '', 'evil.example'],
  ])('no socket on %s with Origin [%s] and Host %s', async (path, origin, name) => {
    const rig = await startRelay();
    tell(rig);
    const from = origin === '' ? '' : `Origin: ${origin}\r\n`;
    const host = name === 'own' ? `127.0.0.1:${rig.port}` : name;
    const answer = await raw(rig.port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${UPGRADE}${from}\r\n`);
    expect(answer).toBe('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });

  test('a socket elsewhere is not there', async () => {
    const rig = await startRelay();
    const answer = await raw(rig.port, `GET /api HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\n${UPGRADE}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  test('each refusal is counted for the operator', async () => {
    const rig = await startRelay();
    const desk = await openPage(rig.port, { role: 'desk' });
    await desk.snapshot();
    await rig.get('/api/v1/state', { 'sec-fetch-site': 'cross-site' });
    await rig.get('/api/v1/state', { 'sec-fetch-site': 'cross-site' });
    rig.time.advance(500);
    const { health } = await desk.heard('health');
    expect(health.faults).toMatchObject([
      { fault: { code: 'refused-at-the-door', where: 'Sec-Fetch-Site' }, count: 2 },
    ]);
  });

  test('beyond loopback a relay does not start without a control token', async () => {
    await expect(startRelay({ host: '0.0.0.0' })).rejects.toThrow(/COURTSIDE_TOKEN/);
    await expect(startRelay({ host: '0.0.0.0', controlToken: 'short' })).rejects.toThrow(/COURTSIDE_TOKEN/);
  });

  test('beyond loopback a cue needs the token', async () => {
    const rig = await startRelay({ host: '0.0.0.0', controlToken: 'correct-horse' });
    const bare = await rig.cue({ cue: 'clear' });
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect((await rig.cue({ cue: 'clear' }, { authorization: 'Bearer correct-horse' })).status).toBe(200);
  });

  test('a relay on a taken port says so', async () => {
    const rig = await startRelay();
    await expect(startRelay({ port: rig.port })).rejects.toMatchObject({ fault: { code: 'port-refused' } });
  });

  test('who sends his headers slowly is cut off, and others are served meanwhile', async () => {
    const rig = await startRelay({ limits: { headersMs: 200, requestMs: 300, checkMs: 50 } });
    const slow = raw(rig.port, `GET /api/v1/state HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nX-Slow: `);
    expect((await rig.get('/api/v1/state')).status).toBe(200);
    expect(await slow).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('connections beyond the bound are dropped', async () => {
    const rig = await startRelay({ limits: { connections: 2 } });
    const socket = () =>
      new Promise<'open' | 'dropped'>((resolve) => {
        const page = new WebSocket(`ws://127.0.0.1:${rig.port}/wire`);
        page.on('open', () => resolve('open'));
        page.on('error', () => resolve('dropped'));
      });
    expect(await Promise.all([socket(), socket()])).toEqual(['open', 'open']);
    expect(await socket()).toBe('dropped');
  });
});

describe('pages', () => {
  async function built(): Promise<string> {
    const folder = await scratchFolder();
    await mkdir(join(folder, 'overlays'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<title>operator</title>');
    await writeFile(join(folder, 'overlays/output.html'), '<title>output</title>');
    await writeFile(join(folder, 'assets/a-1234.js'), 'export {};');
    await writeFile(join(folder, '.secret'), 'no');
    return folder;
  }

  test.each([
    ['/', 'operator', 'text/html;charset=utf-8', 'no-store'],
    ['/out?name=program&graphics=scorebug', 'output', 'text/html;charset=utf-8', 'no-store'],
    ['/assets/a-1234.js', 'export', 'text/javascript', 'public, max-age=31536000, immutable'],
  ])('%s is served, as fresh as it must be', async (path, text, type, cache) => {
    const rig = await startRelay({ pagesFolder: await built() });
    const response = await rig.get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(text);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(cache);
  });

  test.each(['/.secret', '/../package.json', '/assets/../.secret', '/assets', '/index.htm'])(
    '%s is not',
    async (path) => {
      const rig = await startRelay({ pagesFolder: await built() });
      expect((await rig.get(path)).status).toBeGreaterThanOrEqual(400);
    },
  );
});
