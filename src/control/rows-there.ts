// Which lines of the table of keys mean something now: of graphics and layers, those that there are. Pure.
import type { KeyRow } from './action.ts';
import type { DeskState } from './desk-state.ts';
import { layersOf } from './layers.ts';

/** The rows to be shown. */
export const rowsThere = (state: Pick<DeskState, 'rows' | 'heard'>): readonly KeyRow[] =>
  state.rows.filter(({ action }) => {
    if (!('index' in action)) return true;
    const there = action.do === 'clear-layer' ? layersOf(state).length : (state.heard?.graphics.length ?? 0);
    return action.index < there;
  });
