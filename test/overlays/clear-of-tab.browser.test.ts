// What stands over or under a scorebug leaves room for the tab that slides out of it, in each theme.
import { describe, expect, it } from 'vitest';
import { PANEL as DOTS, panelY as dotsY } from '../../overlays/player-dots/scene.ts';
import { cornerOf, layoutOf, TAB_HEIGHT } from '../../overlays/scorebug/layout.ts';
import { PANEL as CHART, panelY as chartY } from '../../overlays/shot-chart/scene.ts';
import { BOXES, cornerOf as clockCornerOf } from '../../overlays/shot-clock/layout.ts';
import { cardCorner } from '../../src/stage/card-place.ts';
import { THEMES, type Theme } from '../../src/stage/theme.ts';

/** Upper and lower edge of a scorebug with its tab out. */
function bugOf(theme: Theme): { readonly top: number; readonly bottom: number } {
  const { y } = cornerOf(theme, 'theme', true);
  const { height } = layoutOf(theme);
  const isAtTop = theme.scorebug.place === 'top-left';
  return isAtTop ? { top: y, bottom: y + height + TAB_HEIGHT } : { top: y - TAB_HEIGHT, bottom: y + height };
}

describe.each(Object.values(THEMES))('in $name', (theme) => {
  const clock = BOXES.regular;
  it.each([
    ['player dots', dotsY(theme), DOTS.height],
    ['a shot chart', chartY(theme), CHART.height],
    ['a shot clock beside the bug', clockCornerOf(theme, 'above-bug', clock).y, clock.height],
    ['the highest card', cardCorner(theme, 1000, 744).y, 744],
    ['a low card', cardCorner(theme, 1000, 160).y, 160],
  ])('%s stands clear of it, inside the safe area', (_, top, height) => {
    const bug = bugOf(theme);
    expect(top + height <= bug.top || top >= bug.bottom).toBe(true);
    expect(top).toBeGreaterThanOrEqual(theme.safe.y);
    expect(top + height).toBeLessThanOrEqual(1080 - theme.safe.y);
  });
});
