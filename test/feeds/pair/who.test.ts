// Two providers who call the same teams otherwise: nothing is taken from the second before somebody has said who is who; then it falls in like any other.
import { describe, expect, test } from 'vitest';
import { CAPABILITIES as OF_IMGARENA } from '../../../src/feeds/imgarena/imgarena.ts';
import { beatsOf } from '../../../src/feeds/pair/beats.ts';
import { GRACE_MS, STEP_MS } from '../../../src/feeds/pair/merger.ts';
import { isConfirmed, isSame, proposed } from '../../../src/feeds/pair/who.ts';
import { noGame } from '../../../src/game/game.ts';
import { aPlayer, aTeam } from '../../kit/moments.ts';
import { OURS, THEIRS, twoFeeds } from '../../kit/two-feeds.ts';

const MATCH = { teams: { aa: '10', bb: '20' }, players: { 'p-7': '7' } };

/** Two providers: the backup calls everybody otherwise. */
function strangers() {
  const two = twoFeeds({ ids: { main: OURS, backup: THEIRS } });
  for (const feed of [two.main, two.backup]) {
    feed.status(0, 'live');
    feed.teams(0);
    feed.period(0, 'Q3');
    feed.score(100, 50, 48);
  }
  return two;
}

describe('two feeds with ids of their own', () => {
  test('nothing of a team is taken from a backup until somebody has confirmed who is who', () => {
    const two = strangers();
    two.main.status(1_000, 'lost');
    two.backup.score(1_500, 52, 48);
    two.pass(10_000);
    expect(two.score(10_000)).toBe('50:48');
    expect(Object.keys(two.game(10_000).teams)).toEqual(['10', '20']);
  });

  test("once confirmed the backup's score is the teams' own", () => {
    const two = strangers();
    two.choose(500, {}, MATCH);
    two.main.status(1_000, 'lost');
    two.backup.score(1_500, 52, 48);
    two.pass(3_000);
    expect(two.score(3_000)).toBe('52:48');
    expect(Object.keys(two.game(3_000).teams)).toEqual(['10', '20']);
  });

  test('teams that are the other way round keep their points', () => {
    const two = strangers();
    two.choose(500, {}, { teams: { aa: '20', bb: '10' }, players: {} });
    two.backup.score(600, 48, 50);
    two.main.status(1_000, 'lost');
    two.backup.score(1_500, 48, 53);
    two.pass(3_000);
    expect(two.score(3_000)).toBe('53:48');
  });

  test('statistics are of the players whom the game knows, and nobody else joins it', () => {
    const two = strangers();
    two.choose(500, {}, MATCH);
    two.main.points(600, 20);
    two.backup.points(700, 20);
    two.main.status(1_000, 'lost');
    two.pass(2_000);
    two.backup.points(2_100, 23);
    const team = two.game(2_100).teams['10'];
    expect(team?.players['7']?.line.points).toBe(23);
    expect(Object.keys(team?.players ?? {})).toEqual(['7']);
  });
});

