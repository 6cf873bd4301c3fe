import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphics } from '../../overlays/catalogue.ts';
import { followFieldGoals, noFieldGoals, playedMs } from '../../src/game/field-goal-clock.ts';
import { noGame } from '../../src/game/game.ts';
import type { Fact } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { LEAST, type Story, type StoryRule, storiesOf } from '../../src/game/stories.ts';
import { foldAll } from '../../src/time/timeline.ts';
import { AWAY_ID, HOME_ID, messages } from '../kit/messages.ts';

const NBA = rulesOf('nba');
const NAMES = ['Murray', 'Jokic', 'Gordon', 'Porter', 'Braun', 'Watson'];
const player = (n: number) => ({
  id: `p${n}`,
  number: String(n),
  firstName: null,
  lastName: NAMES[n] ?? null,
  position: null,
});
const play = (
  seq: number,
  id: string,
  classification: string,
  teamId = HOME_ID,
  atMs = 1_000 + seq,
): Fact => ({
  kind: 'play',
  seq,
  atMs,
  heardMs: atMs,
  id,
  classification,
  teamId,
});

/** The home team, six players strong, and its guests; and what else is said. */
function told(...facts: readonly Fact[]): readonly Story[] {
  const say = messages(900);
  const game = foldAll([
    say.roster(1, { teamId: HOME_ID, side: 'home', code: 'DEN', players: NAMES.map((_, n) => player(n)) }),
    say.roster(2, { teamId: AWAY_ID, side: 'away', code: 'LAL' }),
    say.period(3, 'Q2'),
    ...facts,
  ]);
  return storiesOf({ game, rules: NBA, clock: null, fieldGoals: noFieldGoals });
}
const wordsOf = (stories: readonly Story[], rule: StoryRule) =>
  stories.filter((story) => story.rule === rule).map(({ words }) => words);

describe('a run', () => {
  const opened = play(1, 'a', 'TWO_POINT_MAKE', AWAY_ID);
  const run = [
    play(2, 'b', 'THREE_POINT_MAKE'),
    play(3, 'c', 'THREE_POINT_MAKE'),
    play(4, 'd', 'TWO_POINT_MAKE'),
  ];
  test('is told from so many points on, as one story however long it gets', () => {
    expect(wordsOf(told(opened, ...run.slice(0, 2)), 'run')).toEqual([]);
    const short = told(opened, ...run);
    const long = told(opened, ...run, play(5, 'e', 'FREE_THROW_MAKE'));
    expect(wordsOf(short, 'run')).toEqual([`DEN: a ${LEAST.run}-0 run`]);
    expect(wordsOf(long, 'run')).toEqual([`DEN: a ${LEAST.run + 1}-0 run`]);
    expect(long[0]?.id).toBe(short[0]?.id);
  });
  test('ends with the first point of the others, and with a basket that is taken back', () => {
    expect(wordsOf(told(opened, ...run, play(6, 'f', 'FREE_THROW_MAKE', AWAY_ID)), 'run')).toEqual([]);
    expect(wordsOf(told(opened, ...run, play(6, 'd', 'DELETED_TWO_POINT_MAKE')), 'run')).toEqual([]);
  });
  test('is not told where its beginning is not known', () => {
    expect(wordsOf(told(...run), 'run')).toEqual([]);
  });
});

describe('makes in a row', () => {
  const makes = (count: number) => {
    const say = messages();
    return Array.from({ length: count }, (_, i) => say.shot(1_000 + i, `s${i}`, { playerId: 'p1' }));
  };
  test('are told from four on, of that player, with his line', () => {
    expect(told(...makes(3))).toEqual([]);
    expect(told(...makes(5))).toMatchObject([
      {
        words: 'DEN #1 Jokic: 5 makes in a row',
        id: 'streak p1 s0',
        graphic: 'player-line',
        options: { side: 'home', player: 'p1', stats: 'shooting' },
      },
    ]);
  });
  test('are none any more with a miss, or when one is deleted that was needed', () => {
    const say = messages(50);
    expect(told(...makes(4), say.shot(2_000, 'miss', { playerId: 'p1', made: false }))).toEqual([]);
    expect(told(...makes(4), say.shot(2_000, 's2', { playerId: 'p1', deleted: true }))).toEqual([]);
  });
  test('do not hang on the order in which shots are heard', () => {
    const say = messages(50);
    const facts = [...makes(6), say.shot(500, 'before', { playerId: 'p1', made: false })];
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(told(...shuffled)).toEqual(told(...facts));
      }),
    );
  });
});

describe('a hot zone', () => {
  const zone = (made: number, attempted: number): Fact => ({
    kind: 'zones',
    seq: 60,
    atMs: 1_000,
    heardMs: 1_000,
    teamId: HOME_ID,
    playerId: 'p1',
    shotType: 'all',
    zones: [{ zone: 12, display: '', percent: '', colour: null, made, attempted }],
  });
  const team = messages(70).stats(900, { team: { fieldGoalsMade: 20, fieldGoalsAttempted: 50 } });
  test.each([
    [4, 5, ['DEN #1 Jokic: 4 of 5 from three top']],
    [4, 4, []],
    [3, 6, []],
  ])('of %d of %d', (made, attempted, words) => {
    expect(wordsOf(told(team, zone(made, attempted)), 'zone')).toEqual(words);
  });
  test('is none for a team that hits as much from everywhere', () => {
    const hot = messages(70).stats(900, { team: { fieldGoalsMade: 35, fieldGoalsAttempted: 50 } });
    expect(wordsOf(told(hot, zone(4, 5)), 'zone')).toEqual([]);
  });
});

