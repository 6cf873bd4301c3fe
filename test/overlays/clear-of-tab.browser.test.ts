// What stands over a scorebug at the foot of the picture leaves room for the tab that slides out of it.
import { expect, it } from 'vitest';
import { PANEL as DOTS } from '../../overlays/player-dots/scene.ts';
import { cornerOf, TAB_HEIGHT } from '../../overlays/scorebug/layout.ts';
import { PANEL as CHART } from '../../overlays/shot-chart/scene.ts';
import { BOXES, cornerOf as clockCornerOf } from '../../overlays/shot-clock/layout.ts';

const clock = clockCornerOf('above-bug', BOXES.regular);

it.each([
  ['player dots', DOTS.y + DOTS.height],
  ['a shot chart', CHART.y + CHART.height],
  ['a shot clock above the bug', clock.y + BOXES.regular.height],
])('%s end above it', (_, bottom) => {
  expect(bottom).toBeLessThanOrEqual(cornerOf('bottom-centre', true).y - TAB_HEIGHT);
});
