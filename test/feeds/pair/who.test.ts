import { describe, expect, test } from 'vitest';
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
