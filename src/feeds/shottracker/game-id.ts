// Which game a message is of, where it says so. Source: Live Data V2: gameId in markers, gid elsewhere, possession.gameId in possessions.
import { id } from '../fields.ts';
import type { Source } from './sources.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const inside = (value: unknown, key: string): unknown =>
  isObject(value) ? (Reflect.get(value, key) as unknown) : undefined;

/** The game's id; null where the message names none. */
export function gameIdOf(source: Source, data: unknown): string | null {
  const holder = source === 'possessions' ? inside(data, 'possession') : data;
  const result = id.safeParse(inside(holder, 'gid') ?? inside(holder, 'gameId'));
  return result.success ? (result.data ?? null) : null;
}
