// What graphics make of fields that are dimmed, or out, while no feed speaks: as the show's own Moment says it.
import { describe, expect, test } from 'vitest';
import { floorDots } from '../../overlays/floor-dots/graphic.ts';
import { playerDots } from '../../overlays/player-dots/graphic.ts';
import { scorebug } from '../../overlays/scorebug/graphic.ts';
import { shotClock } from '../../overlays/shot-clock/graphic.ts';
import type { Policies } from '../../src/show/policy.ts';
import { SeenMoment } from '../../src/show/seen-moment.ts';
import { emptyShow } from '../../src/show/show.ts';
import { dimJersey } from '../../src/stage/dim.ts';
import { HOUSE_THEME } from '../../src/stage/theme.ts';
import type { Moment, STALE_FIELDS } from '../../src/time/moment.ts';
import { hallCameras } from '../kit/hall-moments.ts';
import { HOME_ID } from '../kit/messages.ts';
import { aBody, aMoment } from '../kit/moments.ts';

const NOW_MS = 1_700_000_000_000;
const OUT_FOR_MS = 30_000;

/** What is seen half a minute into an outage, with 4 s on the shot clock. */
function inOutage(policies: Policies, overrides = {}): Moment {
  const moment = aMoment({
    atMs: NOW_MS,
    shotClockMs: 0,
    home: { fouls: 5 },
    bodies: [aBody('h1', HOME_ID, 0, 0)],
    cameras: hallCameras(),
    game: { feeds: { script: { status: 'lost', atMs: NOW_MS - OUT_FOR_MS, downMs: NOW_MS - OUT_FOR_MS } } },
  });
  return new SeenMoment().of(moment, { ...emptyShow, policies, overrides, cameras: hallCameras() });
}
const policy = (field: (typeof STALE_FIELDS)[number], is: 'hold' | 'mark' | 'dim' | 'out', afterMs = 0) =>
  inOutage({ [field]: { policy: is, afterMs } });
const bug = (moment: Moment) => scorebug.pick(moment, scorebug.options.parse({}));
const shot = (moment: Moment) => shotClock.pick(moment, shotClock.options.parse({}));
const NOTHING = { clock: false, shot: false, score: false, fouls: false };

describe('the scorebug', () => {
  test.each([
    ['clock', 'clock'],
    ['shotClock', 'shot'],
    ['score', 'score'],
    ['fouls', 'fouls'],
  ] as const)('dims %s and nothing else', (field, part) => {
    expect(bug(policy(field, 'dim'))?.dim).toEqual({ ...NOTHING, [part]: true });
  });

  test.each(['hold', 'mark'] as const)('shows what is to %s as ever', (is) => {
    expect(bug(policy('clock', is))?.dim).toEqual(NOTHING);
  });

  test('dims nothing before the time that was set', () => {
    expect(bug(policy('clock', 'dim', OUT_FOR_MS + 1))?.dim).toEqual(NOTHING);
    expect(bug(policy('clock', 'dim', OUT_FOR_MS))?.dim.clock).toBe(true);
  });

  test('has no clock, score or fouls that are to be out', () => {
    expect(bug(policy('clock', 'out'))?.clock).toBeNull();
    expect(bug(policy('score', 'out'))?.home.score).toBeNull();
    expect(bug(policy('fouls', 'out'))).toMatchObject({ home: { fouls: null }, away: { bonus: null } });
    expect(bug(policy('shotClock', 'out'))?.shot).toBeNull();
  });

  test('does not dim what the operator says himself', () => {
    const clock = { value: { remainingMs: 1_000, running: false, atMs: NOW_MS }, sinceMs: NOW_MS };
    expect(bug(inOutage({ clock: { policy: 'dim', afterMs: 0 } }, { clock }))?.dim.clock).toBe(false);
  });
});

describe('the shot clock', () => {
  test('dimmed alarms nobody', () => {
    expect(shot(policy('shotClock', 'dim'))).toMatchObject({ dim: true, alarm: false, expired: false });
    expect(shot(policy('shotClock', 'hold'))).toMatchObject({ dim: false, alarm: true, expired: true });
  });

  test('that is to be out is off', () => {
    expect(shot(policy('shotClock', 'out'))?.text).toBeNull();
  });
});

describe('players on a floor', () => {
  test('are dimmed with their places', () => {
    const moment = policy('positions', 'dim');
    expect(playerDots.pick(moment, playerDots.options.parse({}))?.dim).toBe(true);
    expect(floorDots.pick(moment, floorDots.options.parse({}))?.dim).toBe(true);
    expect(playerDots.pick(policy('positions', 'mark'), playerDots.options.parse({}))?.dim).toBe(false);
  });

  test('who are to be out are nowhere', () => {
    expect(policy('positions', 'out').bodyCount).toBe(0);
    expect(policy('positions', 'dim').bodyCount).toBe(1);
  });

  test('who are dimmed keep their team’s colour as a ring about a quiet number', () => {
    const { colour } = HOUSE_THEME;
    const look = { fill: '#007a33', ink: '#ffffff', ring: null };
    expect(dimJersey(look, HOUSE_THEME)).toEqual({ fill: colour.raised, ink: colour.quiet, ring: '#007a33' });
  });
});
