// Players on the real floor: by ring, number and name, with trails, and with the lines that line it up.
import { chosen, type State, watched } from '../state.ts';

export const states: readonly State[] = [
  chosen('rings alone', { names: 'none' }),
  chosen('numbers, the visitors', { names: 'number', teams: 'away' }),
  watched('with trails', { trails: true }),
  chosen('the lines as taught', { showLines: true, names: 'none' }),
];
