// ShotTracker's broadcastsummary of a real game at any of its clocks, counted from the league's own record.
import { type BoxScore, boxScore, type ClockTime, type Counts, none } from './box-score.ts';
import {
  readPlays,
  type readRosters,
  readShots,
  type TrackedPlayer,
  type TrackedTeam,
} from './tracking-data.ts';
import { placeWords, shotsBy, zoneWords } from './zone-words.ts';

const fraction = (made: number, of: number) => `${made}-${of}`;
const percent = (made: number, of: number) => (of === 0 ? '0%' : `${Math.round((made / of) * 100)}%`);

/** What is said of a team or a player alike. */
const countWords = (c: Counts) => ({
  ...c,
  FG_FRACTION: fraction(c.FG, c.FGA),
  FG_PCT_DISPLAY: percent(c.FG, c.FGA),
  FG2_FRACTION: fraction(c.FG2, c.FGA2),
  FG2_PCT_DISPLAY: percent(c.FG2, c.FGA2),
  FG3_FRACTION: fraction(c.FG3, c.FGA3),
  FG3_PCT_DISPLAY: percent(c.FG3, c.FGA3),
  FT_FRACTION: fraction(c.FT, c.FTA),
  FT_PCT_DISPLAY: percent(c.FT, c.FTA),
  AST_TO_RATE: c.TO === 0 ? c.AST : c.AST / c.TO,
});

/** Makes the summary as of a clock of the game, and calls the period what it is told to. `onFloor`: the players who are playing, by id. */
export function makeSummary(rosters: ReturnType<typeof readRosters>, onFloor: ReadonlySet<number>) {
  const plays = readPlays();
  const shots = readShots();

  const teamWords = (team: TrackedTeam, box: BoxScore, by: ClockTime) => {
    const taken = shotsBy(shots, by, { teamId: team.id });
    const player = ({ id, number, firstName, lastName, position }: TrackedPlayer) => {
      const own = taken.filter((row) => Number(row.PLAYER_ID) === id);
      return {
        player_id: id,
        consumer_code: String(id),
        jersey_number: number,
        first_name: firstName,
        last_name: lastName,
        position_abbr: position,
        sensor: 7000 + number,
        on_the_floor: onFloor.has(id),
        ...countWords(box.players.get(id) ?? none()),
        shots: zoneWords(own),
        shot_locations: placeWords(own),
      };
    };
    const total = countWords(box.teams.get(team.id) ?? none());
    const teamRow = {
      player_id: 0,
      jersey_number: -1,
      first_name: null,
      last_name: null,
      position_abbr: null,
      sensor: 0,
    };
    return {
      team: {
        team_id: team.id,
        consumer_code: team.code,
        team_name: team.name,
        ...total,
        shots: zoneWords(taken),
        shot_locations: placeWords(taken),
        lineup_stats: [],
      },
      players: [{ ...teamRow, ...total }, ...team.players.map(player)],
    };
  };

  return (by: ClockTime, stampMs: number, period = `Q${by.period}`) => {
    const box = boxScore(plays, by);
    const stats = {
      reference: 'stats-1',
      home: teamWords(rosters.home, box, by),
      away: teamWords(rosters.away, box, by),
    };
    return {
      at: stampMs,
      at_formatted: new Date(stampMs).toISOString(),
      period,
      reference: 'tracking-1',
      game_stats: stats,
      half_1_stats: stats,
      half_2_stats: stats,
      quarter_1_stats: stats,
    };
  };
}
