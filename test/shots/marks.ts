// The logos of the two invented clubs, for pictures: loaded before anything is drawn, as a page that has been on for a while has them.
import { MarkImages } from '../../src/stage/mark-images.ts';
import type { Moment } from '../../src/time/moment.ts';
import comets from './marks/ASH.svg?url';
import herons from './marks/RIV.svg?url';
import { mapTeams } from './played-game.ts';

/** The hosts' first, as in the game. */
const ADDRESSES = [herons, comets] as const;

/** The game with a logo for each team. */
export const withMarks = (moment: Moment): Moment => ({
  ...moment,
  game: mapTeams(moment.game, (team, index) => ({ ...team, mark: ADDRESSES[index % 2] ?? herons })),
});

/** Both logos, there already. @throws Error where one cannot be had. */
export async function loadMarks(): Promise<MarkImages> {
  return await new Promise((resolve, reject) => {
    const images = new MarkImages({ onFault: ({ where, found }) => reject(new Error(`${where}: ${found}`)) });
    images.listen(() => {
      if (!images.loading) resolve(images);
    });
    for (const address of ADDRESSES) images.find(address);
  });
}
