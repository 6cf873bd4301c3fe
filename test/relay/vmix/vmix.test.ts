// An overlay channel of vMix and our show follow each other, over real sockets on both sides.
import { describe, expect, onTestFinished, test } from 'vitest';
import { realTime } from '../../../src/relay/real-time.ts';
import { type Both, NOTHING_KNOWN, overlayIs, showIs } from '../../../src/relay/vmix/follow.ts';
import { type PanelBridgeOptions, panelBridge } from '../../../src/relay/vmix/panel-bridge.ts';
import { functionLine, inputNumber, LineCutter, readVmix } from '../../../src/relay/vmix/words.ts';
import { openPage } from '../../kit/page.ts';
import { waitUntil } from '../../kit/patience.ts';
import { startRelay } from '../../kit/relay-rig.ts';
import { startVmix } from '../../kit/vmix-server.ts';

const BOTH = { vmix: true, show: true };

async function bridged(more: Partial<PanelBridgeOptions> = {}) {
  const [rig, vmix] = [await startRelay(), await startVmix()];
  const lines: string[] = [];
  const bridge = panelBridge({
    relay: rig.url('').replace(/\/$/, ''),
    token: undefined,
    vmix: { host: '127.0.0.1', tcpPort: vmix.tcpPort, httpPort: vmix.httpPort },
    input: 'Courtside',
    overlay: 1,
    leads: BOTH,
    time: realTime,
    random: () => 0,
    line: (text) => lines.push(text),
    ...more,
  });
  onTestFinished(() => bridge.stop());
  bridge.start();
  await waitUntil(() => lines.includes('relay: connected') && lines.includes('vMix: connected'));
  // What each side said first has been noted.
  vmix.tally('001');
  await waitUntil(() => lines.includes('vMix: Courtside is on program'));
  const page = await openPage(rig.port);
  const onAir = (): boolean => {
    const shows = page.downs.flatMap((down) => ('show' in down ? [down.show] : []));
    return Object.values(shows.at(-1)?.layers ?? {}).some(({ program }) => program !== null);
  };
  return { rig, vmix, lines, onAir };
}

describe('together', () => {
  test('a take starts the overlay with our input, and an out ends it', async () => {
    const { rig, vmix } = await bridged();
    await rig.cue({ cue: 'take', graphic: 'scorebug' });
    expect(await vmix.heardLine(/OverlayInput1In/)).toBe('FUNCTION OverlayInput1In Input=3');
    await rig.cue({ cue: 'clear' });
    expect(await vmix.heardLine(/OverlayInput1Out/)).toBe('FUNCTION OverlayInput1Out');
  });

  test('the overlay takes what is ready, and clears it', async () => {
    const { rig, vmix, onAir } = await bridged();
    await rig.cue({ cue: 'preview', graphic: 'scorebug' });
    vmix.overlay(1, 3, true);
    await waitUntil(onAir);
    vmix.overlay(1, 3, false);
    await waitUntil(() => !onAir());
    expect(vmix.heard.filter((line) => line.startsWith('FUNCTION'))).toEqual([]);
  });

  test('another overlay channel, and another input on ours, change nothing', async () => {
    const { rig, vmix, onAir, lines } = await bridged();
    await rig.cue({ cue: 'preview', graphic: 'scorebug' });
    vmix.overlay(2, 3, true);
    vmix.overlay(1, 2, true);
    // What is said after it has been heard after it.
    vmix.tally('002');
    await waitUntil(() => lines.includes('vMix: Courtside is on preview'));
    expect(onAir()).toBe(false);
  });

  test('another input in its place puts ours out', async () => {
    const { rig, vmix, onAir } = await bridged();
    await rig.cue({ cue: 'preview', graphic: 'scorebug' });
    vmix.overlay(1, 3, true);
    await waitUntil(onAir);
    vmix.overlay(1, 2, true);
    await waitUntil(() => !onAir());
  });

  test('tally is told once each time it changes', async () => {
    const { vmix, lines } = await bridged();
    for (const digits of ['201', '002', '002', '000']) vmix.tally(digits);
    await waitUntil(
      () =>
        lines.filter((line) => line === 'vMix: Courtside is off').length > 0 && lines.at(-1)?.endsWith('off'),
    );
    const told = lines.filter((line) => line.includes('Courtside is'));
    expect(told.slice(told.indexOf('vMix: Courtside is on program'))).toEqual([
      'vMix: Courtside is on program',
      'vMix: Courtside is on preview',
      'vMix: Courtside is off',
    ]);
  });

  test('a broken connection comes back, and by itself switches nothing', async () => {
    const { vmix, lines, onAir } = await bridged();
    const before = vmix.connections;
    vmix.drop();
    await waitUntil(
      () => vmix.connections > before && lines.filter((line) => line === 'vMix: connected').length === 2,
    );
    expect(onAir()).toBe(false);
    expect(vmix.heard.filter((line) => line.startsWith('FUNCTION'))).toEqual([]);
  });
});

