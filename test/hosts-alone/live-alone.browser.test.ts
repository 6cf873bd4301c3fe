// A graphic that a host plays in real time: the relay's game where a relay answers, else what the host told; and what stands is never cleared.
import { afterEach, expect, test, vi } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { sourceSchema } from '../../src/hosts/alone/form.ts';
import { LiveAlone } from '../../src/hosts/alone/live-alone.ts';
import { RelaySource } from '../../src/hosts/alone/relay-source.ts';
import type { Snapshot } from '../../src/wire/wire.ts';
import { differing, elementPicture, inkOf } from '../kit/element-picture.ts';
import { frames } from '../kit/frames.ts';
import { messages } from '../kit/messages.ts';
import { PageRelay, snapshotOf } from '../kit/page-relay.ts';
import { waitUntil } from '../kit/patience.ts';

const alones: LiveAlone[] = [];
afterEach(() => {
  for (const alone of alones.splice(0)) alone.dispose();
});

/** Nothing yet. */
const PAINTED = {
  revision: -1,
  seq: 0,
  instantMs: 0,
  fps: 0,
  lateMs: 0,
  delayMs: 0,
  renderer: 'none',
  visible: true,
  contextsLost: 0,
  graphics: [],
  faults: [],
} as const;

const RELAY = 'http://relay.test:4747';
const TOLD = { relay: RELAY, homeCode: 'TLD', homeScore: 1, clock: '9:00' };

/** As it has been for a minute. */
function game(home: number): Snapshot {
  const say = messages();
  const relayMs = Date.now();
  const atMs = relayMs - 60_000;
  return snapshotOf(
    [
      say.roster(atMs),
      say.roster(atMs, { teamId: '20', side: 'away', code: 'AWY', name: 'Away' }),
      say.clock(atMs, 300_000, false),
      say.score(atMs, home, 8),
    ],
    relayMs,
  );
}

/** By the host's name in their addresses: relays answer there, however often they are tried. */
function aloneOf(relays: Readonly<Record<string, PageRelay>>) {
  const graphic = graphics.get('scorebug');
  if (!graphic) throw new Error('no scorebug');
  const element = document.createElement('div');
  const connect = vi.fn((url: string) => relays[new URL(url).hostname] ?? new PageRelay());
  const viewport = { width: 1920, height: 1080, pixelRatio: 1 };
  const alone = new LiveAlone({ graphic, element, viewport, renderer: 'canvas', connect });
  alones.push(alone);
  return { alone, element, connect };
}

test("the relay's game is drawn, whatever the host told, and the relay hears who it is", async () => {
  const relay = new PageRelay(game(77));
  const { alone, element, connect } = aloneOf({ 'relay.test': relay });
  await alone.load(TOLD);
  await alone.play({ skipAnimation: true });
  await waitUntil(() => inkOf(element) > 10_000);
  expect(connect).toHaveBeenCalledWith('ws://relay.test:4747/wire');
  expect(relay.ups[0]).toMatchObject({
    type: 'hello',
    role: 'output',
    bus: 'preview',
    name: 'program: scorebug',
  });
  const told = aloneOf({});
  await told.alone.load({ ...TOLD, relay: '' });
  await told.alone.play({ skipAnimation: true });
  await waitUntil(() => inkOf(told.element) > 10_000);
  expect(differing(elementPicture(element), elementPicture(told.element), 40)).toBeGreaterThan(200);
});

test('where no relay answers, load ends all the same, and what the host told is drawn until one comes', async () => {
  const silent = new PageRelay();
  const { alone, element } = aloneOf({ 'relay.test': silent });
  await alone.load(TOLD);
  await alone.play({ skipAnimation: true });
  await waitUntil(() => inkOf(element) > 10_000);
  const told = elementPicture(element);
  await waitUntil(() => silent.ups.length > 0);
  silent.begin(game(77));
  await waitUntil(() => differing(told, elementPicture(element), 40) > 200);
  const heard = elementPicture(element);
  silent.die();
  await alone.update({ homeScore: 55 });
  await frames(2);
  expect(differing(heard, elementPicture(element), 0)).toBe(0);
});

test('another relay takes over when it has spoken, and not before', async () => {
  const [first, second] = [new PageRelay(game(77)), new PageRelay()];
  const { alone, element } = aloneOf({ 'relay.test': first, 'other.test': second });
  await alone.load(TOLD);
  await alone.play({ skipAnimation: true });
  await waitUntil(() => inkOf(element) > 10_000);
  const before = elementPicture(element);
  await alone.update({ relay: 'http://other.test:4747' });
  await waitUntil(() => second.ups.length > 0);
  expect(differing(before, elementPicture(element), 0)).toBe(0);
  second.begin(game(120));
  await waitUntil(() => differing(before, elementPicture(element), 40) > 100);
});

test("a relay's logos have their whole address", async () => {
  const { look, ...rest } = game(1);
  const table = { ...look.table, marks: { 'hom.png': '/marks/hom.png?1' } };
  const relay = new PageRelay({ ...rest, look: { ...look, table } });
  const source = new RelaySource('ws://relay.test:4747/wire', {
    source: sourceSchema.parse({}),
    name: 'test',
    onLook: () => {},
    onFault: () => {},
    painted: () => ({ ...PAINTED, graphics: [], faults: [] }),
    connect: () => relay,
  });
  await source.settled.catch(() => {});
  await waitUntil(() => source.isOpen);
  expect(source.look.table.marks).toEqual({ 'hom.png': 'http://relay.test:4747/marks/hom.png?1' });
  source.stop();
});
