import { describe, expect, it } from 'vitest';
import { RENEW_MS } from '../../../src/feeds/shottracker/ledger.ts';
import { box, hearing, NOW, summaryOf, tick } from './hearing.ts';

describe('the summary', () => {
  it('says a period after the ticks that were heard before it, though its stamp is older', () => {
    const { hear, said, after } = hearing();
    hear('broadcastsummary', { at: NOW, period: 'Q4' });
    after(8_000);
    hear('clock', tick({ period: 'Q4', state: 'STOPPED' }));
    hear('broadcastsummary', { at: NOW + 5_000, period: 'END' });
    const named = said.filter((one) => one.kind === 'period' || one.kind === 'clock');
    expect(named.map(({ kind, atMs }) => [kind, atMs - NOW])).toEqual([
      ['period', 0],
      ['clock', 8_000],
      ['period', 8_000],
    ]);
  });

  it('says again only what has changed', () => {
    const { hear, said, after } = hearing();
    hear('broadcastsummary', summaryOf(80, 78));
    const first = said.map(({ kind }) => kind);
    after(1_000);
    hear('broadcastsummary', summaryOf(80, 78, { at: NOW + 1_000 }));
    after(1_000);
    hear('broadcastsummary', summaryOf(82, 78, { at: NOW + 2_000 }));
    expect(first).toEqual(['period', 'roster', 'roster', 'score', 'stats', 'stats']);
    expect(said.slice(first.length).map(({ kind }) => kind)).toEqual(['score', 'stats']);
  });

  it('an older one never wins', () => {
    const { hear, of, codes } = hearing();
    hear('broadcastsummary', summaryOf(80, 78));
    hear('broadcastsummary', summaryOf(60, 58, { at: NOW - 600_000, period: 'HT' }));
    expect(of('score')).toHaveLength(1);
    expect(of('period')).toHaveLength(1);
    expect(codes()).toEqual(['older']);
  });

  it('a provider whose clock was set back is followed after three', () => {
    const { hear, of, after } = hearing();
    hear('broadcastsummary', summaryOf(80, 78));
    for (let i = 1; i <= 3; i += 1) {
      after(1_000);
      hear('broadcastsummary', summaryOf(80 + i, 78, { at: NOW - 3_600_000 + i * 1_000 }));
    }
    expect(of('score').at(-1)?.scores[0]?.points).toBe(83);
  });

  it('never goes behind what it said before, though its clock is set back and another has spoken in between', () => {
    const { hear, of, after } = hearing();
    hear('broadcastsummary', summaryOf(80, 78));
    hear('boxscorestatsv2', box({ stats: { TEAM_SCORE: 81 }, totalStats: { PTS: 81 } }), 1);
    for (let i = 1; i <= 3; i += 1) {
      after(1_000);
      hear('broadcastsummary', summaryOf(81, 78, { at: NOW - 3_600_000 + i * 1_000 }));
    }
    const said = (kind: 'score' | 'stats') => of(kind).map(({ from, atMs }) => [from, atMs - NOW]);
    expect(said('score')).toEqual([
      ['summary', 0],
      ['event', 0],
      ['summary', 0],
    ]);
    expect(said('stats').filter(([from]) => from === 'summary')).toEqual(Array(3).fill(['summary', 0]));
  });

  it('says its score again before its word lapses, and at once after another has spoken', () => {
    const { hear, of, after } = hearing();
    const say = (at: number) => hear('broadcastsummary', summaryOf(80, 78, { at: NOW + at }));
    say(0);
    after(RENEW_MS);
    say(RENEW_MS);
    expect(of('score')).toHaveLength(2);
    hear('boxscorestatsv2', box({ stats: { TEAM_SCORE: 76 } }), 1);
    say(RENEW_MS + 1);
    expect(of('score').map(({ from }) => from)).toEqual(['summary', 'summary', 'event', 'summary']);
  });

  it('a score that falls is said', () => {
    const { hear, of, after } = hearing();
    hear('broadcastsummary', summaryOf(80, 78));
    after(1_000);
    hear('broadcastsummary', summaryOf(78, 78, { at: NOW + 1_000 }));
    expect(of('score').at(-1)?.scores[0]?.points).toBe(78);
  });

  it('leaves kinds of possession to the source that tells them', () => {
    const { hear, of } = hearing();
    hear('possessionstats', { t: NOW, scope: 'GAME', tid: 1, summary: [{ type: 'OVERALL', POSS: 70 }] }, 1);
    hear('broadcastsummary', summaryOf(80, 78, {}, { OVERALL_POSS: 69 }));
    expect(of('stats').flatMap(({ efficiency }) => efficiency ?? [])).toEqual([
      { type: 'OVERALL', possessions: 70 },
    ]);
  });

  it('totals of a session give way to totals of the game', () => {
    const { hear, of } = hearing();
    const say = (scope: string, POSS: number, seq: number) =>
      hear('possessionstats', { t: NOW, scope, tid: 1, summary: [{ type: 'OVERALL', POSS }] }, seq);
    say('SESSION', 20, 1);
    say('GAME', 70, 2);
    say('SESSION', 21, 3);
    expect(of('stats').map(({ efficiency }) => efficiency?.[0]?.possessions)).toEqual([20, 70]);
  });
});

