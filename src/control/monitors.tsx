// The live pictures: two outputs like any other, small, over a backdrop of choice.

import { MONITOR_PREFIX } from '../wire/air-outputs.ts';
import { ActionButton } from './button.tsx';
import type { Desk } from './desk.ts';
import { tallyOf } from './tally.ts';

const MONITORS = [
  { bus: 'preview', title: 'Preview' },
  { bus: 'program', title: 'Program' },
] as const;

/** Preview at the left, program at the right, as on a mixer. `source` gives a bus's page; null shows the backdrop alone. */
export function Monitors({
  desk,
  source,
}: {
  readonly desk: Desk;
  readonly source: (bus: 'program' | 'preview') => string | null;
}) {
  const state = desk.state.value;
  const graphics = state.heard?.graphics ?? [];
  const tallies = graphics.map(({ id, name }) => ({ name, tally: tallyOf(state, id) }));
  const shown = {
    preview: tallies.filter(({ tally }) => tally.alsoPreview),
    program: tallies.filter(({ tally }) => ['air', 'sent', 'leaving'].includes(tally.state)),
  };
  const onAir = shown.program.some(({ tally }) => tally.state === 'air');
  return (
    <>
      {MONITORS.map(({ bus, title }) => {
        const lit = bus === 'preview' ? shown.preview.length > 0 : onAir;
        const src = source(bus);
        return (
          <section key={bus} class={`panel monitor monitor-${bus}${lit ? ' lit' : ''}`}>
            <h2>
              {title}
              {state.heard?.health.feed.rehearsal && <b class="rehearsal-mark">Rehearsal</b>}
              <small>{shown[bus].map(({ name }) => name).join(', ') || 'nothing'}</small>
              {bus === 'program' && (
                <ActionButton desk={desk} action={{ do: 'backdrop' }}>
                  Backdrop: {state.backdrop}
                </ActionButton>
              )}
            </h2>
            <div class={`picture backdrop-${state.backdrop}`}>
              {src !== null && <iframe src={src} title={`${title} picture`} tabIndex={-1} />}
            </div>
          </section>
        );
      })}
    </>
  );
}

/** The address of a monitor's picture on this relay. */
export const monitorSource = (bus: 'program' | 'preview'): string =>
  `/out?name=${MONITOR_PREFIX}${bus}&bus=${bus}`;
