// The views of a panel of the workshop, of which one is shown; each has its key.
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { KeyButton } from './key-button.tsx';

type ViewBarProps<Id extends string> = {
  readonly views: readonly { readonly id: Id; readonly name: string; readonly key: string }[];
  readonly view: Signal<Id>;
  /** What stands beside them. */
  readonly children?: ComponentChildren;
};

/** A button a view. */
export const ViewBar = <Id extends string>({ views, view, children }: ViewBarProps<Id>) => (
  <div class="views">
    <span role="group" aria-label="View">
      {views.map(({ id, name, key }) => (
        <KeyButton
          key={id}
          keyName={key}
          pressed={view.value === id}
          onPress={() => {
            view.value = id;
          }}
        >
          {name}
        </KeyButton>
      ))}
    </span>
    {children}
  </div>
);
