import { describe, expect, it } from 'vitest';
import {
  cornerOf as bugCornerOf,
  CLOCK_WIDTH,
  HEIGHT,
  SHOT_WIDTH,
  TEAM_WIDTH,
} from '../../overlays/scorebug/layout.ts';
import { POSITIONS } from '../../overlays/scorebug/view.ts';
import { shotClock } from '../../overlays/shot-clock/graphic.ts';
import { BOXES, cornerOf } from '../../overlays/shot-clock/layout.ts';
import { PLACES, type ShotClockView, SIZES } from '../../overlays/shot-clock/view.ts';
import { FRAME, HOUSE_THEME } from '../../src/stage/theme.ts';
import { aMoment } from '../kit/moments.ts';

const pick = (shotClockMs: number | null): ShotClockView | null =>
  shotClock.pick(aMoment({ shotClockMs }), shotClock.options.parse({}));

describe('what the shot clock shows', () => {
  it.each([
    [24_000, '24', false, false],
    [5_000, '5', false, false],
    [4_900, '4.9', true, false],
    [0, '0.0', true, true],
    [null, null, false, false],
  ])('at %s ms is %s', (ms, text, alarm, expired) => {
    expect(pick(ms)).toMatchObject({ text, alarm, expired });
  });
});

describe.each(PLACES)('at %s', (place) => {
  it.each(SIZES)('the %s plate lies inside the graphics-safe area, its upper edge on the grid', (size) => {
    const { width, height } = BOXES[size];
    const { x, y } = cornerOf(HOUSE_THEME, place, BOXES[size]);
    expect(y % 8).toBe(0);
    expect(x).toBeGreaterThanOrEqual(FRAME.graphicsSafe.x);
    expect(x + width).toBeLessThanOrEqual(FRAME.width - FRAME.graphicsSafe.x);
    expect(y).toBeGreaterThanOrEqual(FRAME.graphicsSafe.y);
    expect(y + height).toBeLessThanOrEqual(FRAME.height - FRAME.graphicsSafe.y);
  });
});

it.each(SIZES)(
  'the %s plate does not touch a scorebug from where it sits by default, nor from above it',
  (size) => {
    const { width, height } = BOXES[size];
    const bugWidth = TEAM_WIDTH * 2 + CLOCK_WIDTH + SHOT_WIDTH;
    for (const place of ['bottom-right', 'above-bug'] as const) {
      for (const position of POSITIONS) {
        const clock = cornerOf(HOUSE_THEME, place, BOXES[size]);
        const bug = bugCornerOf(HOUSE_THEME, position, true);
        const apart =
          clock.x >= bug.x + bugWidth ||
          clock.x + width <= bug.x ||
          clock.y >= bug.y + HEIGHT ||
          clock.y + height <= bug.y;
        expect(apart, `${place} and ${position}`).toBe(true);
      }
    }
  },
);
