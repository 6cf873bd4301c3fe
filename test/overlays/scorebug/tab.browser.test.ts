// The tab slides out of the strip and back, whole at every instant.
import { describe, expect, it } from 'vitest';
import { scorebug } from '../../../overlays/scorebug/graphic.ts';
import { cornerOf, HEIGHT, TAB_HEIGHT, TEAM_WIDTH } from '../../../overlays/scorebug/layout.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { AWAY_ID, HOME_ID } from '../../kit/messages.ts';
import { aMoment, aPlayer, type MomentWish } from '../../kit/moments.ts';
import { coloursIn, drawnPixels } from '../../kit/pixels.ts';
import { benchScene, difference, type Region } from '../../kit/scene-bench.ts';
import { AIR, AROUND, benchBug, CORNER, ORDINARY, WIDTH } from './bug-bench.ts';

const strip = benchBug();

describe('the tab', () => {
  const ABOVE: Region = { ...AROUND, y: CORNER.y - TAB_HEIGHT - AIR, height: HEIGHT + TAB_HEIGHT + AIR * 2 };
  const players = {
    7: aPlayer('7', { number: '23', lastName: 'Alvarez', line: { points: 14 } }),
    8: aPlayer('8', { number: '00', lastName: 'Caldwell-Pope', line: { points: 58 } }),
  };
  const basket = (teamId: string, playerId: string): MomentWish => ({
    home: { ...ORDINARY.home, players },
    away: { ...ORDINARY.away, players },
    game: {
      plays: [
        {
          id: `${teamId} ${playerId}`,
          classification: 'TWO_POINT_MAKE',
          teamId,
          playerId,
          atMs: aMoment().atMs,
        },
      ],
    },
  });
  const none: MomentWish = { ...basket(HOME_ID, '7'), game: { plays: [] } };
  const ofHome = basket(HOME_ID, '7');
  const ofAway = basket(AWAY_ID, '8');
  const around = (): ImageData => strip.picture(ABOVE);
  const settledTab = (wish: MomentWish): ImageData => {
    strip.bug().show(aMoment(wish));
    return around();
  };
  /** How far a tab stands out of a team's block, in units: drawn rows in a column of the air above it. */
  const height = (image: ImageData, teamX: number): number => {
    let rows = 0;
    for (let y = 0; y < TAB_HEIGHT + AIR; y += 1)
      if (image.data[(y * image.width + AIR + teamX + 120) * 4 + 3] === 255) rows += 1;
    return rows;
  };

  it('slides out in 420 ms and back in 280, and ends as the settled picture', () => {
    const [out, back] = [settledTab(ofHome), settledTab(none)];
    const sliding = strip.bug().update(aMoment(ofHome), 10);
    expect(sliding?.duration()).toBeCloseTo(0.42);
    expect(difference(around(), out, 0)).toBe(0);
    const leaving = strip.bug().update(aMoment(none), 10);
    expect(leaving?.duration()).toBeCloseTo(0.28);
    expect(difference(around(), back, 0)).toBe(0);
  });

  it('comes out from behind the strip, further at each instant', () => {
    strip.bug().show(aMoment(none));
    const motion = strip.bug().update(aMoment(ofHome), 0);
    const heights = [0, 0.02, 0.05, 0.1, 0.42].map((seconds) => {
      motion?.time(seconds, true);
      return height(around(), TEAM_WIDTH);
    });
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(5);
    expect([heights[0], heights[4]]).toEqual([0, TAB_HEIGHT]);
  });

  it('of one team slides back while that of the other slides out, and leaves nothing', () => {
    const settledAway = settledTab(ofAway);
    strip.bug().show(aMoment(ofHome));
    const motion = strip.bug().update(aMoment(ofAway), 0.2);
    const between = around();
    expect(height(between, TEAM_WIDTH)).toBeGreaterThan(0);
    expect(height(between, TEAM_WIDTH)).toBeLessThan(TAB_HEIGHT);
    expect(height(between, 0)).toBeGreaterThan(0);
    motion?.progress(1, true);
    expect(difference(around(), settledAway, 0)).toBe(0);
  });

  it('that is interrupted goes on from where it is, without a jump or a leftover', () => {
    const settledHome = settledTab(ofHome);
    strip.bug().show(aMoment(none));
    const first = strip.bug().update(aMoment(ofHome), 0.03);
    const before = around();
    const second = strip.bug().update(aMoment(ofAway), 0);
    expect(height(around(), TEAM_WIDTH)).toBe(height(before, TEAM_WIDTH));
    second?.time(0.15, true);
    const third = strip.bug().update(aMoment(ofHome), 0);
    for (const motion of [first, second, third]) motion?.progress(1, true);
    expect(difference(around(), settledHome, 0)).toBe(0);
    strip.bug().update(aMoment(none), 10);
    expect(height(around(), TEAM_WIDTH) + height(around(), 0)).toBe(0);
  });

  it('changes its figure where it is', () => {
    const players15 = { 7: aPlayer('7', { number: '23', lastName: 'Alvarez', line: { points: 15 } }) };
    const changed: MomentWish = { ...ofHome, home: { ...ORDINARY.home, players: players15 } };
    const wanted = settledTab(changed);
    strip.bug().show(aMoment(ofHome));
    expect(strip.bug().update(aMoment(changed))).toBeNull();
    expect(difference(around(), wanted, 0)).toBe(0);
  });

  it('comes and goes with the strip, within its time', () => {
    const rest = settledTab(ofHome);
    const motion = strip.bug().enter(aMoment(ofHome), 0);
    expect(drawnPixels(around())).toBe(0);
    motion?.progress(1, true);
    expect(difference(around(), rest, 0)).toBe(0);
    expect(motion?.duration()).toBeLessThanOrEqual(0.62);
    const leaving = strip.bug().exit(10);
    expect(drawnPixels(around())).toBe(0);
    expect(leaving?.duration()).toBeLessThanOrEqual(0.32);
  });

  it('keeps its widest words clear of its figure and of its edges', () => {
    const widest = settledTab(basket(AWAY_ID, '8'));
    const line = { y: AIR + 4, height: TAB_HEIGHT - 8 };
    const plain = (x: number) => coloursIn(widest, { ...line, x: AIR + x, width: 1 }).size === 1;
    const drawn = Array.from({ length: TEAM_WIDTH - 8 }, (_, x) => x + 8).filter((x) => !plain(x));
    expect(drawn[0]).toBeGreaterThanOrEqual(16);
    expect(drawn.at(-1)).toBeLessThanOrEqual(TEAM_WIDTH - 14);
    const gaps = drawn.map((x, index) => x - (drawn[index - 1] ?? x)).filter((gap) => gap >= 7);
    expect(gaps.length).toBeGreaterThanOrEqual(2);
  });

  it('of the strip at the top comes out below it', async () => {
    strip.bug().show(aMoment(none));
    const top = await benchScene(strip.bench(), scorebug, { position: 'top-left' });
    top.show(aMoment(ofHome));
    const corner = cornerOf(HOUSE_THEME, 'top-left', true);
    const wide = { x: corner.x, width: WIDTH };
    const above = strip.picture({ ...wide, y: corner.y - TAB_HEIGHT, height: TAB_HEIGHT });
    const below = strip.picture({ ...wide, y: corner.y + HEIGHT, height: TAB_HEIGHT });
    expect([drawnPixels(above), drawnPixels(below)]).toEqual([0, TEAM_WIDTH * TAB_HEIGHT]);
    top.dispose();
  });
});
