import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeReader } from '../../../src/feeds/shottracker/reader.ts';
import { SOURCES, type Source } from '../../../src/feeds/shottracker/sources.ts';
import { messageSchema } from '../../../src/game/message.ts';
import { makeListener } from '../../kit/listener.ts';

const KINDS = [
  'clock',
  'colours',
  'frame',
  'lineup',
  'period',
  'play',
  'possession',
  'roster',
  'score',
  'shot',
  'stats',
  'zones',
];
const NOW = 1_700_000_000_000;
const RUNS = { numRuns: 400, seed: 20_261_121 };

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
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    value,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('tree')), { maxLength: 8 }).map(Object.fromEntries),
  ),
}));

/** Hears texts one after another; gives what came of them. */
function hearAll(texts: readonly string[]) {
  const to = makeListener();
  const reader = makeReader({ rules: 'nba', to });
  const results = texts.map((text, index) => reader.hear(text, NOW + index * 10));
  return { ...to, results };
}

const problems = ({ said, faults, heard }: ReturnType<typeof hearAll>, count: number): string[] => [
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

const envelope = fc.record(
  { type: fc.constant('data'), source: fc.constantFrom(...SOURCES), seq: fc.nat(40), data: tree },
  { requiredKeys: ['type', 'source'] },
);

it('whatever stands in the data of a source, nothing is said that is no Message', () => {
  fc.assert(
    fc.property(fc.array(envelope, { minLength: 1, maxLength: 6 }), (messages) => {
      const texts = messages.map((one) => JSON.stringify(one));
      expect(problems(hearAll(texts), texts.length)).toEqual([]);
    }),
    RUNS,
  );
});

it('whatever text comes, it goes to the tape and is either used or told', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
      const all = hearAll([text]);
      expect(problems(all, 1)).toEqual([]);
      if (all.results[0] === null) expect(all.faults).not.toEqual([]);
    }),
    RUNS,
  );
});

const ROW = {
  PTS: 20,
  FG: 8,
  FGA: 15,
  FT_FRACTION: '4/5',
  DIST: 12_345,
  OVERALL_PPP: 1.1,
  OVERALL_FG: '47%',
  shots: [{ DISPLAY: '3/7', PCT_DISPLAY: '43%', R: 1, G: 2, B: 3 }],
  shot_locations: { make: [[1, 2, 3]], miss: [{ x: 1, y: 2 }] },
};
const SIDE = (id: number) => ({
  team: {
    team_id: id,
    team_name: 'T',
    consumer_code: 'T',
    ...ROW,
    lineup_stats: [{ player_ids: [id + 1], PLUS_MINUS: 3 }],
  },
  players: [
    { player_id: 0 },
    { player_id: id + 1, jersey_number: 7, first_name: 'A', on_the_floor: true, ...ROW },
  ],
});
const PLAYER = { t: NOW, type: 'PLAYER', pid: 1, tid: 2, x: 1, y: 2, z: 3, speed: 1 };

