// Which team is at home, as the first action that named each says.
import type { Action } from './action.ts';

/** The ids of the two teams; null before one was named. */
export type Sides = { readonly homeId: string | null; readonly awayId: string | null };

export const NO_SIDES: Sides = { homeId: null, awayId: null };

/** The sides after one action more. */
export function sidesAfter(sides: Sides, { team }: Action): Sides {
  if (team?.homeTeam === true && sides.homeId === null) return { ...sides, homeId: team.id };
  if (team?.homeTeam === false && sides.awayId === null) return { ...sides, awayId: team.id };
  return sides;
}
