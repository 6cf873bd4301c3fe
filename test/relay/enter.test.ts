// Who comes in over HTTP: what every answer says to a browser, and what strange names, other sites, slow and many callers get.
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openPage } from '../kit/page.ts';
import { startRelay } from '../kit/relay-rig.ts';
import { tell } from './told-game.ts';

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
    const rig = await startRelay({ limits: { headersMs: 1_000, requestMs: 1_500, checkMs: 50 } });
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
