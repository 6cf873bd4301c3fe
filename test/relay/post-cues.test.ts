// Cues that come over HTTP: each is answered, refused with why, or not read to its end.
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { makeBucket } from '../../src/relay/bucket.ts';
import { CUES } from '../../src/relay/cue-place.ts';
import { openPage } from '../kit/page.ts';
import { startRelay } from '../kit/relay-rig.ts';
import { json } from './told-game.ts';

describe('POST /api/v1/cues', () => {
  test('answers a cue with the new revision', async () => {
    const rig = await startRelay();
    const response = await rig.cue({ cue: 'take', graphic: 'scorebug', options: { logo: false } });
    expect([response.status, await json(response)]).toEqual([200, { revision: 1 }]);
  });

  test.each([
    ['a graphic that there is not', { cue: 'take', graphic: 'ghost' }],
    ['options that do not fit', { cue: 'take', graphic: 'shot-clock', options: { size: 99 } }],
    ['taking out what is not on', { cue: 'out', graphic: 'scorebug' }],
    ['releasing what is not held', { cue: 'release', field: 'home.score' }],
  ])('refuses %s with 409, says why, and changes nothing', async (_what, cue) => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    const response = await rig.cue(cue);
    expect(response.status).toBe(409);
    expect(await json(response)).toMatchObject({
      fault: { code: 'cue-refused', where: expect.any(String) as string },
    });
    await page.beat();
    expect(page.downs.filter(({ type }) => type === 'show')).toEqual([]);
    expect(await json(rig.get('/api/v1/state'))).toMatchObject({ revision: 0 });
  });

  test.each([
    ['an unknown cue', JSON.stringify({ cue: 'explode' })],
    ['a field that no cue has', JSON.stringify({ cue: 'clear', force: true })],
    ['a number for a name', JSON.stringify({ cue: 'take', graphic: 5 })],
    ['half a cue', '{"cue":"cle'],
    ['nothing', ''],
    ['a list', '[]'],
  ])('cannot read %s: 422 and a Fault', async (_what, text) => {
    const rig = await startRelay();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(rig.url('/api/v1/cues'), { method: 'POST', headers, body: text });
    expect(response.status).toBe(422);
    expect(await json(response)).toMatchObject({ fault: { code: 'malformed' } });
  });

  test('stops reading a body that is too long', async () => {
    const rig = await startRelay();
    const response = await rig.cue({ cue: 'override', field: 'home.name', value: 'x'.repeat(70_000) });
    expect(response.status).toBe(413);
  });

  test('stops reading a body whose length nobody told', async () => {
    const rig = await startRelay();
    const socket = connect(rig.port, '127.0.0.1');
    const answered = new Promise<string>((resolve) =>
      socket.once('data', (data: Buffer) => resolve(data.toString())),
    );
    socket.on('error', () => {});
    socket.write(
      `POST /api/v1/cues HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    for (let n = 0; n < 5; n += 1) socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`);
    expect(await answered).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  test('lets nobody send cues without end', async () => {
    const rig = await startRelay();
    const statuses = await Promise.all(
      Array.from({ length: 110 }, async () => (await rig.cue({ cue: 'clear' })).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(100);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  test('lets a key be held down for an hour: it repeats thirty times a second at most', () => {
    const mayCue = makeBucket(CUES);
    const repeats = Array.from({ length: 3_600 * 30 }, (_, n) => (n * 1_000) / 30);
    expect(repeats.filter((nowMs) => !mayCue(nowMs))).toEqual([]);
  });
});
