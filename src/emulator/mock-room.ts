// Where mock games are played: one at a time, each offered to clients as a game of its own, told at its beat, and shown to whoever works it.

import type { z } from 'zod';
import type { Timekeeper } from '../feeds/feed.ts';
import type { Fault } from '../game/fault.ts';
import { fault } from '../game/fault.ts';
import type { mockOrderSchema, Start } from '../wire/mock-orders.ts';
import type { MockEntered, MockTable, MockView } from '../wire/mock-view.ts';
import type { Emulator } from './emulator.ts';
import type { HostedGame } from './hosted-game.ts';
import type { Said } from './mock-book.ts';
import { MockGame } from './mock-game.ts';
import { teamsOf } from './mock-teams.ts';

/** The clocks are looked at so often. Milliseconds. */
const BEAT_MS = 100;

type Order = z.infer<typeof mockOrderSchema>;

export type MockRoom = {
  view(): MockView;
  /** Obeys, or says why not. */
  obey(order: Order): Fault | null;
  stop(): void;
};

const tableOf = ({ world: { table } }: MockGame): MockTable => ({
  period: table.period,
  remainingMs: Math.round(table.gameMs),
  running: table.running,
  shotMs: table.shotOn ? Math.round(table.shotMs) : null,
});

const entriesOf = ({ entries }: MockGame): MockEntered[] =>
  entries.map(({ id, entry, mark: { period, gameMs } }) => ({ id, entry, mark: { period, gameMs } }));

/** Games that were begun and are still offered. */
const GAMES_KEPT = 8;

/** A room on an emulator. `name`: what the ids of its games begin with. */
export function makeMockRoom(emulator: Emulator, time: Timekeeper, name = 'mock'): MockRoom {
  let on: { readonly game: MockGame; readonly hosted: HostedGame; readonly token: string } | null = null;
  const offered: string[] = [];
  let begun = 0;
  let cancel: () => void = () => undefined;

  const tell = (said: readonly Said[]): void => {
    for (const { source, text } of said) on?.hosted.hear(source, text);
  };
  const beat = (): void => {
    if (on === null) return;
    tell(on.game.beat(time.now()));
    cancel = time.after(BEAT_MS, beat);
  };

  const start = (given: Start): void => {
    cancel();
    // One mock game at a time: what clients of the last one hear ends with its completion.
    on?.hosted.list({ status: 'COMPLETED' });
    begun += 1;
    const gameId = begun === 1 ? name : `${name}-${begun}`;
    const nowMs = Math.round(time.now());
    const game = new MockGame(given, gameId, nowMs);
    const { home, away } = game.world;
    const hosted = emulator.offer({
      event_id: gameId,
      tipoff_at: nowMs,
      status: 'ACTIVE',
      location_id: 'main-court@courtside-arena',
      facility_name: 'Courtside Arena',
      court_name: 'main court',
      source: 'MOCK',
      home_team_id: home.team.id,
      home_team_name: home.team.name,
      away_team_id: away.team.id,
      away_team_name: away.team.name,
    });
    offered.push(gameId);
    if (offered.length > GAMES_KEPT) emulator.withdraw(offered.shift() ?? '');
    on = { game, hosted, token: emulator.tokens.issue(gameId) };
    tell(game.begin(nowMs));
    cancel = time.after(BEAT_MS, beat);
  };

  return {
    view() {
      if (on === null) return { game: null };
      const { game, token } = on;
      const id = game.ids.gameId;
      return {
        game: {
          id,
          over: game.isOver,
          rules: game.world.rules.name,
          table: tableOf(game),
          teams: teamsOf(game),
          entries: entriesOf(game),
          subscribePath: `/v1/data/schedule/games/${encodeURIComponent(id)}/_subscribe`,
          webSocketPath: `/live?token=${token}`,
        },
      };
    },
    obey(order) {
      if (order.do === 'start') {
        start(order);
        return null;
      }
      if (on === null) return fault('refused', 'do', 'start', order.do);
      const outcome = on.game.obey(order, time.now());
      if ('fault' in outcome) return outcome.fault;
      tell(outcome.said);
      if (on.game.isOver) on.hosted.list({ status: 'COMPLETED' });
      return null;
    },
    stop: () => cancel(),
  };
}
