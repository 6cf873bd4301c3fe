// The shot chart on the real floor: of either team, and with the lines that line it up.
import { chosen, marked, type State } from '../state.ts';

export const states: readonly State[] = [
  chosen('the visitors', { side: 'away' }),
  chosen('the other basket, out of the picture', { end: 'left' }),
  chosen('the lines as taught', { showLines: true }),
  marked(),
];
