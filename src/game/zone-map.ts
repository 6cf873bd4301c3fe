// What a chart of zones says of a team or one player: the zones in the feed's own colours and words, whose they are, what they are and since when.
import type { Game, Team, ZoneMap } from './game.ts';
import type { ShotType, ZoneSaid } from './message.ts';
import type { Period } from './period.ts';
import { nameCandidates, teamNameCandidates } from './player-name.ts';
import { type Span, spanLabel } from './span.ts';
import { ZONE_COUNT } from './zones.ts';

/** One zone as it is drawn. */
export type ChartZone = {
  readonly zone: number;
  /** The feed's own words. */
  readonly display: string;
  readonly percent: string;
  /** The feed's own colour; null where it says none, and where nobody has shot yet. */
  readonly colour: string | null;
  /** Nobody has shot from there: drawn without words. */
  readonly quiet: boolean;
};

/** Which of a team's zone maps: `player` is an id, or empty for the team. */
export type ZoneChoice = { readonly player: string; readonly shots: ShotType; readonly period: Span };

const NOTHING = /^\s*0*\s*[/\-–]\s*0*\s*$/;

const isQuiet = ({ attempted, display }: ZoneSaid): boolean =>
  attempted === undefined ? NOTHING.test(display) || display.trim() === '' : attempted === 0;

/** All zones, zone 1 first, whatever the feed says of. */
export function chartZones(said: readonly ZoneSaid[]): ChartZone[] {
  return Array.from({ length: ZONE_COUNT }, (_, i) => {
    const zone = said.find((one) => one.zone === i + 1);
    if (zone === undefined || isQuiet(zone))
      return { zone: i + 1, display: '', percent: '', colour: null, quiet: true };
    return { zone: i + 1, display: zone.display, percent: zone.percent, colour: zone.colour, quiet: false };
  });
}

/** Made and attempted over all zones; empty where the feed's words cannot be added up. */
export function zoneTotals(said: readonly ZoneSaid[]): {
  readonly total: string;
  readonly totalPercent: string;
} {
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

/** Whose zones, longest form first. */
export function zoneTitle(team: Team, playerId: string): readonly string[] {
  if (playerId === '') return teamNameCandidates(team);
  const player = team.players[playerId];
  if (player === undefined) return [];
  const names = nameCandidates(player);
  if (player.number === null || names.length === 0 || names[0]?.startsWith('#')) return names;
  return names.map((name) => `#${player.number} ${name}`);
}

/** What they are and since when, longest form first. */
export function zoneSubtitle(
  team: Team,
  { player, shots, period }: ZoneChoice,
  game: Game,
): readonly string[] {
  const what = `${WHAT[shots]} · ${spanLabel(period, game)}`;
  const code = team.code.trim().toUpperCase();
  return player === '' || code === '' ? [what] : [`${code} · ${what}`, what];
}

/** The map that is chosen, if the feed tells it. */
export function chosenZones(team: Team, { player, period, shots }: ZoneChoice): ZoneMap | undefined {
  // No feed gives a player's zones by period.
  if (player !== '') return period === 'game' ? team.players[player]?.zones[shots] : undefined;
  return period === 'game' ? team.zones[shots] : team.periodZones[period as Period]?.[shots];
}
