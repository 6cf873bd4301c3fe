// OBS 32.0.0 does not tell a page that its source is hidden: it says that it is seen, and goes on drawing. What is on program is OBS's own word, never the page's window.
import { describe, expect, test } from 'vitest';
import { byTally } from '../../../src/wire/air-outputs.ts';
import type { ObsWitness } from '../../../src/wire/hosts.ts';
import { WIRE_VERSION } from '../../../src/wire/wire.ts';
import { openPage } from '../../kit/page.ts';
import { waitUntil } from '../../kit/patience.ts';
import type { RelayRig } from '../../kit/relay-rig.ts';
import { hosts, inObs, order, saysTally } from './hosts-rig.ts';

/** What such a page says, whether or not OBS still sends it its own events. */
const UNTOLD: ObsWitness = { visible: null, active: null };
const SEEN = { visible: true, revision: 1 };

/** The outputs that a graphic's lamp waits for, as a desk hears of them. */
async function shown(rig: RelayRig): Promise<readonly string[]> {
  const seat = { page: 'p-1', role: 'operator', who: '' } as const;
  const desk = await openPage(rig.port, { version: WIRE_VERSION, role: 'desk', name: 'desk', seat });
  const { health } = await desk.snapshot();
  desk.socket.terminate();
  return byTally(health.outputs).shown.map(({ name }) => name);
}

describe('a page that says it is seen, in a source that OBS shows nowhere', () => {
  test('is not on program, and no lamp turns red for its picture', async () => {
    const { server, rig, page } = await inObs(UNTOLD);
    expect(await shown(rig)).toEqual(['program']);
    server.scene('Interview');
    await saysTally(rig, 'off');
    await page.beat({ ...SEEN, obs: UNTOLD, instantMs: rig.time.now() });
    expect(await shown(rig)).toEqual([]);
    server.scene('Game');
    await saysTally(rig, 'program');
    expect(await shown(rig)).toEqual(['program']);
  });

  test('is on program by OBS, also while what it was told last says that it is not', async () => {
    const { server, rig, page } = await inObs(UNTOLD);
    server.scene('Interview');
    await saysTally(rig, 'off');
    server.scene('Game');
    await saysTally(rig, 'program');
    await page.beat({ ...SEEN, obs: { visible: false, active: false }, instantMs: rig.time.now() });
    expect(await shown(rig)).toEqual(['program']);
  });

  test('of two of one name are as the foremost of their sources: they cannot be told apart', async () => {
    const { server, rig } = await inObs(UNTOLD);
    server.inputs.set('Second', { url: `http://127.0.0.1:${rig.port}/out?name=program` });
    server.scenes.get('Interview')?.push('Second');
    await order(rig, { do: 'look' });
    const second = await openPage(rig.port);
    await second.beat({ ...SEEN, obs: UNTOLD, instantMs: rig.time.now() });
    expect(await shown(rig)).toEqual(['program', 'program']);
  });

  test.each([
    ['says that it is seen, is missed at once: nothing lets it rest', true, 1],
    ['says that it is hidden, may rest: a browser lets it beat once a minute', false, 0],
  ])('one that falls silent and %s', async (_what, visible, wanted) => {
    const { server, rig, page } = await inObs(UNTOLD);
    server.scene('Interview');
    await saysTally(rig, 'off');
    await page.beat({ revision: 1, visible, obs: UNTOLD, instantMs: rig.time.now() });
    const remade = (): number => server.requests.filter(({ type }) => type === 'SetInputSettings').length;
    for (let ms = 0; ms < 10_000; ms += 250) {
      rig.time.advance(250);
      await hosts(rig);
    }
    if (wanted > 0) await waitUntil(() => remade() === wanted);
    expect(remade()).toBe(wanted);
  });
});
