// The numbers in the words of whole games: they add up across all sources, play by play.
import { describe, expect, it } from 'vitest';
import type { Spoken } from '../../../src/feeds/simulator/play-game.ts';
import { makeTeller, type Teller } from '../../../src/feeds/simulator/teller.ts';
import { summaryWords } from '../../../src/feeds/simulator/words-summary.ts';
import { dataOf, type Row, START_MS } from './played.ts';

/** What each classification adds to a row, from the provider's words alone: the tests' own arithmetic. */
const ADDS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  TWO_POINT_MAKE: { FG: 1, FGA: 1, FG2: 1, FGA2: 1, PTS: 2 },
  TWO_POINT_MISS: { FGA: 1, FGA2: 1 },
  THREE_POINT_MAKE: { FG: 1, FGA: 1, FG3: 1, FGA3: 1, PTS: 3 },
  THREE_POINT_MISS: { FGA: 1, FGA3: 1 },
  FREE_THROW_MAKE: { FT: 1, FTA: 1, PTS: 1 },
  FREE_THROW_MISS: { FTA: 1 },
  ASSIST: { AST: 1 },
  OFFENSIVE_REBOUND: { REB: 1, OFFENSIVE_REB: 1 },
  DEFENSIVE_REBOUND: { REB: 1, DEFENSIVE_REB: 1 },
  STEAL: { STL: 1 },
  BLOCK: { BLK: 1 },
  LIVE_BALL_TURNOVER: { TO: 1, LBTO: 1 },
  DEAD_BALL_TURNOVER: { TO: 1, DBTO: 1 },
  FOUL: { FL: 1 },
  FOUL_DRAWN: { FLDN: 1 },
  DISTANCE: {},
};

const KEYS = [...new Set(Object.values(ADDS).flatMap((adds) => Object.keys(adds)))];

/** The classifications to add and to take back for one line of the play-by-play. */
function changesOf(classification: string): { readonly add: string[]; readonly take: string[] } {
  const deleted = /^DELETED_(.+)$/.exec(classification);
  if (deleted) return { add: [], take: [deleted[1] ?? ''] };
  const updated = /^UPDATED_(.+)_TO_(.+)$/.exec(classification);
  if (!updated) return { add: [classification], take: [] };
  const [, before = '', after = ''] = updated;
  return { add: [after.includes('_') ? after : before.replace(/MAKE|MISS/, after)], take: [before] };
}

type Tally = Record<string, number>;
const noTally = (): Tally => Object.fromEntries(KEYS.map((key) => [key, 0]));

/** Rows by player, and by team as the sum of its players, added up from the play-by-play. */
function tallyOf(spoken: readonly Spoken[]): ReadonlyMap<string, Tally> {
  const rows = new Map<string, Tally>();
  const change = (key: string, classification: string, sign: number): void => {
    const row = rows.get(key) ?? noTally();
    rows.set(key, row);
    const adds = ADDS[classification];
    if (adds === undefined) throw new Error(`no arithmetic for ${classification}`);
    for (const [what, by] of Object.entries(adds)) row[what] = (row[what] ?? 0) + sign * by;
  };
  for (const one of spoken) {
    if (one.source !== 'boxscorestatsv2') continue;
    const { act, pid, tid, classification } = dataOf(one);
    if (act !== 'PLAYER') continue;
    const { add, take } = changesOf(String(classification));
    for (const key of [`player ${String(pid)}`, `team ${String(tid)}`]) {
      add.forEach((word) => change(key, word, 1));
      take.forEach((word) => change(key, word, -1));
    }
  }
  return rows;
}

const pick = (row: Row): Tally => Object.fromEntries(KEYS.map((key) => [key, Number(row[key])]));

function summaryOf({ world, chronicle, ids }: Teller) {
  return summaryWords({ world, chronicle, reference: ids.gameId, level: 'full', atMs: START_MS });
}

/** Plays a game unseen and compares now and then. */
function compare(
  seed: number,
  everyMs: number,
  check: (teller: Teller, spoken: readonly Spoken[]) => void,
): void {
  const teller = makeTeller({ seed, rules: seed % 2 === 0 ? 'ncaa-men' : 'fiba' });
  const spoken: Spoken[] = [];
  while (!teller.over) {
    for (const { source, simMs, text } of teller.step(true))
      spoken.push({ source, atMs: simMs, text: text((ms) => ms) });
    if (teller.world.nowMs % everyMs === 0) check(teller, spoken);
  }
  check(teller, spoken);
}

