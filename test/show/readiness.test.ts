import { describe, expect, test } from 'vitest';
import { readinessOf } from '../../src/show/readiness.ts';

const BUG = { needs: ['score', 'clock'], uses: ['shot-clock', 'fouls'] };
const ALL = ['score', 'clock', 'shot-clock', 'fouls'];

describe('a graphic', () => {
  test('runs wholly once all that it wants was really said', () => {
    expect(readinessOf(BUG, { capabilities: ALL, told: ALL }, {})).toEqual({ runs: 'wholly', lacks: [] });
  });

  test('runs in part without what a part of it needs, and tells whether that may still come', () => {
    const feed = { capabilities: ['score', 'clock', 'fouls'], told: ['score', 'clock'] };
    expect(readinessOf(BUG, feed, {})).toEqual({
      runs: 'partly',
      lacks: [
        { what: 'shot-clock', why: 'unsaid', byHand: true },
        { what: 'fouls', why: 'unheard', byHand: true },
      ],
    });
  });

  test('does not run without what it needs, whatever the feed declares', () => {
    const { runs, lacks } = readinessOf(
      { needs: ['positions'], uses: ['ball'] },
      { capabilities: ['positions'], told: ['ball'] },
      {},
    );
    expect(runs).toBe('not');
    expect(lacks).toEqual([{ what: 'positions', why: 'unheard', byHand: false }]);
  });

  test('runs from what was said though nobody declared it', () => {
    expect(readinessOf({ needs: ['zones'], uses: [] }, { capabilities: [], told: ['zones'] }, {}).runs).toBe(
      'wholly',
    );
  });

  test('runs from what the operator gives: both teams, where it is a figure of each', () => {
    const nothing = { capabilities: [], told: ['score', 'clock', 'shot-clock'] };
    expect(readinessOf(BUG, nothing, { 'home.fouls': 1 }).runs).toBe('partly');
    expect(readinessOf(BUG, nothing, { 'home.fouls': 1, 'away.fouls': 1 }).runs).toBe('wholly');
  });
});
