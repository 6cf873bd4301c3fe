// A box score at any clock, counted from the league's own record of a game, in ShotTracker's words for what is counted.

/** ShotTracker's counts of a player or a team. Source: Live Data V2, broadcastsummary. */
export type Counts = Record<(typeof COUNTED)[number], number>;
const COUNTED = [
  'PTS',
  'FG',
  'FGA',
  'FG2',
  'FGA2',
  'FG3',
  'FGA3',
  'FT',
  'FTA',
  'REB',
  'OFFENSIVE_REB',
  'DEFENSIVE_REB',
  'AST',
  'STL',
  'BLK',
  'TO',
  'FL',
  'FLDN',
] as const;

type Row = Readonly<Record<string, string>>;

/** Counts by team and by player, of all that had happened when the clock of that period stood at `remainingMs`. */
export type BoxScore = {
  readonly teams: ReadonlyMap<number, Counts>;
  readonly players: ReadonlyMap<number, Counts>;
};

/** Periods from 1; the whole game is `{ period: 4, remainingMs: 0 }`. */
export type ClockTime = { readonly period: number; readonly remainingMs: number };

export const none = (): Counts => Object.fromEntries(COUNTED.map((name) => [name, 0])) as Counts;

const clockMs = (text = ''): number => {
  const [minutes = '0', seconds = '0'] = text.split(':');
  return (Number(minutes) * 60 + Number(seconds)) * 1000;
};

/** Whether an event had happened by then: the record's clock is whole seconds. */
export const happened = (by: ClockTime, period: number, remainingMs: number): boolean =>
  period < by.period || (period === by.period && remainingMs >= by.remainingMs);

/** Event types of the record. */
const MADE = '1';
const MISSED = '2';
const FREE_THROW = '3';
const REBOUND = '4';
const TURNOVER = '5';
const FOUL = '6';

export function boxScore(plays: readonly Row[], by: ClockTime): BoxScore {
  const teams = new Map<number, Counts>();
  const players = new Map<number, Counts>();
  const reboundsBy = new Map<string, number>();
  const of = (map: Map<number, Counts>, id: number): Counts => {
    const counts = map.get(id) ?? none();
    map.set(id, counts);
    return counts;
  };

  const count = (row: Row, who: 1 | 2 | 3, ...names: readonly (keyof Counts)[]): void => {
    // The first player of a rebound, a foul or a turnover by the team has the team's id and no team.
    const id = Number(row[`PLAYER${who}_ID`]);
    const teamId = Number(row[`PLAYER${who}_TEAM_ID`]);
    if (!id || !teamId) return;
    for (const name of names) {
      of(teams, teamId)[name] += 1;
      of(players, id)[name] += 1;
    }
  };
  const points = (row: Row, many: number): void => {
    of(teams, Number(row.PLAYER1_TEAM_ID)).PTS += many;
    of(players, Number(row.PLAYER1_ID)).PTS += many;
  };
  /** Offensive or defensive is only told by the player's running totals: `(Off:1 Def:2)`. */
  const rebound = (row: Row, text: string): void => {
    const offensive = Number(/Off:(\d+)/.exec(text)?.[1] ?? 0);
    const key = String(row.PLAYER1_ID);
    const isOffensive = offensive > (reboundsBy.get(key) ?? 0);
    reboundsBy.set(key, offensive);
    count(row, 1, 'REB', isOffensive ? 'OFFENSIVE_REB' : 'DEFENSIVE_REB');
  };

  for (const row of plays) {
    if (!happened(by, Number(row.PERIOD), clockMs(row.PCTIMESTRING))) continue;
    const text = `${row.HOMEDESCRIPTION ?? ''} ${row.VISITORDESCRIPTION ?? ''}`;
    const isThree = text.includes('3PT');
    switch (row.EVENTMSGTYPE) {
      case MADE:
        count(row, 1, 'FG', 'FGA', isThree ? 'FG3' : 'FG2', isThree ? 'FGA3' : 'FGA2');
        points(row, isThree ? 3 : 2);
        count(row, 2, 'AST');
        break;
      case MISSED:
        count(row, 1, 'FGA', isThree ? 'FGA3' : 'FGA2');
        count(row, 3, 'BLK');
        break;
      case FREE_THROW:
        count(row, 1, 'FTA');
        if (!text.includes('MISS')) {
          count(row, 1, 'FT');
          points(row, 1);
        }
        break;
      case REBOUND:
        rebound(row, text);
        break;
      case TURNOVER:
        count(row, 1, 'TO');
        if (text.includes('STEAL')) count(row, 2, 'STL');
        break;
      case FOUL:
        count(row, 1, 'FL');
        count(row, 2, 'FLDN');
        break;
      default:
    }
  }
  return { teams, players };
}
