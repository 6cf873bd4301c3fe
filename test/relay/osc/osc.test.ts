// Cues by OSC: datagrams as controllers send them, to a real relay.
import { createSocket } from 'node:dgram';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../../../src/relay/cli.ts';
import type { Context } from '../../../src/relay/command.ts';
import { cueOf } from '../../../src/relay/osc/osc-cue.ts';
import { readOsc } from '../../../src/relay/osc/osc-message.ts';
import { waitUntil } from '../../kit/patience.ts';
import { startRelay } from '../../kit/relay-rig.ts';

const padded = (text: string): Buffer =>
  Buffer.from(`${text}\0`.padEnd(Math.ceil((text.length + 1) / 4) * 4, '\0'));
function oscOf(address: string, ...values: readonly (string | number)[]): Buffer {
  const types = values
    .map((value) => (typeof value === 'string' ? 's' : Number.isInteger(value) ? 'i' : 'f'))
    .join('');
  const data = values.map((value) => {
    if (typeof value === 'string') return padded(value);
    const four = Buffer.alloc(4);
    if (Number.isInteger(value)) four.writeInt32BE(value);
    else four.writeFloatBE(value);
    return four;
  });
  return Buffer.concat([padded(address), padded(`,${types}`), ...data]);
}
const bundleOf = (...messages: readonly Buffer[]): Buffer =>
  Buffer.concat([
    padded('#bundle'),
    Buffer.alloc(8),
    ...messages.flatMap((message) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(message.length);
      return [length, message];
    }),
  ]);

test('values are read as they were sent, in bundles too', () => {
  const one = oscOf('/courtside/override', 'home.score', 12);
  expect(readOsc(one)).toEqual([{ address: '/courtside/override', values: ['home.score', 12] }]);
  expect(readOsc(bundleOf(one, bundleOf(oscOf('/a', 0.5))))).toEqual([
    ...readOsc(one),
    { address: '/a', values: [0.5] },
  ]);
  expect(readOsc(padded('/courtside/clear'))).toEqual([{ address: '/courtside/clear', values: [] }]);
});

test('no bytes at all make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, inBundle) => {
      readOsc(inBundle ? bundleOf(Buffer.from(bytes)) : Buffer.from(bytes));
    }),
  );
});

test.each([
  ['/courtside/take/scorebug', [], { cue: 'take', graphic: 'scorebug' }],
  ['/courtside/take/scorebug', [1], { cue: 'take', graphic: 'scorebug' }],
  ['/courtside/take/scorebug', [0], null],
  ['/courtside/take', ['shot-clock'], { cue: 'take', graphic: 'shot-clock' }],
  ['/courtside/take', [1], { cue: 'take' }],
  ['/courtside/out', [1], null],
  ['/courtside/clear', [1], { cue: 'clear' }],
  ['/courtside/undo', [], { cue: 'undo', what: 'take' }],
  ['/courtside/override/home.score', [0], { cue: 'override', field: 'home.score', value: 0 }],
  ['/courtside/release', ['home.score'], { cue: 'release', field: 'home.score' }],
  ['/courtside/delay/program', [2004], { cue: 'delay', output: 'program', delayMs: 2000 }],
  ['/courtside/delay/program', ['soon'], null],
  ['/courtside/explode', [], null],
  ['/other/take', ['scorebug'], null],
] as const)('%s %o is %o', (address, values, cue) => {
  expect(cueOf({ address, values })).toEqual(cue);
});

test('a datagram takes a graphic, and one that is refused is told', async () => {
  const rig = await startRelay();
  const lines: string[] = [];
  let stop = (): void => {};
  const untilStopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const context = { out: (line: string) => lines.push(line), err: () => {}, env: {}, untilStopped };
  const relay = rig.url('').replace(/\/$/, '');
  const running = runCli(['osc', '--port', '0', '--relay', relay], context as unknown as Context);
  const sender = createSocket('udp4');
  onTestFinished(async () => {
    sender.close();
    stop();
    await running;
  });
  const seen = (like: RegExp): Promise<string> =>
    waitUntil(() => lines.find((line) => like.test(line)) ?? '');
  const port = Number((await seen(/^listening/)).split(':').at(-1));
  sender.send(
    bundleOf(oscOf('/courtside/take/scorebug', 1), oscOf('/courtside/take/nothing')),
    port,
    '127.0.0.1',
  );
  await seen(/^\/courtside\/take\/scorebug$/);
  await seen(/nothing refused: .*nothing/);
  const { entries } = (await (await rig.get('/api/v1/log')).json()) as {
    entries: { kind: string; by: string | null }[];
  };
  expect(entries.find(({ kind }) => kind === 'cue')?.by).toBe('OSC');
});
