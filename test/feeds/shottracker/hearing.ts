// A reader of ShotTracker's words as tests use it: one who listens, a clock that a test moves, and words of each source.
import { makeReader, type ReaderOptions } from '../../../src/feeds/shottracker/reader.ts';
import { makeListener } from '../../kit/listener.ts';

export const NOW = 1_700_000_000_000;

/** A reader, one who listens, and a clock that a test moves. */
export function hearing(more: Partial<ReaderOptions> = {}) {
  const to = makeListener();
  const reader = makeReader({ rules: 'nba', to, ...more });
  let nowMs = NOW;
  return {
    ...to,
    reader,
    now: () => nowMs,
    after: (ms: number): void => {
      nowMs += ms;
    },
    raw: (text: string) => reader.hear(text, nowMs),
    hear: (source: string, data: unknown, seq?: number) =>
      reader.hear(
        JSON.stringify({ type: 'data', source, data, ...(seq === undefined ? {} : { seq }) }),
        nowMs,
      ),
  };
}

export const summaryOf = (home: number, away: number, more: object = {}, row: object = {}) => ({
  at: NOW,
  period: 'Q2',
  game_stats: {
    home: { team: { team_id: 1, team_name: 'H', consumer_code: 'H', PTS: home, ...row }, players: [] },
    away: { team: { team_id: 2, team_name: 'A', consumer_code: 'A', PTS: away }, players: [] },
  },
  ...more,
});
export const tick = (more: object = {}) => ({
  period: 'Q2',
  type: 'GAME_SHOT_CLOCK',
  state: 'STARTED',
  min: '5',
  sec: '00',
  subSec: '0',
  shotSec: '20',
  shotSubSec: '0',
  ...more,
});
export const shot = (more: object = {}) => ({
  eid: 'e1',
  t: NOW,
  tid: 1,
  pid: 7,
  gid: 'g',
  st: 'MAKE',
  is3: false,
  pts: 2,
  s: 'RECORDED',
  ...more,
});
export const box = (more: object = {}) => ({
  classification: 'TWO_POINT_MAKE',
  act: 'PLAYER',
  eid: 'e1',
  tid: 1,
  t: NOW,
  gid: 'g',
  pid: 7,
  totalStats: { PTS: 2 },
  stats: { TEAM_SCORE: 2 },
  ...more,
});
export const body = (t: number) => ({ t, type: 'PLAYER', pid: 7, tid: 1, x: 1, y: 2, z: 3 });
