// The test card before there is a game, and with a feed that is lost.
import { momentAt } from '../../kit/moments.ts';
import { at, type State } from '../state.ts';

export const states: readonly State[] = [
  at('without a game', ({ moment }) => momentAt(moment.atMs)),
  at('with a feed that is lost', ({ moment }) => ({
    ...moment,
    game: { ...moment.game, feeds: { main: { status: 'lost', atMs: moment.atMs } } },
  })),
];
