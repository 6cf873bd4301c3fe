// Top line-ups: the two fives with whom a team did best, by plus-minus.
import { away, home, type Team } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { nameCandidates, teamNameCandidates } from '../../src/game/player-name.ts';
import { spanLabel } from '../../src/game/span.ts';
import type { LineupLine } from '../../src/game/stat-line.ts';
import { signedText } from '../../src/game/stat-word.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import {
  type LineupPlayer,
  type LineupsOptions,
  type LineupsView,
  type LineupView,
  lineupsOptions,
} from './view.ts';

const ON_THE_FLOOR = 5;
const MOST = 2;

/** As said; else what was scored less what was allowed; null where neither is known. */
function plusMinusOf({ plusMinus, pointsScored, pointsAllowed }: LineupLine): number | null {
  if (plusMinus !== undefined) return plusMinus;
  return pointsScored === undefined || pointsAllowed === undefined ? null : pointsScored - pointsAllowed;
}

/** Five players who all have a name; null for any other: a card with a hole in it is not shown. */
function playersOf(team: Team, { playerIds }: LineupLine): LineupPlayer[] | null {
  const players = playerIds.flatMap((id) => {
    const player = team.players[id];
    const name = player && nameCandidates({ ...player, number: null }).at(-1);
    return player && name ? [{ number: player.number ?? '', name }] : [];
  });
  return playerIds.length === ON_THE_FLOOR && players.length === ON_THE_FLOOR ? players : null;
}

function lineupView(team: Team, line: LineupLine): LineupView[] {
  const players = playersOf(team, line);
  const plusMinus = plusMinusOf(line);
  if (players === null || plusMinus === null) return [];
  const { pointsScored, pointsAllowed } = line;
  const isSaid = pointsScored !== undefined && pointsAllowed !== undefined;
  return [
    {
      players,
      plusMinus: signedText(plusMinus),
      points: isSaid ? `${pointsScored}-${pointsAllowed}` : null,
    },
  ];
}

/** The best first; of equals the one that scored more, then as the feed has them. For those whose plus-minus is known. */
const byPlusMinus = (a: LineupLine, b: LineupLine): number =>
  (plusMinusOf(b) ?? 0) - (plusMinusOf(a) ?? 0) || (b.pointsScored ?? 0) - (a.pointsScored ?? 0);

export const topLineups = defineGraphic<LineupsOptions, LineupsView>({
  id: 'top-lineups',
  name: 'Top line-ups',
  layer: 'full',
  needs: ['lineups'],
  options: lineupsOptions,
  steps: 'side',
  pick: ({ game }, { side }) => {
    const team = (side === 'home' ? home : away)(game);
    if (team === null) return null;
    const known = team.lineups.filter((line) => plusMinusOf(line) !== null);
    const lineups = known.sort(byPlusMinus).flatMap((line) => lineupView(team, line));
    if (lineups.length === 0) return null;
    const since = spanLabel('game', game);
    return {
      side,
      homeColour: jerseySaid(home(game)),
      awayColour: jerseySaid(away(game)),
      code: team.code.trim().toUpperCase(),
      mark: team.mark ?? null,
      title: 'TOP LINE-UPS',
      subtitle: [...teamNameCandidates(team).map((name) => `${name} · ${since}`), since],
      lineups: lineups.slice(0, MOST),
    };
  },
  scene: async () => (await import('./scene.ts')).makeLineups,
});
