// The team comparison by each set of rows.
import { chosen, marked, type State } from '../state.ts';

export const states: readonly State[] = [
  chosen('shooting', { rows: 'shooting' }),
  chosen('ball control', { rows: 'ball control' }),
  marked(),
];
