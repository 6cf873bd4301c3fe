// Where a host has an output: as OBS says, or as it tells the page itself.
import { describe, expect, test } from 'vitest';
import { openPage } from '../../kit/page.ts';
import { startRelay } from '../../kit/relay-rig.ts';
import { inObs, order, saysTally, tallyOf } from './hosts-rig.ts';

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
      { visible: null, active: null },
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
