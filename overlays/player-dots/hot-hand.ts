// Who is hot: a player whose last shots from the field all fell.
import type { Game } from '../../src/game/game.ts';

/** Shots made in a row up to now, by player; those whose last shot missed are left out. A deleted shot never was. */
export function makesInARow(shots: Game['shots']): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { playerId, made } of Object.values(shots).sort((a, b) => a.atMs - b.atMs)) {
    if (playerId === undefined) continue;
    if (made) rows.set(playerId, (rows.get(playerId) ?? 0) + 1);
    else rows.delete(playerId);
  }
  return rows;
}
