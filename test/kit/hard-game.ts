// The hardest ordinary night: the widest figures that a game can bring, and the names that fit worst, in a game that was played.
import type { Game, Play, PlayerInGame, Team } from '../../src/game/game.ts';
import type { ZoneSaid } from '../../src/game/message.ts';
import type { StatLine } from '../../src/game/stat-line.ts';
import type { Moment } from '../../src/time/moment.ts';
import { mapTeams } from '../shots/played-game.ts';

type Name = readonly [first: string | null, last: string | null];

/** Longest in print, with marks above and below. */
const LATIN_NAMES: readonly Name[] = [
  ['Kentavious', 'Caldwell-Pope'],
  ['Giannis', 'Antetokounmpo'],
  ['Šarūnas', 'Jasikevičius'],
  ['Nickeil', 'Alexander-Walker'],
  ['Shai', 'Gilgeous-Alexander'],
  ['Aleksej', 'Pokuševski'],
  ['Øyvind', 'Bjørnstad-Øvergård'],
  ['Timothé', 'Luwawu-Cabarrot'],
  ['Kristaps', 'Porziņģis'],
  ['Dāvis', 'Bertāns'],
  ['Jānis', 'Timma'],
  ['Wendell', 'Carter Jr.'],
  ['Ömer Faruk', 'Yurtseven'],
];
/** In other scripts, and what a feed leaves out. */
const WORLD_NAMES: readonly Name[] = [
  ['محمد', 'عبد الرحمن'],
  ['עמרי', 'כספי'],
  ['建联', '易'],
  ['塁', '八村'],
  ['ルカ', 'ドンチッチ'],
  ['승준', '이'],
  [null, null],
  ['', 'Nenê'],
  ['Παναγιώτης', 'Γιαννάκης'],
  ['Андрей', 'Кириленко'],
  ['Ngũgĩ', 'Nguyễn'],
  [null, ''],
  ['إبراهيم', 'الغامدي'],
];

const LONG_TEAMS = [
  { name: 'Minnesota Timberwolves', code: 'WWWW' },
  { name: 'Middle Tennessee State University', code: 'MMMM' },
] as const;

/** What nobody has brought together in one night, and each of which somebody has. */
const WIDE_LINE: StatLine = {
  points: 100,
  fieldGoalsMade: 36,
  fieldGoalsAttempted: 63,
  twosMade: 24,
  twosAttempted: 44,
  threesMade: 14,
  threesAttempted: 24,
  freeThrowsMade: 28,
  freeThrowsAttempted: 39,
  rebounds: 55,
  offensiveRebounds: 24,
  defensiveRebounds: 31,
  assists: 30,
  steals: 11,
  blocks: 17,
  turnovers: 14,
  fouls: 6,
  plusMinus: -58,
};
/** `100.0%` of most shots, and `74/148` of all. */
const WIDE_TEAM_LINE: StatLine = {
  ...WIDE_LINE,
  points: 199,
  fieldGoalsMade: 74,
  fieldGoalsAttempted: 148,
  threesMade: 44,
  threesAttempted: 44,
  twosMade: 68,
  twosAttempted: 68,
  freeThrowsMade: 64,
  freeThrowsAttempted: 64,
  rebounds: 109,
  assists: 104,
  fouls: 44,
  plusMinus: 100,
  paintPoints: 124,
  secondChancePoints: 104,
  pointsOffTurnovers: 100,
};

const wideZones = (zones: readonly ZoneSaid[]): ZoneSaid[] =>
  zones.map((zone) => ({ ...zone, made: 22, attempted: 45, display: '22/45', percent: '100.0%' }));

type ZonesOf = PlayerInGame['zones'];
const wideMaps = (maps: ZonesOf): ZonesOf =>
  Object.fromEntries(
    Object.entries(maps).map(([type, map]) => [type, map && { ...map, zones: wideZones(map.zones) }]),
  );

const PERIODS = ['Q1', 'Q2', 'Q3', 'Q4', 'OT1', 'OT2', 'OT3', 'OT4'] as const;
const KINDS = [
  'OVERALL',
  'TRANSITION_DEFENSE',
  'HALF_COURT',
  'PT0_BR0',
  'PT1_BR1',
  'OFFENSIVE_REBOUND',
  'ISO',
];

function hardPlayers(team: Team, names: readonly Name[]): Team['players'] {
  const known = Object.values(team.players);
  const [any] = known;
  if (!any) throw new Error('a team without players');
  // A full bench, whoever the feed has named.
  const bench = Array.from(
    { length: names.length },
    (_, index) => known[index] ?? { ...any, id: `b${index}` },
  );
  return Object.fromEntries(
    bench.map((player, index) => {
      const [firstName, lastName] = names[index] ?? [null, null];
      const line = { ...WIDE_LINE, points: 100 - index };
      const zones = wideMaps(player.zones);
      return [player.id, { ...player, firstName, lastName, number: '00', line, zones }];
    }),
  );
}

/** Just made by the host with the longest surname: his tab is out. */
function basket(game: Game, atMs: number): Play {
  const team = game.teams[game.homeId ?? ''];
  const players = Object.values(team?.players ?? {});
  const [longest] = players.sort((a, b) => (b.lastName?.length ?? 0) - (a.lastName?.length ?? 0));
  if (!team || !longest) throw new Error('nobody to score');
  return { id: 'hard', classification: 'THREE_POINT_MAKE', teamId: team.id, playerId: longest.id, atMs };
}

/** Which names the hosts have; the visitors have the other ones. */
export type HostNames = 'latin' | 'world';

/** A moment of a played game, made as hard to fit as it can be. */
export function hardMoment(moment: Moment, hosts: HostNames = 'latin', more: Partial<Game> = {}): Moment {
  const sides = hosts === 'latin' ? [LATIN_NAMES, WORLD_NAMES] : [WORLD_NAMES, LATIN_NAMES];
  const game = mapTeams({ ...moment.game, period: 'OT4', played: 'OT4' }, (team, index) => {
    const players = hardPlayers(team, sides[index] ?? LATIN_NAMES);
    const ids = Object.keys(players);
    const wide = { playerIds: ids.slice(0, 5), plusMinus: -58, pointsScored: 124, pointsAllowed: 182 };
    return {
      ...team,
      ...LONG_TEAMS[index % 2],
      score: 199,
      scoreChange: null,
      fouls: 12,
      foulsChange: null,
      timeouts: 7,
      players,
      line: WIDE_TEAM_LINE,
      periodLines: Object.fromEntries(PERIODS.map((period) => [period, { points: 48 }])),
      zones: wideMaps(team.zones),
      efficiency: KINDS.map((type) => ({ type, possessions: 188, points: 188, pointsPerPossession: 1.88 })),
      lineups: [wide, { ...wide, playerIds: [...ids.slice(0, 4), ids[5] ?? ''], plusMinus: 38 }],
    };
  });
  const reading = (remainingMs: number, text: string) => ({ remainingMs, running: true, text });
  return {
    ...moment,
    version: moment.version + 3,
    game: { ...game, arrow: game.homeId, plays: [basket(game, moment.atMs)], ...more },
    clock: reading(600_000, '10:00'),
    shotClock: reading(24_000, '24'),
  };
}
