// The layers that graphics are put on, as an operator counts them. Pure.
import type { DeskState } from './desk-state.ts';

/** Their names, in the order of the graphics that go there. */
export const layersOf = ({ heard }: Pick<DeskState, 'heard'>): readonly string[] => [
  ...new Set(heard?.graphics.map(({ layer }) => layer)),
];

/** What is on air there, by its name; null for nothing. */
export function onLayer({ heard }: Pick<DeskState, 'heard'>, layer: string): string | null {
  const graphic = heard?.show.layers[layer]?.program?.graphic;
  return graphic === undefined ? null : (heard?.graphics.find(({ id }) => id === graphic)?.name ?? graphic);
}
