// The top line-ups of the other team.
import { chosen, marked, type State } from '../state.ts';

export const states: readonly State[] = [chosen('the visitors', { side: 'away' }), marked()];
