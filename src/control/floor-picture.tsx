// The camera's picture with the points on it: click to place the chosen crossing, drag or nudge to move it; the court's lines lie over it as they are understood.
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import type { CrossingId } from '../game/court-crossings.ts';
import { PICTURE } from '../game/floor-camera.ts';
import { MOST_OFF_PX } from '../game/floor-fit.ts';
import type { PicturePlace } from '../game/homography.ts';
import type { CrossingRow, FloorReading } from './floor-setup.ts';

const STEPS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** With Shift. */
const LONG_STEP = 10;
/** Above this a point is amber: see it again. Units of the picture. */
const LOOK_PX = 4;

type PictureProps = {
  readonly reading: FloorReading;
  readonly chosen: CrossingId;
  /** Of a still, or null for none. */
  readonly still: string | null;
  readonly onChoose: (at: CrossingId) => void;
  readonly onPlace: (at: CrossingId, place: PicturePlace) => void;
  readonly onNudge: (at: CrossingId, by: PicturePlace) => void;
  readonly onRemove: (at: CrossingId) => void;
};

/** Where in the picture a pointer is, in its units. */
function placeOf(svg: SVGSVGElement, event: PointerEvent): PicturePlace {
  const box = svg.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * PICTURE.width,
    y: ((event.clientY - box.top) / box.height) * PICTURE.height,
  };
}

export function FloorPicture(props: PictureProps) {
  const { reading, chosen, still, onChoose, onPlace } = props;
  const down = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    const svg = event.currentTarget;
    const held = event.target instanceof Element ? event.target.closest('[data-at]') : null;
    const at = reading.rows.find(({ id }) => id === held?.getAttribute('data-at'))?.id ?? chosen;
    onChoose(at);
    const isPlaced = held?.classList.contains('placed') ?? false;
    // A point that is only taken hold of stays where it is.
    if (!isPlaced) onPlace(at, placeOf(svg, event));
    svg.setPointerCapture(event.pointerId);
  };
  const move = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      onPlace(chosen, placeOf(event.currentTarget, event));
  };
  const key = (event: TargetedKeyboardEvent<SVGSVGElement>): void => {
    const step = STEPS[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') props.onRemove(chosen);
    else if (step) {
      const by = event.shiftKey ? LONG_STEP : 1;
      props.onNudge(chosen, { x: step[0] * by, y: step[1] * by });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <svg
      class="floor-picture"
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
      tabindex={0}
      role="application"
      aria-label="Camera's picture: click to place the chosen crossing, arrow keys move it"
      onPointerDown={down}
      onPointerMove={move}
      onKeyDown={key}
    >
      {still !== null && (
        <image href={still} width={PICTURE.width} height={PICTURE.height} preserveAspectRatio="none" />
      )}
      <path class="floor-line under" d={reading.lines} />
      <path class="floor-line" d={reading.lines} />
      {reading.rows.map((row) => (
        <Handle key={row.id} row={row} isChosen={row.id === chosen} />
      ))}
    </svg>
  );
}

function Handle({ row, isChosen }: { readonly row: CrossingRow; readonly isChosen: boolean }) {
  const place = row.point ?? row.guess;
  if (!place) return null;
  const state = row.point ? `placed ${toneOf(row.offPx)}` : 'guess';
  return (
    <g
      class={`floor-handle ${state}${isChosen ? ' chosen' : ''}`}
      data-at={row.id}
      transform={`translate(${place.x} ${place.y})`}
    >
      <title>{row.name}</title>
      <circle class="reach" r={row.point ? 30 : 16} />
      {row.point ? (
        <>
          <path d="M-22 0H-6M6 0H22M0-22V-6M0 6V22" />
          <circle class="ring" r={22} />
          <text x={28} y={-14}>
            {row.number}
          </text>
        </>
      ) : (
        <circle class="ring" r={7} />
      )}
    </g>
  );
}

/** How a residual is coloured: none yet, well, look again. */
export const toneOf = (offPx: number | null): 'unknown' | 'well' | 'look' =>
  offPx === null ? 'unknown' : offPx > Math.min(LOOK_PX, MOST_OFF_PX) ? 'look' : 'well';
