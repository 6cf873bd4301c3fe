// A cue that is sent again under its key is done once; and no hand sends cues faster than the relay lets it.
import { describe, expect, test } from 'vitest';
import { ANSWERS_KEPT_MS } from '../../src/relay/answered.ts';
import type { RelayOptions } from '../../src/relay/relay-options.ts';
import { makeShowFile } from '../../src/relay/show-file.ts';
import { GRAPHICS, type RelayRig, scratchFolder, startRelay } from '../kit/relay-rig.ts';
import { json, showOf, TAKE } from './cue-words.ts';

describe('a key', () => {
  const add = { cue: 'override', field: 'home.timeouts', add: 1 };
  const timeouts = async (rig: RelayRig) => (await showOf(rig)).overrides['home.timeouts']?.value;

  test.each<[string, (rig: RelayRig) => Promise<Response>]>([
    ['in the header', (rig) => rig.cue(add, { 'idempotency-key': 'k1' })],
    ['in the body', (rig) => rig.cue({ ...add, id: 'k1' })],
  ])('%s is answered the same again, and its cue done once', async (_where, send) => {
    const rig = await startRelay();
    const answers = await Promise.all([send(rig), send(rig), send(rig)]);
    for (const answer of answers) expect([answer.status, await json(answer)]).toEqual([200, { revision: 1 }]);
    expect(await timeouts(rig)).toBe(1);
  });

  test('of a refusal is answered by that refusal, though it would be granted now', async () => {
    const rig = await startRelay();
    const out = () => rig.cue({ cue: 'out', graphic: 'scorebug', id: 'once' });
    expect((await out()).status).toBe(409);
    await rig.cue(TAKE);
    expect((await out()).status).toBe(409);
  });

  test('is not for two cues', async () => {
    const rig = await startRelay();
    await rig.cue({ ...add, id: 'k' });
    const other = await rig.cue({ ...add, add: 2, id: 'k' });
    expect([other.status, await json(other)]).toMatchObject([422, { fault: { code: 'key-reused' } }]);
  });

  test('of a cue that was granted is remembered by the relay that comes after', async () => {
    const folder = await scratchFolder();
    const showFile: NonNullable<RelayOptions['showFile']> = (onFault) =>
      makeShowFile({ folder, catalogue: GRAPHICS.catalogue, now: () => 0, onFault });
    const first = await startRelay({ showFile });
    await first.cue({ ...add, id: 'k' });
    await first.cue({ cue: 'out', graphic: 'scorebug', id: 'refused' });
    await first.relay.stop();
    const again = await startRelay({ showFile, time: first.time });
    expect(await json(again.cue({ ...add, id: 'k' }))).toEqual({ revision: 1 });
    expect(await timeouts(again)).toBe(1);
    const other = await again.cue({ ...add, add: 2, id: 'k' });
    expect([other.status, await json(other)]).toMatchObject([422, { fault: { code: 'key-reused' } }]);
    again.time.advance(ANSWERS_KEPT_MS);
    await again.cue({ ...add, id: 'k' });
    expect(await timeouts(again)).toBe(2);
  });

  test('is forgotten after a while', async () => {
    const rig = await startRelay();
    await rig.cue({ ...add, id: 'k' });
    rig.time.advance(ANSWERS_KEPT_MS);
    await rig.cue({ ...add, id: 'k' });
    expect(await timeouts(rig)).toBe(2);
  });
});

describe('the rate', () => {
  test('is enough for a key that is held down for ten seconds', async () => {
    const rig = await startRelay();
    const statuses = new Set<number>();
    for (let n = 0; n < 30 * 10; n += 1) {
      rig.time.advance(1000 / 30);
      statuses.add((await rig.cue({ cue: 'clear' })).status);
    }
    expect([...statuses]).toEqual([200]);
  });

  test('stops a loop that runs away, says when to come back, and leaves the others alone', async () => {
    const rig = await startRelay();
    const loop = await Promise.all(Array.from({ length: 120 }, () => rig.cue({ cue: 'clear', by: 'loop' })));
    const stopped = loop.filter(({ status }) => status === 429);
    expect(stopped).toHaveLength(20);
    expect(stopped[0]?.headers.get('retry-after')).toBe('1');
    expect((await rig.cue({ cue: 'clear', by: 'Ana' })).status).toBe(200);
    rig.time.advance(1_000);
    expect((await rig.cue({ cue: 'clear', by: 'loop' })).status).toBe(200);
  });
});
