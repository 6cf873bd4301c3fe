// What nobody learns of OBS: its password, and for outputs anything at all.
import { describe, expect, test } from 'vitest';
import { WIRE_VERSION } from '../../../src/wire/wire.ts';
import { startObs } from '../../kit/obs-server.ts';
import { openPage } from '../../kit/page.ts';
import { waitUntil } from '../../kit/patience.ts';
import { startRelay } from '../../kit/relay-rig.ts';
import { found, hosts, order } from './hosts-rig.ts';

const SECRET = 'a secret of OBS';

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