describe('ShotTracker with IMG Arena to fall back on', () => {
  const BEAT_MS = beatsOf('shottracker').clock ?? 0;
  /** Both say 50:48 and a clock that runs; who is who is confirmed. */
  function falling() {
    const two = twoFeeds({
      ids: { main: OURS, backup: THEIRS },
      capabilities: { backup: OF_IMGARENA },
      beatsOf: { main: beatsOf('shottracker'), backup: beatsOf('imgarena') },
    });
    for (const feed of [two.main, two.backup]) {
      feed.status(0, 'live');
      feed.teams(0);
      feed.period(0, 'Q3');
      feed.score(100, 50, 48);
      feed.clock(100, 400_000, true);
    }
    two.choose(200, {}, MATCH);
    return two;
  }

  test("a lost main's score, clock and period are the other's within its staleness and a second", () => {
    const two = falling();
    two.main.status(2_000, 'lost');
    two.backup.score(2_100, 52, 48);
    const dueMs = 2_000 + GRACE_MS + STEP_MS;
    expect(dueMs).toBeLessThanOrEqual(3_000);
    two.pass(dueMs);
    expect(two.score(dueMs)).toBe('52:48');
    expect(Math.abs((two.moment(dueMs).clock?.remainingMs ?? 0) - (400_000 - (dueMs - 100)))).toBeLessThan(
      100,
    );
    expect(two.moment(dueMs).game.homeId).toBe('10');
  });

  test("a clock that misses its beats while the status says live is the other's within its staleness and a second", () => {
    const two = falling();
    for (let ms = 600; ms <= 5_100; ms += 500) two.main.clock(ms, 400_000 - (ms - 100), true);
    // The table went on for a second and a half longer than main has told.
    two.backup.clock(6_000, 394_100, false);
    const dueMs = 5_100 + BEAT_MS + 1_000;
    two.pass(dueMs);
    expect(two.merger.owner('clock')).toBe('backup');
    expect(two.moment(dueMs).clock).toMatchObject({ remainingMs: 394_100, running: false });
  });

  test('a main that comes and goes twenty times flickers neither score, clock nor names', () => {
    const two = falling();
    for (let nth = 0; nth < 20; nth += 1) {
      const atMs = 2_000 + nth * 3_000;
      two.main.status(atMs, 'lost');
      two.pass(atMs + 1_400);
      two.main.status(atMs + 1_500, 'live');
      two.main.score(atMs + 1_600, 50, 48);
      two.backup.score(atMs + 1_700, 50, 48);
    }
    two.pass(65_000);
    expect(new Set(two.scores().filter((one) => !one.includes('-')))).toEqual(new Set(['50:48']));
    const first = two.moment(250).clock?.remainingMs ?? 0;
    for (let ms = 250; ms <= 62_000; ms += 250) {
      const { clock, game } = two.moment(ms);
      expect(clock?.remainingMs).toBe(first - (ms - 250));
      expect(game.teams['10']?.name).toBe('Riverton Herons');
      expect(Object.keys(game.teams)).toEqual(['10', '20']);
    }
  });
});

test('teams go by the ids of the feed that named them first, until the operator says otherwise', () => {
  const two = strangers();
  two.choose(500, {}, MATCH);
  two.main.status(1_000, 'lost');
  two.pass(5_000);
  expect(two.game(5_000).homeId).toBe('10');
  two.choose(6_000, { teams: { feed: 'backup', falls: 'itself' } }, MATCH);
  expect(two.game(6_000).homeId).toBe('aa');
  expect(two.score(6_000)).toBe('50:48');
});

describe('who is who', () => {
  const game = (hostId: string, guestId: string, names: readonly [string, string]) => ({
    ...noGame,
    homeId: hostId,
    awayId: guestId,
    teams: {
      [hostId]: aTeam(hostId, {
        name: names[0],
        players: {
          [`${hostId}-a`]: aPlayer(`${hostId}-a`, { number: '7', firstName: 'Ana', lastName: 'Rúiz' }),
          [`${hostId}-b`]: aPlayer(`${hostId}-b`, { number: '8', firstName: 'Bo', lastName: 'Lind' }),
        },
      }),
      [guestId]: aTeam(guestId, { name: names[1], players: {} }),
    },
  });
  const main = game('10', '20', ['Riverton Herons', 'Lakeside Otters']);

  test('is told by sides, numbers and names, whatever their accents', () => {
    const backup = game('aa', 'bb', ['Herons', 'Otters']);
    expect(proposed(main, backup)).toEqual({
      teams: { aa: '10', bb: '20' },
      players: { 'aa-a': '10-a', 'aa-b': '10-b' },
    });
    expect(isSame(main, backup)).toBe(false);
    expect(isSame(main, main)).toBe(true);
  });

  test('is seen where the names say that the sides are the other way round', () => {
    const backup = game('aa', 'bb', ['Lakeside Otters', 'Riverton Herons']);
    expect(proposed(main, backup)?.teams).toEqual({ bb: '10', aa: '20' });
  });

  test('is confirmed only for the teams that play now, and for both', () => {
    const backup = game('aa', 'bb', ['Herons', 'Otters']);
    expect(isConfirmed(main, backup, MATCH)).toBe(true);
    expect(isConfirmed(main, backup, { teams: { aa: '10' }, players: {} })).toBe(false);
    expect(isConfirmed(main, backup, { teams: { aa: '10', bb: '10' }, players: {} })).toBe(false);
    expect(isConfirmed(main, game('cc', 'dd', ['x', 'y']), MATCH)).toBe(false);
  });
});
