// Player dots over all of the floor and over half of it, with names, trails, the ball in the air, and in each place.
import { mapTeams } from '../played-game.ts';
import { at, chosen, type State, watched } from '../state.ts';

export const states: readonly State[] = [
  watched('with trails, full court', { view: 'full' }),
  watched('with trails, half court', { view: 'half' }),
  watched('followed', { view: 'auto' }),
  chosen('names, full court', { view: 'full', names: 'surname' }),
  chosen('names, half court', { view: 'half', names: 'surname' }),
  chosen('no numbers, from the far side', { view: 'full', names: 'none', seenFrom: 'far side' }),
  chosen('at the right', { view: 'full', position: 'right' }),
  at(
    'the ball in the air',
    ({ moment }) => ({ ...moment, ball: moment.ball && { ...moment.ball, zMm: 4_200 } }),
    { view: 'half' },
  ),
  at(
    'white on white',
    ({ moment }) => ({ ...moment, game: mapTeams(moment.game, (team) => ({ ...team, colour: '#ffffff' })) }),
    { view: 'full' },
  ),
];
