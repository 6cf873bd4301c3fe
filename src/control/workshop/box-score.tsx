// The box score as the feed has it now: both teams, each player's line. What the feed did not say is a dash, never zero.
import { away, type Game, home, type PlayerInGame, type Team } from '../../game/game.ts';
import type { StatLine } from '../../game/stat-line.ts';

type Column = { readonly head: string; readonly says: string; readonly of: (line: StatLine) => string };

const count = (value: number | undefined): string => (value === undefined ? '–' : String(value));
const pair = (made: number | undefined, attempted: number | undefined): string =>
  made === undefined && attempted === undefined ? '–' : `${count(made)}-${count(attempted)}`;

const COLUMNS: readonly Column[] = [
  { head: 'PTS', says: 'Points', of: (l) => count(l.points) },
  { head: 'FG', says: 'Field goals', of: (l) => pair(l.fieldGoalsMade, l.fieldGoalsAttempted) },
  { head: '3P', says: 'Three-point field goals', of: (l) => pair(l.threesMade, l.threesAttempted) },
  { head: 'FT', says: 'Free throws', of: (l) => pair(l.freeThrowsMade, l.freeThrowsAttempted) },
  { head: 'OR', says: 'Offensive rebounds', of: (l) => count(l.offensiveRebounds) },
  { head: 'DR', says: 'Defensive rebounds', of: (l) => count(l.defensiveRebounds) },
  { head: 'REB', says: 'Rebounds', of: (l) => count(l.rebounds) },
  { head: 'AST', says: 'Assists', of: (l) => count(l.assists) },
  { head: 'STL', says: 'Steals', of: (l) => count(l.steals) },
  { head: 'BLK', says: 'Blocks', of: (l) => count(l.blocks) },
  { head: 'TO', says: 'Turnovers', of: (l) => count(l.turnovers) },
  { head: 'PF', says: 'Fouls', of: (l) => count(l.fouls) },
  { head: '+/-', says: 'Plus-minus', of: (l) => count(l.plusMinus) },
];

const byFloor = (team: Team) => (a: PlayerInGame, b: PlayerInGame) =>
  Number(team.onFloor.includes(b.id)) - Number(team.onFloor.includes(a.id)) ||
  Number(a.number) - Number(b.number);

export function BoxScore({ game }: { readonly game: Game | null }) {
  const teams = game ? [away(game), home(game)].filter((team) => team !== null) : [];
  return (
    <div class="box-pair">
      {teams.map((team) => (
        <TeamTable key={team.id} team={team} />
      ))}
      {teams.length === 0 && (
        <section class="panel" aria-label="Box score">
          <p class="none">The feed has named no team yet.</p>
        </section>
      )}
    </div>
  );
}

function TeamTable({ team }: { readonly team: Team }) {
  const players = Object.values(team.players).sort(byFloor(team));
  return (
    <section class="panel box" aria-label={`Box score of ${team.name}`}>
      <h2>
        {team.name} <b class="figures">{team.score ?? '–'}</b>
      </h2>
      <div class="box-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Player</th>
              {COLUMNS.map(({ head, says }) => (
                <th key={head} scope="col" title={says}>
                  <abbr title={says}>{head}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {players.map((player) => (
              <tr key={player.id} class={team.onFloor.includes(player.id) ? 'on-floor' : undefined}>
                <th scope="row">
                  <b class="figures">{player.number}</b> {player.lastName || player.id}
                </th>
                {COLUMNS.map(({ head, of }) => (
                  <td key={head} class="figures">
                    {of(player.line)}
                  </td>
                ))}
              </tr>
            ))}
            <tr class="box-total">
              <th scope="row">Team</th>
              {COLUMNS.map(({ head, of }) => (
                <td key={head} class="figures">
                  {of(team.line)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}