describe('who leads', () => {
  const known: Both = { overlay: false, show: false };
  test.each([
    ['the overlay comes on', overlayIs(known, true, BOTH).deed, 'take'],
    ['the overlay goes', overlayIs({ overlay: true, show: true }, false, BOTH).deed, 'clear'],
    ['something is taken', showIs(known, true, BOTH).deed, 'in'],
    ['all is out', showIs({ overlay: true, show: true }, false, BOTH).deed, 'out'],
    ['the overlay says again what it said', overlayIs(known, false, BOTH).deed, null],
    ['the echo of a take', overlayIs({ overlay: false, show: true }, true, BOTH).deed, null],
    ['the echo of an overlay', showIs({ overlay: true, show: false }, true, BOTH).deed, null],
    ['the first word of vMix', overlayIs(NOTHING_KNOWN, true, BOTH).deed, null],
    ['the first word of the show', showIs(NOTHING_KNOWN, true, BOTH).deed, null],
    ['the overlay, which does not lead', overlayIs(known, true, { vmix: false, show: true }).deed, null],
    ['a take, which does not lead', showIs(known, true, { vmix: true, show: false }).deed, null],
  ])('%s: %o', (_what, deed, expected) => {
    expect(deed).toBe(expected);
  });
});

test('what is taken and taken out again before vMix has answered ends with the overlay off, and the other way round', () => {
  const on = showIs({ overlay: false, show: false }, true, BOTH);
  const off = showIs(on.both, false, BOTH);
  expect([on.deed, off.deed, showIs(off.both, true, BOTH).deed]).toEqual(['in', 'out', 'in']);
  expect(overlayIs(on.both, true, BOTH).deed).toBeNull();
});

describe('words', () => {
  test.each([
    ['TALLY OK 0121', { kind: 'tally', inputs: ['off', 'program', 'preview', 'program'] }],
    ['ACTS OK Overlay1 3 1', { kind: 'acts', what: 'Overlay1', input: 3, isOn: true }],
    ['ACTS OK Overlay1 0', { kind: 'acts', what: 'Overlay1', input: null, isOn: false }],
    ['ACTS OK MasterVolume 0.53', { kind: 'acts', what: 'MasterVolume', input: null, isOn: true }],
    ['FUNCTION ER Input not found', { kind: 'refused', what: 'FUNCTION', why: 'Input not found' }],
    ['VERSION OK 28.0.0.39', { kind: 'other' }],
    ['TALLY OK 9', { kind: 'other' }],
    ['', { kind: 'other' }],
  ])('%o', (line, words) => {
    expect(readVmix(line)).toEqual(words);
  });

  test('lines are cut wherever the network cuts them', () => {
    const cutter = new LineCutter();
    expect(
      ['TAL', 'LY OK 01\r', '\nACTS OK Overlay1 1 1\r\nX'].flatMap((piece) => cutter.push(piece)),
    ).toEqual(['TALLY OK 01', 'ACTS OK Overlay1 1 1']);
  });

  test('a value of a function may be any text', () => {
    expect(functionLine('SetText', { Input: '3', Value: 'A & B=1' })).toBe(
      'FUNCTION SetText Input=3&Value=A%20%26%20B%3D1\r\n',
    );
  });

  test.each([
    ['court & side', 2],
    ['k3', 3],
    ['7', 7],
    ['Nobody', null],
  ])('the input %o is number %o', (wanted, number) => {
    const xml =
      '<input key="k1" number="1" title="Camera 1"></input><input key="k2" number="2" title="Court &amp; Side" /><input key="k3" number="3" title="X" />';
    expect(inputNumber(xml, wanted)).toBe(number);
  });
});
