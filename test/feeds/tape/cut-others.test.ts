// A cut out of a tape in HudStats' or IMG Arena's words shows what the whole tape shows there, and carries no more than it must of what was before it.
import { expect, test } from 'vitest';
import { makeHudStatsTeller } from '../../../src/emulator/hudstats/teller.ts';
import { makeImgArenaTeller } from '../../../src/emulator/imgarena/teller.ts';
import { makeSimulator } from '../../../src/feeds/simulator/simulator.ts';
import { CARRIES } from '../../../src/feeds/tape/carries.ts';
import { makeTapeTeller } from '../../../src/feeds/tape/tell.ts';
import type { Said } from '../../../src/game/message.ts';
import { rulesOf } from '../../../src/game/rules.ts';
import { cutEntries } from '../../../src/tape/cut.ts';
import type { Entry } from '../../../src/tape/tape.ts';
import { makeTimeline, type Timeline } from '../../../src/time/timeline.ts';
import { makeManualTime } from '../../kit/manual-time.ts';
import { ABOUT } from '../../kit/tapes.ts';

const LASTS_MS = 165_000;
const FROM_MS = 150_000;
const FIXTURE = 'f-1';

type Say = (source: string, packet: object) => void;
const TELLERS = {
  hudstats: (say: Say) => makeHudStatsTeller('nba', say),
  imgarena: (say: Say) => makeImgArenaTeller({ rules: 'nba', fixtureId: FIXTURE }, say),
};
type Words = keyof typeof TELLERS;

/** A simulated game in a provider's words, as a tape holds it. */
async function told(words: Words): Promise<{ readonly startMs: number; readonly entries: readonly Entry[] }> {
  const time = makeManualTime();
  const startMs = time.now();
  const entries: Entry[] = [];
  const tell = TELLERS[words]((source, packet) => {
    const nowMs = time.now();
    const response = {
      status: 'ok',
      publishedAt: nowMs / 1_000,
      id: `r-${entries.length}`,
      channel: source,
      action: 'subscribe',
      fixture: FIXTURE,
      payload: packet,
    };
    const text = JSON.stringify(words === 'hudstats' ? response : packet);
    entries.push({ topic: `${words}/${source}`, text, heardMs: nowMs, saidMs: nowMs });
  });
  const feed = makeSimulator({ time, rules: 'nba', seed: 3, startAt: 'midgame', rateHz: 10 });
  feed.start({ words: () => {}, message: (said: Said) => tell(said), status: () => {}, fault: () => {} });
  for (let ms = 0; ms < LASTS_MS; ms += 50) time.advance(50);
  await feed.stop();
  return { startMs, entries };
}

function timelineOf(words: Words, entries: readonly Entry[]): Timeline {
  const timeline = makeTimeline({ rules: rulesOf('nba'), historyMs: 2 * LASTS_MS });
  const teller = makeTapeTeller({ ...ABOUT, words });
  for (const entry of entries) for (const message of teller.tell(entry)) timeline.push(message);
  return timeline;
}

/** What is seen of a moment; since when something is so, and when it was heard, are its provider's business. */
function seen(timeline: Timeline, atMs: number): unknown {
  const { game, clock, shotClock, bodies, bodyCount, ball } = timeline.at(atMs);
  const { period, teams, homeId, awayId, possession } = game;
  const lines = Object.values(teams).map(({ scoreChange: _s, foulsChange: _f, ...team }) => team);
  const places = bodies.slice(0, bodyCount).sort((a, b) => (a.id < b.id ? -1 : 1));
  return structuredClone({
    period,
    lines,
    homeId,
    awayId,
    team: possession?.teamId,
    clock,
    shotClock,
    places,
    ball,
  });
}

test.each(['hudstats', 'imgarena'] as const)(
  '%s',
  async (words) => {
    const { startMs, entries } = await told(words);
    async function* read(): AsyncGenerator<Entry, void, void> {
      for (const entry of entries) yield await Promise.resolve(entry);
    }
    const fromMs = startMs + FROM_MS;
    const cut: Entry[] = [];
    for await (const entry of cutEntries({ read }, { fromMs, toMs: startMs + LASTS_MS, carries: CARRIES }))
      cut.push(entry);
    const bytes = (some: readonly Entry[]): number =>
      some.filter(({ heardMs }) => heardMs < fromMs).reduce((sum, { text }) => sum + text.length, 0);
    expect(bytes(entries)).toBeGreaterThan(50_000);
    expect(bytes(cut)).toBeLessThan(bytes(entries) * 0.6);
    const [whole, piece] = [timelineOf(words, entries), timelineOf(words, cut)];
    for (let atMs = fromMs; atMs < startMs + LASTS_MS - 1_000; atMs += 4_700)
      expect([atMs, seen(piece, atMs)]).toEqual([atMs, seen(whole, atMs)]);
  },
  240_000,
);
