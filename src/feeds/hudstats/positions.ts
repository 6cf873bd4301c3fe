// In-game positions on the court: by the operator's corners, else by the extent that was seen; nothing while neither is known.
import { type CourtName, courtOf } from '../../game/court.ts';
import { type Fault, fault } from '../../game/fault.ts';
import type { Body } from '../../game/message.ts';
import { present } from '../fields.ts';
import { type Corners, type Mapping, makeExtent, mappingOf } from './calibration.ts';
import { type Side, sideOf } from './sides.ts';
import type { InGameWords } from './words.ts';

/** A player beyond so many courts from the middle is nowhere near it: the position is of another frame. */
const COURTS_AWAY = 2;

/** A player on the court; the team's id and the instant are put to it by who knows them. */
export type Placed = Pick<Body, 'id' | 'xMm' | 'yMm' | 'zMm'> & { readonly side: Side | null };

export type Positions = {
  /** Players of one in-game word, on the court; none while nothing is known of the provider's frame. */
  place(players: InGameWords['players'], faults: Fault[]): readonly Placed[];
};

export function makePositions(name: CourtName, given: Corners | undefined): Positions {
  const court = courtOf(name);
  const extent = makeExtent(court);
  const fixed = given === undefined ? null : mappingOf(given, court);
  let guessed: { readonly text: string; readonly mapping: Mapping } | null = null;

  const guess = (faults: Fault[]): Mapping | null => {
    const corners = extent.corners();
    if (corners === null) return guessed?.mapping ?? null;
    const text = JSON.stringify(corners);
    if (guessed?.text === text) return guessed.mapping;
    const mapping = mappingOf(corners, court);
    if (mapping === null) return null;
    if (guessed === null) faults.push(fault('court-guessed', 'inGame.players', 'corners of the court', text));
    guessed = { text, mapping };
    return mapping;
  };

  return {
    place(players, faults) {
      const bodies = present(players).flatMap(({ position, ...who }) =>
        position === undefined ? [] : [{ ...who, position }],
      );
      if (fixed === null) for (const { position } of bodies) extent.see(position.x, position.y);
      const mapping = fixed ?? guess(faults);
      if (mapping === null) return [];
      return bodies.flatMap(({ id, team, position }): Placed[] => {
        const { xMm, yMm } = mapping(position.x, position.y);
        if (Math.abs(xMm) > COURTS_AWAY * court.widthMm || Math.abs(yMm) > COURTS_AWAY * court.lengthMm) {
          faults.push(
            fault('far-away', 'inGame.players', 'a place near the court', `${position.x}, ${position.y}`),
          );
          return [];
        }
        // Assumed: a player stands on the floor. The unit and the zero of `z` are not public, and it is optional.
        return [{ id, side: sideOf(team), xMm, yMm, zMm: 0 }];
      });
    },
  };
}
