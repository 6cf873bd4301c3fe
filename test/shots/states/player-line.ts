// The player line by each set of figures, and in each place.
import { chosen, marked, type State } from '../state.ts';

export const states: readonly State[] = [
  chosen('scoring', { stats: 'scoring' }),
  chosen('shooting', { stats: 'shooting' }),
  chosen('the visitors, at the left', { side: 'away', position: 'left' }),
  marked({ side: 'away' }),
];
