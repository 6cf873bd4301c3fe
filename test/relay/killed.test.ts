// The relay is killed at instants that it cannot choose, while two hands send cues and a feed speaks: what it said it had done stands when it is back, the game is
// as it was last heard, and nothing is half done.
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test, vi } from 'vitest';
import { GAME_FILE, GAME_FLUSH_MS } from '../../src/relay/game-file.ts';
import { SHOW_FILE } from '../../src/relay/show-file.ts';
import type { State } from '../../src/relay/state.ts';
import { PACKING } from '../../src/relay/tapes/pack-tape.ts';
import { applyCue, type Cue } from '../../src/show/cue.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import { readTape } from '../../src/tape/reader.ts';
import { surveyOf } from '../../src/tape/survey.ts';
import { loadZstd } from '../../src/tape/zstd.ts';
import { type Running, startCommand } from '../kit/command.ts';
import { openPage } from '../kit/page.ts';
import { seeded } from '../kit/random.ts';
import { GRAPHICS, scratchFolder } from '../kit/relay-rig.ts';
import { GAME, type ShotTrackerServer, startShotTrackerServer } from '../kit/shottracker-server.ts';

/** `COURTSIDE_KILLS=200` for a long night. */
const KILLS = Number(process.env.COURTSIDE_KILLS ?? 12);
const SEED = Number(process.env.COURTSIDE_SEED ?? 7);
const ITEMS = 12;

/** What one hand does, cue by cue; each touches only what is his. */
const HANDS: Readonly<Record<'left' | 'right', (n: number) => Cue>> = {
  left(n) {
    if (n % 3 === 0) return { cue: 'override', field: 'home.fouls', value: n % 90 };
    if (n % 3 === 2 || n > ITEMS * 3)
      return { cue: 'rundown', step: { step: 'edit', id: 'item-0', change: { name: `Cue ${n}` } } };
    const graphics = [{ graphic: 'scorebug', options: {} }];
    const item = { id: `item-${(n - 1) / 3}`, name: `Cue ${n}`, graphics };
    return {
      cue: 'rundown',
      step: { step: 'add', item: { ...item, group: null, cut: false, autoOutMs: null, note: '' } },
    };
  },
  right(n) {
    if (n % 2 === 0) return { cue: 'delay', output: 'program', delayMs: (n % 1_000) * 10 };
    return { cue: 'override', field: 'away.fouls', value: n % 90 };
  },
};

/** What each hand's cues come to, without instants. */
const leftOf = ({ overrides, rundown }: Show) => ({
  fouls: overrides['home.fouls']?.value,
  items: rundown.items,
});
const rightOf = ({ overrides, playheads }: Show) => ({
  fouls: overrides['away.fouls']?.value,
  delay: playheads.program?.kind === 'delayed' ? playheads.program.delayMs : undefined,
});

/** A hand's state after each number of its cues, as far as it was asked for. */
function model<T>(hand: (n: number) => Cue, of: (show: Show) => T): (count: number) => T {
  const shows: Show[] = [emptyShow];
  return (count) => {
    for (let n = shows.length; n <= count; n += 1) {
      const next = applyCue(shows[n - 1] as Show, hand(n - 1), n, GRAPHICS.catalogue);
      if ('fault' in next) throw new Error(JSON.stringify(next.fault));
      shows.push(next.show);
    }
    return of(shows[count] as Show);
  };
}

type Sender = { sent: number; acknowledged: number };

