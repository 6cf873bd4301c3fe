// A new score rolls in its cell, whatever comes between.
import { describe, expect, it } from 'vitest';
import { HEIGHT, PANEL_WIDTH, TEAM_WIDTH } from '../../../overlays/scorebug/layout.ts';
import { HOUSE_THEME } from '../../../src/stage/theme.ts';
import { aMoment } from '../../kit/moments.ts';
import { coloursIn } from '../../kit/pixels.ts';
import { difference } from '../../kit/scene-bench.ts';
import { AIR, AROUND, benchBug, ORDINARY, scored } from './bug-bench.ts';

const { colour } = HOUSE_THEME;
const strip = benchBug();

describe('a new score', () => {
  it('lights its cell in the colour of the team and settles within 900 ms', () => {
    strip.bug().show(aMoment(ORDINARY));
    const motion = strip.bug().update(aMoment(scored(88, 90)), 0.15);
    const corner = { x: AIR + TEAM_WIDTH + PANEL_WIDTH + 2, y: AIR + 2, width: 4, height: 4 };
    expect([...coloursIn(strip.picture(), corner)]).toEqual(['#007a33']);
    expect(motion?.duration()).toBeCloseTo(0.9);
    motion?.progress(1, true);
    const rolled = strip.picture();
    expect(difference(rolled, strip.settled(scored(88, 90)), 0)).toBe(0);
  });

  it('stays inside the strip while it rolls', () => {
    strip.bug().show(aMoment(ORDINARY));
    for (const seconds of [0.02, 0.05, 0.1]) {
      strip.bug().update(aMoment(scored(88, 90)), seconds);
      const around = strip.picture();
      const above = coloursIn(around, { x: 0, y: 0, width: AROUND.width, height: AIR });
      const below = coloursIn(around, { x: 0, y: AIR + HEIGHT, width: AROUND.width, height: AIR });
      expect([...above, ...below]).toEqual(['#000000', '#000000']);
      strip.bug().show(aMoment(ORDINARY));
    }
  });

  it('finishes the one before it', () => {
    strip.bug().show(aMoment(ORDINARY));
    strip.bug().update(aMoment(scored(88, 90)), 0.1);
    const motion = strip.bug().update(aMoment(scored(90, 93)), 0.1);
    motion?.progress(1, true);
    expect(difference(strip.picture(), strip.settled(scored(90, 93)), 0)).toBe(0);
  });

  it('goes on rolling while the clock ticks', () => {
    strip.bug().show(aMoment(ORDINARY));
    const motion = strip.bug().update(aMoment(scored(88, 90)), 0.1);
    expect(strip.bug().update(aMoment({ ...scored(88, 90), clockMs: 426_000 }))).toBeNull();
    expect(motion?.time()).toBeCloseTo(0.1);
    const corner = { x: AIR + TEAM_WIDTH + PANEL_WIDTH + 2, y: AIR + 2, width: 4, height: 4 };
    expect([...coloursIn(strip.picture(), corner)]).toEqual(['#007a33']);
  });

  it("of one team leaves the other's roll alone", () => {
    strip.bug().show(aMoment(ORDINARY));
    const home = strip.bug().update(aMoment(scored(88, 90)), 0.05);
    const away = { ...ORDINARY.away, score: 93, scoreChange: { before: 91, atMs: aMoment().atMs } };
    const both = { ...scored(88, 90), away };
    strip.bug().update(aMoment(both), 0.05);
    home?.time(0.1, true);
    const around = strip.picture();
    for (const team of [0, TEAM_WIDTH]) {
      const corner = { x: AIR + team + PANEL_WIDTH + 2, y: AIR + 2, width: 1, height: 1 };
      expect([...coloursIn(around, corner)]).not.toEqual([colour.raised]);
    }
    expect(coloursIn(around, { x: 0, y: 0, width: AROUND.width, height: AIR }).size).toBe(1);
  });

  it('of both teams at one instant rolls in both cells, as one motion', () => {
    const away = { ...ORDINARY.away, score: 93, scoreChange: { before: 91, atMs: aMoment().atMs } };
    strip.bug().show(aMoment(ORDINARY));
    const motion = strip.bug().update(aMoment({ ...scored(88, 90), away }), 0.15);
    const around = strip.picture();
    for (const team of [0, TEAM_WIDTH]) {
      const corner = { x: AIR + team + PANEL_WIDTH + 2, y: AIR + 2, width: 1, height: 1 };
      expect([...coloursIn(around, corner)]).not.toEqual([colour.raised]);
    }
    motion?.progress(1, true);
    const rolled = strip.picture();
    expect(difference(rolled, strip.settled({ ...scored(88, 90), away }), 0)).toBe(0);
  });

  it('that is corrected while it rolls is put out, and ends as the corrected one', () => {
    strip.bug().show(aMoment(ORDINARY));
    const rolling = strip.bug().update(aMoment(scored(88, 90)), 0.05);
    const quiet = strip.bug().update(aMoment(scored(90, 88)), 0);
    for (const motion of [rolling, quiet]) motion?.progress(1, true);
    const corrected = strip.picture();
    expect(difference(corrected, strip.settled(scored(90, 88)), 0)).toBe(0);
  });

  it('that corrects an older one is there at once, without motion', () => {
    strip.bug().show(aMoment(scored(88, 90)));
    expect(strip.bug().update(aMoment(scored(90, 88)))).toBeNull();
    const corrected = strip.picture();
    expect(difference(corrected, strip.settled(scored(90, 88)), 0)).toBe(0);
  });
});
