// A broadcastsummary of two small teams: a test says only the score.

const team = (id: number, code: string, points: number) => ({
  team: { team_id: id, consumer_code: code, team_name: `Team ${code}`, PTS: points, FL: 1 },
  players: [
    { player_id: 0, jersey_number: -1, first_name: null, last_name: null, position_abbr: null, PTS: points },
    ...[1, 2, 3, 4, 5].map((n) => ({
      player_id: id * 10 + n,
      consumer_code: `${code}${n}`,
      jersey_number: n,
      first_name: 'First',
      last_name: `Last${n}`,
      position_abbr: 'G',
      on_the_floor: true,
      PTS: 0,
    })),
  ],
});

export const HOME_TEAM = 481;
export const AWAY_TEAM = 493;

/** As ShotTracker words it. `atMs`: when the provider wrote it. */
export const summaryOf = (home: number, away: number, atMs: number) => ({
  at: atMs,
  period: 'Q1',
  reference: 'r',
  game_stats: { reference: 'g', home: team(HOME_TEAM, 'HOM', home), away: team(AWAY_TEAM, 'AWY', away) },
});

/** Ten players and the ball in their places, each by what the test changes of it. */
export const locationOf = (atMs: number, change: Readonly<Record<number, object>> = {}) => ({
  gcms: 600_000,
  scms: 20_000,
  cr: true,
  period: 'Q1',
  locations: [
    ...[HOME_TEAM, AWAY_TEAM].flatMap((tid) =>
      [1, 2, 3, 4, 5].map((n) => ({
        t: atMs,
        type: 'PLAYER',
        pid: tid * 10 + n,
        tid,
        x: n * 100,
        y: n * 200,
        z: 0,
      })),
    ),
    { t: atMs, type: 'BALL', bid: 'b', x: 0, y: 0, z: 2000 },
  ].map((body, i) => ({ ...body, ...change[i] })),
});

/** The scorer's table at 10:00.0, shot clock at 20. */
export const clockOf = (more: object = {}) => ({
  period: 'Q1',
  type: 'GAME_SHOT_CLOCK',
  state: 'STOPPED',
  source: 'OFFICIAL',
  min: '10',
  sec: '00',
  subSec: '0',
  shotSec: '20',
  shotSubSec: '0',
  ...more,
});
