// No secret leaves the relay, whoever quotes it: a provider in his words, a Fault, a status.
import { expect, test } from 'vitest';
import { makeRecorder } from '../../src/relay/recorder.ts';
import { makeRedact } from '../../src/relay/redact.ts';
import { makeTapeWriter } from '../../src/tape/writer.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { makeMemoryDisk } from '../kit/memory-disk.ts';
import { openPage } from '../kit/page.ts';
import { startRelay } from '../kit/relay-rig.ts';
import { entriesOf, piecesOf } from '../kit/tapes.ts';

const TOKEN = 'tok+en/with=signs';
const CONTROL = 'the control token';

test('neither pages, nor the API, nor the tape, nor the log hold one', async () => {
  const time = makeManualTime();
  const disk = makeMemoryDisk();
  const writer = makeTapeWriter(await loadZstd());
  const about = { version: 1, feed: 'script', words: 'shottracker', rules: 'nba', writer: 'test' } as const;
  const rig = await startRelay({
    time,
    secrets: [TOKEN, undefined],
    controlToken: CONTROL,
    recorder: (onFault) =>
      makeRecorder({ time, about, writer, tapeName: () => 'a.mcap', openSink: disk.openSink, onFault }),
  });
  const desk = await openPage(rig.port, { role: 'desk', name: 'desk' });
  const inUrl = `wss://example/live?token=${encodeURIComponent(TOKEN)}&source=clock`;
  rig.feed.say.words({ source: 'unknown', text: `{"you said":"${TOKEN}"}`, heardMs: time.now() });
  rig.feed.say.fault({ code: 'refused', where: inUrl, expected: `not ${CONTROL}`, found: `token ${TOKEN}` });
  rig.feed.say.status('lost', `could not reach ${inUrl}`);
  time.advance(1000);
  await desk.beat(null);
  const state = await (await rig.get('/api/v1/state')).text();
  const health = await (await rig.get('/api/v1/health')).text();
  await rig.relay.stop();
  const tape = JSON.stringify(entriesOf(await piecesOf(disk.bytes())));
  for (const told of [JSON.stringify(desk.downs), state, health, tape, rig.lines.join('\n')]) {
    expect(told.length).toBeGreaterThan(50);
    expect(told).not.toContain(TOKEN);
    expect(told).not.toContain(encodeURIComponent(TOKEN));
    expect(told).not.toContain(CONTROL);
  }
  expect(tape).toContain('[secret]');
});

test('what is too short to be a secret is left alone', () => {
  expect(makeRedact(['home', undefined, ''])('home 12')).toBe('home 12');
});

test('a longer secret that holds a shorter one goes whole', () => {
  expect(makeRedact(['secret-1', 'secret-123'])('a secret-123 b secret-1')).toBe('a [secret] b [secret]');
});
