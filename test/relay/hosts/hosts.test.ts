// OBS by the relay's own door: found or why not, an output put into a scene and put right.
import { describe, expect, test } from 'vitest';
import { HOST_ORDERS } from '../../../src/relay/hosts/openapi.ts';
import { WIRE_VERSION } from '../../../src/wire/wire.ts';
import { openPage } from '../../kit/page.ts';
import { waitUntil } from '../../kit/patience.ts';
import { startRelay } from '../../kit/relay-rig.ts';
import { found, hosts, order, told } from './hosts-rig.ts';

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
