// The options of the selected graphic, as a form made from its schema. Nothing typed here reaches a picture before a button says so.
import { ActionButton } from './button.tsx';
import type { Desk } from './desk.ts';
import { formValues } from './desk-state.ts';
import { FieldControl } from './field-control.tsx';
import { fieldsOf } from './schema-form.ts';
import { busesOf } from './wish.ts';

/** The form of the selected graphic. */
export function OptionsPanel({ desk }: { readonly desk: Desk }) {
  const state = desk.state.value;
  const graphic = state.heard?.graphics.find(({ id }) => id === state.selected);
  if (!graphic) return <section class="panel options" aria-label="Options" />;
  const values = formValues(state, graphic.id);
  const changes = state.drafts[graphic.id] ?? {};
  const changed = Object.keys(changes).length;
  const { program, preview } = busesOf(state, graphic.id);
  const cameras = Object.keys(state.heard?.show.cameras ?? {}).sort();
  return (
    <section class="panel options" aria-label="Options">
      <h2>
        {graphic.name}
        <small class={changed > 0 ? 'look' : undefined}>
          {changed > 0 ? `${changed} changed, not sent` : 'options'}
        </small>
      </h2>
      <div class="apply">
        <ActionButton
          desk={desk}
          action={{ do: 'apply', to: 'preview' }}
          tone={changed > 0 && preview ? 'preview' : undefined}
        >
          {preview ? 'Update preview' : 'To preview'}
        </ActionButton>
        <ActionButton
          desk={desk}
          action={{ do: 'apply', to: 'air' }}
          tone={changed > 0 && program && !preview ? 'air' : undefined}
          disabled={!program}
        >
          Update on air
        </ActionButton>
        <button
          type="button"
          disabled={changed === 0}
          onClick={() => desk.tell({ on: 'reverted', graphic: graphic.id })}
        >
          Revert
        </button>
      </div>
      <fieldset key={graphic.id} class="fields">
        <legend class="unseen">Options of {graphic.name}</legend>
        {fieldsOf(graphic.schema).map((field) => (
          <FieldControl
            key={field.name}
            id={`option-${graphic.id}-${field.name}`}
            field={field}
            value={values[field.name]}
            changed={Object.hasOwn(changes, field.name)}
            players={desk.players.value}
            cameras={cameras}
            onValue={(value) => desk.tell({ on: 'drafted', graphic: graphic.id, name: field.name, value })}
          />
        ))}
      </fieldset>
    </section>
  );
}
