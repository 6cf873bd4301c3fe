import { describe, expect, it } from 'vitest';
import { AWAY, HOME, imgWords } from '../../kit/img-words.ts';
import { HEARD_MS, listen, scoreOf } from './read-words.ts';

describe('the course of a game', () => {
  it("the score is the summary's, also where the throws count otherwise", () => {
    const { hear, game } = listen();
    const words = imgWords();
    hear(words.action('twoMade', { team: HOME }));
    hear(words.action('turnover', { team: AWAY }, { homeTeamScore: 12, awayTeamScore: 9 }));
    expect(scoreOf(game())).toEqual([12, 9]);
    hear(words.action('twoMade', { team: AWAY }, { homeTeamScore: 12, awayTeamScore: 8 }));
    expect(scoreOf(game())).toEqual([12, 8]);
  });

  it('the summary of a correction that bears the number of what it corrects is the newest', () => {
    const { hear, game } = listen();
    const words = imgWords();
    const basket = words.action('twoMade', { team: HOME }, { homeTeamScore: 2, awayTeamScore: 0 });
    hear(basket);
    hear(words.action('turnover', { team: AWAY }, { homeTeamScore: 2, awayTeamScore: 0 }));
    const deleted = { ...basket.fixtureAction, sendType: 'Deleted' };
    hear({ fixtureAction: deleted, fixtureSummary: { homeTeamScore: 0, awayTeamScore: 0 } });
    expect(scoreOf(game())).toEqual([0, 0]);
  });

  it("possession is the summary's while the game is played, and nobody's before", () => {
    const { hear, game } = listen();
    const words = imgWords();
    hear(words.action('turnover', { team: HOME }, { isHomeTeamInPossesion: false }));
    hear(words.action('turnover', { team: AWAY }, { isHomeTeamInPossesion: false }));
    expect(game().possession).toBeNull();
    hear(words.action('periodStart', {}, { isHomeTeamInPossesion: true }));
    expect(game().possession?.teamId).toBe(HOME.id);
  });

  it('a clock that starts begins its period, where nobody told of the start', () => {
    const { hear, game } = listen();
    const words = imgWords();
    hear(words.action('periodEnd', { period: 1 }));
    expect(game().period).toBe('END');
    hear(words.action('clockStart', { period: 2, clockTime: '10:00' }));
    expect(game().period).toBe('Q2');
  });

  it('the clock starts, stops and is adjusted by its own actions, from their stamps', () => {
    const { hear, listener } = listen();
    const words = imgWords(HEARD_MS);
    hear(words.action('clockStart', { clockTime: '10:00' }));
    hear(words.action('clockStop', { clockTime: '09:58' }));
    hear(words.action('clockAdjust', { clockTime: '09:59' }));
    expect(listener.of('clock').map(({ game }) => [game.remainingMs, game.running])).toEqual([
      [600_000, true],
      [598_000, false],
      [599_000, false],
    ]);
  });

  it('a stop of the clock that is deleted leaves it running since its start', () => {
    const { hear, listener } = listen();
    const words = imgWords(HEARD_MS);
    hear(words.action('clockStart', { clockTime: '10:00' }));
    hear(words.action('clockStop', { clockTime: '09:59', actionId: 's' }));
    hear(words.action('clockStop', { clockTime: '09:59', actionId: 's', sendType: 'Deleted' }));
    const last = listener.of('clock').at(-1);
    expect(last?.game).toEqual({ remainingMs: 598_000, running: true, resolutionMs: 1000 });
  });

  it('periods go from quarter to half-time, overtime and the end', () => {
    const { hear, listener } = listen();
    const words = imgWords();
    for (const period of [1, 2, 3, 4, 5]) {
      hear(words.action('periodStart', { period }));
      hear(words.action('periodEnd', { period }));
    }
    hear(words.action('matchEnd', { period: 5 }));
    expect(listener.of('period').map(({ period }) => period)).toEqual([
      'Q1',
      'END',
      'Q2',
      'HT',
      'Q3',
      'END',
      'Q4',
      'END',
      'OT1',
      'END',
      'FINAL',
    ]);
  });

  it('team fouls begin anew with a period, and are not told of a game in which none is collected', () => {
    const { hear, game } = listen();
    const words = imgWords();
    hear(words.action('periodStart', { team: HOME }));
    hear(words.action('turnover', { team: AWAY }));
    expect(game().teams[HOME.id]?.fouls).toBeNull();
    hear(words.action('foul', { team: HOME }));
    hear(words.action('foul', { team: HOME, actionId: 'f' }));
    expect([game().teams[HOME.id]?.fouls, game().teams[AWAY.id]?.fouls]).toEqual([2, 0]);
    hear(words.action('foul', { team: HOME, actionId: 'f', sendType: 'Deleted' }));
    expect(game().teams[HOME.id]?.fouls).toBe(1);
    hear(words.action('periodStart', { period: 2 }));
    expect(game().teams[HOME.id]?.fouls).toBe(0);
  });

  it('colours, the five on the floor and timeouts are told; four on the floor are not', () => {
    const { hear, game, listener } = listen();
    const words = imgWords();
    const players = [1, 2, 3, 4, 5, 6].map((n) => ({
      id: `p${n}`,
      name: `A B${n}`,
      shirtNumber: n,
      starter: n < 6,
    }));
    hear(words.action('turnover', { team: AWAY }));
    hear(
      words.action('colours', { metadata: { homeTeamColour: '0, 38, 255', awayTeamColour: '255, 242, 0' } }),
    );
    hear(words.action('lineup', { team: HOME, metadata: { players } }));
    hear(words.action('subOut', { team: HOME, player: { id: 'p1', name: 'A B1' } }));
    hear(words.action('subIn', { team: HOME, player: { id: 'p6', name: 'A B6' } }));
    hear(words.action('timeout', { team: AWAY }));
    expect(game().teams[HOME.id]).toMatchObject({
      colour: '#0026ff',
      onFloor: ['p2', 'p3', 'p4', 'p5', 'p6'],
    });
    expect(game().teams[HOME.id]?.players.p6).toMatchObject({ number: '6', lastName: 'B6' });
    expect(listener.of('lineup').map(({ playerIds }) => playerIds.length)).toEqual([5, 5]);
    expect(listener.of('play').at(-1)).toMatchObject({ classification: 'TIMEOUT', teamId: AWAY.id });
  });
});
