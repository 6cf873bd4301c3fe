import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  CONNECT_DEADLINE_MS,
  HELD_MS,
  type LinkOptions,
  type LinkState,
  openLink,
  SILENCE_MS,
  type Socket,
} from '../../src/link/link.ts';
import { LONGEST_WAIT_MS } from '../../src/link/retry.ts';
import { BEAT_MS, type Down, type Hello, type Painted, WIRE_VERSION } from '../../src/wire/wire.ts';
import { makeManualTime } from '../kit/manual-time.ts';
import { makeScriptedRelay, type ScriptedPeer } from '../kit/scripted-relay.ts';
import { snapshot } from '../kit/snapshot.ts';
import { findSteadyPort } from '../kit/steady-port.ts';

const HELLO: Hello = {
  type: 'hello',
  version: WIRE_VERSION,
  role: 'output',
  name: 'program',
  bus: 'program',
  historyMs: 12_000,
};
const PAINTED: Painted = {
  revision: 3,
  seq: 9,
  instantMs: 1,
  fps: 60,
  lateMs: 0,
  delayMs: 120,
  renderer: 'canvas',
  visible: true,
  contextsLost: 0,
  offsetMs: 0,
  offsetErrorMs: 1,
  graphics: [],
  faults: [],
};
const START_MS = 50_000;

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function relayOn(port = 0) {
  const relay = await makeScriptedRelay(port);
  stops.push(() => relay.stop());
  return relay;
}

/** A link over a real socket, by a clock that stands still. */
function linkTo(url: string, more: Partial<LinkOptions> = {}) {
  const time = makeManualTime(START_MS);
  const downs: Down[] = [];
  const states: LinkState[] = [];
  const waiters: { readonly enough: () => boolean; readonly resolve: () => void }[] = [];
  const told = (): void => {
    for (const waiter of waiters) if (waiter.enough()) waiter.resolve();
  };
  const link = openLink({
    url,
    hello: HELLO,
    connect: (to) => new WebSocket(to) as unknown as Socket,
    time: { ...time, epochMs: 0 },
    chance: () => 0.5,
    painted: () => PAINTED,
    onDown: (down) => {
      downs.push(down);
      told();
    },
    onState: (state) => {
      states.push(state);
      told();
    },
    ...more,
  });
  stops.push(() => link.stop());
  const until = (enough: () => boolean): Promise<void> =>
    enough() ? Promise.resolve() : new Promise((resolve) => waiters.push({ enough, resolve }));
  return {
    link,
    time,
    downs,
    states,
    last: () => states.at(-1),
    until,
    heard: (count: number) => until(() => downs.length >= count),
    open: () => until(() => states.at(-1)?.status === 'open'),
    waiting: () => until(() => states.at(-1)?.status === 'waiting'),
  };
}

/** A page that has its snapshot and has said its first beat. */
async function opened(more: Partial<LinkOptions> = {}) {
  const relay = await relayOn();
  const page = linkTo(relay.url, more);
  const peer = await relay.peer();
  await peer.next();
  peer.say(snapshot());
  await page.open();
  await peer.next();
  return { relay, page, peer };
}

const beat = async (peer: ScriptedPeer): Promise<number> => {
  const up = await peer.next();
  if (up.type !== 'beat') throw new Error(`a beat was expected, and ${up.type} came`);
  return up.sentMs;
};