describe('the numbers', () => {
  it.each([101, 102, 103, 104])(
    'of the summary are the sum of its events, at any time of game %d',
    (seed) => {
      compare(seed, 300_000, (teller, spoken) => {
        const tally = tallyOf(spoken);
        const { game_stats: stats } = summaryOf(teller);
        for (const side of [stats.home, stats.away]) {
          expect(pick(side.team)).toEqual(tally.get(`team ${side.team.team_id}`) ?? noTally());
          for (const row of side.players)
            if (row.player_id !== 0)
              expect(pick(row)).toEqual(tally.get(`player ${row.player_id}`) ?? noTally());
        }
      });
    },
  );

  it.each([105, 106])(
    'of a team are the sum of its players, and of the game the sum of its periods (%d)',
    (seed) => {
      compare(seed, 600_000, (teller) => {
        const summary: Readonly<Record<string, unknown>> = summaryOf(teller);
        const parts = Object.entries(summary).flatMap(([name, stats]) =>
          /^(quarter|ot)_/.test(name) ? [stats] : [],
        );
        const halves = parts.length === 0 ? [summary.half_1_stats, summary.half_2_stats] : parts;
        const { game_stats: game } = summaryOf(teller);
        for (const side of ['home', 'away'] as const) {
          const { team, players } = game[side];
          const own = players.filter(({ player_id }) => player_id !== 0);
          for (const key of [...KEYS, 'DIST', 'PPTS'] as const) {
            const total = Number(Reflect.get(team, key));
            expect(own.reduce((sum, row) => sum + Number(Reflect.get(row, key)), 0)).toBe(total);
            const ofParts = halves.map((stats) =>
              Number(Reflect.get(Reflect.get(Reflect.get(Object(stats), side), 'team'), key)),
            );
            expect(ofParts.reduce((sum, value) => sum + value, 0)).toBe(total);
          }
          expect(team.PTS).toBe(2 * team.FG2 + 3 * team.FG3 + team.FT);
          expect(own.reduce((sum, { PLUS_MINUS }) => sum + PLUS_MINUS, 0)).toBe(5 * team.PLUS_MINUS);
        }
      });
    },
  );

  it.each([107, 108, 109])('of the zones are the sum of the shots that the chart tells (%d)', (seed) => {
    compare(seed, 600_000, (teller, spoken) => {
      const shots = new Map<string, Row>();
      for (const one of spoken) {
        if (one.source !== 'chart') continue;
        const shot = dataOf(one);
        if (shot.s === 'DELETED') shots.delete(String(shot.eid));
        else shots.set(String(shot.eid), shot);
      }
      const displays = (match: (shot: Row) => boolean): string[] =>
        Array.from({ length: 14 }, (_, index) => {
          const own = [...shots.values()].filter((shot) => shot.z === index + 1 && match(shot));
          return `${own.filter(({ st }) => st === 'MAKE').length}/${own.length}`;
        });
      const has = (shot: Row, attribute: string): boolean =>
        Array.isArray(shot.attributes) && shot.attributes.includes(attribute);
      const { game_stats: stats } = summaryOf(teller);
      for (const { team, players } of [stats.home, stats.away]) {
        const ofTeam = (shot: Row): boolean => shot.tid === String(team.team_id);
        expect(team.shots.map(({ DISPLAY }) => DISPLAY)).toEqual(displays(ofTeam));
        expect(team.cas_shots.map(({ DISPLAY }) => DISPLAY)).toEqual(
          displays((shot) => ofTeam(shot) && has(shot, 'CAS')),
        );
        expect(team.otd_shots.map(({ DISPLAY }) => DISPLAY)).toEqual(
          displays((shot) => ofTeam(shot) && has(shot, 'OTD')),
        );
        expect(team.shot_locations.make.length).toBe(team.FG);
        expect(team.shot_locations.make.length + team.shot_locations.miss.length).toBe(team.FGA);
        for (const row of players)
          if (row.player_id !== 0)
            expect(row.shots.map(({ DISPLAY }) => DISPLAY)).toEqual(
              displays(({ pid }) => pid === String(row.player_id)),
            );
      }
    });
  });

  it('of possessions add up: kinds to all of them, all of them to the points', () => {
    compare(110, 900_000, (teller) => {
      if (!teller.over) return;
      for (const side of ['home', 'away'] as const) {
        const { groups, teams } = teller.chronicle.book('game');
        const overall = groups[side].get('OVERALL');
        const kinds = [...groups[side]].filter(([type]) => type !== 'OVERALL').map(([, group]) => group);
        for (const key of ['POSS', 'PTS', '2PTM', '2PTA', '3PTM', '3PTA', 'TO'] as const)
          expect(kinds.reduce((sum, group) => sum + group[key], 0)).toBe(overall?.[key]);
        expect(overall?.PTS).toBe(teams[side].counts.PTS);
        expect(overall?.TO).toBe(teams[side].counts.TO);
      }
    });
  });
});
