// Efficiency with the fewest and the most rows.
import { chosen, marked, type State } from '../state.ts';

export const states: readonly State[] = [
  chosen('two rows, without the overall', { rows: 2, overall: false }),
  chosen('six rows of the visitors', { rows: 6, side: 'away' }),
  marked(),
];