describe('link', () => {
  it('says hello first, and is open with the snapshot', async () => {
    const relay = await relayOn();
    const page = linkTo(relay.url);
    const peer = await relay.peer();
    expect(await peer.next()).toEqual(HELLO);
    expect(page.last()).toEqual({ status: 'connecting', attempt: 1 });
    peer.say(snapshot());
    await page.open();
    expect(page.downs.map(({ type }) => type)).toEqual(['snapshot']);
  });

  it('hands on nothing before the snapshot but a refusal', async () => {
    const relay = await relayOn();
    const page = linkTo(relay.url);
    const peer = await relay.peer();
    await peer.next();
    const fault = { code: 'wire-version', where: 'hello.version', expected: '2', found: '1' };
    peer.say({ type: 'facts', facts: [] });
    peer.say({ type: 'refused', fault });
    peer.say(snapshot());
    peer.say({ type: 'facts', facts: [] });
    await page.heard(3);
    expect(page.downs.map(({ type }) => type)).toEqual(['refused', 'snapshot', 'facts']);
  });

  it('says what it painted at every beat', async () => {
    const { page, peer } = await opened();
    for (let i = 0; i < 6; i += 1) page.time.advance(BEAT_MS);
    expect(await peer.next()).toEqual({ type: 'beat', sentMs: START_MS + 60, painted: PAINTED });
  });

  it('beats on what it hears when its timers do not come', async () => {
    let nowMs = START_MS;
    const { page, peer } = await opened({ time: { now: () => nowMs, after: () => () => {}, epochMs: 0 } });
    nowMs += BEAT_MS;
    peer.say({ type: 'facts', facts: [] });
    await page.heard(2);
    expect(await beat(peer)).toBe(START_MS + BEAT_MS);
  });

  it('counts what is no message, and goes on', async () => {
    const { page, peer } = await opened();
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"type":"nonsense"}',
      '{"type":"frame","frame":7}',
      '{"type":"constructor"}',
    ])
      peer.sayText(text);
    peer.say({ type: 'facts', facts: [] });
    await page.heard(2);
    expect(page.link.unread).toBe(7);
    expect(page.downs.at(-1)).toEqual({ type: 'facts', facts: [] });
  });

  it('learns the clock of the relay from the snapshot, and better from echoes', async () => {
    const { page, peer } = await opened();
    expect(page.link.relayNow()).toBe(1_700_000_000_000);
    page.time.advance(60);
    const sentMs = await beat(peer);
    page.time.advance(10);
    const thereMs = 1_700_000_000_000 + 500 + (sentMs - START_MS);
    peer.say({ type: 'echo', sentMs, receivedMs: thereMs + 5, answeredMs: thereMs + 5 });
    peer.say({ type: 'facts', facts: [] });
    await page.heard(2);
    expect(page.link.offsetErrorMs).toBeLessThan(6);
  });

  it('comes back after the connection is lost, and asks for the whole anew', async () => {
    const { relay, page, peer } = await opened();
    page.time.advance(HELD_MS);
    peer.socket.terminate();
    await page.waiting();
    page.time.advance(LONGEST_WAIT_MS);
    const again = await relay.peer();
    expect(await again.next()).toEqual(HELLO);
    again.say(snapshot());
    await page.open();
    expect(page.downs.map(({ type }) => type)).toEqual(['snapshot', 'snapshot']);
  });

  it('starts before the relay, and finds it when it comes', async () => {
    const gone = await makeScriptedRelay(await findSteadyPort());
    const { url } = gone;
    await gone.stop();
    const page = linkTo(url);
    await page.waiting();
    const relay = await relayOn(Number(new URL(url).port));
    page.time.advance(LONGEST_WAIT_MS);
    const peer = await relay.peer();
    await peer.next();
    peer.say(snapshot());
    await page.open();
    expect(page.downs).toHaveLength(1);
  });

  it('waits longer after each failure, up to a bound, and starts short after a good connection', async () => {
    const gone = await makeScriptedRelay(await findSteadyPort());
    const { url } = gone;
    await gone.stop();
    const page = linkTo(url);
    const waits: number[] = [];
    for (let i = 1; i <= 8; i += 1) {
      await page.until(() => page.states.filter(({ status }) => status === 'waiting').length === i);
      const state = page.last();
      if (state?.status !== 'waiting') throw new Error('the page should wait');
      waits.push(state.retryAtMs - page.time.now());
      page.time.advance(LONGEST_WAIT_MS);
    }
    expect(waits).toEqual([125, 250, 500, 1_000, 2_000, 2_500, 2_500, 2_500]);
  });

  it('takes a relay that is silent for dead, and opens anew', async () => {
    const { relay, page } = await opened();
    page.time.advance(SILENCE_MS - BEAT_MS);
    expect(page.last()?.status).toBe('open');
    page.time.advance(2 * BEAT_MS);
    expect(page.states.map(({ status }) => status)).toContain('waiting');
    page.time.advance(LONGEST_WAIT_MS);
    const again = await relay.peer();
    expect((await again.next()).type).toBe('hello');
  });

  it('takes any word for life', async () => {
    const { page, peer } = await opened();
    for (let i = 1; i <= 4; i += 1) {
      page.time.advance(SILENCE_MS - 2 * BEAT_MS);
      peer.say({ type: 'facts', facts: [] });
      await page.heard(1 + i);
    }
    expect(page.last()?.status).toBe('open');
  });

  it('gives up a connection that never sends its snapshot', async () => {
    const relay = await relayOn();
    const page = linkTo(relay.url);
    await (await relay.peer()).next();
    page.time.advance(CONNECT_DEADLINE_MS);
    expect(page.last()?.status).toBe('waiting');
  });

  it('says who sits here at once, and again after it comes back', async () => {
    const { relay, page, peer } = await opened();
    const seat = { page: 'desk-1', role: 'observer', who: 'Bo' } as const;
    page.link.sit(seat);
    expect(await peer.next()).toEqual({ type: 'sit', seat });
    peer.socket.terminate();
    await page.waiting();
    page.time.advance(LONGEST_WAIT_MS);
    expect(await (await relay.peer()).next()).toEqual({ ...HELLO, seat });
  });

  it('asks for more history at once, and again after it comes back', async () => {
    const { relay, page, peer } = await opened();
    page.link.askHistory(90_000);
    expect(await peer.next()).toEqual({ type: 'history', historyMs: 90_000 });
    peer.socket.terminate();
    await page.waiting();
    page.time.advance(LONGEST_WAIT_MS);
    expect(await (await relay.peer()).next()).toEqual({ ...HELLO, historyMs: 90_000 });
  });

  it('hears nothing of a connection that it has given up', async () => {
    const { page, peer } = await opened();
    page.time.advance(SILENCE_MS + BEAT_MS);
    peer.say({ type: 'facts', facts: [] });
    await new Promise((resolve) => peer.socket.once('close', resolve));
    expect(page.downs).toHaveLength(1);
  });

  it('is still after it was stopped', async () => {
    const { relay, page, peer } = await opened();
    page.link.stop();
    page.link.stop();
    await new Promise((resolve) => peer.socket.once('close', resolve));
    page.time.advance(10 * LONGEST_WAIT_MS);
    expect(page.time.pending()).toBe(0);
    expect(relay.connections).toBe(1);
  });
});