describe('a big night', () => {
  const line = (points: readonly number[]) =>
    messages(80).stats(900, {
      players: points.map((value, n) => ({ playerId: `p${n}`, line: { points: value } })),
    });
  test('is far above the mean of the team-mates', () => {
    expect(wordsOf(told(line([6, 28, 4, 8, 6, 2])), 'night')).toEqual([
      'DEN #1 Jokic: 28 points, team-mates 5.2 on average',
    ]);
  });
  test.each([
    ['with team-mates as good', [20, 28, 24, 18, 16, 20]],
    ['of few points', [1, 14, 2, 1, 0, 2]],
    ['next to too few team-mates to have a mean', [6, 28, 4]],
  ])('is none %s', (_what, points) => {
    expect(wordsOf(told(line(points)), 'night')).toEqual([]);
  });
});

describe('a drought', () => {
  const say = messages(300);
  const roster = [
    say.roster(1, { teamId: HOME_ID, side: 'home', code: 'DEN' }),
    say.roster(2, { teamId: AWAY_ID, side: 'away', code: 'LAL' }),
    say.period(3, 'Q2'),
  ];
  const made = [say.shot(10_000, 's1'), say.shot(20_000, 's2')];
  /** The clock runs one to one from 10:00 of the second quarter at 0; nothing stops it. */
  const played = (atMs: number) => playedMs(NBA, 'Q2', 600_000 - atMs);
  function at(nowMs: number, ...facts: readonly Fact[]) {
    const before = foldAll(roster, noGame);
    let fieldGoals = followFieldGoals(noFieldGoals, before, played);
    for (let heard = 1; heard <= facts.length; heard += 1)
      fieldGoals = followFieldGoals(fieldGoals, foldAll([...roster, ...facts.slice(0, heard)]), played);
    const game = foldAll([...roster, ...facts]);
    return storiesOf({ game, rules: NBA, clock: { remainingMs: 600_000 - nowMs }, fieldGoals });
  }
  const home = (stories: readonly Story[]) =>
    wordsOf(stories, 'drought').filter((words) => words.startsWith('DEN'));

  test('is measured in time of play from the last made shot', () => {
    expect(home(at(199_000, ...made))).toEqual([]);
    expect(home(at(230_000, ...made))).toEqual(['DEN: no field goal for 3:30 of play']);
  });
  test('goes on from the shot before, when the last one is taken back', () => {
    const gone = say.shot(21_000, 's2', { deleted: true });
    expect(home(at(230_000, ...made, gone))).toEqual(['DEN: no field goal for 3:40 of play']);
  });
  test('is at least as long as it was watched for, where nobody heard its beginning', () => {
    expect(wordsOf(at(230_000, ...made), 'drought')).toContain(
      'LAL: no field goal for at least 3:49 of play',
    );
  });
});

test('play is counted over periods and overtimes', () => {
  expect(playedMs(NBA, 'Q1', 720_000)).toBe(0);
  expect(playedMs(NBA, 'Q3', 600_000)).toBe(26 * 60_000);
  expect(playedMs(NBA, 'OT2', 300_000)).toBe(53 * 60_000);
  expect(playedMs(NBA, 'HT', 900_000)).toBeNull();
});

test('every story names a graphic of the house and options that it takes, all of them known', () => {
  const say = messages(400);
  const everything = told(
    play(1, 'a', 'TWO_POINT_MAKE', AWAY_ID),
    ...['b', 'c', 'd'].map((id, i) => play(2 + i, id, 'THREE_POINT_MAKE')),
    ...[0, 1, 2, 3].map((i) => say.shot(1_000 + i, `s${i}`, { playerId: 'p1', zone: 12 })),
    say.stats(900, {
      team: { fieldGoalsMade: 20, fieldGoalsAttempted: 50 },
      players: [30, 2, 2, 2, 2, 2].map((n, i) => ({
        playerId: `p${i}`,
        line: { points: n, rebounds: n, assists: n },
      })),
    }),
    {
      kind: 'zones',
      seq: 60,
      atMs: 1_000,
      heardMs: 1_000,
      teamId: HOME_ID,
      playerId: 'p1',
      shotType: 'all',
      zones: [{ zone: 12, display: '', percent: '', colour: null, made: 6, attempted: 7 }],
    },
  );
  const droughts: Story = {
    id: '',
    rule: 'drought',
    words: '',
    weight: 0,
    sinceMs: null,
    graphic: 'team-comparison',
    options: { rows: 'shooting' },
  };
  const all = [...everything, droughts];
  expect(new Set(all.map(({ rule }) => rule)).size).toBe(5);
  for (const { graphic, options } of all) {
    const parsed = graphics.get(graphic)?.options.parse(options);
    expect(parsed).toMatchObject(options);
  }
});
