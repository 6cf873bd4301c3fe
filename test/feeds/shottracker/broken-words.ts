// Good messages of every source, and the same with parts of them broken.
import fc from 'fast-check';
import type { Source } from '../../../src/feeds/shottracker/sources.ts';
import { NOW, tree } from './odd-words.ts';

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
export const GOOD: readonly { readonly source: Source; readonly data: object }[] = [
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

export const broken = fc
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
