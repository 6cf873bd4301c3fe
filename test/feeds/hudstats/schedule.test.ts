// When the games of HudStats' calendar begin, however it writes that, and wherever the relay stands.
import { beforeAll, expect, test } from 'vitest';
import type { Rest } from '../../../src/feeds/hudstats/rest.ts';
import { scheduleOf } from '../../../src/feeds/hudstats/schedule.ts';

const EVENING_MS = Date.UTC(2026, 10, 3, 19, 30);

/** A calendar with one fixture, which begins then. */
const calendarWith = (startDate: string | null): Rest => ({
  token: () => Promise.resolve('a token'),
  calendar: () =>
    Promise.resolve([
      {
        gameId: 'esports:match:7',
        game: 'NBA 2K',
        tournament: null,
        status: null,
        startDate,
        teamA: 'Foxes',
        teamB: 'Herons',
        hasStream: true,
      },
    ]),
  stop: () => undefined,
});

async function tipoffOf(startDate: string | null): Promise<number | null | undefined> {
  const filters = { fromMs: Date.UTC(2026, 10, 3), toMs: Date.UTC(2026, 10, 4) };
  const [game] = await scheduleOf(calendarWith(startDate), { token: 'a token' }, filters);
  return game?.tipoffMs;
}

beforeAll(() => {
  const { TZ: before } = process.env;
  process.env.TZ = 'America/New_York';
  return () => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  };
});

test.each([
  ['2026-11-03T19:30:00Z', EVENING_MS],
  ['2026-11-03T20:30:00+01:00', EVENING_MS],
  ['2026-11-03T19:30:00', EVENING_MS],
  ['2026-11-03 19:30:00', EVENING_MS],
  ['Tue, 03 Nov 2026 19:30:00 GMT', EVENING_MS],
  ['2026-11-03', Date.UTC(2026, 10, 3)],
  ['in the evening', null],
  [null, null],
])('%s is %s', async (startDate, tipoffMs) => {
  expect(new Date(EVENING_MS).getTimezoneOffset()).toBe(300);
  expect(await tipoffOf(startDate)).toBe(tipoffMs);
});
