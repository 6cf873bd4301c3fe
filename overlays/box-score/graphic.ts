// Box score: every player of one team or both, as at half-time, full frame above the scorebug.
import { away, type Game, home, type Team } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { isPlayed, overtimeNumber, type Period, periodLabel } from '../../src/game/period.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { NARROW_COLUMNS, READINGS } from './columns.ts';
import { othersOf, playedIn, tableOf } from './table.ts';
import { type BoxScoreOptions, type BoxScoreView, boxScoreOptions, COLUMNS } from './view.ts';

/** The part of the game, as a caption says it. */
function whenOf(period: Period | null): string {
  if (period === null || period === 'PRE') return '';
  if (period === 'HT') return 'HALF-TIME';
  if (period === 'END') return 'END OF PERIOD';
  const overtime = overtimeNumber(period);
  if (overtime > 0) return overtime === 1 ? 'OVERTIME' : `OVERTIME ${overtime}`;
  const kind = period.startsWith('Q') ? ' QUARTER' : period.startsWith('H') ? ' HALF' : '';
  return `${periodLabel(period)}${kind}`;
}

const rank = (period: Period): number =>
  overtimeNumber(period) > 0 ? 10 + overtimeNumber(period) : Number(period.slice(1));

/** Whether a part has begun when another is the last that was. Quarters say nothing of halves, nor halves of quarters. */
function hasBegun(period: Period, last: Period): boolean {
  const areAlike = period[0] === last[0] || overtimeNumber(period) > 0;
  return !areAlike || rank(period) <= rank(last);
}

/** The parts that have begun, and of which any of the teams has points. A feed that says quarters and halves means the quarters. */
function periodsOf({ played: last }: Game, teams: readonly Team[]): readonly Period[] {
  const said = teams.flatMap(({ periodLines }) =>
    (Object.keys(periodLines) as Period[]).filter((period) => periodLines[period]?.points !== undefined),
  );
  const played = [...new Set(said)]
    .filter((period) => isPlayed(period) && (last === null || hasBegun(period, last)))
    .sort((a, b) => rank(a) - rank(b));
  const hasQuarters = played.some((period) => period.startsWith('Q'));
  return hasQuarters ? played.filter((period) => !period.startsWith('H')) : played;
}

const sidesOf = (game: Game, side: BoxScoreOptions['side']) =>
  (['away', 'home'] as const)
    .filter((one) => side === 'both' || side === one)
    .flatMap((one) => {
      const team = (one === 'home' ? home : away)(game);
      return team === null ? [] : [{ side: one, team, players: playedIn(team) }];
    });

export const boxScore = defineGraphic<BoxScoreOptions, BoxScoreView>({
  id: 'box-score',
  name: 'Box score',
  layer: 'full',
  needs: ['stats'],
  options: boxScoreOptions,
  steps: 'side',
  pick: ({ game }, { side }) => {
    const sides = sidesOf(game, side);
    const players = sides.flatMap((one) => one.players);
    const isAlone = sides.length === 1;
    const columns = (isAlone ? COLUMNS : NARROW_COLUMNS).filter((column) =>
      players.some(({ line }) => READINGS[column].text(line) !== null),
    );
    if (columns.length === 0) return null;
    const longest = Math.max(...sides.map((one) => one.players.length));
    const periods = periodsOf(
      game,
      sides.map(({ team }) => team),
    );
    return {
      when: whenOf(game.period),
      homeColour: jerseySaid(home(game)),
      awayColour: jerseySaid(away(game)),
      columns,
      tables: sides.map(({ team, side: of, players: played }) => {
        const others = othersOf(team, longest - played.length);
        return tableOf(team, { side: of, players: played, others, columns, periods, isAlone });
      }),
    };
  },
  scene: async () => (await import('./scene.ts')).makeBoxScore,
});
