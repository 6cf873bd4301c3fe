// Efficiency: what each kind of possession has brought a team, in points per possession, the most frequent first.
import { away, home } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import { teamNameCandidates } from '../../src/game/player-name.ts';
import { spanLabel } from '../../src/game/span.ts';
import type { Efficiency } from '../../src/game/stat-line.ts';
import { pointsPerPossession, possessionLabel } from '../../src/game/stat-word.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import {
  type EfficiencyOptions,
  type EfficiencyRow,
  type EfficiencyView,
  efficiencyOptions,
} from './view.ts';

/** The kind that is all kinds together. Source: Live Data V2, possession types. */
const OVERALL = 'OVERALL';
/** A whole bar is at least so many points a possession: more than a team brings together over a game. */
const LEAST_FULL = 1.5;

function rowOf(group: Efficiency): EfficiencyRow[] {
  const value = pointsPerPossession(group);
  if (value === null) return [];
  const { type, possessions = null } = group;
  return [{ type, label: possessionLabel(type), pointsPerPossession: value, possessions }];
}

/** The most frequent first; what nobody counted last; of equals in the order of their names, so that rows do not change places without reason. */
const byFrequency = (a: EfficiencyRow, b: EfficiencyRow): number =>
  (b.possessions ?? -1) - (a.possessions ?? -1) || (a.type < b.type ? -1 : 1);

export const efficiency = defineGraphic<EfficiencyOptions, EfficiencyView>({
  id: 'efficiency',
  name: 'Efficiency',
  layer: 'full',
  needs: ['efficiency'],
  options: efficiencyOptions,
  steps: 'side',
  pick: ({ game }, { side, rows: most, overall: wanted }) => {
    const team = (side === 'home' ? home : away)(game);
    if (team === null) return null;
    const all = team.efficiency.flatMap(rowOf);
    const rows = all.filter(({ type }) => type !== OVERALL).sort(byFrequency);
    if (rows.length === 0) return null;
    const overall = wanted ? (all.find(({ type }) => type === OVERALL) ?? null) : null;
    const shown = rows.slice(0, most);
    const values = [...shown, ...(overall ? [overall] : [])].map((row) => row.pointsPerPossession);
    const names = teamNameCandidates(team);
    const since = spanLabel('game', game);
    return {
      side,
      homeColour: jerseySaid(home(game)),
      awayColour: jerseySaid(away(game)),
      code: team.code.trim().toUpperCase(),
      mark: team.mark ?? null,
      title: 'POINTS PER POSSESSION',
      subtitle: [...names.map((name) => `${name} · ${since}`), since],
      overall,
      rows: shown,
      full: Math.max(LEAST_FULL, ...values),
    };
  },
  scene: async () => (await import('./scene.ts')).makeEfficiency,
});
