// Shot chart: the 14 zones of a half court in the feed's own colours and words, of a team or one player.
import { away, type Game, home, type Shot, type Team, type ZoneMap } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import type { ShotPlace } from '../../src/game/message.ts';
import { chartZones, chosenZones, zoneSubtitle, zoneTitle, zoneTotals } from '../../src/game/zone-map.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { type ChartOptions, type ChartView, chartOptions } from './view.ts';

/** Source: ShotTracker data plotting, shot attributes. */
const ATTRIBUTE = { 'catch-and-shoot': 'CAS', 'off-the-dribble': 'OTD' } as const;

const isMeant = (shot: Shot, team: Team, { player, shots, period }: ChartOptions): boolean =>
  shot.teamId === team.id &&
  (player === '' || shot.playerId === player) &&
  (period === 'game' || shot.period === period) &&
  (shots === 'all' || shot.attributes.includes(ATTRIBUTE[shots]));

/** Makes and misses: as the map gives them, else from the shots told one by one. */
function marksOf(map: ZoneMap, game: Game, team: Team, chosen: ChartOptions) {
  if (chosen.marks === 'none') return { makes: [], misses: [] };
  if (map.makes.length + map.misses.length > 0) return { makes: map.makes, misses: map.misses };
  const makes: ShotPlace[] = [];
  const misses: ShotPlace[] = [];
  for (const shot of Object.values(game.shots)) {
    const { xMm, yMm, made } = shot;
    if (xMm === undefined || yMm === undefined || !isMeant(shot, team, chosen)) continue;
    (made ? makes : misses).push({ xMm, yMm });
  }
  return { makes, misses };
}

export const shotChart = defineGraphic<ChartOptions, ChartView>({
  id: 'shot-chart',
  name: 'Shot chart',
  layer: 'chart',
  needs: ['zones'],
  options: chartOptions,
  steps: 'side',
  pick: ({ game, rules }, chosen) => {
    const team = (chosen.side === 'home' ? home : away)(game);
    const map = team === null ? undefined : chosenZones(team, chosen);
    if (team === null || map === undefined || map.zones.length === 0) return null;
    return {
      court: rules.court,
      position: chosen.position,
      side: chosen.side,
      homeColour: jerseySaid(home(game)),
      awayColour: jerseySaid(away(game)),
      code: team.code.trim().toUpperCase(),
      mark: team.mark ?? null,
      title: zoneTitle(team, chosen.player),
      subtitle: zoneSubtitle(team, chosen, game),
      ...zoneTotals(map.zones),
      zones: chartZones(map.zones),
      ...marksOf(map, game, team, chosen),
    };
  },
  scene: async () => (await import('./scene.ts')).makeChartScene,
});
