// A page in OBS that is gone is loaded anew, once; one that nobody sees is not missed.
import { describe, expect, test } from 'vitest';
import { LEAST_BETWEEN_MS } from '../../../src/relay/obs/heal.ts';
import { openPage } from '../../kit/page.ts';
import { waitUntil } from '../../kit/patience.ts';
import type { RelayRig } from '../../kit/relay-rig.ts';
import { found, hosts, inObs, order } from './hosts-rig.ts';

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

  test('that has gone is missed also while somebody has the same output open beside OBS', async () => {
    const { server, rig, page } = await inObs();
    await until(rig, async () => (await pageState(rig)) === 'reports');
    const beside = await openPage(rig.port);
    page.socket.terminate();
    await until(rig, async () => {
      await beside.beat({ revision: 1, instantMs: rig.time.now() });
      return refreshes(server) === 1;
    });
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
