// The real game as the rehearsal server tells it agrees with what is known of that game.
import { describe, expect, test } from 'vitest';
import { boxScore } from './box-score.ts';
import { hasTracking, readPlays, readShots, WITHOUT_TRACKING } from './tracking-data.ts';
import { readTrackingGame } from './tracking-game.ts';
import { zoneOf } from './zone-words.ts';

const ATLANTA = 1610612737;
const DETROIT = 1610612765;

type Locations = {
  readonly locations: readonly { type: string; x: number; y: number; z: number; t: number }[];
};
type Clock = { readonly min: string; readonly sec: string; readonly subSec: string; readonly state: string };

describe.skipIf(!hasTracking)(hasTracking ? 'the real game' : WITHOUT_TRACKING, () => {
  test('ends 94 to 106, and every point is a basket', () => {
    const { teams } = boxScore(readPlays(), { period: 4, remainingMs: 0 });
    expect(teams.get(ATLANTA)?.PTS).toBe(94);
    expect(teams.get(DETROIT)?.PTS).toBe(106);
    for (const c of teams.values()) {
      expect(c.PTS).toBe(2 * c.FG2 + 3 * c.FG3 + c.FT);
      expect(c.FGA).toBe(c.FGA2 + c.FGA3);
      expect(c.REB).toBe(c.OFFENSIVE_REB + c.DEFENSIVE_REB);
    }
  });

  test('counts as many attempts from the field as the record of shots', () => {
    const { teams } = boxScore(readPlays(), { period: 4, remainingMs: 0 });
    for (const id of [ATLANTA, DETROIT])
      expect(readShots().filter((row) => Number(row.TEAM_ID) === id)).toHaveLength(teams.get(id)?.FGA ?? 0);
  });

  test('has a zone for every shot of the front court', () => {
    const lost = readShots().filter((row) => zoneOf(row) === null);
    expect(lost.map((row) => row.BASIC_ZONE)).toEqual(lost.map(() => 'Backcourt'));
  });

  test('stands 2 to nothing half a minute after the tip-off, and nothing before', () => {
    const { teams } = boxScore(readPlays(), { period: 1, remainingMs: 681_000 });
    expect(teams.get(DETROIT)?.PTS).toBe(2);
    expect(boxScore(readPlays(), { period: 1, remainingMs: 682_000 }).teams.get(DETROIT)?.PTS).toBe(0);
  });

  test('has ten players and a ball within the hall in each of 603 samples', () => {
    const lines = readTrackingGame()
      .play(0)
      .filter(({ source }) => source === 'location');
    expect(lines).toHaveLength(603);
    for (const { data, atMs } of lines) {
      const { locations } = data as Locations;
      expect(locations.filter(({ type }) => type === 'PLAYER')).toHaveLength(10);
      expect(locations.filter(({ type }) => type === 'BALL')).toHaveLength(1);
      for (const { x, y, t } of locations) {
        expect(Math.abs(x)).toBeLessThan(9_500);
        expect(Math.abs(y)).toBeLessThan(16_000);
        expect(t).toBe(atMs);
      }
    }
  });

  test('is told by a clock that falls by half a second a tick once it runs', () => {
    const said = readTrackingGame()
      .play(0)
      .filter(({ source }) => source === 'clock')
      .map(({ data }) => data as Clock);
    const tenths = said.map(({ min, sec, subSec }) => (Number(min) * 60 + Number(sec)) * 10 + Number(subSec));
    expect(tenths[0]).toBe(7200);
    const running = tenths.slice(said.findIndex(({ state }) => state === 'STARTED') + 1);
    expect(running.length).toBeGreaterThan(40);
    running.slice(1).forEach((now, i) => {
      const fell = (running[i] ?? 0) - now;
      expect(fell).toBeGreaterThanOrEqual(4);
      expect(fell).toBeLessThanOrEqual(6);
    });
  });
});
