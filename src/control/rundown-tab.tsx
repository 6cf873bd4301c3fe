// The rundown: what was prepared, in order and in groups; where in it we are, and what a take would take.
import { useSignal } from '@preact/signals';
import { emptyRundown, type Rundown, type RundownItem } from '../show/rundown.ts';
import { fileOf } from '../show/rundown-file.ts';
import { ActionButton } from './button.tsx';
import type { Desk } from './desk.ts';
import type { PanelProps } from './dock.tsx';
import { GroupRow } from './group-row.tsx';
import { ItemForm } from './item-form.tsx';
import { type ItemState, itemState, previewItem } from './rundown-view.ts';

const STATE_WORDS: Readonly<Record<ItemState, string>> = {
  air: 'On air',
  sent: 'Sent',
  preview: 'Preview',
  standby: 'Next',
  off: '',
};

/** The list and, beside it, the item that is being worked on. */
export function RundownTab({ desk }: PanelProps) {
  const chosen = useSignal<string | null>(null);
  const rundown = desk.state.value.heard?.show.rundown ?? emptyRundown;
  const item = rundown.items.find(({ id }) => id === (chosen.value ?? rundown.standby)) ?? null;
  return (
    <div class="graphics-tab">
      <section class="panel rundown" aria-label="Rundown">
        <Running desk={desk} rundown={rundown} />
        <ol class="rows">
          {groupsOf(rundown).map(({ id, items }) => (
            <li key={id ?? ''}>
              {id !== null && <GroupRow desk={desk} rundown={rundown} id={id} />}
              <ol>
                {items.map((one) => (
                  <ItemRow
                    key={one.id}
                    desk={desk}
                    item={one}
                    isChosen={one === item}
                    onChoose={() => {
                      chosen.value = one.id;
                    }}
                  />
                ))}
                {items.length === 0 && <li class="none">Empty.</li>}
              </ol>
            </li>
          ))}
        </ol>
        <Preparing desk={desk} rundown={rundown} />
      </section>
      <ItemForm desk={desk} rundown={rundown} item={item} key={item?.id ?? ''} />
    </div>
  );
}

/** The groups in their order, before them what is in none. */
function groupsOf({ items, groups }: Rundown) {
  const loose = items.filter(({ group }) => group === null);
  const first = loose.length > 0 || groups.length === 0 ? [{ id: null, items: loose }] : [];
  return [...first, ...groups.map(({ id }) => ({ id, items: items.filter(({ group }) => group === id) }))];
}

/** What runs it, under the hand. */
function Running({ desk, rundown }: { readonly desk: Desk; readonly rundown: Rundown }) {
  const none = rundown.items.length === 0;
  const isStanding = rundown.standby !== null;
  return (
    <div class="whole-show">
      <h2>
        Rundown <small>{rundown.name}</small>
      </h2>
      <ActionButton desk={desk} action={{ do: 'rundown', step: 'previous' }} disabled={none}>
        Previous
      </ActionButton>
      <ActionButton desk={desk} action={{ do: 'rundown', step: 'next' }} disabled={none}>
        Next
      </ActionButton>
      <ActionButton desk={desk} action={{ do: 'rundown', step: 'go' }} disabled={!isStanding}>
        To preview
      </ActionButton>
      <ActionButton desk={desk} action={{ do: 'rundown', step: 'take' }} disabled={!isStanding}>
        Take next
      </ActionButton>
    </div>
  );
}

type ItemRowProps = {
  readonly desk: Desk;
  readonly item: RundownItem;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function ItemRow({ desk, item, isChosen, onChoose }: ItemRowProps) {
  const state = desk.state.value;
  const standing = itemState(state, item);
  const names = item.graphics.map(
    ({ graphic }) => state.heard?.graphics.find(({ id }) => id === graphic)?.name ?? graphic,
  );
  const step = (name: 'go' | 'take' | 'standby') => () =>
    void desk.send({ cue: 'rundown', step: { step: name, id: item.id } });
  return (
    <li class={`item tally-${standing}${isChosen ? ' selected' : ''}`}>
      <output class="tally" aria-label={`${item.name} state`}>
        {STATE_WORDS[standing]}
      </output>
      <button
        type="button"
        class="name"
        aria-pressed={isChosen}
        aria-label={`${item.name}: edit`}
        onClick={onChoose}
      >
        <b>{item.name}</b>
        <small>
          {names.join(' + ')}
          {item.cut && ' · cut'}
          {item.autoOutMs !== null && ` · ${item.autoOutMs / 1000} s`}
          {item.note && ` · ${item.note}`}
        </small>
      </button>
      <button type="button" aria-label={`${item.name} next`} onClick={step('standby')}>
        Next
      </button>
      <button type="button" aria-label={`${item.name} to preview`} onClick={step('go')}>
        Preview
      </button>
      <button type="button" aria-label={`Take ${item.name}`} onClick={step('take')}>
        Take
      </button>
    </li>
  );
}

/** What makes it: from preview, in groups, from a file and to one. */
function Preparing({ desk, rundown }: { readonly desk: Desk; readonly rundown: Rundown }) {
  const made = previewItem(desk.state.value);
  const load = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    const text = await file.text();
    await desk.send({ cue: 'rundown', step: { step: 'load', rundown: jsonOf(text) } });
  };
  return (
    <div class="rundown-foot">
      <input
        class="rundown-name"
        key={rundown.name}
        aria-label="Name of the rundown"
        placeholder="Name"
        maxLength={80}
        defaultValue={rundown.name}
        onChange={({ currentTarget }) =>
          void desk.send({ cue: 'rundown', step: { step: 'name', name: currentTarget.value.trim() } })
        }
      />
      <button
        type="button"
        disabled={made === null}
        onClick={() => made && void desk.send({ cue: 'rundown', step: { step: 'add', item: made } })}
      >
        Add what is in preview
      </button>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const name = new FormData(form).get('name');
          if (typeof name !== 'string' || name.trim() === '') return;
          void desk.send({ cue: 'rundown', step: { step: 'group-add', group: { name: name.trim() } } });
          form.reset();
        }}
      >
        <input name="name" placeholder="New group" aria-label="Name of a new group" maxLength={80} />
        <button type="submit">Add</button>
      </form>
      <label class="file">
        Import
        <input
          type="file"
          accept="application/json,.json"
          class="unseen"
          onChange={(event) => void load(event.currentTarget)}
        />
      </label>
      <a
        class="file"
        download={`${rundown.name || 'rundown'}.json`}
        href={`data:application/json,${encodeURIComponent(JSON.stringify(fileOf(rundown), null, 2))}`}
      >
        Export
      </a>
    </div>
  );
}

/** What is no JSON goes to the relay as it is, and is refused there with where and why. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 80);
  }
}
