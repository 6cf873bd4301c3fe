// Player line: a lower third for one player, with the figures that the feed has said; what it has not said is not there.
import { away, home, type PlayerInGame, type Team } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { nameCandidates } from '../../src/game/player-name.ts';
import type { StatLine } from '../../src/game/stat-line.ts';
import { fractionText, measureText, percentOf, reboundsOf, signedText } from '../../src/game/stat-word.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { type PlayerLineOptions, type PlayerLineView, playerLineOptions, type StatView } from './view.ts';

type Reading = (line: StatLine) => number | string | null | undefined;

const percentText = (made: number | undefined, attempted: number | undefined): string | null => {
  const percent = percentOf(made, attempted);
  return percent === null ? null : measureText(percent, 'percent');
};

/** What each label is read from. */
const READINGS = {
  PTS: ({ points }) => points,
  REB: reboundsOf,
  AST: ({ assists }) => assists,
  FG: ({ fieldGoalsMade, fieldGoalsAttempted }) => fractionText(fieldGoalsMade, fieldGoalsAttempted),
  'FG%': ({ fieldGoalsMade, fieldGoalsAttempted }) => percentText(fieldGoalsMade, fieldGoalsAttempted),
  '3PT': ({ threesMade, threesAttempted }) => fractionText(threesMade, threesAttempted),
  '3PT%': ({ threesMade, threesAttempted }) => percentText(threesMade, threesAttempted),
  FT: ({ freeThrowsMade, freeThrowsAttempted }) => fractionText(freeThrowsMade, freeThrowsAttempted),
  'FT%': ({ freeThrowsMade, freeThrowsAttempted }) => percentText(freeThrowsMade, freeThrowsAttempted),
  FOULS: ({ fouls }) => fouls,
  '+/-': ({ plusMinus }) => (plusMinus === undefined ? null : signedText(plusMinus)),
} as const satisfies Readonly<Record<string, Reading>>;

const PRESETS: Readonly<Record<PlayerLineOptions['stats'], readonly (keyof typeof READINGS)[]>> = {
  'all-round': ['PTS', 'REB', 'AST', 'FG', 'FOULS', '+/-'],
  scoring: ['PTS', 'FG', '3PT', 'FT', '+/-'],
  shooting: ['FG', 'FG%', '3PT', '3PT%', 'FT', 'FT%'],
};

const statsOf = (line: StatLine, preset: PlayerLineOptions['stats']): StatView[] =>
  PRESETS[preset].flatMap((label) => {
    const said = READINGS[label](line);
    return said === null || said === undefined ? [] : [{ label, text: String(said) }];
  });

/** Who has scored most; of equals the one with the lower id, so that the card does not change hands without a basket. */
function topScorer({ players }: Team): PlayerInGame | null {
  let top: PlayerInGame | null = null;
  for (const player of Object.values(players)) {
    const { points } = player.line;
    if (points === undefined) continue;
    const best = top?.line.points ?? -1;
    if (points > best || (points === best && top !== null && player.id < top.id)) top = player;
  }
  return top;
}

export const playerLine = defineGraphic<PlayerLineOptions, PlayerLineView>({
  id: 'player-line',
  name: 'Player line',
  layer: 'lower',
  needs: ['stats'],
  options: playerLineOptions,
  steps: 'stats',
  pick: ({ game }, { side, player: playerId, stats: preset, position }) => {
    const team = (side === 'home' ? home : away)(game);
    if (team === null) return null;
    const player = playerId === '' ? topScorer(team) : (team.players[playerId] ?? null);
    const stats = player === null ? [] : statsOf(player.line, preset);
    if (player === null || stats.length === 0) return null;
    const code = team.code.trim().toUpperCase();
    const role = (player.position ?? '').trim().toUpperCase();
    const detail = [code, role].filter((word) => word !== '');
    return {
      position,
      side,
      homeColour: jerseySaid(home(game)),
      awayColour: jerseySaid(away(game)),
      playerId: player.id,
      panel: player.number ?? code,
      names: nameCandidates(player),
      detail: [detail.join(' · '), ...detail.slice(0, 1)],
      role,
      mark: team.mark ?? null,
      stats,
    };
  },
  scene: async () => (await import('./scene.ts')).makePlayerLine,
});
