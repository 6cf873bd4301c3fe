// A group of the rundown: its name in place, and where it stands among the others.
import type { Rundown } from '../show/rundown.ts';
import type { Desk } from './desk.ts';
import { HoldButton } from './hold-button.tsx';
import { rundownCue } from './item-form.tsx';

type GroupRowProps = { readonly desk: Desk; readonly rundown: Rundown; readonly id: string };

/** A name is sent when its field is left, or with Enter. The items of a group that is removed stay. */
export function GroupRow({ desk, rundown: { groups }, id }: GroupRowProps) {
  const at = groups.findIndex((group) => group.id === id);
  const name = groups[at]?.name ?? '';
  const step = (given: Parameters<typeof rundownCue>[0]) => (): void => void desk.send(rundownCue(given));
  const rename = (typed: string): void => {
    if (typed !== '' && typed !== name) step({ step: 'group-edit', id, name: typed })();
  };
  return (
    <div class="group-row" role="group" aria-label={`Group ${name}`}>
      <input
        key={name}
        aria-label={`Name of group ${name}`}
        maxLength={80}
        defaultValue={name}
        onChange={({ currentTarget }) => rename(currentTarget.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <button
        type="button"
        disabled={at <= 0}
        aria-label={`Group ${name} earlier`}
        onClick={step({ step: 'group-move', id, before: groups[at - 1]?.id ?? null })}
      >
        ↑
      </button>
      <button
        type="button"
        disabled={at === groups.length - 1}
        aria-label={`Group ${name} later`}
        onClick={step({ step: 'group-move', id, before: groups[at + 2]?.id ?? null })}
      >
        ↓
      </button>
      <HoldButton
        keyText={null}
        name={`Hold to remove group ${name}`}
        onHeld={step({ step: 'group-remove', id })}
      >
        Remove
      </HoldButton>
    </div>
  );
}
