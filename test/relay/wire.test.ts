// What pages get from the relay: first a snapshot, then everything that was said since, in order, and nothing of a lagging page's at the cost of others.
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/game/fold.ts';
import type { Game } from '../../src/game/game.ts';
import type { Fact } from '../../src/game/message.ts';
import { CUT_AFTER_MS, LAG_AFTER_MS } from '../../src/relay/lag.ts';
import { SWEEP_MS } from '../../src/relay/peers.ts';
import { HELLO_DEADLINE_MS, SNAPSHOT_SPACING_MS, UP_MESSAGES } from '../../src/relay/session.ts';
import { WIRE_VERSION } from '../../src/wire/wire.ts';
import { AWAY_ID, body, HOME_ID } from '../kit/messages.ts';
import { openPage } from '../kit/page.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';

const score = ({ feed, time }: RelayRig, home: number, away: number): void =>
  feed.say.message({
    kind: 'score',
    from: 'summary',
    atMs: time.now(),
    heardMs: time.now(),
    scores: [
      { teamId: HOME_ID, points: home },
      { teamId: AWAY_ID, points: away },
    ],
  });

const frame = ({ feed, time }: RelayRig, xMm: number): void =>
  feed.say.message({
    kind: 'frame',
    atMs: time.now(),
    heardMs: time.now(),
    bodies: [body('7', time.now(), xMm, 0)],
  });

const folded = (game: Game, facts: readonly Fact[]): Game => facts.reduce(fold, game);

describe('a page', () => {
  test('hears a snapshot first, with everything that is true', async () => {
    const rig = await startRelay();
    score(rig, 2, 0);
    frame(rig, 1000);
    const page = await openPage(rig.port);
    const snapshot = await page.snapshot();
    expect(page.downs[0]).toBe(snapshot);
    expect(snapshot).toMatchObject({ version: WIRE_VERSION, relayMs: rig.time.now(), rules: 'nba' });
    expect(folded(snapshot.game, snapshot.facts).teams[HOME_ID]?.score).toBe(2);
    expect(snapshot.frames).toHaveLength(1);
    expect(snapshot.graphics.map(({ id, defaults }) => [id, defaults])).toEqual([
      ['scorebug', { logo: true }],
      ['shot-clock', { size: 3 }],
    ]);
  });

  test('hears each fact once, in the order in which it was said, before the frames that came after it', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    await page.snapshot();
    score(rig, 2, 0);
    score(rig, 2, 3);
    frame(rig, 1000);
    score(rig, 4, 3);
    await page.heard('facts', 1);
    expect(page.downs.slice(1).map(({ type }) => type)).toEqual(['facts', 'frame', 'facts']);
    expect(page.facts().map(({ seq }) => seq)).toEqual([1, 2, 4]);
    expect(page.frames()[0]).toMatchObject({ seq: 3, bodies: [{ id: '7', xMm: 1000 }] });
  });

  test('that comes late knows the same game as one that was there from the start', async () => {
    const rig = await startRelay();
    const early = await openPage(rig.port);
    const first = await early.snapshot();
    for (let n = 1; n <= 40; n += 1) {
      score(rig, n, 2 * n);
      rig.time.advance(1000);
      await early.beat();
    }
    const late = await openPage(rig.port, { historyMs: 5_000 });
    const snapshot = await late.snapshot();
    score(rig, 41, 90);
    await Promise.all([late.beat(), early.beat()]);
    expect(snapshot.facts.length).toBeLessThan(10);
    expect(folded(snapshot.game, [...snapshot.facts, ...late.facts()])).toEqual(
      folded(first.game, early.facts()),
    );
  });

  test('gets its own stamp back with two of the relay', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    await page.beat();
    expect(await page.heard('echo')).toMatchObject({
      sentMs: 1,
      receivedMs: rig.time.now(),
      answeredMs: rig.time.now(),
    });
  });

  test('that asks for more history gets another snapshot, and of many wishes at once the last', async () => {
    const rig = await startRelay();
    score(rig, 2, 0);
    rig.time.advance(60_000);
    const page = await openPage(rig.port, { historyMs: 1_000 });
    expect((await page.snapshot()).facts).toHaveLength(0);
    for (const historyMs of [70_000, 2_000, 80_000]) page.send({ type: 'history', historyMs });
    expect((await page.heard('snapshot', 1)).facts).toHaveLength(1);
    await page.beat();
    rig.time.advance(SNAPSHOT_SPACING_MS);
    expect((await page.heard('snapshot', 2)).facts).toHaveLength(1);
    rig.time.advance(10 * SNAPSHOT_SPACING_MS);
    await page.beat();
    expect(page.downs.filter(({ type }) => type === 'snapshot')).toHaveLength(3);
  });

  test('sees a new show as soon as a cue is granted', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    await page.snapshot();
    await rig.cue({ cue: 'take', graphic: 'scorebug' });
    const { show } = await page.heard('show');
    expect(show.revision).toBe(1);
    expect(show.layers.bug?.program?.graphic).toBe('scorebug');
  });
});

