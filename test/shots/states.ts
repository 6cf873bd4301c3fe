// Every state of a graphic that has a picture: what all go through, and its own from a file of its name in states/.
import { COMMON, type State } from './state.ts';

const found = import.meta.glob<{ readonly states: readonly State[] }>('./states/*.ts', { eager: true });

/** The states of a graphic, by its id, in the order of the book. */
export const statesOf = (id: string): readonly State[] => [
  ...COMMON,
  ...(found[`./states/${id}.ts`]?.states ?? []),
];
