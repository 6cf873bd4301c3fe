// On the floor: a camera that stands still is taught where the court is, by crossings of its lines in a still of its picture.
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { COURTS } from '../game/court.ts';
import type { CrossingId } from '../game/court-crossings.ts';
import { rulesOf } from '../game/rules.ts';
import { cameraNameSchema } from '../show/cameras.ts';
import type { PanelProps } from './dock.tsx';
import { CrossingList } from './floor-list.tsx';
import { FloorPicture } from './floor-picture.tsx';
import {
  type FloorSetup,
  nudged,
  pointsOf,
  readSetup,
  turnedSetup,
  withoutPoint,
  withPoint,
} from './floor-setup.ts';
import { Notices } from './notices.tsx';
import { StillButton } from './still-button.tsx';

const FIRST: CrossingId = 'corner-right-far';

/** The panel in the dock: which cameras are known, and the door to the picture. */
export function FloorPanel({ desk }: PanelProps) {
  const isOpen = useSignal(false);
  const cameras = desk.state.value.heard?.show.cameras ?? {};
  const names = Object.keys(cameras).sort();
  return (
    <section class="panel floor" aria-label="On the floor">
      <h2>
        On the floor <small>{names.length === 0 ? 'no camera is taught' : 'cameras that stand still'}</small>
      </h2>
      <ul class="rows">
        {names.map((name) => (
          <li key={name} class="floor-camera">
            <b>{name}</b>
            <small class="figures">
              {cameras[name]?.points.length} points, {cameras[name]?.rmsPx.toFixed(1)} px
            </small>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        Teach a camera
      </button>
      {isOpen.value && (
        <FloorDialog
          desk={desk}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </section>
  );
}

const openModal = (dialog: HTMLDialogElement | null): void => {
  if (dialog && !dialog.open) dialog.showModal();
};

function FloorDialog({ desk, onClose }: Pick<PanelProps, 'desk'> & { readonly onClose: () => void }) {
  const heard = desk.state.value.heard;
  const cameras = heard?.show.cameras ?? {};
  const court = heard ? rulesOf(heard.rules).court : (COURTS[0] ?? 'nba');
  const setup = useSignal<FloorSetup>({ court, points: [] });
  const name = useSignal('');
  const chosen = useSignal<CrossingId>(FIRST);
  const still = useSignal<string | null>(null);
  const reading = useComputed(() => readSetup(setup.value));
  useEffect(() => () => URL.revokeObjectURL(still.peek() ?? ''), [still]);
  const { camera, fault } = reading.value;
  const isNamed = cameraNameSchema.safeParse(name.value).success;
  const load = (wanted: string): void => {
    const known = cameras[wanted];
    name.value = wanted;
    if (known) setup.value = { court: known.court, points: known.points };
  };
  const remove = (at: CrossingId): void => {
    setup.value = withoutPoint(setup.value, at);
  };
  return (
    <dialog class="floor-dialog" ref={openModal} aria-labelledby="floor-title" onClose={onClose}>
      <header>
        <h2 id="floor-title">Teach a camera where the floor is</h2>
        <label>
          Name{' '}
          <input
            type="text"
            list="floor-names"
            maxLength={40}
            value={name.value}
            placeholder="Main"
            onInput={(event) => load(event.currentTarget.value)}
          />
          <datalist id="floor-names">
            {Object.keys(cameras).map((known) => (
              <option key={known} value={known} />
            ))}
          </datalist>
        </label>
        <StillButton
          onStill={(url) => {
            if (still.value !== null) URL.revokeObjectURL(still.value);
            still.value = url;
          }}
        />
        <button
          type="button"
          disabled={setup.value.points.length === 0}
          onClick={() => {
            setup.value = turnedSetup(setup.value);
          }}
        >
          Seen from the other side
        </button>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <div class="floor-work">
        <FloorPicture
          reading={reading.value}
          chosen={chosen.value}
          still={still.value}
          onChoose={(at) => {
            chosen.value = at;
          }}
          onPlace={(at, place) => {
            setup.value = withPoint(setup.value, at, place);
          }}
          onNudge={(at, by) => {
            setup.value = nudged(setup.value, at, by);
          }}
          onRemove={remove}
        />
        <CrossingList
          rows={reading.value.rows}
          chosen={chosen.value}
          onChoose={(at) => {
            chosen.value = at;
          }}
          onRemove={remove}
        />
      </div>
      <footer>
        <p class={camera ? 'floor-verdict' : 'floor-verdict look'} role="status">
          {camera
            ? `${setup.value.points.length} points agree within ${camera.rmsPx.toFixed(1)} px, the worst is ${Math.max(...camera.offPx).toFixed(1)} px off`
            : fault && `${fault.where}: expected ${fault.expected}, found ${fault.found}`}
        </p>
        <button
          type="button"
          disabled={!Object.hasOwn(cameras, name.value)}
          onClick={() => void desk.send({ cue: 'forget-camera', name: name.value })}
        >
          Forget
        </button>
        <button
          type="button"
          class="tone-preview"
          disabled={!camera || !isNamed}
          onClick={() => void desk.send({ cue: 'camera', name: name.value, ...pointsOf(setup.value) })}
        >
          Save
        </button>
      </footer>
      <Notices desk={desk} />
    </dialog>
  );
}