describe('a page that lags', () => {
  const later = (rig: RelayRig, ms: number): void => rig.time.advance(ms + SWEEP_MS);

  test('loses frames and never facts, and gets the newest frame when it is back', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    await page.beat();
    later(rig, LAG_AFTER_MS);
    for (let n = 1; n <= 5; n += 1) {
      frame(rig, n);
      score(rig, n, 0);
    }
    await page.heard('facts', 4);
    expect(page.frames()).toEqual([]);
    await page.beat({ instantMs: rig.time.now(), seq: 10 });
    expect(page.frames().map(({ bodies }) => bodies[0]?.xMm)).toEqual([5]);
    frame(rig, 6);
    await page.heard('frame', 1);
    expect(page.facts()).toHaveLength(5);
  });

  test('because it reads nothing keeps all facts, in order, and the memory that waits for it is bounded', async () => {
    const rig = await startRelay();
    const [stalled, quick] = [await openPage(rig.port), await openPage(rig.port, { name: 'quick' })];
    const drawn = { instantMs: rig.time.now() };
    await Promise.all([stalled.beat(drawn), quick.beat(drawn)]);
    stalled.socket.pause();
    for (let n = 1; n <= 100; n += 1) {
      for (let more = 0; more < 10; more += 1) frame(rig, n);
      score(rig, n, 0);
      rig.time.advance(100);
      await quick.beat({ instantMs: rig.time.now(), seq: 11 * n });
    }
    expect(quick.frames()).toHaveLength(1000);
    stalled.socket.resume();
    await stalled.beat({ instantMs: rig.time.now(), seq: 1100 });
    expect(stalled.facts().map(({ seq }) => seq)).toEqual(quick.facts().map(({ seq }) => seq));
    expect(stalled.frames().length).toBeLessThan(300);
    expect(stalled.frames().at(-1)?.seq).toBe(quick.frames().at(-1)?.seq);
  });

  test('does not take the frames of the others', async () => {
    const rig = await startRelay();
    const [slow, quick] = await Promise.all([openPage(rig.port), openPage(rig.port, { name: 'quick' })]);
    await Promise.all([slow.snapshot(), quick.snapshot()]);
    later(rig, LAG_AFTER_MS);
    await quick.beat({ instantMs: rig.time.now() });
    frame(rig, 1);
    await quick.heard('frame');
    await slow.heard('snapshot');
    expect(slow.frames()).toEqual([]);
  });

  test('is one whose picture stands still although it beats', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    const drawnMs = rig.time.now();
    await page.snapshot();
    rig.time.advance(1_500);
    await page.beat({ instantMs: drawnMs });
    frame(rig, 1);
    await page.beat({ instantMs: drawnMs, visible: false });
    expect(page.frames()).toHaveLength(1);
    const order = page.downs.map(({ type }) => type);
    expect(order.indexOf('frame')).toBeGreaterThan(order.indexOf('echo'));
  });

  test('is not one that plays ten seconds behind because it was told to', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    await page.snapshot();
    for (let n = 1; n <= 300; n += 1) score(rig, n, 0);
    rig.time.advance(1_900);
    await page.beat({ instantMs: rig.time.now() - 10_000, delayMs: 10_000, seq: 0 });
    frame(rig, 1);
    await page.heard('frame');
    expect(page.frames()).toHaveLength(1);
  });

  test('is one that has not painted hundreds of facts that are due', async () => {
    const rig = await startRelay();
    const desk = await openPage(rig.port, { role: 'desk', name: 'desk' });
    const page = await openPage(rig.port);
    await page.snapshot();
    for (let n = 1; n <= 300; n += 1) {
      score(rig, n, 0);
      // Each in a message of its own.
      await Promise.resolve();
    }
    rig.time.advance(1_500);
    await desk.beat(null);
    await page.beat({ instantMs: rig.time.now(), seq: 5 });
    rig.time.advance(SWEEP_MS);
    const { health } = await desk.heard('health', 1);
    expect(health.outputs.find(({ name }) => name === 'program')?.lagging).toBe(true);
    expect(health.outputs.find(({ name }) => name === 'desk')?.lagging).toBe(false);
  });

  test('is cut off last, and that is told', async () => {
    const rig = await startRelay();
    const desk = await openPage(rig.port, { role: 'desk', name: 'desk' });
    const page = await openPage(rig.port);
    await page.snapshot();
    for (let ms = 0; ms < CUT_AFTER_MS; ms += 1_000) {
      rig.time.advance(1_000);
      await desk.beat(null);
    }
    expect(page.socket.readyState).toBe(page.socket.OPEN);
    later(rig, 1);
    await page.closed;
    rig.time.advance(SWEEP_MS);
    await desk.beat(null);
    const healths = desk.downs.flatMap((down) => (down.type === 'health' ? [down.health] : []));
    expect(healths.at(-1)?.faults[0]?.fault.code).toBe('page-cut-off');
  });
});

