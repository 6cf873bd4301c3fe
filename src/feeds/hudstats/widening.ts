// Which in-game words widen what has been seen of the floor: all that a guess of where the court lies hangs on, besides how much was seen.
import { courtOf } from '../../game/court.ts';
import type { Fault } from '../../game/fault.ts';
import { present } from '../fields.ts';
import { readLeniently } from '../lenient.ts';
import { makeExtent } from './calibration.ts';
import { openResponse } from './response.ts';
import { inGameSchema } from './words.ts';

/** Says of each text in turn whether it widens what those before it have shown. */
export function makeWidening(): (text: string) => boolean {
  const extent = makeExtent(courtOf('nba'));
  return (text) => {
    const faults: Fault[] = [];
    const opened = openResponse(text, faults);
    if (opened.is !== 'words') return false;
    const { data } = readLeniently(inGameSchema, opened.payload, 'payload');
    const places = present(data?.inGame?.players).flatMap(({ position }) => position ?? []);
    // Each is seen: none stands in for another.
    return places.map(({ x, y }) => extent.see(x, y)).includes(true);
  };
}
