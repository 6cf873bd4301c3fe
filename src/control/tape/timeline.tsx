// The game along the tape, drawn: who led and by how much, the periods, what happened, what we did; a press goes there.
import { useSignal } from '@preact/signals';
import type { Outline } from '../../game/outline.ts';
import { periodLabel } from '../../game/period.ts';
import type { TransportInfo } from '../../game/transport.ts';
import type { Desk } from '../desk.ts';
import {
  eventNear,
  largestLead,
  leadPath,
  positionText,
  type Span,
  scoreAt,
  shareOf,
  spaced,
} from './timeline-shape.ts';

const WIDTH = 1_000;
const HEIGHT = 100;
/** Under the pointer an event is named that is so near, as a share of the width. */
const NEAR = 0.006;

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** The drawing, with where the tape is, and the marks. */
export function Timeline({ desk, info }: { readonly desk: Desk; readonly info: TransportInfo }) {
  const { tape } = desk;
  const outline = tape.outline.value;
  const atMs = tape.atMs.value ?? info.fromMs;
  const pointed = useSignal<number | null>(null);
  const instantAt = (event: PointerEvent & { readonly currentTarget: HTMLElement }): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (event.clientX - left) / width));
    return info.fromMs + share * (info.toMs - info.fromMs);
  };
  return (
    <div class="tape-line">
      <div
        class="tape-game"
        role="slider"
        tabIndex={0}
        aria-label="Where the tape is"
        aria-valuemin={0}
        aria-valuemax={Math.round((info.toMs - info.fromMs) / 1_000)}
        aria-valuenow={Math.round((atMs - info.fromMs) / 1_000)}
        aria-valuetext={positionText(atMs - info.fromMs)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          tape.order({ do: 'seek', to: instantAt(event) });
        }}
        onPointerMove={(event) => {
          pointed.value = instantAt(event);
        }}
        onPointerUp={(event) => {
          const toMs = instantAt(event);
          if (Math.abs(toMs - (tape.atMs.peek() ?? toMs)) > 200) tape.order({ do: 'seek', to: toMs });
        }}
        onPointerLeave={() => {
          pointed.value = null;
        }}
      >
        <Lead outline={outline} info={info} />
        <Periods outline={outline} info={info} />
        <Events outline={outline} info={info} />
        <Loop info={info} />
        <i class="tape-unread" style={{ left: percent(shareOf(info.readMs, info)) }} />
        <i class="tape-head" style={{ left: percent(shareOf(atMs, info)) }} />
      </div>
      <Legend outline={outline} info={info} pointedMs={pointed.value} />
    </div>
  );
}

type Part = { readonly outline: Outline; readonly info: TransportInfo };

function Lead({ outline, info }: Part) {
  const path = leadPath(outline, info, WIDTH, HEIGHT);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <clipPath id="tape-above">
        <rect width={WIDTH} height={HEIGHT / 2} />
      </clipPath>
      <clipPath id="tape-below">
        <rect y={HEIGHT / 2} width={WIDTH} height={HEIGHT / 2} />
      </clipPath>
      <path class="tape-lead-home" d={path} clip-path="url(#tape-above)" />
      <path class="tape-lead-away" d={path} clip-path="url(#tape-below)" />
      <line class="tape-middle" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
    </svg>
  );
}

const Periods = ({ outline, info }: Part) => (
  <>
    {spaced(outline.periods, info).map(({ atMs, period }) => (
      <span key={`${period}-${atMs}`} class="tape-period" style={{ left: percent(shareOf(atMs, info)) }}>
        {periodLabel(period)}
      </span>
    ))}
  </>
);

const Events = ({ outline, info }: Part) => (
  <>
    {outline.events.map(({ atMs, kind, by, words }) => (
      <i
        key={`${kind}-${atMs}-${words}`}
        class={`tape-event tape-${kind} tape-by-${by ?? 'none'}`}
        style={{ left: percent(shareOf(atMs, info)) }}
      />
    ))}
    {outline.cues.map(({ atMs, words }, nth) => (
      <i key={`cue-${nth}-${words}`} class="tape-cue" style={{ left: percent(shareOf(atMs, info)) }} />
    ))}
  </>
);

/** What lies outside the marks is dimmed; while the tape goes round and round the marks are lit. */
function Loop({ info }: { readonly info: TransportInfo }) {
  const from = info.inMs === null ? 0 : shareOf(info.inMs, info);
  const to = info.outMs === null ? 1 : shareOf(info.outMs, info);
  if (info.inMs === null && info.outMs === null && !info.loop) return null;
  return (
    <i
      class={info.loop ? 'tape-loop looping' : 'tape-loop'}
      style={{ left: percent(from), width: percent(to - from) }}
    />
  );
}

/** What is under the pointer, or where the tape is. */
function Legend({ outline, info, pointedMs }: Part & { readonly pointedMs: number | null }) {
  const near: Span = info;
  const event = pointedMs === null ? null : eventNear(outline, pointedMs, (near.toMs - near.fromMs) * NEAR);
  const score = pointedMs === null ? null : scoreAt(outline, pointedMs);
  const { home, away } = outline;
  return (
    <div class="tape-legend">
      <span>
        <i class="tape-key-home" /> {home || 'Home'} ahead
      </span>
      <span>
        <i class="tape-key-away" /> {away || 'Away'} ahead
      </span>
      <span class="figures">by up to {largestLead(outline)}</span>
      <span>
        <i class="tape-key-cue" /> our cues
      </span>
      <span class="tape-pointed figures">
        {pointedMs === null
          ? 'Press anywhere to go there'
          : [
              positionText(pointedMs - info.fromMs),
              score ? `${home} ${score.home} ${away} ${score.away}` : '',
              event?.words ?? '',
            ]
              .filter(Boolean)
              .join(' · ')}
      </span>
    </div>
  );
}