describe('what is not a page', () => {
  test('is closed when it never says hello', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port, null);
    rig.time.advance(HELLO_DEADLINE_MS);
    await page.closed;
    expect(page.downs).toEqual([]);
  });

  test.each([
    ['text that is no JSON', 'nonsense'],
    ['a cue', JSON.stringify({ cue: 'clear' })],
    ['a beat before its hello', JSON.stringify({ type: 'beat', sentMs: 1, painted: null })],
    ['a hello of another version', JSON.stringify({ type: 'hello', version: 99 })],
  ])('is told why and closed when it says %s', async (_what, text) => {
    const rig = await startRelay();
    const page = await openPage(rig.port, null);
    page.socket.send(text);
    expect((await page.heard('refused')).fault.code).toMatch(/^wire-/);
    expect(await page.closed).toBe(1008);
  });

  test('is closed when it talks too much', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    for (let n = 0; n <= UP_MESSAGES.burst; n += 1) page.send({ type: 'beat', sentMs: n, painted: null });
    expect((await page.heard('refused')).fault.code).toBe('wire-flood');
    expect(await page.closed).toBe(1008);
  });

  test('is closed when one message is too long', async () => {
    const rig = await startRelay();
    const page = await openPage(rig.port);
    page.send({ type: 'beat', sentMs: 1, painted: null, more: 'x'.repeat(70_000) });
    expect(await page.closed).toBe(1009);
  });
});

describe('a desk', () => {
  test('hears of health when it changes, at most twice a second', async () => {
    const rig = await startRelay();
    const desk = await openPage(rig.port, { role: 'desk', name: 'desk' });
    const output = await openPage(rig.port);
    await Promise.all([desk.snapshot(), output.snapshot()]);
    for (let n = 0; n < 20; n += 1) {
      rig.feed.say.fault({ code: 'bad-json', where: 'socket', expected: 'JSON', found: `<${n}>` });
      rig.time.advance(50);
    }
    const { health } = await desk.heard('health', 1);
    expect(health.faults[0]).toMatchObject({ fault: { code: 'bad-json' }, count: 20 });
    rig.time.advance(700);
    await desk.beat(null);
    await output.beat();
    expect(desk.downs.filter(({ type }) => type === 'health')).toHaveLength(2);
    expect(output.downs.filter(({ type }) => type === 'health')).toHaveLength(0);
  });
});
