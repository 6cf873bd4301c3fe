// Twenty whole games: what must hold in each, and what averages must look like a league.
import { beforeAll, describe, expect, it } from 'vitest';
import { bookOf } from '../../../src/feeds/simulator/book.ts';
import { type Chronicle, makeChronicle } from '../../../src/feeds/simulator/chronicle.ts';
import type { Amendment, GameEvent } from '../../../src/feeds/simulator/event.ts';
import { type Simulation, simulate } from '../../../src/feeds/simulator/simulate.ts';
import { everybody } from '../../../src/feeds/simulator/world.ts';
import { RULE_SETS, type RuleSetName } from '../../../src/game/rules.ts';

const SIDES = ['home', 'away'] as const;
const GAMES_A_RULE_SET = 4;
/** A game that is level after two halves. */
const OVERTIME_SEED = 16;

/** What a game must never do, collected while it runs: an expectation in every step would cost more than the game. */
type Seen = {
  readonly wrong: string[];
  fastest: number;
  farthestBallMm: number;
  farthestBodyMm: number;
  overlaps: number;
  pairs: number;
  periods: string[];
};

type Played = {
  readonly rules: RuleSetName;
  readonly seed: number;
  readonly game: Simulation;
  readonly entries: readonly (GameEvent | Amendment)[];
  readonly seen: Seen;
  readonly chronicle: Chronicle;
};

type Places = { readonly ball: readonly number[]; readonly bodies: ReadonlyMap<number, readonly number[]> };

const placesOf = ({ world }: Simulation): Places => ({
  ball: [world.ball.x, world.ball.y, world.ball.z],
  bodies: new Map(everybody(world).map(({ player, body }) => [player.id, [body.x, body.y]])),
});

const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((total, value, index) => total + (value - (b[index] ?? 0)) ** 2, 0));

function lookAt(seen: Seen, game: Simulation, before: Places): Places {
  const { world } = game;
  const now = placesOf(game);
  seen.farthestBallMm = Math.max(seen.farthestBallMm, apart(now.ball, before.ball));
  for (const [id, place] of now.bodies) {
    const was = before.bodies.get(id);
    if (was !== undefined) seen.farthestBodyMm = Math.max(seen.farthestBodyMm, apart(place, was));
  }
  for (const { body } of everybody(world))
    seen.fastest = Math.max(seen.fastest, Math.hypot(body.vx, body.vy));
  const places = [...now.bodies.values()];
  if (world.table.running)
    places.forEach((a, i) => {
      for (const b of places.slice(i + 1)) {
        seen.pairs += 1;
        if (apart(a, b) < 300) seen.overlaps += 1;
      }
    });
  return now;
}

function checkFloor(seen: Seen, { world }: Simulation): void {
  const at = `${world.table.period} ${world.table.gameMs}`;
  for (const side of [world.home, world.away]) {
    if (side.five.length !== 5 || new Set(side.five).size !== 5)
      seen.wrong.push(`${at}: not five of ${side.name}`);
    if (world.table.running && side.five.some(({ fouls }) => fouls >= world.law.foulsOut))
      seen.wrong.push(`${at}: one with ${world.law.foulsOut} fouls plays`);
  }
  if (world.table.shotOn && world.table.shotMs > world.table.gameMs)
    seen.wrong.push(`${at}: shot clock beyond the game clock`);
}

function play(rules: RuleSetName, seed: number, closely: boolean): Played {
  const game = simulate({ seed, rules });
  const entries: (GameEvent | Amendment)[] = [];
  const seen: Seen = {
    wrong: [],
    fastest: 0,
    farthestBallMm: 0,
    farthestBodyMm: 0,
    overlaps: 0,
    pairs: 0,
    periods: [],
  };
  let before = placesOf(game);
  let clock = { period: '', gameMs: 0 };
  while (!game.over) {
    entries.push(...game.step());
    const { period, gameMs } = game.world.table;
    if (period === clock.period && gameMs > clock.gameMs)
      seen.wrong.push(`${period}: the clock rose to ${gameMs}`);
    if (period !== clock.period) seen.periods.push(period);
    clock = { period, gameMs };
    if (game.world.nowMs % 1_000 === 0) checkFloor(seen, game);
    if (closely) before = lookAt(seen, game, before);
  }
  const chronicle = makeChronicle(game.world.court.name);
  entries.forEach((entry) => chronicle.take(entry));
  return { rules, seed, game, entries, seen, chronicle };
}

let games: readonly Played[] = [];
let closely: readonly Played[] = [];

beforeAll(() => {
  games = RULE_SETS.flatMap((rules, index) =>
    Array.from({ length: GAMES_A_RULE_SET }, (_, n) => play(rules, 100 * (index + 1) + n, n === 0)),
  );
  closely = games.filter(({ seen }) => seen.pairs > 0);
}, 180_000);

