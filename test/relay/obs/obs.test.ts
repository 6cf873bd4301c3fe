// An output set up and mended in OBS, over real sockets.
import { describe, expect, test } from 'vitest';
import { runCli } from '../../../src/relay/cli.ts';
import type { Context } from '../../../src/relay/command.ts';
import { hostsOf, outputAt, settingsFor, wrongSettings } from '../../../src/relay/obs/browser-source.ts';
import { realTime } from '../../../src/relay/real-time.ts';
import { type ObsServer, startObs } from '../../kit/obs-server.ts';

const RELAY = 'http://127.0.0.1:4747';
const URL_OUT = `${RELAY}/out?name=program`;
const VIDEO = { width: 1920, height: 1080, fps: 50 };

async function run(server: ObsServer, env: Record<string, string> = {}, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const context = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    env,
    time: realTime,
    untilStopped: new Promise(() => {}),
  };
  const code = await runCli(['obs', '--obs', server.url, ...args], context as unknown as Context);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('set up', () => {
  test('an output that is not there is made in the scene on program, as large and as fast as the canvas', async () => {
    const server = await startObs();
    const { code, out } = await run(server);
    expect(code).toBe(0);
    expect(await server.requested('CreateInput')).toMatchObject({
      sceneName: 'Game',
      inputKind: 'browser_source',
    });
    expect(server.inputs.get('Courtside program')).toMatchObject({
      url: URL_OUT,
      width: 1920,
      height: 1080,
      shutdown: false,
      restart_when_active: false,
      fps_custom: false,
    });
    expect(out).toContain('Blending Method');
  });

  test('one that is wrong is mended, each thing told with why, and its address kept', async () => {
    const server = await startObs();
    const url = 'http://localhost:4747/out?name=program&theme=meridian';
    server.inputs.set('Bug', {
      url,
      width: 800,
      height: 600,
      shutdown: true,
      css: 'body { background: #0f0 }',
    });
    const { code, out } = await run(server);
    expect(code).toBe(0);
    expect(server.inputs.get('Bug')).toMatchObject({ url, width: 1920, height: 1080, shutdown: false });
    expect(out).toMatch(/width was 800, is 1920/);
    expect(server.requests.some(({ type }) => type === 'CreateInput')).toBe(false);
  });

  test('one that is right is left alone', async () => {
    const server = await startObs();
    server.inputs.set('Bug', { ...settingsFor(URL_OUT, VIDEO) });
    expect((await run(server)).out).toContain('rightly set');
    expect(server.requests.some(({ type }) => /^(Set|Create)/.test(type))).toBe(false);
  });

  test('a password is proved, and never said; without it, or with another, that is told', async () => {
    const server = await startObs({ password: 'a secret of OBS' });
    expect((await run(server, { OBS_WEBSOCKET_PASSWORD: 'a secret of OBS' })).code).toBe(0);
    const without = await run(server);
    const wrong = await run(server, { OBS_WEBSOCKET_PASSWORD: 'another secret' });
    expect([without.code, wrong.code]).toEqual([1, 1]);
    expect(without.err).toContain('OBS_WEBSOCKET_PASSWORD');
    expect(wrong.err).toContain('refuses the password');
    expect(`${JSON.stringify(server.requests)}${without.err}${wrong.err}`).not.toMatch(/secret/);
  });

  test('an OBS without browser sources, and none at all, are told in one sentence', async () => {
    const server = await startObs({ hasBrowser: false });
    expect(await run(server)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no browser sources') as string,
    });
    const nobody = { ...server, url: 'ws://127.0.0.1:9' };
    expect(await run(nobody)).toMatchObject({
      code: 1,
      err: expect.stringContaining('WebSocket Server Settings') as string,
    });
  });
});

describe('settings', () => {
  const wanted = settingsFor(URL_OUT, VIDEO);
  test.each([
    [{ width: 1280 }, ['width']],
    [{ fps_custom: true, fps: 30 }, ['fps_custom']],
    [{ restart_when_active: true }, ['restart_when_active']],
    [{ css: 'body { background-color: rgba(0,0,0,0); opacity: 0.5 }' }, ['css']],
    [{ css: 'body{background:transparent}' }, []],
  ])('%o: wrong are %o', (more, keys) => {
    expect(wrongSettings({ ...wanted, ...more }, wanted).map(({ key }) => key)).toEqual(keys);
  });

  test('a source that OBS has just made is wrong in its size', () => {
    expect(wrongSettings({ url: URL_OUT }, wanted).map(({ key }) => key)).toEqual(['width', 'height']);
  });

  test.each([
    ['http://localhost:4747/out?name=program', 'program'],
    ['http://127.0.0.1:4747/out?delay=2000', 'program'],
    ['http://[::1]:4747/out?bus=preview', 'preview'],
    ['http://127.0.0.1:4747/out?name=%20bug%20', 'bug'],
    ['http://127.0.0.1:4747/', null],
    ['http://10.0.0.2:4747/out', null],
    ['http://127.0.0.1:4748/out', null],
    ['nonsense', null],
    [undefined, null],
  ])('%o shows the output %o', (url, output) => {
    expect(outputAt(url, hostsOf(RELAY))).toBe(output);
  });

  test('a relay beyond loopback is called by its own name alone', () => {
    const hosts = hostsOf('http://10.0.0.2:4747');
    expect(outputAt('http://10.0.0.2:4747/out', hosts)).toBe('program');
    expect(outputAt('http://localhost:4747/out', hosts)).toBeNull();
  });
});
