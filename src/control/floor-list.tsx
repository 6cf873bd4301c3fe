// The crossings by name: which are placed, how far each is off, and which one the next click places.
import type { CrossingId } from '../game/court-crossings.ts';
import { toneOf } from './floor-picture.tsx';
import type { CrossingRow } from './floor-setup.ts';

type ListProps = {
  readonly rows: readonly CrossingRow[];
  readonly chosen: CrossingId;
  readonly onChoose: (at: CrossingId) => void;
  readonly onRemove: (at: CrossingId) => void;
};

/** Every crossing of the court; near is the camera side, left and right as seen from there. */
export function CrossingList({ rows, chosen, onChoose, onRemove }: ListProps) {
  return (
    <ul class="floor-list" aria-label="Crossings">
      {rows.map((row) => (
        <li key={row.id} class={row.id === chosen ? 'chosen' : ''}>
          <button type="button" aria-pressed={row.id === chosen} onClick={() => onChoose(row.id)}>
            <b class="figures">{row.number ?? ''}</b>
            <span>{row.name}</span>
            <small class={`figures ${toneOf(row.offPx)}`}>
              {row.point === null ? '' : row.offPx === null ? 'placed' : `${row.offPx.toFixed(1)} px`}
            </small>
          </button>
          {row.point && (
            <button
              type="button"
              class="drop"
              aria-label={`Remove ${row.name}`}
              onClick={() => onRemove(row.id)}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
