// Shot chart: the 14 zones of a half court in the feed's own colours and words, of a team or one player.
import { away, type Game, home, type Shot, type Team, type ZoneMap } from '../../src/game/game.ts';
import { jerseySaid } from '../../src/game/jersey.ts';
import type { ShotPlace, ShotType, ZoneSaid } from '../../src/game/message.ts';
import type { Period } from '../../src/game/period.ts';
import { nameCandidates, teamNameCandidates } from '../../src/game/player-name.ts';
import { spanLabel } from '../../src/game/span.ts';
import { ZONE_COUNT } from '../../src/game/zones.ts';
import { defineGraphic } from '../../src/stage/graphic.ts';
import { type ChartOptions, type ChartView, type ChartZone, chartOptions } from './view.ts';

const NOTHING = /^\s*0*\s*[/\-–]\s*0*\s*$/;

const isQuiet = ({ attempted, display }: ZoneSaid): boolean =>
  attempted === undefined ? NOTHING.test(display) || display.trim() === '' : attempted === 0;

function chartZones(said: readonly ZoneSaid[]): ChartZone[] {
  return Array.from({ length: ZONE_COUNT }, (_, i) => {
    const zone = said.find((one) => one.zone === i + 1);
    if (zone === undefined || isQuiet(zone))
      return { zone: i + 1, display: '', percent: '', colour: null, quiet: true };
    return { zone: i + 1, display: zone.display, percent: zone.percent, colour: zone.colour, quiet: false };
  });
}

function totals(said: readonly ZoneSaid[]): { total: string; totalPercent: string } {
  let made = 0;
  let attempted = 0;
  for (const zone of said) {
    if (zone.made === undefined || zone.attempted === undefined) return { total: '', totalPercent: '' };
    made += zone.made;
    attempted += zone.attempted;
  }
  if (attempted === 0) return { total: '', totalPercent: '' };
  return { total: `${made}/${attempted}`, totalPercent: `${Math.round((100 * made) / attempted)}%` };
}

const WHAT: Readonly<Record<ShotType, string>> = {
  all: 'ALL SHOTS',
  'catch-and-shoot': 'CATCH AND SHOOT',
  'off-the-dribble': 'OFF THE DRIBBLE',
};
/** Source: ShotTracker data plotting, shot attributes. */
const ATTRIBUTE = { 'catch-and-shoot': 'CAS', 'off-the-dribble': 'OTD' } as const;

function titleOf(team: Team, playerId: string): readonly string[] {
  if (playerId === '') return teamNameCandidates(team);
  const player = team.players[playerId];
  if (player === undefined) return [];
  const names = nameCandidates(player);
  if (player.number === null || names.length === 0 || names[0]?.startsWith('#')) return names;
  return names.map((name) => `#${player.number} ${name}`);
}

function zoneMap(team: Team, { player, period, shots }: ChartOptions): ZoneMap | undefined {
  // No feed gives a player's zones by period.
  if (player !== '') return period === 'game' ? team.players[player]?.zones[shots] : undefined;
  return period === 'game' ? team.zones[shots] : team.periodZones[period as Period]?.[shots];
}

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
  pick: ({ game, rules }, chosen) => {
    const team = (chosen.side === 'home' ? home : away)(game);
    const map = team === null ? undefined : zoneMap(team, chosen);
    if (team === null || map === undefined || map.zones.length === 0) return null;
    const what = `${WHAT[chosen.shots]} · ${spanLabel(chosen.period, game)}`;
    const code = team.code.trim().toUpperCase();
    return {
      court: rules.court,
      position: chosen.position,
      side: chosen.side,
      homeColour: jerseySaid(home(game)),
      awayColour: jerseySaid(away(game)),
      title: titleOf(team, chosen.player),
      subtitle: chosen.player === '' || code === '' ? [what] : [`${code} · ${what}`, what],
      ...totals(map.zones),
      zones: chartZones(map.zones),
      ...marksOf(map, game, team, chosen),
    };
  },
  scene: async () => (await import('./scene.ts')).makeChartScene,
});
