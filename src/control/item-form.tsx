// One item of the rundown: its name, its group, how it is taken; its graphics come from preview, where they can be seen.
import { inOrder, type Rundown, type RundownItem } from '../show/rundown.ts';
import type { Desk } from './desk.ts';
import { HoldButton } from './hold-button.tsx';
import { previewItem } from './rundown-view.ts';

type ItemFormProps = {
  readonly desk: Desk;
  readonly rundown: Rundown;
  readonly item: RundownItem | null;
};

/** The form of an item. A change is sent when its field is left. */
export function ItemForm({ desk, rundown, item }: ItemFormProps) {
  if (!item)
    return (
      <section class="panel item-form" aria-label="Item">
        <h2>Item</h2>
        <p class="none">
          Make graphics ready in preview, then add them here. An item keeps what is in preview, with its
          options.
        </p>
      </section>
    );
  const { id } = item;
  const edit = (change: Partial<Omit<RundownItem, 'id' | 'group'>>): void =>
    void desk.send({ cue: 'rundown', step: { step: 'edit', id, change } });
  return (
    <section class="panel item-form" aria-label="Item">
      <h2>
        Item <small>{id}</small>
      </h2>
      <div class="fields">
        <label class="field">
          Name
          <input
            value={item.name}
            maxLength={80}
            onChange={({ currentTarget }) =>
              currentTarget.value.trim() && edit({ name: currentTarget.value.trim() })
            }
          />
        </label>
        <label class="field">
          Group
          <select
            value={item.group ?? ''}
            onChange={({ currentTarget }) =>
              void desk.send({
                cue: 'rundown',
                step: { step: 'move', id, before: null, group: currentTarget.value || null },
              })
            }
          >
            <option value="">–</option>
            {rundown.groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          Cut
          <input
            type="checkbox"
            role="switch"
            checked={item.cut}
            onChange={({ currentTarget }) => edit({ cut: currentTarget.checked })}
          />
        </label>
        <label class="field">
          Out after, s
          <input
            type="number"
            min="0"
            max="3600"
            step="0.5"
            placeholder="stays"
            value={item.autoOutMs === null ? '' : item.autoOutMs / 1000}
            onChange={({ currentTarget }) =>
              edit({
                autoOutMs:
                  currentTarget.valueAsNumber > 0 ? Math.round(currentTarget.valueAsNumber * 1000) : null,
              })
            }
          />
        </label>
        <label class="field">
          Note
          <input
            value={item.note}
            maxLength={500}
            onChange={({ currentTarget }) => edit({ note: currentTarget.value })}
          />
        </label>
      </div>
      <ItemButtons desk={desk} rundown={rundown} item={item} />
    </section>
  );
}

function ItemButtons({ desk, rundown, item }: Omit<ItemFormProps, 'item'> & { readonly item: RundownItem }) {
  const { id } = item;
  const step = (given: Parameters<typeof rundownCue>[0]) => () => void desk.send(rundownCue(given));
  const inGroup = inOrder(rundown).filter(({ group }) => group === item.group);
  const at = inGroup.indexOf(item);
  const ready = previewItem(desk.state.value);
  return (
    <div class="apply">
      <button
        type="button"
        disabled={at <= 0}
        onClick={step({ step: 'move', id, before: inGroup[at - 1]?.id ?? null })}
      >
        Earlier
      </button>
      <button
        type="button"
        disabled={at === inGroup.length - 1}
        onClick={step({ step: 'move', id, before: inGroup[at + 2]?.id ?? null })}
      >
        Later
      </button>
      <button type="button" onClick={step({ step: 'duplicate', id })}>
        Duplicate
      </button>
      <button
        type="button"
        disabled={ready === null}
        onClick={() =>
          ready && void desk.send(rundownCue({ step: 'edit', id, change: { graphics: ready.graphics } }))
        }
      >
        Keep preview
      </button>
      <HoldButton keyText={null} onHeld={step({ step: 'remove', id })}>
        Hold to remove
      </HoldButton>
    </div>
  );
}

type Step = Extract<Parameters<Desk['send']>[0], { cue: 'rundown' }>['step'];
/** A step of the rundown as a cue. */
export const rundownCue = (step: Step) => ({ cue: 'rundown', step }) as const;
