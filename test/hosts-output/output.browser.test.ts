import { afterEach, describe, expect, it } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { Output } from '../../src/hosts/output/output.ts';
import { delayedBy, LIVE } from '../../src/show/playhead.ts';
import { emptyLayer, emptyShow, type Layer, type Show } from '../../src/show/show.ts';
import type { Snapshot } from '../../src/wire/wire.ts';
import { messages } from '../kit/messages.ts';
import { PageRelay } from '../kit/page-relay.ts';
import { waitUntil } from '../kit/patience.ts';
import { snapshot } from '../kit/snapshot.ts';

const outputs: Output[] = [];
afterEach(() => {
  for (const output of outputs.splice(0)) output.stop();
});

function outputOf(query: string) {
  const sockets: PageRelay[] = [];
  const output = new Output({
    window,
    query,
    connect: () => {
      const socket = new PageRelay();
      sockets.push(socket);
      return socket;
    },
  });
  outputs.push(output);
  const seen = () => {
    if (!window.courtside) throw new Error('the page says nothing of itself');
    return window.courtside;
  };
  return {
    sockets,
    seen,
    until: waitUntil,
    /** The connection in use, once the page has said hello on it. */
    socket: async (nth = 1): Promise<PageRelay> => {
      await waitUntil(() => (sockets[nth - 1]?.ups.length ?? 0) > 0);
      return sockets[nth - 1] as PageRelay;
    },
    painted: (revision: number) => waitUntil(() => seen().painted().revision === revision),
  };
}

const OUTSET_MS = Date.now();

/** A game of two teams with a score and a clock, as it has been for half a minute. */
function snapshotOf(show: Show = emptyShow, home = 10): Snapshot {
  const say = messages();
  const atMs = OUTSET_MS - 30_000;
  return snapshot({
    relayMs: Date.now(),
    show,
    facts: [
      say.roster(atMs),
      say.roster(atMs, { teamId: '20', side: 'away', code: 'AWY', name: 'Away' }),
      say.period(atMs, 'Q2'),
      say.score(atMs, home, 8),
      say.clock(atMs, 300_000, false, { shot: { remainingMs: 14_000, running: false, resolutionMs: 1_000 } }),
    ],
  });
}

const showOf = (revision: number, layers: Record<string, Partial<Layer>>): Show => ({
  ...emptyShow,
  revision,
  layers: Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [name, { ...emptyLayer, ...layer }]),
  ),
});

/** Whether anything at all stands on the page's canvases. */
function isDrawn(): boolean {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  for (const canvas of document.body.querySelectorAll('canvas')) {
    if (canvas.style.display === 'none') continue;
    context.canvas.width = canvas.width;
    context.canvas.height = canvas.height;
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) return true;
  }
  return false;
}

const options = graphics.get('scorebug')?.options.parse({}) as Record<string, unknown>;
const BUG = { program: { graphic: 'scorebug', options, sinceMs: OUTSET_MS - 60_000, cut: false } };

describe('an output page', () => {
  it('says who it is', async () => {
    const page = outputOf('?name=truck&bus=preview&delay=2000&renderer=canvas');
    const socket = await page.socket();
    expect(socket.ups[0]).toMatchObject({ type: 'hello', role: 'output', name: 'truck', bus: 'preview' });
  });

  it('shows nothing, and says so, until the relay has spoken', async () => {
    const page = outputOf('?graphics=scorebug&renderer=canvas');
    await page.until(() => page.seen().stage() !== null);
    expect(page.seen().painted()).toMatchObject({ revision: -1, graphics: [] });
    expect(isDrawn()).toBe(false);
    (await page.socket()).say(snapshotOf());
    await page.painted(0);
    expect(isDrawn()).toBe(true);
  });

  it('shows the graphics of its address at once, whatever the operator takes', async () => {
    const page = outputOf('?graphics=scorebug,shot-clock&renderer=canvas');
    const socket = await page.socket();
    socket.say(snapshotOf());
    await page.painted(0);
    socket.say({ type: 'show', show: showOf(1, {}) });
    await page.painted(1);
    expect(page.seen().painted().graphics).toEqual(['scorebug', 'shot-clock']);
    expect(page.seen().clocks()).toEqual({ clock: '5:00', shotClock: '14' });
  });

  it('says that a take is painted when it is, and tells the relay at its beat', async () => {
    const page = outputOf('?renderer=canvas');
    const socket = await page.socket();
    socket.say(snapshotOf());
    await page.painted(0);
    expect(isDrawn()).toBe(false);
    socket.say({ type: 'show', show: showOf(1, { bug: BUG }) });
    await page.painted(1);
    expect(isDrawn()).toBe(true);
    const told = () => socket.ups.some((up) => up.type === 'beat' && up.painted?.revision === 1);
    await page.until(told);
  });

  it('clears the picture when the operator takes it out', async () => {
    const page = outputOf('?renderer=canvas');
    const socket = await page.socket();
    socket.say(snapshotOf(showOf(1, { bug: BUG })));
    await page.painted(1);
    expect(isDrawn()).toBe(true);
    socket.say({ type: 'show', show: showOf(2, {}) });
    await page.painted(2);
    expect(isDrawn()).toBe(false);
  });

  it('keeps its picture without a relay, and comes back to the newest', async () => {
    const page = outputOf('?graphics=scorebug&renderer=canvas');
    const socket = await page.socket();
    socket.say(snapshotOf());
    await page.painted(0);
    socket.close();
    expect(page.seen().link().status).toBe('waiting');
    const again = await page.socket(2);
    expect(isDrawn()).toBe(true);
    again.say(snapshotOf(showOf(7, {}), 99));
    await page.painted(7);
    expect(page.seen().painted().graphics).toEqual(['scorebug']);
  });

  it('asks for the history that a delay set by the operator needs', async () => {
    const page = outputOf('?renderer=canvas');
    const socket = await page.socket();
    socket.say(snapshotOf());
    socket.say({
      type: 'show',
      show: { ...emptyShow, revision: 1, playheads: { program: delayedBy(LIVE, 20_000, 0) } },
    });
    const asked = socket.ups.find((up) => up.type === 'history');
    expect(asked?.historyMs).toBeGreaterThanOrEqual(20_000);
  });

  it('tells of a graphic that there is none of, and shows the others', async () => {
    const page = outputOf('?graphics=scorebug,scoreboard&renderer=canvas');
    (await page.socket()).say(snapshotOf());
    await page.painted(0);
    expect(page.seen().painted()).toMatchObject({
      graphics: ['scorebug'],
      faults: [{ code: 'address', where: 'graphics', found: 'scoreboard' }],
    });
  });

  it('draws nothing while nothing changes', async () => {
    const page = outputOf('?graphics=scorebug&renderer=canvas');
    (await page.socket()).say(snapshotOf());
    await page.painted(0);
    const { instantMs } = page.seen().painted();
    const draws = page.seen().stage()?.draws;
    await page.until(() => page.seen().painted().instantMs > instantMs + 500);
    expect(page.seen().stage()?.draws).toBe(draws);
  });
});