describe('line-ups', () => {
  it('each message adds one to those of its team, the best first', () => {
    const { hear, of } = hearing();
    const say = (players: number[], PLUS_MINUS: number, seq: number) =>
      hear('lineupstats', { tid: 1, stats: { PLUS_MINUS }, players }, seq);
    say([1, 2], 3, 1);
    say([3, 4], 9, 2);
    say([2, 1], 4, 3);
    expect(
      of('stats')
        .at(-1)
        ?.lineups?.map(({ plusMinus }) => plusMinus),
    ).toEqual([9, 4]);
  });
});

describe('the period', () => {
  it('a summary that lags does not bring back the period before', () => {
    const { hear, of } = hearing();
    hear('broadcastsummary', summaryOf(1, 1, { period: 'Q1' }));
    hear('clock', tick({ period: 'Q2' }));
    hear('broadcastsummary', summaryOf(2, 1, { period: 'END', at: NOW + 1 }));
    expect(of('period').map(({ period }) => period)).toEqual(['Q1']);
  });

  it('END stands while the clock stands, though its ticks still name the quarter', () => {
    const { hear, of } = hearing();
    hear('clock', tick({ state: 'STOPPED', sec: '00', min: '0' }));
    hear('broadcastsummary', summaryOf(1, 1, { period: 'END' }));
    hear('clock', tick({ state: 'STOPPED', sec: '00', min: '0' }));
    expect(of('clock').map(({ period }) => period)).toEqual(['Q2', undefined]);
    hear('clock', tick({ state: 'STOPPED', period: 'Q3', min: '12' }));
    expect(of('clock').at(-1)?.period).toBe('Q3');
  });

  it.each(['END', 'HT', 'FINAL'])(
    '%s stands though the clock is heard after it for the first time, at 0:00 of the period before',
    (over) => {
      const { hear, of } = hearing();
      const word = over === 'FINAL' ? 'COMPLETED' : over;
      hear('broadcastsummary', summaryOf(1, 1, { period: word }));
      hear('clock', tick({ state: 'STOPPED', sec: '00', min: '0' }));
      expect(of('clock').map(({ period, game }) => [period, game.remainingMs])).toEqual([[undefined, 0]]);
      hear('clock', tick({ state: 'STOPPED', period: 'Q3', min: '12' }));
      expect(of('clock').at(-1)?.period).toBe('Q3');
    },
  );

  it('is told by a clock at 0:00 where nobody has told one', () => {
    const { hear, of } = hearing();
    hear('clock', tick({ state: 'STOPPED', sec: '00', min: '0' }));
    expect(of('clock').map(({ period }) => period)).toEqual(['Q2']);
  });
});

describe('a clock that says it runs', () => {
  /** Hears a tick every half second; gives whether each clock was said to run. */
  const runs = (ticks: readonly object[]) => {
    const { hear, of, after, codes } = hearing();
    for (const more of ticks) {
      hear('clock', tick(more));
      after(500);
    }
    return { runs: of('clock').map(({ game, shot }) => [game.running, shot?.running]), codes: codes() };
  };
  const second = (sec: number) => ({ sec: String(sec), subSec: '0' });

  it('and moves, runs', () => {
    const ticks = [59, 58, 57, 56].map((sec) => ({ ...second(sec), shotSec: String(sec - 40) }));
    expect(runs(ticks)).toEqual({ runs: Array.from({ length: 4 }, () => [true, true]), codes: [] });
  });

  it('and does not move, is held and told once', () => {
    const { runs: running, codes } = runs(Array.from({ length: 6 }, () => second(30)));
    expect(running.map(([game]) => game)).toEqual([true, true, true, false, false, false]);
    expect(codes).toEqual(['clock-frozen']);
  });

  it('and moves again, runs again', () => {
    const { runs: running } = runs([...Array.from({ length: 5 }, () => second(30)), second(29)]);
    expect(running.at(-1)?.[0]).toBe(true);
  });

  it('but holds the shot clock after a basket, holds that alone', () => {
    const held = [59, 58, 57].map((sec) => ({ ...second(sec), shotSec: '24' }));
    expect(runs(held)).toEqual({
      runs: [
        [true, true],
        [true, false],
        [true, false],
      ],
      codes: [],
    });
  });

  it('in whole seconds at two a second, runs', () => {
    const halves = [30, 30, 29, 29, 28, 28].map((sec) => ({
      sec: String(sec),
      subSec: null,
      shotSec: '9',
      shotSubSec: null,
    }));
    expect(runs(halves).runs.map(([game]) => game)).toEqual(Array.from({ length: 6 }, () => true));
  });
});
