// vMix by the relay's own door: a take starts an overlay, an overlay takes what is ready, and its tally.
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPage, type Page } from '../../kit/page.ts';
import { waitUntil } from '../../kit/patience.ts';
import { type RelayRig, startRelay } from '../../kit/relay-rig.ts';
import { startVmix } from '../../kit/vmix-server.ts';
import { hosts, saysTally, tallyOf } from './hosts-rig.ts';

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
    await waitUntil(async () => (await hosts(none)).vmix?.why.includes('not there'));
    expect((await hosts(none)).vmix?.link).toBe('looking');
    await waitUntil(async () => (await hosts(wrong)).vmix?.why.includes('no input Nobody'));
  });
});
