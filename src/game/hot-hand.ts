// Who is hot: a player whose last shots from the field all fell.
import type { Game, Shot } from './game.ts';

/** Shots made one after the other, up to now: the first and the last of them. */
export type MadeRow = { readonly count: number; readonly first: Shot; readonly last: Shot };

/** The row that each player is in, by his id; those whose last shot missed are left out. A deleted shot never was. */
export function madeRows(shots: Game['shots']): ReadonlyMap<string, MadeRow> {
  const rows = new Map<string, MadeRow>();
  for (const shot of Object.values(shots).sort((a, b) => a.atMs - b.atMs)) {
    const { playerId, made } = shot;
    if (playerId === undefined) continue;
    const row = rows.get(playerId);
    if (made) rows.set(playerId, { count: (row?.count ?? 0) + 1, first: row?.first ?? shot, last: shot });
    else rows.delete(playerId);
  }
  return rows;
}

/** Shots made in a row up to now, by player. */
export const makesInARow = (shots: Game['shots']): ReadonlyMap<string, number> =>
  new Map([...madeRows(shots)].map(([playerId, { count }]) => [playerId, count]));
