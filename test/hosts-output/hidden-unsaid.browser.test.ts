// OBS 32.0.0 does not tell a page that its source is hidden: the page must be right when it is shown again without ever having heard of it.
import { afterEach, describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { Output } from '../../src/hosts/output/output.ts';
import { emptyLayer, emptyShow, type Show } from '../../src/show/show.ts';
import { messages } from '../kit/messages.ts';
import { PageRelay } from '../kit/page-relay.ts';
import { waitUntil } from '../kit/patience.ts';
import { snapshot } from '../kit/snapshot.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  delete (window as { obsstudio?: unknown }).obsstudio;
});

const OUTSET_MS = Date.now();
const options = graphics.get('scorebug')?.options.parse({}) as Record<string, unknown>;
const showOf = (revision: number, isOnAir: boolean): Show => {
  const program = isOnAir ? { graphic: 'scorebug', options, sinceMs: OUTSET_MS - 60_000, cut: false } : null;
  return { ...emptyShow, revision, layers: { bug: { ...emptyLayer, program } } };
};

/** How the page hears of its source, of what it hears at all. */
const tell = (visible: boolean): boolean =>
  window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } }));

async function inObs() {
  Object.assign(window, { obsstudio: { pluginVersion: '2.26.1' } });
  const relay = new PageRelay();
  const output = new Output({ window, query: '?renderer=canvas', connect: () => relay });
  ends.push(() => output.stop());
  await waitUntil(() => relay.ups.length > 0);
  const say = messages();
  const atMs = OUTSET_MS - 30_000;
  const facts = [
    say.roster(atMs),
    say.roster(atMs, { teamId: '20', side: 'away', code: 'AWY', name: 'Away' }),
    say.period(atMs, 'Q2'),
    say.score(atMs, 10, 8),
  ];
  relay.say(snapshot({ relayMs: Date.now(), show: emptyShow, facts }));
  const seen = () => {
    if (!window.courtside) throw new Error('the page says nothing of itself');
    return window.courtside;
  };
  await waitUntil(() => seen().painted().revision === 0);
  return { relay, seen };
}

describe('a page that OBS hides without telling its browser', () => {
  test.each([
    ['is told nothing at all', () => {}],
    ['is told by the event alone', () => tell(false)],
  ])('paints what is taken meanwhile, where it %s', async (_how, hide) => {
    const { relay, seen } = await inObs();
    hide();
    expect(document.hidden).toBe(false);
    relay.say({ type: 'show', show: showOf(1, true) });
    await waitUntil(() => seen().painted().revision === 1);
    expect(seen().painted().graphics).toEqual(['scorebug']);
    relay.say({ type: 'show', show: showOf(2, false) });
    await waitUntil(() => seen().painted().revision === 2 && seen().painted().graphics.length === 0);
  });

  test('draws nothing anew when it is shown again: its picture stood there all the time', async () => {
    const { relay, seen } = await inObs();
    tell(false);
    relay.say({ type: 'show', show: showOf(1, true) });
    await waitUntil(() => seen().painted().revision === 1);
    const draws = () => seen().stage()?.draws;
    /** Draws before and after a second of pictures. */
    const inASecond = async () => {
      const [before, { instantMs }] = [draws(), seen().painted()];
      await waitUntil(() => seen().painted().instantMs > instantMs + 1_000);
      return { before, after: draws() };
    };
    // Nothing moves in it: no clock has been told.
    await waitUntil(async () => {
      const { before, after } = await inASecond();
      return before === after;
    });
    tell(true);
    const { before, after } = await inASecond();
    expect(after).toBe(before);
    expect(seen().painted().obs).toEqual({ visible: true, active: null });
  });
});
