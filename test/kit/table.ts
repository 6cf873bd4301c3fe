// A scorer's table that a test turns by hand: what it says goes out in the provider's words, to whoever is connected, and is kept for nobody.
import type { ShotTrackerServer } from './shottracker-server.ts';

/** What the table shows. `clock`: minutes, seconds and tenths. */
export type TableState = {
  readonly period: string;
  readonly clock: readonly [number, number, number];
  readonly running: boolean;
  readonly home: number;
  readonly away: number;
};

const HOME = 481;
const AWAY = 493;
/** A running clock is told so often, in milliseconds. */
const TICK_MS = 200;
const two = (n: number): string => String(n).padStart(2, '0');

export type Table = {
  readonly state: () => TableState;
  /** Changes what it shows, and says all of it. */
  set(change: Partial<TableState>): void;
  /** Says all of it again. */
  say(): void;
  /** Its line is cut, or whole again: it goes on, and says nothing meanwhile. */
  mute(isMute: boolean): void;
  stop(): void;
};

/** A table before the game, its clock standing. A clock that runs is counted down and told by itself. */
export function makeTable(server: ShotTrackerServer): Table {
  let state: TableState = { period: 'PRE', clock: [12, 0, 0], running: false, home: 0, away: 0 };

  let mute = false;

  const tell = (source: string, data: unknown): void => {
    if (!mute) server.sayRaw(JSON.stringify({ type: 'data', source, data }));
  };

  const sayClock = (): void => {
    const [min, sec, tenth] = state.clock;
    tell('clock', {
      period: state.period,
      type: 'CLOCK',
      state: state.running ? 'STARTED' : 'STOPPED',
      min: two(min),
      sec: two(sec),
      subSec: String(tenth),
      shotSec: '24',
      shotSubSec: '0',
    });
  };

  const saySummary = (): void => {
    const player = (id: number) => ({
      player_id: id,
      consumer_code: String(id),
      jersey_number: id % 100,
      first_name: 'First',
      last_name: `Last ${id}`,
      position_abbr: 'G',
      on_the_floor: true,
      PTS: 2,
    });
    const side = (teamId: number, code: string, PTS: number) => ({
      team: { team_id: teamId, consumer_code: code, team_name: code, PTS, FOUL: 3, FG: 9, FGA: 20 },
      players: [1, 2, 3, 4, 5].map((n) => player(teamId * 100 + n)),
    });
    const { period, home, away } = state;
    tell('broadcastsummary', {
      at: Date.now(),
      period,
      game_stats: { home: side(HOME, 'HOM', home), away: side(AWAY, 'AWY', away) },
    });
  };

  const say = (): void => {
    saySummary();
    sayClock();
  };

  /** Down by one beat of the table; at zero it stands. */
  const tick = (): void => {
    if (!state.running) return;
    const [min, sec, tenth] = state.clock;
    const left = Math.max(0, (min * 60 + sec) * 10 + tenth - TICK_MS / 100);
    const clock = [Math.floor(left / 600), Math.floor(left / 10) % 60, left % 10] as const;
    state = { ...state, clock, running: left > 0 };
    sayClock();
  };
  const timer = setInterval(tick, TICK_MS);

  return {
    state: () => state,
    set(change) {
      state = { ...state, ...change };
      say();
    },
    say,
    mute(isMute) {
      mute = isMute;
      say();
    },
    stop: () => clearInterval(timer),
  };
}