/** Sends one cue after another until the relay is gone. @throws Error when one is not granted. */
async function send(url: string, hand: (n: number) => Cue, sender: Sender): Promise<void> {
  for (;;) {
    const body = JSON.stringify({ ...hand(sender.sent), by: String(hand === HANDS.left) });
    sender.sent += 1;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/cues`, { method: 'POST', headers, body }).catch(() => null);
    if (answer === null) return;
    const told = await answer.json().catch(() => null);
    if (told === null) return;
    if (answer.status === 429) {
      sender.sent -= 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    if (answer.status !== 200) throw new Error(`${body}: ${JSON.stringify(told)}`);
    sender.acknowledged = sender.sent;
  }
}

/** The number of cues between those acknowledged and those sent that gives this state; null for none. */
function countOf<T>({ sent, acknowledged }: Sender, state: (count: number) => T, found: T): number | null {
  for (let count = acknowledged; count <= sent; count += 1)
    if (isDeepStrictEqual(state(count), found)) return count;
  return null;
}

/** What the provider says of the game when the hosts have so many points. Said once and never again: a newcomer is told nothing. */
function sayPoints(server: ShotTrackerServer, points: number): void {
  const side = (teamId: number, code: string, PTS: number) => ({
    team: { team_id: teamId, consumer_code: code, team_name: code, PTS, FOUL: 1 },
    players: [],
  });
  const sides = { home: side(481, 'HOM', points), away: side(493, 'AWY', 40) };
  const data = { at: Date.now(), period: 'Q3', game_stats: sides };
  server.sayRaw(JSON.stringify({ type: 'data', source: 'broadcastsummary', data }));
}

const stateOf = async ({ url }: Running): Promise<State> =>
  (await (await fetch(`${url}/api/v1/state`)).json()) as State;

/** One life of the relay: what it took up is compared with what was left, then cues are sent and points scored until it is killed. */
class Lives {
  readonly hands = { left: { sent: 0, acknowledged: 0 }, right: { sent: 0, acknowledged: 0 } };
  readonly #models = { left: model(HANDS.left, leftOf), right: model(HANDS.right, rightOf) };
  /** Points that were said, and the last that a relay was seen to have heard. */
  readonly points = { said: 0, heard: 0 };

  get acknowledged(): number {
    return this.hands.left.acknowledged + this.hands.right.acknowledged;
  }

  async expectWhole(relay: Running, kill: number): Promise<void> {
    const desk = await openPage(relay.port, { role: 'desk', historyMs: 0 });
    const { show } = await desk.snapshot();
    desk.socket.terminate();
    const left = countOf(this.hands.left, this.#models.left, leftOf(show));
    const right = countOf(this.hands.right, this.#models.right, rightOf(show));
    expect({ kill, left, right }).toEqual({ kill, left: expect.any(Number), right: expect.any(Number) });
    expect(show.revision).toBe((left ?? 0) + (right ?? 0));
    Object.assign(this.hands.left, { sent: left, acknowledged: left });
    Object.assign(this.hands.right, { sent: right, acknowledged: right });
    if (kill === 0) return;
    const { period, home, away, feed } = await stateOf(relay);
    expect({ kill, period, away: away?.score }).toEqual({ kill, period: 'Q3', away: 40 });
    expect(home?.score).toBeGreaterThanOrEqual(this.points.heard);
    expect(home?.score).toBeLessThanOrEqual(this.points.said);
    expect(feed.capabilities).toContain('score');
    this.points.heard = home?.score ?? 0;
  }

  /** Points until it is on the disk that some were heard, and then some more, beside so many cues. */
  async play(relay: Running, server: ShotTrackerServer, cues: number, beforeDeathMs: number): Promise<void> {
    const sending = [
      send(relay.url, HANDS.left, this.hands.left),
      send(relay.url, HANDS.right, this.hands.right),
    ];
    const enough = this.acknowledged + cues;
    const from = this.points.said;
    await vi.waitUntil(
      async () => {
        this.points.said += 1;
        sayPoints(server, this.points.said);
        return this.acknowledged >= enough && ((await stateOf(relay)).home?.score ?? 0) > from;
      },
      { timeout: 60_000, interval: 20 },
    );
    await new Promise((resolve) => setTimeout(resolve, beforeDeathMs));
    await relay.kill();
    await Promise.all(sending);
  }
}

/** No file is half another, none was set aside, and each tape can be read up to where it was cut off. */
async function expectNothingTorn(data: string): Promise<void> {
  const files = await readdir(data);
  const tapes = files.filter((file) => file.endsWith('.mcap'));
  // What a killed relay was writing beside is never taken for anything, and cleared away later.
  const isLeft = (file: string): boolean => file.endsWith('.part') || file.endsWith(PACKING);
  expect(files.filter((file) => !tapes.includes(file) && !isLeft(file)).sort()).toEqual([
    GAME_FILE,
    SHOW_FILE,
  ]);
  const zstd = await loadZstd();
  for (const tape of tapes) {
    const { about } = await surveyOf(readTape(createReadStream(join(data, tape)), zstd));
    expect(about?.words).toBe('shottracker');
  }
}

test(
  `a relay that is killed ${KILLS} times comes back each time with everything that it had acknowledged, and the game as it was (seed ${SEED})`,
  async () => {
    const data = await scratchFolder();
    const server = await startShotTrackerServer();
    const random = seeded(SEED);
    const lives = new Lives();
    const env = { SHOTTRACKER_TOKEN: server.issue(GAME.event_id) };
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const relay = await startCommand(['--feed', 'shottracker', '--url', server.liveUrl], { data, env });
      expect(relay.printed()).not.toMatch(/show-file|game-file/);
      await lives.expectWhole(relay, kill);
      await server.whenOpened(kill + 1);
      const cues = 1 + Math.floor(random() * 8);
      // The first life lasts until something of the game is on the disk; later ones have it from the one before.
      const beforeDeathMs = random() * 700 + (kill === 0 ? 2 * GAME_FLUSH_MS : 0);
      await lives.play(relay, server, cues, beforeDeathMs);
    }
    await expectNothingTorn(data);
    await server.stop();
    expect(lives.acknowledged).toBeGreaterThan(KILLS);
    expect(lives.points.heard).toBeGreaterThan(KILLS);
  },
  60_000 + KILLS * 20_000,
);
