// The timeline's drawing says what the outline says.
import { expect, test } from 'vitest';
import { orderOf, rateText, steppedRate } from '../../src/control/tape/tape-action.ts';
import {
  eventNear,
  largestLead,
  leadPath,
  positionText,
  scoreAt,
  spaced,
} from '../../src/control/tape/timeline-shape.ts';
import { noOutline, type Outline } from '../../src/game/outline.ts';
import type { TransportInfo } from '../../src/game/transport.ts';

const SPAN = { fromMs: 1_000, toMs: 2_000 };
const OUTLINE: Outline = {
  ...noOutline,
  readMs: 1_800,
  scores: [
    { atMs: 1_000, home: 0, away: 0 },
    { atMs: 1_250, home: 10, away: 0 },
    { atMs: 1_500, home: 10, away: 20 },
  ],
  events: [
    { atMs: 1_250, kind: 'basket', by: 'home', points: 2, words: '2 HOM' },
    { atMs: 1_260, kind: 'foul', by: 'away', points: 0, words: 'Foul ASH' },
  ],
};

test('a lead is a step at its instant, above the middle for the home team, as far as the tape is read', () => {
  expect(leadPath(OUTLINE, SPAN, 100, 42)).toBe('M0 21 H0.0 V21.0 H25.0 V1.0 H50.0 V41.0 H80.0 V21 Z');
  expect(largestLead(OUTLINE)).toBe(10);
  expect(largestLead(noOutline)).toBe(5);
});

test('the event under the pointer is the nearest, and none far away', () => {
  expect(eventNear(OUTLINE, 1_257, 10)?.words).toBe('Foul ASH');
  expect(eventNear(OUTLINE, 1_400, 10)).toBeNull();
  expect(scoreAt(OUTLINE, 1_499)).toMatchObject({ home: 10, away: 0 });
  expect(scoreAt(OUTLINE, 500)).toBeNull();
});

test('a label that would be written over is left out', () => {
  const labelled = [{ atMs: 1_000 }, { atMs: 1_010 }, { atMs: 1_500 }];
  expect(spaced(labelled, SPAN)).toEqual(labelled.slice(1));
});

test.each([
  [0, false, '0:00'],
  [65_999, false, '1:05'],
  [65_999, true, '1:05.9'],
  [3_725_000, false, '1:02:05'],
  [-5, false, '0:00'],
])('%d ms is written %s', (ms, tenths, text) => {
  expect(positionText(ms, tenths)).toBe(text);
});

test('rates go up and down by their steps, either way, and no further than they may', () => {
  expect([1, 2].map((rate) => steppedRate(rate, 1))).toEqual([2, 4]);
  expect([50, 0.1, -1, -0.1].map((rate) => steppedRate(rate, -1))).toEqual([25, 0.1, -0.5, -0.1]);
  expect(steppedRate(-50, 1)).toBe(-50);
  expect([rateText(0.25), rateText(-4)]).toEqual(['0.25x', '4x back']);
});

test('a wish is the order that it says, as the player stands', () => {
  const info = { rate: 4, loop: true } as TransportInfo;
  expect(orderOf('back', info, 50)).toEqual({ do: 'play', rate: -4 });
  expect(orderOf('loop', info, 50)).toEqual({ do: 'loop', on: false });
  expect(orderOf('frame-back', info, 50)).toEqual({ do: 'step', frames: -1, fps: 50 });
  expect(orderOf('cut-minute', info, 50)).toBeNull();
});