const rowsOf = (played: readonly Played[]) =>
  played.flatMap((one) => {
    const book = one.chronicle.book('game');
    return SIDES.map((side) => ({
      name: `${one.rules} ${one.seed} ${side}`,
      ...book.teams[side].counts,
      POSS: book.groups[side].get('OVERALL')?.POSS ?? 0,
    }));
  });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('a simulated game', () => {
  it('is the same for the same seed, step for step, and another for another', () => {
    const trace = (seed: number): string => {
      const game = simulate({ seed, rules: 'fiba' });
      const told: unknown[] = [];
      for (let i = 0; i < 5_000; i += 1) told.push(game.step(), [...placesOf(game).ball]);
      return JSON.stringify(told);
    };
    const first = trace(11);
    expect(trace(11)).toBe(first);
    expect(trace(12)).not.toBe(first);
  });

  it('keeps five of each side on the floor, none of them fouled out, and clocks that only fall', () => {
    expect(
      games.flatMap(({ rules, seed, seen }) => seen.wrong.map((wrong) => `${rules} ${seed} ${wrong}`)),
    ).toEqual([]);
  });

  it('has nobody run faster than 9 metres a second, and neither body nor ball jump', () => {
    for (const { seen } of closely) {
      expect(seen.fastest).toBeLessThan(9);
      expect(seen.farthestBodyMm).toBeLessThan(9 * 40 + 30);
      expect(seen.farthestBallMm).toBeLessThan(1_000);
    }
  });

  it('lets bodies touch but hardly ever overlap', () => {
    const overlaps = sum(closely.map(({ seen }) => seen.overlaps));
    const pairs = sum(closely.map(({ seen }) => seen.pairs));
    expect(overlaps / pairs).toBeLessThan(0.0005);
  });

  it('goes through its periods in order and ends with a winner', () => {
    for (const { game, seen } of games) {
      const { rules, points } = game.world;
      const played = seen.periods.filter((period) => /^(Q|H\d)/.test(period));
      expect(played).toEqual(rules.periods);
      expect(seen.periods[0]).toBe('PRE');
      expect(seen.periods).toContain('HT');
      expect(seen.periods.slice(-2)).toEqual(['END', 'FINAL']);
      expect(points.home).not.toBe(points.away);
    }
  });

  it('knows its own score from its events, corrections and all', () => {
    for (const played of games) {
      const { teams } = played.chronicle.book('game');
      const { points } = played.game.world;
      expect({ home: teams.home.counts.PTS, away: teams.away.counts.PTS }).toEqual(points);
    }
  });

  it('has every game corrected at least once, and seldom', () => {
    for (const { entries, rules, seed } of games) {
      const corrections = entries.filter(({ kind }) => kind === 'amendment').length;
      expect(corrections, `${rules} ${seed}`).toBeGreaterThanOrEqual(1);
      expect(corrections).toBeLessThanOrEqual(3);
    }
  });

  it('takes both ends in turn: every shot of a half goes for the same hoop', () => {
    for (const played of games) {
      const { events } = played.chronicle;
      for (const side of SIDES) {
        const hoops = new Map<string, Set<number>>();
        for (const event of events)
          if (event.kind === 'shot' && event.side === side) {
            const seen = hoops.get(event.period) ?? new Set();
            hoops.set(event.period, seen.add(Math.sign(event.hoopYMm)));
          }
        for (const [period, ends] of hoops)
          expect(ends.size, `${played.rules} ${played.seed} ${period}`).toBe(1);
        const [first, ...rest] = played.game.world.rules.periods;
        const last = rest.at(-1);
        expect([...(hoops.get(first ?? 'Q1') ?? [])]).not.toEqual([...(hoops.get(last ?? 'Q4') ?? [])]);
      }
    }
  });

  it('takes overtime exactly where regular time ends level', () => {
    const withOvertime = [...games, play('ncaa-men', OVERTIME_SEED, false)];
    const levelAfterRegular = ({ chronicle, game }: Played): boolean => {
      const regular = chronicle.events.filter(({ period }) => !period.startsWith('OT'));
      const { home, away } = bookOf(regular, game.world.court.name).teams;
      return home.counts.PTS === away.counts.PTS;
    };
    expect(withOvertime.filter(({ seen }) => seen.periods.includes('OT1')).length).toBeGreaterThan(0);
    for (const played of withOvertime)
      expect(played.seen.periods.includes('OT1')).toBe(levelAfterRegular(played));
  });
});

describe('the numbers of simulated games', () => {
  it.each([
    ['POSS', 60, 112],
    ['PTS', 45, 160],
    ['FL', 8, 34],
    ['TO', 5, 28],
    ['REB', 22, 70],
    ['AST', 6, 42],
  ] as const)('%s of any team in any game lies between %d and %d', (key, low, high) => {
    for (const row of rowsOf(games)) {
      expect(row[key], row.name).toBeGreaterThanOrEqual(low);
      expect(row[key], row.name).toBeLessThanOrEqual(high);
    }
  });

  it.each(RULE_SETS)('%s: the averages are a league’s', (rules) => {
    const rows = rowsOf(games.filter((one) => one.rules === rules));
    const mean = (key: 'POSS' | 'PTS' | 'FL' | 'TO' | 'REB' | 'BLK' | 'STL' | 'AST'): number =>
      sum(rows.map((row) => row[key])) / rows.length;
    const share = (made: 'FG2' | 'FG3' | 'FT', attempted: 'FGA2' | 'FGA3' | 'FTA'): number =>
      sum(rows.map((row) => row[made])) / sum(rows.map((row) => row[attempted]));
    const nba = rules === 'nba';
    const between = (value: number, low: number, high: number): void => {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    };
    between(mean('POSS'), nba ? 92 : 62, nba ? 110 : 88);
    between(mean('PTS'), nba ? 90 : 60, nba ? 128 : 98);
    between(share('FG2', 'FGA2'), 0.4, 0.55);
    between(share('FG3', 'FGA3'), 0.28, 0.42);
    between(share('FT', 'FTA'), 0.62, 0.87);
    between(mean('FL'), 12, 28);
    between(mean('TO'), 8, 20);
    between(mean('REB'), 28, 58);
    between(mean('STL'), 4, 13);
    between(mean('BLK'), 1.5, 9);
    between(mean('AST'), 10, 32);
  });
});
