// The box score of one team alone, and at half-time.
import { at, chosen, marked, type State } from '../state.ts';

export const states: readonly State[] = [
  chosen('the hosts alone', { side: 'home' }),
  at('half-time', ({ moment }) => ({ ...moment, game: { ...moment.game, period: 'HT' } })),
  marked(),
];
