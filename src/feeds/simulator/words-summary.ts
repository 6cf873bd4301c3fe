// `broadcastsummary`: everything that is counted, of the game and at the full level of its parts too. Source: Live Data V2, broadcastsummary.
import type { Period } from '../../game/period.ts';
import { type Book, rowOf, type Together } from './book.ts';
import type { Chronicle, Part } from './chronicle.ts';
import type { SideName } from './event.ts';
import { groupFields, shotWords, statWords } from './words-rows.ts';
import type { Athlete, Side, World } from './world.ts';

/** `game_stats`: the whole game only, as the provider's parameter of that name asks for. */
export type SummaryLevel = 'game_stats' | 'full';

/** The provider's word for a part of the game. Assumed: the second overtime is OT2. */
export function periodWord(period: Period): string {
  if (period === 'FINAL') return 'COMPLETED';
  if (period === 'TEST') return 'TP';
  return period === 'OT1' ? 'OT' : period;
}

const TOP_LINEUPS = 2;

const lineupWords = ({ five, scored, allowed }: Together) => ({
  player_ids: five,
  PLUS_MINUS: scored - allowed,
  TOTAL_POINTS_SCORED: scored,
  TOTAL_POINTS_ALLOWED: allowed,
});

const topLineups = (book: Book, side: SideName) =>
  [...book.together[side].values()]
    .filter(({ attacks, defences }) => attacks + defences > 0)
    .sort((a, b) => b.scored - b.allowed - (a.scored - a.allowed) || b.scored - a.scored)
    .slice(0, TOP_LINEUPS)
    .map(lineupWords);

function playerWords(book: Book, { player }: Athlete, onTheFloor: boolean) {
  const row = rowOf(book, player.id);
  return {
    player_id: player.id,
    consumer_code: String(player.id),
    jersey_number: Number(player.number),
    first_name: player.firstName,
    last_name: player.lastName,
    position_abbr: player.position,
    sensor: 60_000 + player.id,
    on_the_floor: onTheFloor,
    ...statWords(row),
    ...shotWords(row),
  };
}

/** The row that repeats the team among its players. */
const teamRowWords = (book: Book, { name, team }: Side) => ({
  player_id: 0,
  consumer_code: team.code,
  jersey_number: -1,
  first_name: null,
  last_name: null,
  position_abbr: null,
  sensor: 0,
  on_the_floor: false,
  ...statWords(book.teams[name]),
  ...shotWords(book.teams[name]),
});

function sideWords(book: Book, side: Side, world: World) {
  const { name, team, squad } = side;
  const floor = world.floor[name];
  const row = book.teams[name];
  return {
    team: {
      team_id: team.id,
      consumer_code: team.code,
      team_name: team.name,
      ...statWords(row),
      ...shotWords(row),
      ...groupFields(book, name),
      lineup_stats: topLineups(book, name),
    },
    players: [
      teamRowWords(book, side),
      ...squad.map((athlete) => playerWords(book, athlete, floor.includes(athlete.player.id))),
    ],
  };
}

const partWords = (chronicle: Chronicle, part: Part, world: World, reference: string) => {
  const book = chronicle.book(part);
  return {
    reference: `${reference}-${part}`,
    home: sideWords(book, world.home, world),
    away: sideWords(book, world.away, world),
  };
};

const isQuarters = ({ rules }: World): boolean => rules.periods.length === 4;

/** Parts that are always there: both halves, the quarters where it is played in quarters, the overtimes that were begun. */
function partsOf(chronicle: Chronicle, world: World): readonly (readonly [string, Part])[] {
  const quarters = ([1, 2, 3, 4] as const).map((n): [string, Part] => [`quarter_${n}_stats`, `Q${n}`]);
  const overtimes = chronicle.parts
    .filter((part) => part.startsWith('OT'))
    .map((part): [string, Part] => [`ot_${part.slice(2)}_stats`, part]);
  return [
    ['half_1_stats', 'H1'],
    ['half_2_stats', 'H2'],
    ...(isQuarters(world) ? quarters : []),
    ...overtimes,
  ];
}

export type SummaryOptions = {
  readonly world: World;
  readonly chronicle: Chronicle;
  readonly reference: string;
  readonly level: SummaryLevel;
  /** Milliseconds since 1970. */
  readonly atMs: number;
};

/** The data of one summary. */
export function summaryWords({ world, chronicle, reference, level, atMs }: SummaryOptions) {
  const parts = level === 'full' ? partsOf(chronicle, world) : [];
  return {
    at: atMs,
    at_formatted: new Date(atMs).toISOString(),
    period: periodWord(world.table.period),
    reference,
    game_stats: partWords(chronicle, 'game', world, reference),
    ...Object.fromEntries(parts.map(([name, part]) => [name, partWords(chronicle, part, world, reference)])),
  };
}
