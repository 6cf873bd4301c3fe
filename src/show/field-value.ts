// What a Moment says of a field that can be overridden, whoever said it.
import { readClock } from '../game/clock.ts';
import { away, home, sideOf } from '../game/game.ts';
import type { ClockReading, Moment } from '../time/moment.ts';
import { playerField, type SetClock } from './overrides.ts';

/** What is asked of a Moment. */
export type Said = Pick<Moment, 'atMs' | 'game' | 'clock' | 'shotClock'>;

const clockValue = (reading: ClockReading | null, atMs: number): SetClock | null =>
  reading && { remainingMs: reading.remainingMs, running: reading.running, atMs };

/** Null where nothing was said of it. A clock is as it reads at that instant. */
export function fieldValue({ atMs, game, clock, shotClock }: Said, field: string): unknown {
  const player = playerField(field);
  if (player) {
    const known = Object.values(game.teams)
      .map(({ players }) => players[player.id])
      .find((one) => one !== undefined);
    return (player.of === 'number' ? known?.number : known?.id) ?? null;
  }
  if (field === 'period') return game.period;
  if (field === 'arrow') return sideOf(game, game.arrow ?? undefined);
  if (field === 'clock') return clockValue(clock, atMs);
  if (field === 'shotClock') return clockValue(shotClock, atMs);
  const [side, name] = field.split('.');
  const team = side === 'home' ? home(game) : side === 'away' ? away(game) : null;
  switch (name) {
    case 'score':
    case 'fouls':
    case 'timeouts':
    case 'colour':
      return team?.[name] ?? null;
    case 'name':
    case 'code':
      return team?.[name] || null;
    default:
      return null;
  }
}

/** Two readings of one clock, this far apart at one instant, agree. Milliseconds. */
const CLOCKS_AGREE_MS = 500;

const isClock = (value: unknown): value is SetClock =>
  typeof value === 'object' && value !== null && 'remainingMs' in value;

/** What a set clock says at an instant; before its own it is counted back. */
export const readSetClock = (clock: SetClock, atMs: number): number =>
  clock.running && atMs < clock.atMs
    ? clock.remainingMs + clock.atMs - atMs
    : readClock({ ...clock, resolutionMs: 1 }, atMs);

/** True when the feed says at that instant what the operator said. */
export function agrees(said: Said, field: string, value: unknown): boolean {
  const feed = fieldValue(said, field);
  if (!isClock(value) || !isClock(feed)) return feed === value;
  const apart = Math.abs(readSetClock(value, said.atMs) - feed.remainingMs);
  return feed.running === value.running && apart <= CLOCKS_AGREE_MS;
}
