// Words as chance makes them of the provider's names, and what a reader makes of words: said rightly, or told.
import fc from 'fast-check';
import { makeReader } from '../../../src/feeds/shottracker/reader.ts';
import { SOURCES } from '../../../src/feeds/shottracker/sources.ts';
import { messageSchema } from '../../../src/game/message.ts';
import { makeListener } from '../../kit/listener.ts';

/** When the words are heard, in milliseconds since 1970. */
export const NOW = 1_700_000_000_000;
/** How often chance is asked, and by which seed. */
export const RUNS = { numRuns: 400, seed: 20_261_121 };

/** Names that the provider's words use, so that chance meets the parts that are read. */
const NAMES = [
  't',
  'at',
  'period',
  'prd',
  'gid',
  'gameId',
  'tid',
  'pid',
  'bid',
  'eid',
  'team_id',
  'player_id',
  'status',
  'data',
  'state',
  'game_stats',
  'quarter_1_stats',
  'home',
  'away',
  'team',
  'players',
  'shots',
  'cas_shots',
  'shot_locations',
  'make',
  'miss',
  'DISPLAY',
  'R',
  'G',
  'B',
  'PTS',
  'FG_FRACTION',
  'OVERALL_PPP',
  'OVERALL_FG',
  'lineup_stats',
  'player_ids',
  'on_the_floor',
  'jersey_number',
  'team_name',
  'locations',
  'type',
  'x',
  'y',
  'z',
  'gcms',
  'scms',
  'cr',
  'min',
  'sec',
  'subSec',
  'shotSec',
  'classification',
  'act',
  'stats',
  'totalStats',
  'TEAM_SCORE',
  'st',
  'is3',
  'pts',
  'px',
  'py',
  'hx',
  'hy',
  'd',
  's',
  'attributes',
  'possession',
  'teamId',
  'startTimestamp',
  'summary',
  'POSS',
  'scope',
  'team1Id',
  'team1JerseyColor',
  'team2Id',
  'team2JerseyColor',
  '__proto__',
  'constructor',
  'toString',
] as const;

/** Values that the provider's words hold, and some that they should not. */
const value = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    '',
    '0',
    0,
    -1,
    1,
    7,
    12_783,
    1e308,
    NOW,
    NOW / 1000,
    'NaN',
    '3/7',
    '9-3',
    '#f2c230',
    'PLAYER',
    'BALL',
    'TEAM',
    'MAKE',
    'MISS',
    'STARTED',
    'Q1',
    'OT2',
    'COMPLETED',
    'DELETED',
    'DELETED_TWO_POINT_MAKE',
    'JERSEY_COLOR',
    'LINEUP_STATUS',
    'OVERALL',
    '__proto__',
    'toString',
    'a'.repeat(500),
    '\u202e\u0000x',
  ),
  fc.double(),
  fc.string(),
);

/** Any value of values, under names that are read and others. */
export const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    value,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('tree')), { maxLength: 8 }).map(Object.fromEntries),
  ),
}));

/** Hears texts one after another; gives what came of them. */
export function hearAll(texts: readonly string[]) {
  const to = makeListener();
  const reader = makeReader({ rules: 'nba', to });
  const results = texts.map((text, index) => reader.hear(text, NOW + index * 10));
  return { ...to, results };
}

/** What is wrong with that: what was said is no Message, or of the future, or something was neither told nor kept. */
export const problems = ({ said, faults, heard }: ReturnType<typeof hearAll>, count: number): string[] => [
  ...said.flatMap((one) => {
    const { error } = messageSchema.safeParse({ ...one, seq: 1 });
    return error === undefined ? [] : [`${one.kind}: ${error.message}`];
  }),
  ...said.filter(({ atMs, heardMs }) => !(atMs <= heardMs)).map(({ kind }) => `${kind} is from the future`),
  ...faults
    .filter(({ where, found }) => where === '' || found.length > 300)
    .map(({ code }) => `fault ${code}`),
  ...(heard.length === count ? [] : [`${heard.length} words of ${count} texts`]),
];

/** A message of any source, with anything in it. */
export const envelope = fc.record(
  { type: fc.constant('data'), source: fc.constantFrom(...SOURCES), seq: fc.nat(40), data: tree },
  { requiredKeys: ['type', 'source'] },
);
