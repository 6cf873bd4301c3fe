// One team's table: who played, in which order, under which name, and the parts of the game.
import type { PlayerInGame, Team } from '../../src/game/game.ts';
import { type Period, periodLabel } from '../../src/game/period.ts';
import { nameCandidates, teamNameCandidates } from '../../src/game/player-name.ts';
import { leadOf, READINGS } from './columns.ts';
import { type Column, MOST_ROWS, type RowView, type TableView } from './view.ts';

/** Whether he has been in the game. Assumed: the feed lists the whole bench, with zeros for one who has not. */
const hasPlayed = ({ onFloor }: Team, { id, line }: PlayerInGame): boolean =>
  onFloor.includes(id) || Object.values(line).some((count) => count !== undefined && count !== 0);

/** Points, then whoever is on the floor, then rebounds; then by id, so that equals do not change places. */
function byRank({ onFloor }: Team) {
  const floor = ({ id }: PlayerInGame): number => (onFloor.includes(id) ? 1 : 0);
  return (a: PlayerInGame, b: PlayerInGame): number =>
    (b.line.points ?? -1) - (a.line.points ?? -1) ||
    floor(b) - floor(a) ||
    (b.line.rebounds ?? -1) - (a.line.rebounds ?? -1) ||
    a.id.localeCompare(b.id, 'en', { numeric: true });
}

/** Who played, best first; those with the fewest points are left out where they are too many. */
export const playedIn = (team: Team): readonly PlayerInGame[] =>
  Object.values(team.players)
    .filter((player) => hasPlayed(team, player))
    .sort(byRank(team))
    .slice(0, MOST_ROWS);

/** Of those who have not played the first by number, then by id: so many as a table is to be filled up with. */
export function othersOf(team: Team, count: number): readonly PlayerInGame[] {
  const worn = ({ number }: PlayerInGame): number => Number.parseInt(number ?? '', 10) || 0;
  return Object.values(team.players)
    .filter((player) => !hasPlayed(team, player))
    .sort((a, b) => worn(a) - worn(b) || a.id.localeCompare(b.id, 'en', { numeric: true }))
    .slice(0, Math.max(0, count));
}

/** In a column of names all have one form: the surname, with the initial where two share it. */
function surnames(player: PlayerInGame, all: readonly PlayerInGame[]): readonly string[] {
  const forms = nameCandidates(player);
  const last = forms.at(-1);
  const isShared = all.filter((other) => nameCandidates(other).at(-1) === last).length > 1;
  return isShared ? forms.slice(-2) : forms.slice(-1);
}

type RowsWish = Pick<TableWish, 'players' | 'others' | 'columns' | 'isAlone'>;

function rowsOf({ players, others, columns, isAlone }: RowsWish): RowView[] {
  const lines = players.map(({ line }) => line);
  const leads = columns.map((column) => leadOf(lines, column));
  const all = [...players, ...others];
  return all.map((player, row) => ({
    playerId: player.id,
    number: player.number ?? '',
    names: isAlone ? nameCandidates(player) : surnames(player, all),
    played: row < players.length,
    cells: columns.map((column, index) => {
      if (row >= players.length) return { text: '', leads: false };
      const { text, value } = READINGS[column];
      const lead = leads[index] ?? null;
      return { text: text(player.line) ?? '', leads: lead !== null && value?.(player.line) === lead };
    }),
  }));
}

export type TableWish = {
  readonly side: 'home' | 'away';
  readonly players: readonly PlayerInGame[];
  /** Those who have not played and yet are named. */
  readonly others: readonly PlayerInGame[];
  readonly columns: readonly Column[];
  readonly periods: readonly Period[];
  /** No other table stands beside it. */
  readonly isAlone: boolean;
};

/** A team's table in viewers' words. */
export const tableOf = (team: Team, { side, periods, columns, ...wish }: TableWish): TableView => ({
  side,
  teamId: team.id,
  names: teamNameCandidates(team),
  mark: team.mark ?? null,
  score: team.score === null ? '' : String(team.score),
  periods: periods.map((period) => {
    const points = team.periodLines[period]?.points;
    return { label: periodLabel(period), text: points === undefined ? '' : String(points) };
  }),
  rows: rowsOf({ columns, ...wish }),
  totals: columns.map((column) => READINGS[column].text(team.line) ?? ''),
});
