// What becomes of a cue: a new Show, or a Fault and no change.
import { type Fault, fault } from '../game/fault.ts';
import type { Show } from './show.ts';

export type Granted = { readonly show: Show };
export type Refused = { readonly fault: Fault };

/** A refusal that says why. */
export const refuse = (where: string, expected: string, found: string): Refused => ({
  fault: fault('cue-refused', where, expected, found),
});

/** What a cue can name: the graphics there are. `parse` completes options, or says what is wrong with them. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>;
export type CatalogueEntry = {
  readonly id: string;
  readonly layer: string;
  readonly parse: (
    options: unknown,
  ) => { readonly options: Record<string, unknown> } | { readonly fault: Fault };
};
