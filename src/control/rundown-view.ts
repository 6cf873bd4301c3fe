// What the operator's page reads out of a rundown and the show together. Pure.
import type { RundownItem } from '../show/rundown.ts';
import type { DeskState } from './desk-state.ts';
import { tallyOf } from './tally.ts';

/** `air`: all its graphics are painted, as taken from this item last. `sent`: not everywhere yet. `standby`: what a take would take. */
export type ItemState = 'air' | 'sent' | 'preview' | 'standby' | 'off';

/** How an item stands. */
export function itemState(state: DeskState, { id, graphics }: RundownItem): ItemState {
  const show = state.heard?.show;
  if (!show) return 'off';
  const layers = Object.values(show.layers);
  const onProgram = graphics.filter(({ graphic }) =>
    layers.some(({ program }) => program?.graphic === graphic),
  );
  if (show.rundown.current === id && onProgram.length > 0)
    return onProgram.every(({ graphic }) => tallyOf(state, graphic).state === 'air') ? 'air' : 'sent';
  if (layers.some(({ preview }) => preview?.item === id)) return 'preview';
  return show.rundown.standby === id ? 'standby' : 'off';
}

/** What is in preview, as an item would hold it; null where nothing is. */
export function previewItem(
  state: DeskState,
): Pick<RundownItem, 'name' | 'graphics' | 'cut' | 'autoOutMs' | 'note' | 'group'> | null {
  const { heard } = state;
  const ready = Object.values(heard?.show.layers ?? {}).flatMap(({ preview }) => preview ?? []);
  if (ready.length === 0) return null;
  const names = ready.map(({ graphic }) => heard?.graphics.find(({ id }) => id === graphic)?.name ?? graphic);
  return {
    name: names.join(' + ').slice(0, 80),
    graphics: ready.map(({ graphic, options }) => ({ graphic, options })),
    cut: ready.some(({ cut }) => cut === true),
    autoOutMs: ready.find(({ autoOutMs }) => autoOutMs !== undefined)?.autoOutMs ?? null,
    note: '',
    group: null,
  };
}
