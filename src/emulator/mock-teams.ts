// Both teams of a mock game as a page shows them: who there is, who is on the floor, what each has.
import { rowOf } from '../feeds/simulator/book.ts';
import type { MockGame } from './mock-game.ts';

/** Home first. */
export function teamsOf({ world, chronicle }: MockGame) {
  const book = chronicle.book('game');
  return (['home', 'away'] as const).map((side) => {
    const { team, squad } = world[side];
    const { counts } = book.teams[side];
    return {
      side,
      id: team.id,
      code: team.code,
      name: team.name,
      colour: team.colour,
      score: counts.PTS,
      fouls: counts.FL,
      players: squad.map(({ player: { id, number, firstName, lastName, position } }) => {
        const line = rowOf(book, id).counts;
        const onFloor = world.floor[side].includes(id);
        return { id, number, firstName, lastName, position, onFloor, points: line.PTS, fouls: line.FL };
      }),
    };
  });
}
