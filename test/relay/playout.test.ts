import { describe, expect, it } from 'vitest';
import type { Show } from '../../src/show/show.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';

/** Ticks the table's clock from `fromMs` to `toMs` of the rig's time: `remainingMs` at the start, running from `startsMs` on. */
function tick(
  rig: RelayRig,
  { beats, remainingMs, runsAfter }: { beats: number; remainingMs: number; runsAfter: number },
) {
  const startMs = rig.time.now();
  for (let beat = 0; beat < beats; beat += 1) {
    const nowMs = rig.time.now();
    const ranMs = Math.max(0, nowMs - startMs - runsAfter);
    const cut = Math.floor((remainingMs - ranMs) / 100) * 100;
    rig.feed.say.message({
      kind: 'clock',
      atMs: nowMs,
      heardMs: nowMs,
      witness: 'official',
      game: { remainingMs: cut, running: ranMs > 0, resolutionMs: 100 },
    });
    rig.time.advance(500);
  }
  return startMs + runsAfter;
}

const shown = async (rig: RelayRig): Promise<Show> => {
  const page = await openPage(rig.port, { role: 'desk' });
  const { show } = await page.snapshot();
  page.socket.close();
  return show;
};

describe('an output', () => {
  it('is sent to a delay, to a replay and back, and a page that joins is told where it plays', async () => {
    const rig = await startRelay();
    const nowMs = rig.time.now();
    await rig.cue({ cue: 'delay', output: 'program', delayMs: 4_270 });
    expect((await shown(rig)).playheads.program).toMatchObject({
      kind: 'delayed',
      delayMs: 4_270,
      cut: true,
    });
    await rig.cue({ cue: 'replay', output: 'program', agoMs: 10_000, rate: 0.5 });
    expect((await shown(rig)).playheads.program).toMatchObject({
      kind: 'replaying',
      instantMs: nowMs - 10_000,
      rate: 0.5,
    });
    await rig.cue({ cue: 'resume', output: 'program' });
    expect((await shown(rig)).playheads.program).toMatchObject({ kind: 'delayed', delayMs: 4_270 });
  });

  it('is refused a replay of what has not been, and a way back from none', async () => {
    const rig = await startRelay();
    const future = await rig.cue({
      cue: 'replay',
      output: 'program',
      fromMs: rig.time.now() + 1_000,
      rate: 1,
    });
    const nowhere = await rig.cue({ cue: 'resume', output: 'program' });
    expect([future.status, nowhere.status]).toEqual([409, 409]);
  });

  it('goes back to the delays of a venue that it has been to', async () => {
    const rig = await startRelay();
    await rig.cue({ cue: 'venue', venue: 'arena' });
    await rig.cue({ cue: 'delay', output: 'program', delayMs: 3_000 });
    await rig.cue({ cue: 'venue', venue: 'gym' });
    await rig.cue({ cue: 'delay', output: 'program', delayMs: 900 });
    await rig.cue({ cue: 'venue', venue: 'arena' });
    expect((await shown(rig)).playheads.program).toMatchObject({ delayMs: 3_000 });
  });
});

describe('guided sync', () => {
  it('times the start of the clock against the press, sets the median and takes it back', async () => {
    const rig = await startRelay();
    await rig.cue({ cue: 'delay', output: 'program', delayMs: 1_000 });
    for (const handMs of [-30, 0, 20]) {
      await rig.cue({ cue: 'sync', output: 'program', step: { step: 'arm', event: 'clock-starts' } });
      const startedMs = tick(rig, { beats: 8, remainingMs: 300_000, runsAfter: 1_230 });
      const pressed = await rig.cue({
        cue: 'sync',
        output: 'program',
        step: { step: 'press', pressedMs: startedMs + 5_000 + handMs },
      });
      expect(pressed.status).toBe(200);
      tick(rig, { beats: 4, remainingMs: 290_000, runsAfter: 60_000 });
    }
    expect((await shown(rig)).syncs.program?.presses).toHaveLength(3);
    await rig.cue({ cue: 'sync', output: 'program', step: { step: 'accept' } });
    const synced = await shown(rig);
    const { delayMs } = synced.playheads.program as { delayMs: number };
    expect(Math.abs(delayMs - 5_000)).toBeLessThanOrEqual(160);
    expect(synced.venues.home?.program).toBe(delayMs);
    expect(synced.syncs).toEqual({});
    await rig.cue({ cue: 'sync', output: 'program', step: { step: 'undo' } });
    expect((await shown(rig)).playheads.program).toMatchObject({ delayMs: 1_000 });
  });

  it('times a made basket by when it was made', async () => {
    const rig = await startRelay();
    await rig.cue({ cue: 'sync', output: 'program', step: { step: 'arm', event: 'made-basket' } });
    rig.time.advance(3_000);
    const madeMs = rig.time.now() - 400;
    rig.feed.say.message({
      kind: 'shot',
      atMs: madeMs,
      heardMs: rig.time.now(),
      id: 's1',
      teamId: '10',
      made: true,
      three: false,
      deleted: false,
      attributes: [],
    });
    await rig.cue({ cue: 'sync', output: 'program', step: { step: 'press', pressedMs: madeMs + 2_400 } });
    expect((await shown(rig)).syncs.program?.presses[0]).toMatchObject({ eventMs: madeMs, delayMs: 2_400 });
  });

  it.each([
    ['a press before anything was armed', { step: 'press' }],
    ['an acceptance without a press', { step: 'accept' }],
    ['taking back what was never accepted', { step: 'undo' }],
  ])('refuses %s', async (_what, step) => {
    const rig = await startRelay();
    expect((await rig.cue({ cue: 'sync', output: 'program', step })).status).toBe(409);
  });
});

describe('health', () => {
  it("tells the provider's clock against ours, and how sure that is", async () => {
    const rig = await startRelay();
    rig.feed.say.offset?.({ offsetMs: 812.4, errorMs: 3.2 });
    const health = (await (await rig.get('/api/v1/health')).json()) as { feed: { offset: unknown } };
    expect(health.feed.offset).toEqual({ offsetMs: 812, errorMs: 3 });
  });
});
