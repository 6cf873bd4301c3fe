// Team comparison: what both teams have, row by row, as bars from a common line.
import { away, home, type Team } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { teamNameCandidates } from '../../src/game/player-name.ts';
import { lineIn, spanLabel } from '../../src/game/span.ts';
import type { StatLine } from '../../src/game/stat-line.ts';
import { type Measure, measureText, percentOf, reboundsOf } from '../../src/game/stat-word.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import {
  type ComparisonOptions,
  type ComparisonView,
  comparisonOptions,
  type RowView,
  type SideView,
} from './view.ts';

type Row = {
  readonly label: string;
  readonly measure: Measure;
  /** The least that a whole bar stands for: few of a thing make short bars. About what a team has after a game. */
  readonly least: number;
  /** Fewer are better. */
  readonly fewerLead?: boolean;
  readonly read: (line: StatLine) => number | null | undefined;
};

const percent = (label: string, read: Row['read']): Row => ({ label, measure: 'percent', least: 100, read });
const count = (label: string, least: number, read: Row['read'], more: Partial<Row> = {}): Row => ({
  label,
  measure: 'count',
  least,
  read,
  ...more,
});

const ROWS = {
  fieldGoals: percent('FIELD GOALS', (line) => percentOf(line.fieldGoalsMade, line.fieldGoalsAttempted)),
  twos: percent('TWO-POINTERS', (line) => percentOf(line.twosMade, line.twosAttempted)),
  threes: percent('THREE-POINTERS', (line) => percentOf(line.threesMade, line.threesAttempted)),
  freeThrows: percent('FREE THROWS', (line) => percentOf(line.freeThrowsMade, line.freeThrowsAttempted)),
  rebounds: count('REBOUNDS', 50, reboundsOf),
  offensiveRebounds: count('OFFENSIVE REBOUNDS', 16, ({ offensiveRebounds }) => offensiveRebounds),
  assists: count('ASSISTS', 30, ({ assists }) => assists),
  steals: count('STEALS', 16, ({ steals }) => steals),
  turnovers: count('TURNOVERS', 20, ({ turnovers }) => turnovers, { fewerLead: true }),
  paint: count('POINTS IN THE PAINT', 60, ({ paintPoints }) => paintPoints),
  secondChance: count('SECOND-CHANCE POINTS', 24, ({ secondChancePoints }) => secondChancePoints),
  offTurnovers: count('POINTS OFF TURNOVERS', 24, ({ pointsOffTurnovers }) => pointsOffTurnovers),
} as const satisfies Readonly<Record<string, Row>>;
type Key = keyof typeof ROWS;

/** At most eight each. */
const PRESETS: Readonly<Record<ComparisonOptions['rows'], readonly Key[]>> = {
  all: ['fieldGoals', 'threes', 'freeThrows', 'rebounds', 'assists', 'turnovers', 'paint', 'secondChance'],
  shooting: ['fieldGoals', 'twos', 'threes', 'freeThrows', 'paint'],
  'ball control': ['rebounds', 'offensiveRebounds', 'assists', 'steals', 'turnovers', 'offTurnovers'],
};

const TITLES: Readonly<Record<ComparisonOptions['rows'], string>> = {
  all: 'TEAM STATS',
  shooting: 'SHOOTING',
  'ball control': 'BALL CONTROL',
};

function leadOf(row: Row, awayHas: number, homeHas: number): RowView['lead'] {
  // Who is ahead by what nobody sees is not ahead.
  if (measureText(awayHas, row.measure) === measureText(homeHas, row.measure)) return null;
  return awayHas > homeHas === (row.fewerLead ?? false) ? 'home' : 'away';
}

function rowOf(key: Key, lines: { readonly away: StatLine; readonly home: StatLine }): RowView[] {
  const row: Row = ROWS[key];
  const [awayHas, homeHas] = [row.read(lines.away) ?? null, row.read(lines.home) ?? null];
  if (awayHas === null || homeHas === null) return [];
  const { label, measure, least } = row;
  return [
    {
      key,
      label,
      measure,
      away: awayHas,
      home: homeHas,
      full: Math.max(least, awayHas, homeHas),
      lead: leadOf(row, awayHas, homeHas),
    },
  ];
}

const sideView = (team: Team): SideView => ({
  names: teamNameCandidates(team),
  mark: team.mark ?? null,
  colour: jerseySaid(team),
});

export const teamComparison = defineGraphic<ComparisonOptions, ComparisonView>({
  id: 'team-comparison',
  name: 'Team comparison',
  layer: 'full',
  needs: ['stats'],
  options: comparisonOptions,
  steps: 'rows',
  pick: ({ game }, { rows: preset, period }) => {
    const [visitors, hosts] = [away(game), home(game)];
    if (visitors === null || hosts === null) return null;
    const lines = { away: lineIn(visitors, period), home: lineIn(hosts, period) };
    const rows = PRESETS[preset].flatMap((key) => rowOf(key, lines));
    if (rows.length === 0) return null;
    return {
      span: period,
      title: TITLES[preset],
      subtitle: spanLabel(period, game),
      away: sideView(visitors),
      home: sideView(hosts),
      rows,
    };
  },
  scene: async () => (await import('./scene.ts')).makeComparison,
});
