// The live pictures: two outputs like any other, small, over a backdrop of choice; at the instant that the output in hand shows.
import { useEffect, useRef } from 'preact/hooks';
import { MONITOR_PREFIX } from '../wire/air-outputs.ts';
import type { PlayAs } from '../wire/play-as.ts';
import { ActionButton } from './button.tsx';
import type { Desk } from './desk.ts';
import { instantSeen, outputInHand } from './output-in-hand.ts';
import { tallyOf } from './tally.ts';

const MONITORS = [
  { bus: 'preview', title: 'Preview' },
  { bus: 'program', title: 'Program' },
] as const;

/** Less is no delay that anybody would see. Milliseconds. */
const TOLD_FROM_MS = 50;

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
              {bus === 'program' && <Behind desk={desk} />}
              {bus === 'program' && (
                <ActionButton desk={desk} action={{ do: 'backdrop' }}>
                  Backdrop: {state.backdrop}
                </ActionButton>
              )}
            </h2>
            <div class={`picture backdrop-${state.backdrop}`}>
              {src !== null && <Live src={src} title={`${title} picture`} output={outputInHand(state)} />}
            </div>
          </section>
        );
      })}
    </>
  );
}

/** How far behind live the output in hand is, and so these pictures; nothing while it plays live. */
function Behind({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const { nowMs } = desk.readout.value;
  const output = outputInHand(state);
  const behindMs = nowMs - instantSeen(state, output, nowMs);
  return behindMs < TOLD_FROM_MS ? null : (
    <span class="behind figures">
      {(behindMs / 1_000).toFixed(1)} s behind{output.startsWith(MONITOR_PREFIX) ? '' : `, as on ${output}`}
    </span>
  );
}

type LiveProps = { readonly src: string; readonly title: string; readonly output: string };

/** The page of a bus, told whose instant it shows: at once, and again whenever it was loaded anew. */
function Live({ src, title, output }: LiveProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const tell = (): void => {
    const words: PlayAs = { courtside: 'play-as', output };
    frame.current?.contentWindow?.postMessage(words, location.origin);
  };
  useEffect(tell, [output]);
  return <iframe ref={frame} src={src} title={title} tabIndex={-1} onLoad={tell} />;
}

/** The address of a monitor's picture on this relay. */
export const monitorSource = (bus: 'program' | 'preview'): string =>
  `/out?name=${MONITOR_PREFIX}${bus}&bus=${bus}`;