/** Good messages of every source, to be broken. */
const GOOD: readonly { readonly source: Source; readonly data: object }[] = [
  {
    source: 'location',
    data: {
      gcms: 1,
      scms: 2,
      cr: true,
      period: 'Q1',
      locations: [PLAYER, { ...PLAYER, pid: null, type: 'BALL', bid: 'b' }],
    },
  },
  {
    source: 'clock',
    data: {
      gid: 'g',
      period: 'Q1',
      type: 'GAME_SHOT_CLOCK',
      state: 'STARTED',
      min: '1',
      sec: '02',
      subSec: '3',
      shotSec: '14',
      shotSubSec: '0',
    },
  },
  {
    source: 'chart',
    data: {
      eid: 'e',
      t: NOW,
      pid: 5,
      tid: 1,
      st: 'MAKE',
      is3: true,
      pts: 3,
      px: 1,
      py: 2,
      hx: 0,
      hy: 12_700,
      z: 12,
      d: 600,
      s: 'RECORDED',
      attributes: ['CAS'],
      prd: 'Q1',
    },
  },
  {
    source: 'boxscorestatsv2',
    data: {
      eid: 'e',
      t: NOW,
      tid: 1,
      pid: 5,
      act: 'PLAYER',
      classification: 'DELETED_TWO_POINT_MAKE',
      stats: { PTS: 2, TEAM_SCORE: 2 },
      totalStats: { PTS: 8 },
      prd: 'Q1',
      px: 1,
      py: 2,
    },
  },
  {
    source: 'marker',
    data: {
      t: NOW,
      gameId: 'g',
      status: 'JERSEY_COLOR',
      data: { team1Id: 1, team1JerseyColor: '#112233', team2Id: 2, team2JerseyColor: '#445566' },
    },
  },
  {
    source: 'marker',
    data: { t: NOW, gameId: 'g', status: 'LINEUP_STATUS', data: { teamId: 1, players: [1, { pid: 2 }] } },
  },
  {
    source: 'possessions',
    data: { state: 'SAVED', possession: { teamId: 1, startTimestamp: NOW, gameId: 'g' } },
  },
  {
    source: 'possessionstats',
    data: { t: NOW, scope: 'GAME', tid: 1, summary: [{ type: 'OVERALL', POSS: 3, PPP: 1 }] },
  },
  { source: 'lineupstats', data: { tid: 1, stats: { PPP: 1, PLUS_MINUS: 2 }, players: [1, 2, 3] } },
  {
    source: 'broadcastsummary',
    data: {
      at: NOW,
      period: 'Q2',
      game_stats: { home: SIDE(10), away: SIDE(20) },
      quarter_1_stats: { home: SIDE(10) },
    },
  },
];

type Holder = Record<string, unknown>;
/** Every place in a value: what holds it, and under which key. */
const placesIn = (value: unknown): [Holder, string][] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value).flatMap((key) => [
        [value as Holder, key] as [Holder, string],
        ...placesIn((value as Holder)[key]),
      ]);

/** A good message in which up to five places hold something else, or nothing. */
const broken = fc
  .tuple(
    fc.constantFrom(...GOOD),
    fc.array(fc.tuple(fc.nat(), fc.option(tree, { nil: undefined })), { maxLength: 5 }),
  )
  .map(([{ source, data }, changes]) => {
    const copy = structuredClone(data);
    for (const [at, other] of changes) {
      const places = placesIn(copy);
      const [holder, key] = places[at % Math.max(1, places.length)] ?? [{}, ''];
      Object.defineProperty(holder, key, {
        value: other,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return JSON.stringify({ type: 'data', source, data: copy });
  });

it('whatever is broken in good messages, what is said are Messages, of every kind', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.array(broken, { minLength: 1, maxLength: 6 }), (texts) => {
      const all = hearAll(texts);
      for (const { kind } of all.said) kinds.add(kind);
      expect(problems(all, texts.length)).toEqual([]);
    }),
    RUNS,
  );
  expect([...kinds].sort()).toEqual(KINDS);
});

it('a message cut off anywhere is a Fault, and the next one is read', () => {
  fc.assert(
    fc.property(fc.constantFrom(...GOOD), fc.double({ min: 0, max: 1, noNaN: true }), (message, share) => {
      const text = JSON.stringify({ type: 'data', ...message });
      const all = hearAll([text.slice(0, Math.floor(share * (text.length - 1))), text]);
      expect(all.results[0]).toBeNull();
      expect(all.codes()).toContain('not-json');
      expect(all.said.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

it('a message with one character changed never throws, and never says what is no Message', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...GOOD),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (message, at, other) => {
        const text = JSON.stringify({ type: 'data', ...message });
        const index = at % text.length;
        expect(problems(hearAll([text.slice(0, index) + other + text.slice(index + 1)]), 1)).toEqual([]);
      },
    ),
    RUNS,
  );
});
