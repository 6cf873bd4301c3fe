// `broadcastsummary` in our words: who plays, the period, the score, what is counted, the zone maps, who is on the floor.
import type { Fault } from '../../game/fault.ts';
import { fault } from '../../game/fault.ts';
import type { Player } from '../../game/message.ts';
import type { Period } from '../../game/period.ts';
import type { LineupLine } from '../../game/stat-line.ts';
import { present } from '../fields.ts';
import { defined, type Fact, type FactOf, type Translation, tell } from '../told.ts';
import { efficienciesOfRow } from './efficiency.ts';
import { readPeriod } from './periods.ts';
import { isEmpty, lineOf } from './stat-words.ts';
import {
  type PlayerRow,
  type SideWords,
  type StatsWords,
  SUMMARY_PARTS,
  type SummaryWords,
  type TeamRow,
} from './summary-words.ts';
import { zoneMapsOf } from './zone-maps.ts';

const SIDES = ['home', 'away'] as const;
/** `player_id` of the row that sums the team. Source: Live Data V2, home.players. */
const TEAM_ROW = '0';

type Side = (typeof SIDES)[number];
/** A side whose team is known, and where it stands in the message. */
type KnownSide = {
  readonly side: Side;
  readonly team: TeamRow;
  readonly words: SideWords;
  readonly where: string;
};

const sidesOf = (stats: StatsWords, where: string): KnownSide[] =>
  SIDES.flatMap((side) => {
    const words = stats[side];
    return words?.team === undefined ? [] : [{ side, team: words.team, words, where: `${where}.${side}` }];
  });

const playerRows = (words: SideWords): readonly PlayerRow[] =>
  present(words.players).filter(({ player_id }) => player_id !== TEAM_ROW);

const nullIfEmpty = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

/** As worn, at most four characters; null below zero, which is how the feed writes "none". */
function jerseyOf(text: string | undefined): string | null {
  const worn = nullIfEmpty(text);
  return worn === null || worn.startsWith('-') ? null : worn.slice(0, 4);
}

const playerOf = (row: PlayerRow): Player => ({
  id: row.player_id,
  number: jerseyOf(row.jersey_number),
  firstName: nullIfEmpty(row.first_name),
  lastName: nullIfEmpty(row.last_name),
  position: nullIfEmpty(row.position_abbr)?.slice(0, 8) ?? null,
  code: nullIfEmpty(row.consumer_code),
});

const rosterOf = ({ side, team, words }: KnownSide): FactOf<'roster'> => ({
  kind: 'roster',
  teamId: team.team_id,
  side,
  code: team.consumer_code ?? team.team_id.slice(0, 64),
  name: team.team_name ?? '',
  players: playerRows(words).map(playerOf),
});

/** Points of each team whose row says them. */
function scoreOf(sides: readonly KnownSide[], faults: Fault[]): FactOf<'score'>[] {
  const scores = sides.flatMap(({ team, where }) => {
    const points = team.PTS;
    if (points === undefined) return [];
    if (Number.isInteger(points) && points >= 0) return [{ teamId: team.team_id, points }];
    faults.push(fault('bad-field', `${where}.team.PTS`, 'points from 0 up', String(points)));
    return [];
  });
  return scores.length === 0 ? [] : [{ kind: 'score', from: 'summary', scores }];
}

const lineupsOf = (team: TeamRow): LineupLine[] =>
  present(team.lineup_stats).map((line) =>
    defined({
      playerIds: [...present(line.player_ids)],
      plusMinus: line.PLUS_MINUS,
      pointsScored: line.TOTAL_POINTS_SCORED,
      pointsAllowed: line.TOTAL_POINTS_ALLOWED,
    }),
  );

/** What is counted for a team and its players: the team's own row, and behind it the row of `player_id` 0. */
function statsOf(
  { team, words, where }: KnownSide,
  period: Period | undefined,
  faults: Fault[],
): FactOf<'stats'> {
  const summed = present(words.players).find(({ player_id }) => player_id === TEAM_ROW);
  const line = { ...(summed === undefined ? {} : lineOf(summed)), ...lineOf(team) };
  const efficiency = efficienciesOfRow(team, `${where}.team`, faults);
  return {
    kind: 'stats',
    from: 'summary',
    teamId: team.team_id,
    ...defined({
      period,
      team: isEmpty(line) ? undefined : line,
      efficiency: efficiency.length === 0 ? undefined : efficiency,
      lineups: team.lineup_stats === undefined ? undefined : lineupsOf(team),
    }),
    players: playerRows(words).map((row) => ({ playerId: row.player_id, line: lineOf(row) })),
  };
}

/** Maps of the team; of its players too, for the whole game. */
function mapsOf(
  { team, words, where }: KnownSide,
  period: Period | undefined,
  faults: Fault[],
): FactOf<'zones'>[] {
  const teamId = team.team_id;
  const ofTeam = zoneMapsOf(team, { teamId, period, where: `${where}.team` }, faults);
  if (period !== undefined) return ofTeam;
  const ofPlayers = (words.players ?? []).flatMap((row, index) =>
    row === undefined || row.player_id === TEAM_ROW
      ? []
      : zoneMapsOf(row, { teamId, playerId: row.player_id, where: `${where}.players[${index}]` }, faults),
  );
  return [...ofTeam, ...ofPlayers];
}

/** Who is on the floor; nothing where no row says. */
function floorOf({ team, words }: KnownSide): FactOf<'lineup'>[] {
  const rows = playerRows(words);
  if (!rows.some((row) => row.on_the_floor !== undefined)) return [];
  const playerIds = rows.filter((row) => row.on_the_floor === true).map((row) => row.player_id);
  return [{ kind: 'lineup', teamId: team.team_id, playerIds }];
}

function partFacts(stats: StatsWords, period: Period | undefined, where: string, faults: Fault[]): Fact[] {
  const sides = sidesOf(stats, where);
  const counted = sides.flatMap((side) => [statsOf(side, period, faults), ...mapsOf(side, period, faults)]);
  if (period !== undefined) return counted;
  return [...sides.map(rosterOf), ...scoreOf(sides, faults), ...sides.flatMap(floorOf), ...counted];
}

/** Everything one summary says, whether it is new or not. The period comes first, then rosters, score and floor, then what is counted. */
export function translateSummary(words: SummaryWords): Translation {
  const faults: Fault[] = [];
  const facts = SUMMARY_PARTS.flatMap(([part, period]) => {
    const stats = words[part];
    return stats === undefined ? [] : partFacts(stats, period, `broadcastsummary.${part}`, faults);
  });
  const period = readPeriod(words.period, 'broadcastsummary.period', faults);
  const all: Fact[] = period === undefined ? facts : [{ kind: 'period', period }, ...facts];
  return { told: all.map((fact) => tell(fact, words.at)), faults };
}
