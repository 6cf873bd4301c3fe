import { describe, expect, it } from 'vitest';
import { fold } from '../../src/game/fold.ts';
import { home, noGame } from '../../src/game/game.ts';
import type { Fact } from '../../src/game/message.ts';
import { HOME_ID, messages } from '../kit/messages.ts';

const folded = (...facts: readonly Fact[]) => facts.reduce(fold, noGame);

describe('a play', () => {
  const said = { kind: 'play', id: 'e1', classification: 'TWO_POINT_MAKE', teamId: HOME_ID } as const;
  const stamp = (seq: number) => ({ seq, atMs: 1_000, heardMs: 1_000 });

  it('told once of the player and once of the team is one play, and keeps its player in either order', () => {
    const ofPlayer = { ...said, playerId: '7', ...stamp(1) };
    const ofTeam = { ...said, ...stamp(2) };
    for (const facts of [
      [ofPlayer, ofTeam],
      [ofTeam, ofPlayer],
    ]) {
      const { plays } = folded(...facts);
      expect(plays).toEqual([
        { id: 'e1', classification: 'TWO_POINT_MAKE', teamId: HOME_ID, playerId: '7', atMs: 1_000 },
      ]);
    }
  });

  it('of the same event under another word is another one', () => {
    expect(
      folded({ ...said, ...stamp(1) }, { ...said, classification: 'ASSIST', playerId: '8', ...stamp(2) })
        .plays,
    ).toHaveLength(2);
  });
});

describe('team fouls', () => {
  const say = messages();
  const fouls = (atMs: number, count: number): Fact => say.stats(atMs, { team: { fouls: count } });

  it('remember their last change, but not the first that is heard of them', () => {
    const first = folded(say.roster(0), say.period(1, 'Q1'), fouls(2, 3));
    expect(home(first)).toMatchObject({ fouls: 3, foulsChange: null });
    const next = [fouls(10, 4), fouls(20, 4)].reduce(fold, first);
    expect(home(next)).toMatchObject({ fouls: 4, foulsChange: { before: 3, atMs: 10 } });
  });

  it('begin a period without a change', () => {
    const game = folded(say.roster(0), say.period(1, 'Q1'), fouls(2, 3), fouls(3, 4), say.period(9, 'Q2'));
    expect(home(game)).toMatchObject({ fouls: 0, foulsChange: null });
    expect(home(fold(game, fouls(12, 5)))).toMatchObject({ fouls: 1, foulsChange: { before: 0, atMs: 12 } });
  });

  it('are not known of a later period that we come into, whatever was counted before its name was heard', () => {
    const late = folded(say.roster(0), fouls(1, 11), say.period(2, 'Q3'), fouls(3, 12));
    expect(home(late)).toMatchObject({ fouls: null, foulsChange: null });
    expect(home(folded(say.roster(0), fouls(1, 2), say.period(2, 'Q1')))).toMatchObject({ fouls: 2 });
  });

  it('go on after a break that was none', () => {
    const before = [say.roster(0), say.period(1, 'Q3'), fouls(2, 3), say.period(3, 'Q4'), fouls(4, 7)];
    const said = [...before, say.period(5, 'END'), say.period(5, 'Q4'), fouls(6, 8), say.period(7, 'FINAL')];
    const game = folded(...said);
    expect(home(game)).toMatchObject({ fouls: 5, foulsChange: { before: 4, atMs: 6 } });
  });

  it('are those of the earlier period where a later one was said by mistake, and none when that begins', () => {
    const first = [
      say.roster(0),
      fouls(1, 0),
      say.period(2, 'Q1'),
      fouls(3, 2),
      say.period(4, 'Q2'),
      fouls(5, 5),
    ];
    const mistaken = folded(...first, say.period(6, 'Q3'), fouls(7, 6), say.period(8, 'Q2'));
    expect(home(mistaken)).toMatchObject({ fouls: 4 });
    const [more, third] = [fouls(9, 7), say.period(10, 'Q3')];
    expect(home(fold(mistaken, more))).toMatchObject({ fouls: 5 });
    expect(home([more, third].reduce(fold, mistaken))).toMatchObject({ fouls: 0 });
  });

  it('stay unknown over a break of the period in which the game was first heard of', () => {
    const game = folded(
      say.roster(0),
      say.period(1, 'Q3'),
      fouls(2, 9),
      say.period(3, 'END'),
      say.period(4, 'Q3'),
    );
    expect(home(game)).toMatchObject({ fouls: null });
  });
});

describe('a count of the period', () => {
  const about = {
    kind: 'stats' as const,
    teamId: HOME_ID,
    from: 'event' as const,
    players: [],
    period: 'Q2' as const,
  };
  const stamp = (seq: number) => ({ seq, atMs: 1_000, heardMs: 1_000 });
  const begun: readonly Fact[] = [
    { kind: 'roster', teamId: HOME_ID, side: 'home', code: 'H', name: 'H', players: [], ...stamp(1) },
    { kind: 'period', period: 'Q2', ...stamp(2) },
    { ...about, team: { fouls: 3, points: 12 }, ...stamp(3) },
  ];

  it('that is known no more is shown by nobody, and the others stay', () => {
    const team = home(folded(...begun, { ...about, unknown: ['fouls' as const], ...stamp(4) }));
    expect(team?.fouls).toBeNull();
    expect(team?.periodLines.Q2).toEqual({ points: 12 });
  });

  it('is known again when it is said again', () => {
    const said: Fact = { ...about, team: { fouls: 4 }, ...stamp(5) };
    expect(home(folded(...begun, { ...about, unknown: ['fouls' as const], ...stamp(4) }, said))?.fouls).toBe(
      4,
    );
  });
});
