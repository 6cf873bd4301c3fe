// What a button panel gets: one flat object with everything, at once, on every change, and again every 15 s.
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { LOOK_MS, REPEAT_MS } from '../../src/relay/events.ts';
import type { Panel } from '../../src/relay/panel.ts';
import { type RelayRig, startRelay } from '../kit/relay-rig.ts';
import { tellScore } from './cue-words.ts';

/** A panel that keeps what it hears. */
async function openPanel({ port }: RelayRig) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/events`);
  onTestFinished(() => socket.terminate());
  const heard: Panel[] = [];
  let wake = (): void => {};
  socket.on('message', (data: Buffer) => {
    heard.push(JSON.parse(data.toString()) as Panel);
    wake();
  });
  const nth = async (n: number): Promise<Panel> => {
    for (let panel = heard[n]; ; panel = heard[n]) {
      if (panel) return panel;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  await nth(0);
  return { socket, heard, nth };
}

test('a panel hears everything on connect, in one level', async () => {
  const rig = await startRelay();
  tellScore(rig, 7);
  rig.feed.say.status('live');
  const { heard } = await openPanel(rig);
  expect(heard[0]).toMatchObject({
    revision: 0,
    feed_status: 'live',
    home_score: 7,
    home_code: 'HOM',
    away_score: null,
    period: null,
    clock: null,
    on_air_scorebug: false,
    on_air_shot_clock: false,
    preview_scorebug: false,
    outputs: 0,
    recording: false,
  });
  for (const [key, value] of Object.entries(heard[0] ?? {})) {
    expect(key).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(typeof value === 'object' && value !== null).toBe(false);
  }
});

test('a panel hears a cue at once, before the next look', async () => {
  const rig = await startRelay();
  const { nth } = await openPanel(rig);
  await rig.cue({ cue: 'take', graphic: 'shot-clock' });
  expect(await nth(1)).toMatchObject({ revision: 1, on_air_shot_clock: true, on_air_scorebug: false });
});

test('a panel hears a changed score with the next look, and nothing while nothing changes', async () => {
  const rig = await startRelay();
  const { nth, heard } = await openPanel(rig);
  rig.time.advance(10 * LOOK_MS);
  tellScore(rig, 8);
  rig.time.advance(LOOK_MS);
  expect(await nth(1)).toMatchObject({ home_score: 8 });
  await rig.cue({ cue: 'override', field: 'home.score', value: 9 });
  expect(await nth(2)).toMatchObject({ home_score: 9, overrides: 'home.score' });
  expect(heard).toHaveLength(3);
});

test('a panel hears the same again every 15 s', async () => {
  const rig = await startRelay();
  const { nth } = await openPanel(rig);
  rig.time.advance(REPEAT_MS - LOOK_MS);
  rig.time.advance(LOOK_MS);
  expect(await nth(1)).toEqual(await nth(0));
});

test('a panel that does not answer a ping is cut off, one that does is not', async () => {
  const rig = await startRelay();
  const [quick, dead] = [await openPanel(rig), await openPanel(rig)];
  const gone = new Promise((resolve) => dead.socket.on('close', resolve));
  dead.socket.pause();
  const pinged = new Promise((resolve) => quick.socket.once('ping', resolve));
  rig.time.advance(REPEAT_MS);
  await pinged;
  // The relay has our pong when it answers a ping that we sent after it.
  const answered = new Promise((resolve) => quick.socket.once('pong', resolve));
  quick.socket.ping();
  await answered;
  rig.time.advance(REPEAT_MS);
  dead.socket.resume();
  await gone;
  await quick.nth(2);
  expect(quick.socket.readyState).toBe(quick.socket.OPEN);
});

test('what a panel says is too long to be nothing', async () => {
  const rig = await startRelay();
  const { socket } = await openPanel(rig);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.send('x'.repeat(2000));
  expect(await closed).toBe(1009);
});
