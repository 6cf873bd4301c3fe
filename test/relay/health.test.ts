// The health as it is asked for over HTTP, and of each Fault the words in which it was found.
import { describe, expect, test } from 'vitest';
import { RAW_CHARS_KEPT, type RawFault } from '../../src/relay/faults.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';
import { json, tell } from './told-game.ts';

describe('GET /api/v1/health', () => {
  test('is ok while the feed is live and no output lags, and lists what each has painted', async () => {
    const rig = await startRelay();
    tell(rig);
    const page = await openPage(rig.port);
    const painted = { revision: 3, fps: 59.9, lateMs: 2, delayMs: 120, renderer: 'canvas' as const };
    await page.beat({ ...painted, instantMs: rig.time.now() - 120 });
    expect(await json(rig.get('/api/v1/health'))).toEqual({
      ok: true,
      feed: {
        name: 'script',
        status: 'live',
        ageMs: 0,
        capabilities: [...rig.feed.capabilities],
        offset: null,
      },
      outputs: [
        {
          name: 'program',
          lagging: false,
          silentMs: 0,
          paintedRevision: 3,
          fps: 59.9,
          lateMs: 2,
          delayMs: 120,
          renderer: 'canvas',
          visible: true,
          tally: null,
          offsetMs: expect.any(Number),
          offsetErrorMs: expect.any(Number),
        },
      ],
      sources: [
        {
          name: 'clock',
          count: 1,
          heardMs: expect.any(Number),
          rateHz: 0,
          gaps: 0,
          longestGapMs: 0,
        },
      ],
      tape: null,
      relay: { startedMs: expect.any(Number), loopLagMs: 0, revision: 0 },
      faults: [],
      version: '1.2.3',
    });
    rig.feed.say.status('stale');
    expect(await json(rig.get('/api/v1/health'))).toMatchObject({ ok: false });
  });
});

describe('GET /api/v1/faults/ID/raw', () => {
  const WRONG = { code: 'malformed', where: 'clock', expected: 'a number', found: '"noon"' };
  type Listed = { readonly faults: readonly { readonly id: string; readonly hasRaw: boolean }[] };
  const listed = async (rig: RelayRig): Promise<Listed['faults']> =>
    ((await json(rig.get('/api/v1/health'))) as Listed).faults;

  test("gives the provider's words as they were received, those of the last time", async () => {
    const rig = await startRelay();
    for (const text of ['{"clock":"noon"}', '{"clock":"dusk" }']) {
      rig.time.advance(1_000);
      rig.feed.say.words({ source: 'clock', text, heardMs: rig.time.now() });
      rig.feed.say.fault(WRONG);
    }
    const [known] = await listed(rig);
    expect(known).toMatchObject({ hasRaw: true, count: 2 });
    expect(await json(rig.get(`/api/v1/faults/${known?.id}/raw`))).toEqual({
      fault: WRONG,
      source: 'clock',
      heardMs: rig.time.now(),
      chars: 17,
      text: '{"clock":"dusk" }',
    });
  });

  test('holds no secret, and no more than is kept', async () => {
    const rig = await startRelay({ secrets: ['open-sesame'] });
    const text = `{"you said":"open-sesame"}${'x'.repeat(RAW_CHARS_KEPT)}`;
    rig.feed.say.words({ source: 'unknown', text, heardMs: rig.time.now() });
    rig.feed.say.fault(WRONG);
    const [known] = await listed(rig);
    const raw = (await json(rig.get(`/api/v1/faults/${known?.id}/raw`))) as RawFault;
    expect(raw.text).toContain('{"you said":"[secret]"}');
    expect(raw.text).toHaveLength(RAW_CHARS_KEPT);
    expect(raw.chars).toBeGreaterThan(RAW_CHARS_KEPT);
  });

  test('a Fault that was found in no words has none, also when words came before it', async () => {
    const rig = await startRelay();
    rig.feed.say.words({ source: 'clock', text: '{}', heardMs: rig.time.now() });
    await Promise.resolve();
    rig.feed.say.fault({ ...WRONG, code: 'refused' });
    const [known] = await listed(rig);
    expect(known?.hasRaw).toBe(false);
    expect((await rig.get(`/api/v1/faults/${known?.id}/raw`)).status).toBe(404);
    expect((await rig.get('/api/v1/faults/abc/raw')).status).toBe(404);
  });
});
